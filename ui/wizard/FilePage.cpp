#include "ui/wizard/FilePage.h"

#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/wizard/KnownFilesPanel.h"
#include "ui/wizard/LocalFilePanel.h"
#include "ui/wizard/TablePanel.h"
#include "ui/wizard/UploadPanel.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {
namespace {

const crm::InputRef fileInput{crm::InputRef::Kind::File, {}};

} // namespace

class FilePage::Private final {
    Q_DECLARE_TR_FUNCTIONS(FilePage)
public:
    enum Source { Local, Known, Typed };

    Private(FilePage &page, session::ImportSession &importSession, session::FileOpener &fileOpener,
            session::RunController &runController, importing::FileLedger &fileLedger, Dialogs &questions)
        : q(page)
        , session(importSession)
        , opener(fileOpener)
        , runs(runController)
        , ledger(fileLedger)
        , dialogs(questions)
    { }

    void build();
    ChoiceCard *addCard(Source source, const QString &name, const QString &choice, const QString &sentence);
    void connectPanels();
    void connectSession();
    void chooseSource(int id);
    void setSource(Source source);
    void setId(Source source, const crm::FileId &id);
    void applyId();
    void fileChanged();
    void recogniseId();
    void showFile();
    void showFaults();
    void showReading();
    void showKnown();
    void askForFile();
    void readAgain(const tabular::CsvDialect &dialect);
    [[nodiscard]] Source source() const { return static_cast<Source>(choices->checkedId()); }
    [[nodiscard]] crm::FileId &id(Source of) { return ids[static_cast<size_t>(of)]; }
    [[nodiscard]] QWidget *input() const;

    FilePage &q;
    session::ImportSession &session;
    session::FileOpener &opener;
    session::RunController &runs;
    importing::FileLedger &ledger;
    Dialogs &dialogs;
    QButtonGroup *choices = nullptr;
    LocalFilePanel *local = nullptr;
    UploadPanel *upload = nullptr;
    KnownFilesPanel *known = nullptr;
    QLineEdit *typed = nullptr;
    FieldBlock *typedBlock = nullptr;
    TablePanel *table = nullptr;
    std::array<crm::FileId, 3> ids; ///< what each source stands for, so that going to and fro loses nothing
    bool applying = false;
    bool asked = false; ///< Next was pressed: that no file is chosen is now said to be wrong
};

void FilePage::Private::build()
{
    choices = new QButtonGroup(&q);
    ChoiceCard *card = addCard(Local, QStringLiteral("sourceLocal"), tr("A spreadsheet on this computer"),
                               tr("A CSV file in UTF-8, with up to 25,000 rows and 200 columns."));
    local = new LocalFilePanel(card);
    upload = new UploadPanel(session, runs, card);
    card->body()->addWidget(local);
    card->body()->addWidget(upload);
    card = addCard(Known, QStringLiteral("sourceKnown"), tr("A file uploaded before"),
                   tr("The CRM keeps no list of uploaded files; this computer remembers its own."));
    known = new KnownFilesPanel(card);
    card->body()->addWidget(known);
    card = addCard(Typed, QStringLiteral("sourceTyped"), tr("A file ID that you know"),
                   tr("The number that the CRM gave when the file was uploaded. It is good for one job."));
    typed = new QLineEdit(card);
    typed->setObjectName(QStringLiteral("fileId"));
    typedBlock = new FieldBlock(tr("File ID"), typed, {}, card);
    card->body()->addWidget(typedBlock);
    table = new TablePanel(&q);
    q.content()->addWidget(table);
    q.content()->addStretch(1);
    choices->button(Local)->setChecked(true);
}

ChoiceCard *FilePage::Private::addCard(Source source, const QString &name, const QString &choice,
                                       const QString &sentence)
{
    auto *card = new ChoiceCard(choice, sentence, {}, &q);
    card->button()->setObjectName(name);
    choices->addButton(card->button(), source);
    q.content()->addWidget(card);
    return card;
}

void FilePage::Private::connectPanels()
{
    QObject::connect(choices, &QButtonGroup::idToggled, &q, [this](int id, bool on) {
        if (on)
            chooseSource(id);
    });
    QObject::connect(local, &LocalFilePanel::chooseRequested, &q, [this] { askForFile(); });
    QObject::connect(local, &LocalFilePanel::pathEntered, &q, [this](const QString &path) { opener.open(path); });
    QObject::connect(local, &LocalFilePanel::stopRequested, &opener, &session::FileOpener::stop);
    QObject::connect(known, &KnownFilesPanel::chosen, &q, [this](const crm::FileId &id) { setId(Known, id); });
    QObject::connect(typed, &QLineEdit::textChanged, &q,
                     [this](const QString &text) { setId(Typed, crm::FileId(text.trimmed())); });
    QObject::connect(table, &TablePanel::columnsFileRequested, &q, [this] { askForFile(); });
    QObject::connect(table, &TablePanel::dialectChosen, &q, [this](const auto &dialect) { readAgain(dialect); });
}

void FilePage::Private::connectSession()
{
    using session::ImportSession;
    QObject::connect(&session, &ImportSession::changed, &q, [this](ImportSession::Area area) {
        if (area == ImportSession::Area::File)
            fileChanged();
        if (area == ImportSession::Area::Account)
            showKnown();
    });
    QObject::connect(&session, &ImportSession::faultsChanged, &q, [this] { showFaults(); });
    QObject::connect(&opener, &session::FileOpener::changed, &q, [this] { showReading(); });
    QObject::connect(&ledger, &importing::FileLedger::changed, &q, [this] { showKnown(); });
    showKnown();
    fileChanged();
    showReading();
}

