#include "ui/wizard/FilePage.h"

#include "session/PastedTable.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/wizard/KnownFilesPanel.h"
#include "ui/wizard/LocalFilePanel.h"
#include "ui/wizard/TableNotes.h"
#include "ui/wizard/TablePanel.h"
#include "ui/wizard/UploadPanel.h"

#include <QButtonGroup>
#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QRadioButton>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {
namespace {

const crm::InputRef fileInput{crm::InputRef::Kind::File, {}};

constexpr int wayLines = 12; ///< what a card of a source wants, in heights of a line
constexpr int partsToAskAbout = 20;

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
    void buildWays();
    void buildChosen();
    void addCard(Source source, const QString &name, const QString &choice, const QString &sentence);
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
    void showWay();
    void askForFile();
    void readAgain(const tabular::SourceFile &file);
    void replaceBytes();
    void close();
    void savePasted(const QString &text);
    [[nodiscard]] TablePanel::Content content() const;
    [[nodiscard]] bool undecided() const;
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
    SideBySide *ways = nullptr;
    std::vector<ChoiceCard *> cards;
    Card *chosen = nullptr;
    Card *uploading = nullptr;
    LocalFilePanel *local = nullptr;
    UploadPanel *upload = nullptr;
    KnownFilesPanel *known = nullptr;
    QLineEdit *typed = nullptr;
    FieldBlock *typedBlock = nullptr;
    TablePanel *table = nullptr;
    std::array<crm::FileId, 3> ids;           ///< what each source stands for, so that going to and fro loses nothing
    std::vector<session::PastedTable> pasted; ///< stay as long as the window: plans and uploads may still want them
    int agreedParts = 0;                      ///< so many parts were asked about and agreed to
    bool applying = false;
    bool asked = false; ///< Next was pressed: that no file is chosen is now said to be wrong
};

