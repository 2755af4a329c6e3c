#include "ui/shell/MainWindow.h"

#include "base/Observe.h"
#include "importing/ImportPlan.h"
#include "session/Saving.h"
#include "ui/accounts/AccountPage.h"
#include "ui/mapping/MappingPage.h"
#include "ui/results/ResultsPage.h"
#include "ui/results/RunPage.h"
#include "ui/shell/WindowMenus.h"
#include "ui/text/ErrorText.h"
#include "ui/wizard/CallbackPage.h"
#include "ui/wizard/CheckPage.h"
#include "ui/wizard/FilePage.h"
#include "ui/wizard/ImportWizard.h"
#include "ui/wizard/ModulePage.h"

#include <QCloseEvent>
#include <QFileInfo>
#include <QMimeData>
#include <QScreen>
#include <QUndoStack>

namespace ui {
namespace {

/// The one local file of a drop; empty when there is none or several.
QString droppedFile(const QMimeData &data)
{
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

bool isPlan(const QString &path)
{
    return path.endsWith(QLatin1String(".json"), Qt::CaseInsensitive);
}

} // namespace

class MainWindow::Private final {
    Q_DECLARE_TR_FUNCTIONS(MainWindow)
public:
    Private(MainWindow &owner, const WindowParts &given)
        : q(owner)
        , parts(given)
    { }

    void build();
    void connectAll();
    void size();
    void choosePlan();
    void savePlan();
    void sayOpened(const QString &name, const QString &lost);
    void clearSignInHint();
    void startOver();
    void adopt(const importing::ImportPlan &plan);
    void sayFailure(const base::Error &error);

    MainWindow &q;
    WindowParts parts;
    ImportWizard *wizard = nullptr;
    AccountPage *account = nullptr;
    FilePage *file = nullptr;
    ResultsPage *results = nullptr;
    WindowMenus *menus = nullptr;
    QString signInHint;
};

MainWindow::MainWindow(const WindowParts &parts, Scheme scheme, QWidget *parent)
    : QMainWindow(parent)
    , d(std::make_unique<Private>(*this, parts))
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("CRM Import Wizard"));
    setWindowIcon(icon(QStringLiteral("app")));
    setAcceptDrops(true);
    d->build();
    d->menus = new WindowMenus(*this, parts.undo, scheme);
    d->connectAll();
    d->size();
}

MainWindow::~MainWindow() = default;

void MainWindow::Private::build()
{
    session::ImportSession &session = parts.session;
    account = new AccountPage(session, parts.connection, parts.dialogs);
    file = new FilePage(session, parts.opener, parts.runs, parts.ledger, parts.dialogs);
    results = new ResultsPage(session, parts.runs, parts.dialogs);
    auto *check = new CheckPage(session, parts.connection, parts.runs, parts.dialogs);
    const std::vector<Page *> pages{
        account,
        new ModulePage(session, parts.connection),
        file,
        new MappingPage(session, parts.connection, parts.templates, parts.dialogs, parts.undo),
        new CallbackPage(session),
        check,
        new RunPage(session, parts.runs, parts.clock, parts.dialogs),
        results};
    wizard = new ImportWizard(session, parts.runs, parts.dialogs, pages, &q);
    q.setCentralWidget(wizard);
    QObject::connect(check, &CheckPage::inputWanted, wizard, &ImportWizard::goToInput);
}

void MainWindow::Private::connectAll()
{
    QObject::connect(wizard, &ImportWizard::closeWanted, &q, &QWidget::close);
    QObject::connect(account, &AccountPage::planChosen, &q, &MainWindow::openPlan);
    QObject::connect(results, &ResultsPage::newImportWanted, &q, [this] { startOver(); });
    QObject::connect(&parts.session, &session::ImportSession::changed, &q, [this] { clearSignInHint(); });
    QObject::connect(menus, &WindowMenus::openPlanWanted, &q, [this] { choosePlan(); });
    QObject::connect(menus, &WindowMenus::savePlanWanted, &q, [this] { savePlan(); });
    QObject::connect(menus, &WindowMenus::newImportWanted, &q, [this] { startOver(); });
}