void FilePage::Private::chooseSource(int)
{
    applyId();
    showFile();
    showFaults();
    Q_EMIT q.completeChanged();
}

void FilePage::Private::setSource(Source source)
{
    choices->button(source)->setChecked(true);
}

void FilePage::Private::setId(Source of, const crm::FileId &fileId)
{
    id(of) = fileId;
    if (source() != of)
        return;
    applyId();
    const importing::KnownFile *file = ledger.find(fileId);
    const bool wanted = of == Known && file && !file->path.isEmpty();
    if (wanted && (!session.file().table || session.file().table->source.path != file->path))
        opener.open(file->path);
}

void FilePage::Private::applyId()
{
    session::FileChoice choice = session.file();
    choice.fileId = id(source());
    const importing::KnownFile *file = ledger.find(choice.fileId);
    choice.usedBy = file ? file->usedBy : std::optional<crm::JobId>();
    applying = true;
    session.setFile(choice);
    applying = false;
    showFile();
    Q_EMIT q.completeChanged();
}

void FilePage::Private::fileChanged()
{
    if (!applying && session.file().fileId != id(source()))
        recogniseId();
    showFile();
    showFaults();
    Q_EMIT q.completeChanged();
}

/// The session's file ID came from elsewhere: from an upload, a plan, or a spreadsheet that was read anew.
void FilePage::Private::recogniseId()
{
    const session::FileChoice file = session.file();
    const importing::UploadRun *last = runs.upload();
    const bool uploadedHere = last && last->state() == importing::UploadRun::State::Done;
    if (file.fileId.isEmpty() && source() != Local && file.table) {
        applyId(); // it was read for its columns; the file ID stays
    } else if (file.fileId.isEmpty() || (source() == Local && file.table && (uploadedHere || runs.run()))) {
        id(source()) = file.fileId;
        typed->setText(id(Typed).text());
    } else if (ledger.find(file.fileId)) {
        id(Known) = file.fileId;
        known->select(file.fileId);
        setSource(Known);
    } else {
        id(Typed) = file.fileId;
        typed->setText(file.fileId.text());
        setSource(Typed);
    }
}

void FilePage::Private::showFile()
{
    const std::optional<tabular::TableSummary> &summary = session.file().table;
    local->showTable(summary);
    upload->setVisible(summary.has_value());
    table->showTable(summary, source() == Local ? TablePanel::Purpose::Upload : TablePanel::Purpose::ColumnsOnly);
}

void FilePage::Private::showFaults()
{
    std::vector<session::Fault> faults = session.faults().of(fileInput);
    std::erase_if(faults, [this](const session::Fault &fault) {
        return !asked && fault.finding && fault.finding->rule == checking::Rule::FileMissing;
    });
    const auto more = session.faults().of({crm::InputRef::Kind::CharacterEncoding, {}});
    faults.insert(faults.end(), more.begin(), more.end());
    local->showFaults(source() == Local ? faults : std::vector<session::Fault>());
    known->showFaults(source() == Known ? faults : std::vector<session::Fault>());
    typedBlock->showFaults(source() == Typed ? faults : std::vector<session::Fault>());
}

void FilePage::Private::showReading()
{
    local->showReading(opener, source() == Local);
    table->showReading(opener.busy(), source() == Local ? std::optional<base::Error>() : opener.error());
    if (!opener.busy())
        showFile();
    Q_EMIT q.completeChanged();
}

void FilePage::Private::showKnown()
{
    known->showFiles(ledger.filesOf(session.account().organisation.zgid));
}

void FilePage::Private::askForFile()
{
    const QString path =
        dialogs.openFile(&q, tr("Choose a Spreadsheet"), tr("Delimited text (*.csv *.txt *.tsv);;All files (*)"));
    if (!path.isEmpty())
        opener.open(path);
}

void FilePage::Private::readAgain(const tabular::CsvDialect &dialect)
{
    if (!session.file().table)
        return;
    const tabular::SourceFile file{session.file().table->source.path, dialect};
    if (source() == Local)
        opener.openAs(file);
    else
        opener.openForColumns(file);
}

QWidget *FilePage::Private::input() const
{
    switch (source()) {
    case Known:
        return known->input();
    case Typed:
        return typed;
    case Local:
        break;
    }
    return local->input();
}

FilePage::FilePage(session::ImportSession &session, session::FileOpener &opener, session::RunController &runs,
                   importing::FileLedger &ledger, Dialogs &dialogs, QWidget *parent)
    : Page(session::WizardStep::File, tr("File"), tr("Choose the rows that go into the CRM."), Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, opener, runs, ledger, dialogs))
{
    d->build();
    d->connectPanels();
    d->connectSession();
}

FilePage::~FilePage() = default;

QString FilePage::whatIsMissing() const
{
    if (d->opener.busy())
        return tr("The spreadsheet is still being read.");
    const session::FileChoice &file = d->session.file();
    if (d->source() == Private::Local && !file.table)
        return tr("Choose a spreadsheet.");
    if (d->source() == Private::Known && file.fileId.isEmpty())
        return tr("Choose one of the uploaded files.");
    if (d->source() == Private::Typed && file.fileId.isEmpty())
        return tr("Enter a file ID.");
    return {};
}

QWidget *FilePage::firstProblem()
{
    d->asked = true;
    d->showFaults();
    return d->input();
}

QWidget *FilePage::widgetOf(const crm::InputRef &input)
{
    const bool here = input.kind == crm::InputRef::Kind::File || input.kind == crm::InputRef::Kind::CharacterEncoding;
    return here ? d->input() : nullptr;
}

void FilePage::openDropped(const QString &path)
{
    if (d->source() == Private::Known || d->source() == Private::Typed)
        d->setSource(Private::Local);
    d->opener.open(path);
}

} // namespace ui
