#include "ui/wizard/ImportWizard.h"

#include "ui/text/ErrorText.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/FocusInSight.h"
#include "ui/wizard/SideBar.h"
#include "ui/wizard/StepList.h"
#include "ui/wizard/WizardFooter.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QShortcut>
#include <QStackedWidget>

namespace ui {

namespace {

/// A page of tables may need more room than a small screen with large text has; then it can be moved about.
class Room final : public QScrollArea {
public:
    explicit Room(Page *page)
        : m_page(page)
    {
        setFrameShape(QFrame::NoFrame);
        setWidgetResizable(true);
        setFocusPolicy(Qt::NoFocus);
        setWidget(page);
        viewport()->setAutoFillBackground(false);
        page->setAutoFillBackground(false);
        keepFocusInSight(this);
    }

protected:
    void resizeEvent(QResizeEvent *event) override
    {
        m_page->setRoom(viewport()->height());
        QScrollArea::resizeEvent(event);
    }

private:
    Page *m_page;
};

QWidget *inRoom(Page *page)
{
    return page->scrolling() == Page::Scrolling::Outer ? static_cast<QWidget *>(page) : new Room(page);
}

} // namespace

class ImportWizard::Private final {
    Q_DECLARE_TR_FUNCTIONS(ImportWizard)
public:
    Private(ImportWizard &owner, session::ImportSession &importSession, session::RunController &runController,
            Dialogs &asker)
        : q(owner)
        , session(importSession)
        , runs(runController)
        , dialogs(asker)
    { }

    void build(const std::vector<Page *> &wanted);
    QWidget *makePracticeBanner();
    void connectAll();
    void add(Page *page);
    bool open(session::WizardStep step); ///< false: it is open already, or not there
    void enter(Page *page);
    void next();
    void back();
    void showFooter(bool urgent);
    void showMissing(const Page *page);
    void showRefusal();
    void clearRefusal();
    void showPractice();
    [[nodiscard]] Page *current() const;
    [[nodiscard]] int indexOf(session::WizardStep step) const;
    [[nodiscard]] bool running() const;
    [[nodiscard]] bool somethingToLose() const;

    ImportWizard &q;
    session::ImportSession &session;
    session::RunController &runs;
    Dialogs &dialogs;
    std::vector<Page *> pages;
    QWidget *practice = nullptr;
    SideBar *side = nullptr;
    QStackedWidget *stack = nullptr;
    WizardFooter *footer = nullptr;
    Page *refusalPage = nullptr; ///< whose message area says that the CRM refused the job
    bool urgent = false;
};

ImportWizard::ImportWizard(session::ImportSession &session, session::RunController &runs, Dialogs &dialogs,
                           const std::vector<Page *> &pages, QWidget *parent)
    : QWidget(parent)
    , d(std::make_unique<Private>(*this, session, runs, dialogs))
{
    d->build(pages);
    d->connectAll();
    d->showPractice();
    if (!pages.empty())
        d->enter(pages.front());
}

ImportWizard::~ImportWizard() = default;

void ImportWizard::Private::build(const std::vector<Page *> &wanted)
{
    practice = makePracticeBanner();
    side = new SideBar(session, &q);
    stack = new QStackedWidget(&q);
    footer = new WizardFooter(&q);
    std::vector<session::WizardStep> steps;
    for (Page *page : wanted) {
        steps.push_back(page->step());
        add(page);
    }
    side->steps()->setSteps(steps);
    for (const session::WizardStep step : steps)
        side->steps()->setStatus(step, session.statusOf(step));
    for (const Page *page : pages)
        showMissing(page);

    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(stack, 1);
    right->addWidget(footer);
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(side);
    row->addLayout(right, 1);
    auto *column = new QVBoxLayout(&q);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(practice);
    column->addLayout(row, 1);
}

QWidget *ImportWizard::Private::makePracticeBanner()
{
    auto *banner = new QFrame(&q);
    banner->setObjectName(QStringLiteral("practiceBanner"));
    const QString words = tr("Practice CRM: everything happens on this computer, and nothing reaches a real CRM.");
    banner->setAccessibleName(words);
    auto *text = new TextLabel(words, TextRole::Body, TextLabel::Use::Inert, banner);
    setTone(text, Tone::Practice);
    auto *row = new QHBoxLayout(banner);
    row->setContentsMargins(space::l, space::xs, space::l, space::xs);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(QStringLiteral("practice"), Tone::Practice, 1.2, banner));
    row->addWidget(text, 1);
    return banner;
}

void ImportWizard::Private::add(Page *page)
{
    pages.push_back(page);
    stack->addWidget(inRoom(page));
    QObject::connect(page, &Page::goTo, &q, &ImportWizard::goTo);
    QObject::connect(page, &Page::completeChanged, &q, [this, page] {
        showMissing(page);
        if (page == current())
            showFooter(urgent);
    });
}

void ImportWizard::Private::connectAll()
{
    // A choice in the step list leaves the focus there, so that the arrow keys go on.
    QObject::connect(side->steps(), &StepList::stepChosen, &q, [this](session::WizardStep step) { open(step); });
    QObject::connect(footer, &WizardFooter::nextPressed, &q, [this] { next(); });
    QObject::connect(footer, &WizardFooter::backPressed, &q, [this] { back(); });
    QObject::connect(footer, &WizardFooter::cancelPressed, &q, &ImportWizard::closeWanted);
    const auto shortcut = [this](int key, void (Private::*action)()) {
        auto *made = new QShortcut(QKeySequence(key), &q);
        QObject::connect(made, &QShortcut::activated, &q, [this, action] { (this->*action)(); });
    };
    shortcut(static_cast<int>(Qt::ALT) | Qt::Key_Right, &Private::next);
    shortcut(static_cast<int>(Qt::ALT) | Qt::Key_Left, &Private::back);
    QObject::connect(&runs, &session::RunController::refused, &q, [this] { showRefusal(); });
    QObject::connect(&session, &session::ImportSession::faultsChanged, &q, [this] { clearRefusal(); });
    QObject::connect(&session, &session::ImportSession::changed, &q, [this] {
        showPractice();
        showFooter(urgent);
    });
}

