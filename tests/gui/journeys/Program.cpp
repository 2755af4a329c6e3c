#include "tests/gui/journeys/Program.h"

#include "ui/text/Translations.h"
#include "ui/wizard/ImportWizard.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDir>
#include <QLabel>

namespace journeys {

Program::Program(const practice::PracticeScript &script, const QSize &size)
{
    ui::installTranslations(*qApp);
    ui::applyTheme(*qApp, ui::Scheme::Light);
    practice::PracticeOptions options;
    options.script = script;
    const auto started = practice.start(options);
    Q_ASSERT(started.ok());
    accounts = std::make_unique<auth::AccountList>(folder.filePath(QStringLiteral("accounts.json")));
    connection = std::make_unique<session::CrmConnection>(
        session, *accounts, credentials, clock, [this]() -> base::Result<session::PracticeAccess> {
            return session::PracticeAccess{practice.baseUrl(), practice.token()};
        });
    ledger = std::make_unique<importing::FileLedger>(folder.filePath(QStringLiteral("files.json")));
    templates = std::make_unique<session::TemplateStore>(folder.filePath(QStringLiteral("templates")));
    opener = std::make_unique<session::FileOpener>(session);
    runs = std::make_unique<session::RunController>(session, *connection, *ledger, clock);
    choices = std::make_unique<session::FieldChoices>(folder.filePath(QStringLiteral("choices.json")));
    matching = std::make_unique<session::ColumnMatching>(session, *choices);
    connect(runs.get(), &session::RunController::runChanged, matching.get(), &session::ColumnMatching::rememberChoices);
    window = std::make_unique<ui::MainWindow>(
        ui::WindowParts{session, *connection, *opener, *runs, *ledger, *templates, clock, dialogs, undo},
        ui::Scheme::Light);
    window->resize(size);
    window->show();
}

Program::~Program() = default;

QWidget *Program::shown(const char *objectName) const
{
    const auto all = window->findChildren<QWidget *>(QLatin1String(objectName));
    for (QWidget *widget : all) {
        if (widget->isVisible())
            return widget;
    }
    return nullptr;
}

QString Program::shownText(const char *objectName) const
{
    const QWidget *root = shown(objectName);
    if (!root)
        return {};
    QStringList texts;
    if (const auto *label = qobject_cast<const QLabel *>(root))
        texts << label->text();
    const auto labels = root->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->isVisible() && !label->text().isEmpty())
            texts << label->text();
    }
    return texts.join(QLatin1Char('\n'));
}

QString Program::wordsUnder(const char *objectName, const crm::InputRef &input) const
{
    const auto *view = qobject_cast<QAbstractItemView *>(shown(objectName));
    if (!view)
        return shownText(objectName);
    for (int row = 0; row < view->model()->rowCount(); ++row) {
        const QString words = view->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
        if (words.contains(input.field.text()))
            return words;
    }
    return {};
}

void Program::goTo(session::WizardStep step)
{
    auto *list = find<QAbstractItemView>("stepList");
    const QModelIndex index = list->model()->index(int(step), 0);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(index).center());
}

void Program::press(const char *objectName)
{
    auto *button = find<QAbstractButton>(objectName);
    QTRY_VERIFY2(button->isEnabled(), objectName);
    QTest::mouseClick(button, Qt::LeftButton);
}

void Program::chooseRow(const char *viewName, const QString &text)
{
    auto *view = find<QAbstractItemView>(viewName);
    QTRY_VERIFY2(
        !view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchContains).isEmpty(),
        qPrintable(text));
    const QModelIndex index =
        view->model()->match(view->model()->index(0, 0), Qt::DisplayRole, text, 1, Qt::MatchContains).constFirst();
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

session::WizardStep Program::step() const
{
    return window->findChild<ui::ImportWizard *>()->step();
}

void Program::picture(const QString &name)
{
    const QString path = QStringLiteral(WIZARD_TEST_OUTPUT "/") + name + QLatin1String(".png");
    QDir().mkpath(QFileInfo(path).path());
    QVERIFY2(window->grab().save(path), qPrintable(path));
}

void Program::signIntoPractice()
{
    press("usePracticeButton");
    QTRY_VERIFY_WITH_TIMEOUT(session.account().connected, 10000);
}

void Program::openPlan(const QString &path)
{
    dialogs.open << path;
    press("openPlanButton");
}

} // namespace journeys
