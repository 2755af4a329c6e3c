#include "ui/wizard/CheckPage.h"

#include "checking/RequestCheck.h"
#include "crm/wire/CreateJobWire.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/CheckSummary.h"
#include "ui/wizard/FindingsList.h"
#include "ui/wizard/RequestPanel.h"
#include "ui/wizard/SaveWithWords.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 jobsWithoutAsking = 20;

} // namespace

class CheckPage::Private final {
    Q_DECLARE_TR_FUNCTIONS(CheckPage)
public:
    Private(CheckPage &page, session::ImportSession &importSession, session::CrmConnection &crmConnection,
            session::RunController &runController, Dialogs &questions)
        : q(page)
        , session(importSession)
        , connection(crmConnection)
        , runs(runController)
        , dialogs(questions)
    { }

    void build();
    void buildSummary();
    void buildFindings();
    void buildRequest();
    void refreshSoon();
    void refresh();
    void showSummary();
    void showFindings();
    void showRequest();
    void savePlan();
    [[nodiscard]] bool settleDoubt(const session::StartOutlook &outlook, session::RunController::Doubt &doubt);
    [[nodiscard]] bool wantsToRepeat(const session::StartOutlook &outlook);
    [[nodiscard]] bool wantsSoMany(qint64 jobs);
    [[nodiscard]] qsizetype errors() const; ///< found here

    CheckPage &q;
    session::ImportSession &session;
    session::CrmConnection &connection;
    session::RunController &runs;
    Dialogs &dialogs;
    Card *summary = nullptr;
    QGridLayout *lines = nullptr;
    Card *findingsCard = nullptr;
    FindingsList *findings = nullptr;
    QCheckBox *asItStands = nullptr;
    RequestPanel *request = nullptr;
    TextLabel *idNote = nullptr;
    TextLabel *columnsNote = nullptr;
    TextLabel *planSaved = nullptr;
    bool stale = true; ///< changed while another page was in view
};

void CheckPage::Private::build()
{
    buildSummary();
    buildFindings();
    buildRequest();
    q.content()->addStretch(1);
    QObject::connect(&session, &session::ImportSession::changed, &q, [this] { refreshSoon(); });
    QObject::connect(&session, &session::ImportSession::faultsChanged, &q, [this] { refreshSoon(); });
    QObject::connect(&connection, &session::CrmConnection::stateChanged, &q, [this] { refreshSoon(); });
    QObject::connect(&runs, &session::RunController::runChanged, &q, [this] { Q_EMIT q.completeChanged(); });
    refresh();
}

void CheckPage::Private::buildSummary()
{
    summary = new Card(QStringLiteral(" "), {}, QStringLiteral("check"), &q);
    summary->setObjectName(QStringLiteral("summary"));
    lines = new QGridLayout;
    lines->setHorizontalSpacing(space::m);
    lines->setVerticalSpacing(space::s);
    lines->setColumnStretch(2, 1);
    summary->body()->addLayout(lines);
    q.content()->addWidget(summary);
}

void CheckPage::Private::buildFindings()
{
    findingsCard = new Card(QStringLiteral(" "), {}, {}, &q);
    findings = new FindingsList(findingsCard);
    findings->setObjectName(QStringLiteral("findings"));
    findings->setAccessibleName(tr("Findings"));
    asItStands = new QCheckBox(tr("Send it as it stands, although the CRM is expected to refuse it"), findingsCard);
    asItStands->setObjectName(QStringLiteral("sendAsItStands"));
    asItStands->setAccessibleName(asItStands->text());
    findingsCard->body()->addWidget(findings);
    findingsCard->body()->addWidget(asItStands);
    q.content()->addWidget(findingsCard);
    QObject::connect(findings, &FindingsList::inputWanted, &q, [this](const crm::InputRef &input) {
        Q_EMIT q.goTo(session::stepOf(input));
        Q_EMIT q.inputWanted(input);
    });
    QObject::connect(asItStands, &QCheckBox::toggled, &q, &Page::completeChanged);
}