void ImportWizard::goTo(session::WizardStep step)
{
    if (d->open(step))
        d->current()->focusTitle(d->side->steps()->spokenName(step));
}

void ImportWizard::resizeEvent(QResizeEvent *event)
{
    d->side->setCompact(width() < lineHeight() * 48);
    QWidget::resizeEvent(event);
}

void ImportWizard::goToInput(const crm::InputRef &input)
{
    goTo(session::stepOf(input));
    d->current()->focusInput(input);
}

bool ImportWizard::Private::open(session::WizardStep step)
{
    const int index = indexOf(step);
    if (index < 0 || pages[static_cast<size_t>(index)] == current())
        return false;
    session.markVisited(current()->step());
    enter(pages[static_cast<size_t>(index)]);
    return true;
}

session::WizardStep ImportWizard::step() const
{
    return d->current()->step();
}

Page *ImportWizard::page(session::WizardStep step) const
{
    const int index = d->indexOf(step);
    return index < 0 ? nullptr : d->pages[static_cast<size_t>(index)];
}

void ImportWizard::Private::enter(Page *page)
{
    stack->setCurrentIndex(indexOf(page->step()));
    page->setAccessibleName(side->steps()->spokenName(page->step()));
    side->steps()->setCurrent(page->step());
    if (session.statusOf(page->step()) == session::StepStatus::NeedsLook)
        session.markVisited(page->step());
    footer->setBackEnabled(indexOf(page->step()) > 0);
    page->entered();
    showFooter(false);
}

void ImportWizard::Private::next()
{
    Page *page = current();
    if (!page->whatIsMissing().isEmpty()) {
        showFooter(true);
        if (QWidget *problem = page->firstProblem())
            page->focusWidget(problem);
        return;
    }
    const size_t after = static_cast<size_t>(indexOf(page->step())) + 1;
    if (page->goingOn() && after < pages.size())
        q.goTo(pages[after]->step());
}

void ImportWizard::Private::back()
{
    const int index = indexOf(current()->step());
    if (index > 0)
        q.goTo(pages[static_cast<size_t>(index) - 1]->step());
}

void ImportWizard::Private::showFooter(bool isUrgent)
{
    const QString missing = current()->whatIsMissing();
    urgent = isUrgent && !missing.isEmpty();
    footer->setNext(current()->nextText());
    footer->setMessage(missing, urgent);
}

/// The steps at the side say what Next says. From Check on, Next waits for other things than choices.
void ImportWizard::Private::showMissing(const Page *page)
{
    if (page->step() < session::WizardStep::Check)
        side->setMissing(page->step(), page->whatIsMissing());
}

void ImportWizard::Private::showRefusal()
{
    if (!runs.stepAtFault())
        return;
    const session::WizardStep step = *runs.stepAtFault();
    q.goTo(step);
    for (const session::Fault &fault : session.faults().onStep(step)) {
        if (!fault.fromServer())
            continue;
        // On Run the message area and the state already belong to the run.
        if (step != session::WizardStep::Run) {
            refusalPage = current();
            refusalPage->messages()->say(Tone::Error,
                                         tr("Zoho CRM refused the job. Nothing was imported. What it found is marked "
                                            "below; correct it and start the import again."),
                                         ErrorText::details(fault));
        }
        current()->focusInput(fault.input);
        return;
    }
}

void ImportWizard::Private::clearRefusal()
{
    if (!refusalPage)
        return;
    for (const session::Fault &fault : session.faults().onStep(refusalPage->step()))
        if (fault.fromServer())
            return;
    refusalPage->messages()->clear();
    refusalPage = nullptr;
}

void ImportWizard::Private::showPractice()
{
    practice->setVisible(session.account().practice);
}

Page *ImportWizard::Private::current() const
{
    return pages[static_cast<size_t>(stack->currentIndex())];
}

int ImportWizard::Private::indexOf(session::WizardStep step) const
{
    for (size_t i = 0; i < pages.size(); ++i)
        if (pages[i]->step() == step)
            return static_cast<int>(i);
    return -1;
}

bool ImportWizard::Private::running() const
{
    return runs.run() && !runs.run()->ended() && runs.run()->state() != importing::ImportRun::State::Idle;
}

bool ImportWizard::Private::somethingToLose() const
{
    const bool finished = runs.run() && runs.run()->state() == importing::ImportRun::State::Finished;
    return !finished && (session.file() != session::FileChoice{} || !session.mapping().entries().empty());
}

bool ImportWizard::mayClose()
{
    const QString title = tr("Close CRM Import Wizard");
    if (d->running() && d->runs.run()->job())
        return d->dialogs.confirm(this, title,
                                  tr("The CRM goes on with this job after the window is closed: it cannot be stopped. "
                                     "The result will not be shown here."),
                                  tr("Close"));
    if (d->running())
        return d->dialogs.confirm(
            this, title,
            tr("The import is on its way. If the request has already left, the CRM goes on with it "
               "after the window is closed."),
            tr("Close"));
    if (d->somethingToLose())
        return d->dialogs.confirm(this, title, tr("What you entered is lost unless you save it as a plan first."),
                                  tr("Close"));
    return true;
}

} // namespace ui