void MainWindow::Private::size()
{
    // The window manager adds a title bar, which must not push the footer off a small screen.
    const QSize room = q.screen()->availableSize() - QSize(0, lineHeight() * 2);
    const QSize wanted(std::max(1120, lineHeight() * 62), std::max(760, lineHeight() * 42));
    q.resize(wanted.boundedTo(room));
}

void MainWindow::Private::choosePlan()
{
    const QString path = parts.dialogs.openFile(&q, tr("Open Plan or Request"),
                                                tr("Plans and requests (*.importplan.json *.json);;All files (*)"));
    if (!path.isEmpty())
        q.openPlan(path);
}

void MainWindow::Private::savePlan()
{
    const QString path = parts.dialogs.saveFile(&q, tr("Save Plan"), QStringLiteral("import.importplan.json"),
                                                tr("Plans (*.importplan.json)"));
    if (path.isEmpty())
        return;
    base::observe(session::saveBytes(path, importing::writePlan(parts.session.plan())), &q,
                  [this](const base::Status &status) {
                      if (!status)
                          sayFailure(status.error());
                  });
}

void MainWindow::Private::startOver()
{
    parts.opener.stop();
    parts.session.adopt({});
    parts.undo.clear();
    wizard->goTo(parts.session.account().connected ? session::WizardStep::Module : session::WizardStep::Account);
}

void MainWindow::Private::adopt(const importing::ImportPlan &plan)
{
    parts.opener.stop();
    parts.session.adopt(plan);
    parts.undo.clear();
    if (plan.source && plan.request.fileId.isEmpty())
        parts.opener.openAs(*plan.source);
    else if (plan.source)
        parts.opener.openForColumns(*plan.source);
    wizard->goTo(parts.session.account().connected ? session::WizardStep::Check : session::WizardStep::Account);
}

void MainWindow::Private::sayFailure(const base::Error &error)
{
    wizard->page(wizard->step())->messages()->say(Tone::Error, ErrorText::of(error), error.detail);
}

void MainWindow::openPlan(const QString &path)
{
    const base::Result<importing::ImportPlan> plan = importing::readPlanFile(path);
    if (!plan) {
        d->sayFailure(plan.error());
        return;
    }
    d->adopt(*plan);
    d->sayOpened(QFileInfo(path).fileName(), plan->lost);
}

void MainWindow::Private::sayOpened(const QString &name, const QString &lost)
{
    const QString hint = parts.session.account().connected
        ? tr("%1 is opened. Look through the steps, then start the import.").arg(name)
        : tr("%1 is opened. Sign in to go on with it.").arg(name);
    MessageBanner *messages = wizard->page(wizard->step())->messages();
    if (!lost.isEmpty())
        messages->say(Tone::Warning,
                      tr("%1 is opened. It holds “%2”, which the program does not know: it goes out only as long as "
                         "nothing of the request is changed.")
                          .arg(name, lost));
    else
        messages->say(Tone::Info, hint);
    signInHint = hint;
}

/// What was said of an opened plan is over once somebody is signed in.
void MainWindow::Private::clearSignInHint()
{
    MessageBanner *messages = wizard->page(session::WizardStep::Account)->messages();
    if (parts.session.account().connected && !signInHint.isEmpty() && messages->text() == signInHint)
        messages->clear();
}

void MainWindow::goTo(session::WizardStep step)
{
    d->wizard->goTo(step);
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!droppedFile(*event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    const QString path = droppedFile(*event->mimeData());
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    if (isPlan(path)) {
        openPlan(path);
        return;
    }
    d->wizard->goTo(session::WizardStep::File);
    d->file->openDropped(path);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    event->setAccepted(d->wizard->mayClose());
}

Scheme schemeFromText(const QString &text)
{
    if (text == QLatin1String("light"))
        return Scheme::Light;
    return text == QLatin1String("dark") ? Scheme::Dark : Scheme::FollowSystem;
}

} // namespace ui