void FilePage::Private::build()
{
    choices = new QButtonGroup(&q);
    buildWays();
    buildChosen();
    table = new TablePanel(&q);
    uploading = new Card({}, {}, {}, &q);
    upload = new UploadPanel(session, runs, uploading);
    uploading->body()->addWidget(upload);
    q.content()->setSpacing(space::m);
    q.content()->addWidget(ways);
    q.content()->addWidget(chosen);
    q.content()->addWidget(table, 1);
    q.content()->addWidget(uploading);
    choices->button(Local)->setChecked(true);
    auto *paste = new QShortcut(QKeySequence::Paste, &q, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    QObject::connect(paste, &QShortcut::activated, &q, &FilePage::pasteTable);
}

void FilePage::Private::buildWays()
{
    ways = new SideBySide(space::s, wayLines, &q);
    addCard(Local, QStringLiteral("sourceLocal"), tr("A spreadsheet on this computer"),
            tr("Of any size; it is sent in parts of up to 25,000 rows."));
    addCard(Known, QStringLiteral("sourceKnown"), tr("A file uploaded before"),
            tr("The CRM keeps no list of uploaded files; this computer remembers its own."));
    addCard(Typed, QStringLiteral("sourceTyped"), tr("A file ID that you know"),
            tr("The number that the CRM gave when the file was uploaded. It is good for one job."));
}

void FilePage::Private::buildChosen()
{
    chosen = new Card({}, {}, {}, &q);
    local = new LocalFilePanel(chosen);
    known = new KnownFilesPanel(chosen);
    typed = new QLineEdit(chosen);
    typed->setObjectName(QStringLiteral("fileId"));
    typedBlock = new FieldBlock(tr("File ID"), typed, {}, chosen);
    chosen->body()->addWidget(local);
    chosen->body()->addWidget(known);
    chosen->body()->addWidget(typedBlock);
}

void FilePage::Private::addCard(Source source, const QString &name, const QString &choice, const QString &sentence)
{
    auto *card = new ChoiceCard(choice, sentence, {}, &q);
    card->button()->setObjectName(name);
    choices->addButton(card->button(), source);
    ways->add(card);
    cards.push_back(card);
}

void FilePage::Private::connectPanels()
{
    QObject::connect(choices, &QButtonGroup::idToggled, &q, [this](int id, bool on) {
        if (on)
            chooseSource(id);
    });
    QObject::connect(local, &LocalFilePanel::chooseRequested, &q, [this] { askForFile(); });
    QObject::connect(local, &LocalFilePanel::pathEntered, &q, [this](const QString &path) { opener.open(path); });
    QObject::connect(local, &LocalFilePanel::pasteRequested, &q, &FilePage::pasteTable);
    QObject::connect(local, &LocalFilePanel::againRequested, &q, [this] { readAgain(opener.glance()->source); });
    QObject::connect(local, &LocalFilePanel::stopRequested, &opener, &session::FileOpener::stop);
    QObject::connect(known, &KnownFilesPanel::chosen, &q, [this](const crm::FileId &id) { setId(Known, id); });
    QObject::connect(typed, &QLineEdit::textChanged, &q,
                     [this](const QString &text) { setId(Typed, crm::FileId(text.trimmed())); });
    QObject::connect(table, &TablePanel::columnsFileRequested, &q, [this] { askForFile(); });
    QObject::connect(table, &TablePanel::sourceChosen, &q, [this](const auto &file) { readAgain(file); });
    QObject::connect(table, &TablePanel::replaceBytesWanted, &q, [this] { replaceBytes(); });
    QObject::connect(table, &TablePanel::closeWanted, &q, [this] { close(); });
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
    const TablePanel::Content shown = content();
    local->showTable(shown.table, shown.glance);
    table->show(shown, source() == Local ? TablePanel::Purpose::Upload : TablePanel::Purpose::ColumnsOnly);
    showWay();
}

/// What there is of the file that the user chose last. While it is read anew that is the first look; one that could not be
/// read to its end has no more than that either. A file for its columns stays beside its file ID whatever else happens.
TablePanel::Content FilePage::Private::content() const
{
    TablePanel::Content shown{opener.glance(), session.file().table, true};
    const bool another = shown.table && shown.table->source.path != opener.path() && !opener.path().isEmpty();
    if (opener.busy() || (source() == Local && opener.error()))
        shown.table.reset();
    else if (another)
        shown.glance.reset();
    if (shown.glance && shown.table)
        shown.topIsCurrent = shown.glance->source == shown.table->source;
    return shown;
}

void FilePage::Private::showWay()
{
    const bool anything = session.file().table || opener.glance() || opener.busy();
    for (ChoiceCard *card : cards)
        card->setCompact(anything);
    local->setVisible(source() == Local);
    known->setVisible(source() == Known);
    typedBlock->setVisible(source() == Typed);
    uploading->setVisible(source() == Local && session.file().table && !opener.error());
}

bool FilePage::Private::undecided() const
{
    return source() == Local && session.file().table && TablePanel::needsDecision(*session.file().table);
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
    table->showTrouble(source() == Local ? std::optional<base::Error>() : opener.error());
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
        dialogs.openFile(&q, tr("Choose a Spreadsheet"),
                         tr("Spreadsheets (*.csv *.tsv *.tab *.txt *.xlsx *.xlsm *.ods *.zip *.gz);;All files (*)"));
    if (!path.isEmpty())
        opener.open(path);
}

void FilePage::Private::readAgain(const tabular::SourceFile &file)
{
    if (source() == Local)
        opener.openAs(file);
    else
        opener.openForColumns(file);
}

void FilePage::Private::replaceBytes()
{
    const TablePanel::Content shown = content();
    if (shown.table)
        opener.openReplacing(shown.table->source);
    else if (shown.glance)
        opener.openReplacing(shown.glance->source);
}

void FilePage::Private::close()
{
    opener.close();
    session::FileChoice choice = session.file();
    choice.table.reset();
    session.setFile(choice);
    local->input()->setFocus(Qt::OtherFocusReason);
}

void FilePage::Private::savePasted(const QString &text)
{
    base::observe(session::savePasted(text), &q, [this](const base::Result<session::PastedTable> &saved) {
        if (!saved) {
            local->showTrouble(saved.error());
            return;
        }
        pasted.push_back(*saved);
        q.openDropped(saved->path);
    });
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
    if (d->source() == Private::Local && d->opener.error())
        return tr("The chosen file cannot be read. Choose another one.");
    if (d->source() == Private::Local && !file.table)
        return d->opener.glance() ? tr("Not all rows have been read yet.") : tr("Choose a spreadsheet.");
    if (d->undecided())
        return tr("Decide on the bytes that are no text.");
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
    return d->undecided() ? d->table->decision() : d->input();
}

QWidget *FilePage::widgetOf(const crm::InputRef &input)
{
    const bool here = input.kind == crm::InputRef::Kind::File || input.kind == crm::InputRef::Kind::CharacterEncoding;
    return here ? d->input() : nullptr;
}

/// Each part costs credits and time, so that many of them are not sent by accident.
bool FilePage::goingOn()
{
    const std::optional<tabular::TableSummary> &table = d->session.file().table;
    const int parts = table && d->source() == Private::Local ? TableNotes::parts(*table) : 1;
    if (parts <= partsToAskAbout || parts == d->agreedParts)
        return true;
    const bool agreed = d->dialogs.confirm(
        this, tr("Many Parts"),
        tr("The spreadsheet is sent in %Ln part(s) of 500 API credits each, %1 in all. Go on with it?", nullptr, parts)
            .arg(QLocale().toString(parts * 500)),
        tr("Go On"));
    d->agreedParts = agreed ? parts : 0;
    return agreed;
}

void FilePage::pasteTable()
{
    const QMimeData *content = QGuiApplication::clipboard()->mimeData();
    const QList<QUrl> urls = content ? content->urls() : QList<QUrl>();
    if (!urls.isEmpty() && urls.first().isLocalFile())
        openDropped(urls.first().toLocalFile());
    else
        d->savePasted(content ? content->text() : QString());
}

void FilePage::openDropped(const QString &path)
{
    if (d->source() == Private::Known || d->source() == Private::Typed)
        d->setSource(Private::Local);
    d->opener.open(path);
}

} // namespace ui