void CheckPage::Private::buildRequest()
{
    auto *card =
        new Card(tr("The Exact Request"),
                 tr("What is sent to the CRM to create the bulk job. Your access token is no part of it."), {}, &q);
    idNote = new TextLabel(tr("The key file_id is added as soon as the spreadsheet is uploaded."), TextRole::Caption,
                           TextLabel::Use::Inert, card);
    columnsNote = new TextLabel(tr("Only the mapped columns are uploaded, in the order of field_mappings; each index "
                                   "counts within the uploaded file, not within your spreadsheet."),
                                TextRole::Caption, TextLabel::Use::Inert, card);
    columnsNote->setObjectName(QStringLiteral("mappedColumnsNote"));
    request = new RequestPanel(dialogs, card);
    card->body()->addWidget(request);
    card->body()->addWidget(columnsNote);
    card->body()->addWidget(idNote);
    q.content()->addWidget(card);
    auto *planCard =
        new Card(tr("Keep This Import"),
                 tr("A plan holds every choice but no secret. Open it later on the page Account, or run it "
                    "from a console."),
                 {}, &q);
    auto *save = new QPushButton(icon(QStringLiteral("save")), tr("Save Plan…"), planCard);
    save->setObjectName(QStringLiteral("savePlanButton"));
    planSaved = new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, planCard);
    planSaved->hide();
    planCard->body()->addWidget(save, 0, Qt::AlignLeading);
    planCard->body()->addWidget(planSaved);
    q.content()->addWidget(planCard);
    QObject::connect(save, &QPushButton::clicked, &q, [this] { savePlan(); });
}

/// Each key press on another page changes the session; nobody sees this page then.
void CheckPage::Private::refreshSoon()
{
    stale = true;
    if (q.isVisible())
        refresh();
    Q_EMIT q.completeChanged();
}

void CheckPage::Private::refresh()
{
    stale = false;
    showSummary();
    showFindings();
    showRequest();
    planSaved->hide();
    Q_EMIT q.completeChanged();
}

void CheckPage::Private::showSummary()
{
    while (QLayoutItem *item = lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    summary->setHeading(CheckSummary::headline(session));
    QStringList spoken{CheckSummary::headline(session)};
    int row = 0;
    for (const SummaryLine &line : CheckSummary::lines(session)) {
        auto *label = new TextLabel(line.label, TextRole::Body);
        label->setWordWrap(false);
        setMark(label, "muted", true);
        lines->addWidget(new IconLabel(line.iconName, Tone::Neutral), row, 0, Qt::AlignTop);
        lines->addWidget(label, row, 1, Qt::AlignTop);
        lines->addWidget(new TextLabel(line.text, TextRole::Body, TextLabel::Use::Selectable), row++, 2);
        spoken << QStringLiteral("%1: %2").arg(line.label, line.text);
    }
    summary->setAccessibleName(tr("Summary"));
    summary->setAccessibleDescription(spoken.join(QLatin1Char(' ')));
}

void CheckPage::Private::showFindings()
{
    const std::vector<session::Fault> faults = session.faults().all();
    findings->setFaults(faults);
    findings->setVisible(!faults.empty());
    findingsCard->setHeading(faults.empty() ? tr("Nothing Stands in the Way") : tr("What Needs a Look"));
    findingsCard->setSentence(faults.empty() ? tr("No errors and no warnings were found. The CRM looks at every row by "
                                                  "itself once the job runs.")
                                             : QString());
    const bool sendable = errors() > 0 && !session.faults().openQuestion();
    asItStands->setVisible(sendable);
    if (!sendable)
        asItStands->setChecked(false);
}

void CheckPage::Private::showRequest()
{
    const session::OutgoingRequest outgoing = runs.outgoing();
    const crm::ApiVersion *version = crm::findApiVersion(session.account().apiVersion);
    const QUrl url = connection.api()
        ? connection.api()->createJobUrl()
        : QUrl(QStringLiteral("https://www.zohoapis.com/crm/bulk/%1/write").arg(session.account().apiVersion));
    request->setRequest(outgoing.exactBody ? *outgoing.exactBody
                                           : crm::wire::encodeRequest(
                                               outgoing.request, version ? *version : crm::defaultApiVersion(), true),
                        url);
    columnsNote->setVisible(outgoing.onlyMapped);
    idNote->setVisible(outgoing.request.fileId.isEmpty() && session.file().table);
}

void CheckPage::Private::savePlan()
{
    const QString path = dialogs.saveFile(&q, tr("Save Plan"), QStringLiteral("import.importplan.json"),
                                          tr("Import plans (*.importplan.json)"));
    saveWithWords(path, importing::writePlan(session.plan()), planSaved);
}

/// Neither choice is made for the user: rows twice in the CRM are as bad as rows that are missing.
bool CheckPage::Private::settleDoubt(const session::StartOutlook &outlook, session::RunController::Doubt &doubt)
{
    using Doubt = session::RunController::Doubt;
    const QString part = QString::number(outlook.openPart);
    doubt = Doubt::SendAgain;
    if (dialogs.confirm(
            &q, tr("Send Part %1 Again?").arg(part),
            tr("Nobody can tell whether the rows of part %1 of %2 are in the CRM. Look there first. If they "
               "are, sending them again adds them twice. Send part %1 again?")
                .arg(part)
                .arg(outlook.parts),
            tr("Send Part %1 Again").arg(part)))
        return true;
    doubt = Doubt::LeaveOut;
    return dialogs.confirm(
        &q, tr("Leave Part %1 Out?").arg(part),
        tr("If you have seen the rows of part %1 in the CRM, the import can go on without sending them "
           "again. Leave part %1 out?")
            .arg(part),
        tr("Leave Part %1 Out").arg(part));
}

bool CheckPage::Private::wantsToRepeat(const session::StartOutlook &outlook)
{
    return dialogs.confirm(
        &q, tr("Send Rows a Second Time?"),
        tr("An earlier import of this file ended before its last part, and the file or the mapping has "
           "changed since. %1 of its %2 parts are in the CRM, or may be. Starting now sends every row "
           "of the file, so rows can get into the CRM twice.")
            .arg(outlook.written)
            .arg(outlook.parts),
        tr("Send Every Row"));
}

bool CheckPage::Private::wantsSoMany(qint64 jobs)
{
    if (jobs <= jobsWithoutAsking)
        return true;
    return dialogs.confirm(
        &q, tr("Start %1 Jobs?").arg(QLocale().toString(jobs)),
        tr("The file is sent in about %1 jobs, one after the other. Each costs 500 API credits, %2 in "
           "all.")
            .arg(QLocale().toString(jobs), QLocale().toString(jobs * checking::creditsPerJob)),
        tr("Start the Jobs"));
}

qsizetype CheckPage::Private::errors() const
{
    const std::vector<session::Fault> faults = session.faults().all();
    return std::count_if(faults.begin(), faults.end(),
                         [](const session::Fault &fault) { return !fault.isWarning() && !fault.fromServer(); });
}

CheckPage::CheckPage(session::ImportSession &session, session::CrmConnection &connection, session::RunController &runs,
                     Dialogs &dialogs, QWidget *parent)
    : Page(session::WizardStep::Check, tr("Check"), tr("Read what will happen before anything is written to the CRM."),
           Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, connection, runs, dialogs))
{
    d->build();
}

CheckPage::~CheckPage() = default;

QString CheckPage::whatIsMissing() const
{
    if (d->runs.canStart(d->asItStands->isChecked()))
        return {};
    if (d->runs.run() && !d->runs.run()->ended() && d->runs.run()->state() != importing::ImportRun::State::Idle)
        return tr("An import is running. See the step Run.");
    if (!d->session.account().connected)
        return tr("Sign in first, on the step Account.");
    if (const auto question = d->session.faults().openQuestion())
        return d->errors() > 1 ? tr("Errors stand in the way. Correct them to go on.") : ErrorText::of(*question);
    return d->errors() > 0 ? tr("Errors stand in the way. Correct them, or choose to send the request as it stands.")
                           : tr("Something is missing in the steps before.");
}

QWidget *CheckPage::firstProblem()
{
    return d->findings->firstButton();
}

QString CheckPage::nextText() const
{
    return tr("Start Import");
}

bool CheckPage::goingOn()
{
    using Kind = session::StartOutlook::Kind;
    using Doubt = session::RunController::Doubt;
    const session::StartOutlook outlook = d->runs.outlook();
    Doubt doubt = Doubt::Ask;
    if (outlook.kind == Kind::InDoubt && !d->settleDoubt(outlook, doubt))
        return false;
    if (outlook.kind == Kind::WouldRepeat) {
        if (!d->wantsToRepeat(outlook))
            return false;
        doubt = Doubt::SendAgain;
    }
    if (!d->wantsSoMany(outlook.jobs))
        return false;
    d->runs.start(doubt);
    return true;
}

void CheckPage::entered()
{
    d->refresh();
}

} // namespace ui
