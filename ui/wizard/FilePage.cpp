#include "ui/wizard/FilePage.h"

#include "session/PastedTable.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/wizard/FileDigest.h"
#include "ui/wizard/FileWays.h"
#include "ui/wizard/KnownFilesPanel.h"
#include "ui/wizard/LocalFilePanel.h"
#include "ui/wizard/ReadingOptions.h"
#include "ui/wizard/TableNotes.h"
#include "ui/wizard/TablePanel.h"
#include "ui/wizard/UploadPanel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMimeData>
#include <QShortcut>
#include <QUrl>
#include <QVBoxLayout>

namespace ui {
namespace {

const crm::InputRef fileInput{crm::InputRef::Kind::File, {}};

constexpr int partsToAskAbout = 20;

} // namespace

class FilePage::Private final {
    Q_DECLARE_TR_FUNCTIONS(FilePage)
public:
    using Source = FileWays::Source;

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
    void connectPanels();
    void connectSession();
    void showFaults();
    void fold();
    void unfold();
    void savePasted(const QString &text);
    [[nodiscard]] std::optional<session::Fault> question() const;
    [[nodiscard]] Source source() const { return ways->source(); }

    FilePage &q;
    session::ImportSession &session;
    session::FileOpener &opener;
    session::RunController &runs;
    importing::FileLedger &ledger;
    Dialogs &dialogs;
    FileDigest *digest = nullptr;
    FileWays *ways = nullptr;
    TablePanel *table = nullptr;
    Card *uploading = nullptr;
    std::array<crm::FileId, 3> ids;           ///< what each source stands for, so that going to and fro loses nothing
    std::vector<session::PastedTable> pasted; ///< stay as long as the window: plans and uploads may still want them
    int agreedParts = 0;                      ///< so many parts were asked about and agreed to
    bool applying = false;
    bool asked = false; ///< Next was pressed: that no file is chosen is now said to be wrong

private:
    /// What the page shows of a file, in so far as it changes with more than the percent that are read.
    struct Shown final {
        std::optional<tabular::SourceFile> glance;
        std::optional<tabular::TableSummary> table;
        Source source = FileWays::Local;

        friend bool operator==(const Shown &a, const Shown &b) = default;
    };

    void sourceChanged();
    void setId(Source source, const crm::FileId &id);
    void applyId();
    void fileChanged();
    void recogniseId();
    void showFile();
    void showReading();
    void showKnown();
    void askForFile();
    void readAgain(const tabular::SourceFile &file);
    void replaceBytes();
    void close();
    [[nodiscard]] TablePanel::Content content() const;
    [[nodiscard]] crm::FileId &id(Source of) { return ids[static_cast<size_t>(of)]; }

    std::optional<Shown> shown;
    std::optional<tabular::SourceFile> wanted; ///< what was chosen on this page and is read now
};

void FilePage::Private::build()
{
    digest = new FileDigest(&q);
    digest->hide();
    ways = new FileWays(&q);
    table = new TablePanel(&q);
    uploading = new Card({}, {}, {}, &q);
    uploading->body()->addWidget(new UploadPanel(session, runs, uploading));
    q.content()->setSpacing(space::m);
    q.content()->addWidget(digest);
    q.content()->addWidget(ways);
    q.content()->addWidget(table, 1);
    q.content()->addWidget(uploading);
    auto *paste = new QShortcut(QKeySequence::Paste, &q, nullptr, nullptr, Qt::WidgetWithChildrenShortcut);
    QObject::connect(paste, &QShortcut::activated, &q, &FilePage::pasteTable);
}

void FilePage::Private::connectPanels()
{
    LocalFilePanel *local = ways->local();
    QObject::connect(ways, &FileWays::sourceChanged, &q, [this] { sourceChanged(); });
    QObject::connect(local, &LocalFilePanel::chooseRequested, &q, [this] { askForFile(); });
    QObject::connect(local, &LocalFilePanel::pathEntered, &q, [this](const QString &path) { opener.open(path); });
    QObject::connect(local, &LocalFilePanel::pasteRequested, &q, &FilePage::pasteTable);
    QObject::connect(local, &LocalFilePanel::againRequested, &q, [this] { readAgain(opener.glance()->source); });
    QObject::connect(local, &LocalFilePanel::stopRequested, &opener, &session::FileOpener::stop);
    QObject::connect(ways->known(), &KnownFilesPanel::chosen, &q,
                     [this](const crm::FileId &id) { setId(FileWays::Known, id); });
    QObject::connect(ways->typed(), &QLineEdit::textChanged, &q,
                     [this](const QString &text) { setId(FileWays::Typed, crm::FileId(text.trimmed())); });
    QObject::connect(table, &TablePanel::columnsFileRequested, &q, [this] { askForFile(); });
    QObject::connect(table, &TablePanel::sourceChosen, &q, [this](const auto &file) { readAgain(file); });
    QObject::connect(table, &TablePanel::replaceBytesWanted, &q, [this] { replaceBytes(); });
    QObject::connect(table, &TablePanel::closeWanted, &q, [this] { close(); });
    QObject::connect(digest, &FileDigest::choicesToggled, &q, [this] { fold(); });
    QObject::connect(&q, &Page::tightChanged, &q, [this] { fold(); });
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

void FilePage::Private::sourceChanged()
{
    applyId();
    showFile();
    showFaults();
    Q_EMIT q.completeChanged();
}

void FilePage::Private::setId(Source of, const crm::FileId &fileId)
{
    id(of) = fileId;
    if (source() != of)
        return;
    applyId();
    const importing::KnownFile *file = ledger.find(fileId);
    const bool toOpen = of == FileWays::Known && file && !file->path.isEmpty();
    if (toOpen && (!session.file().table || session.file().table->source.path != file->path))
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
    if (file.fileId.isEmpty() && source() != FileWays::Local && file.table) {
        applyId(); // it was read for its columns; the file ID stays
    } else if (file.fileId.isEmpty() || (source() == FileWays::Local && file.table && (uploadedHere || runs.run()))) {
        id(source()) = file.fileId;
        ways->typed()->setText(id(FileWays::Typed).text());
    } else if (ledger.find(file.fileId)) {
        id(FileWays::Known) = file.fileId;
        ways->known()->select(file.fileId);
        ways->setSource(FileWays::Known);
    } else {
        id(FileWays::Typed) = file.fileId;
        ways->typed()->setText(file.fileId.text());
        ways->setSource(FileWays::Typed);
    }
}

void FilePage::Private::showFile()
{
    const TablePanel::Content now = content();
    const bool anything = session.file().table || opener.glance() || opener.busy();
    ways->setCompact(anything);
    ways->local()->showTable(now.table, now.glance);
    fold();
    // What the user chose a moment ago stays in sight until the look that follows from it is there.
    if (opener.busy() && wanted && opener.glance() && opener.glance()->source != *wanted)
        return;
    // Showing it anew would scroll the rows back and close the lists of choices.
    const Shown next{now.glance ? std::optional(now.glance->source) : std::nullopt, now.table, source()};
    if (shown == next)
        return;
    shown = next;
    table->show(now, source() == FileWays::Local ? TablePanel::Purpose::Upload : TablePanel::Purpose::ColumnsOnly);
    fold();
}

/// What there is of the file that the user chose last. While it is read anew that is the first look; one that could not be
/// read to its end has no more than that either. A file for its columns stays beside its file ID whatever else happens.
TablePanel::Content FilePage::Private::content() const
{
    TablePanel::Content now{opener.glance(), session.file().table, true};
    const bool another = now.table && now.table->source.path != opener.path() && !opener.path().isEmpty();
    if (opener.busy() || (source() == FileWays::Local && opener.error()))
        now.table.reset();
    else if (another)
        now.glance.reset();
    if (now.glance && now.table)
        now.topIsCurrent = now.glance->source == now.table->source;
    return now;
}

/// What the rows wait for. Those of a file that is uploaded already wait for nothing.
std::optional<session::Fault> FilePage::Private::question() const
{
    return source() == FileWays::Local ? session.faults().openQuestion() : std::nullopt;
}

void FilePage::Private::showFaults()
{
    std::vector<session::Fault> faults = session.faults().of(fileInput);
    // A question is asked above the rows, with its answers.
    std::erase_if(faults, [this](const session::Fault &fault) {
        return fault.isOpenQuestion()
            || (!asked && fault.finding && fault.finding->rule == checking::Rule::FileMissing);
    });
    const auto more = session.faults().of({crm::InputRef::Kind::CharacterEncoding, {}});
    faults.insert(faults.end(), more.begin(), more.end());
    ways->showFaults(faults);
    fold();
}

/// With little room the rows come first, once there is nothing left to settle about the file.
void FilePage::Private::fold()
{
    const QString name = QUrl::fromLocalFile(opener.path()).fileName();
    digest->setWords(tr("%1 – %2", "name of a file, what it is").arg(name, ways->local()->facts()),
                     table->options()->digest());
    if (opener.busy()) // another choice is being followed; it will soon be clear what comes of it
        return;
    const std::vector<session::Fault> faults = session.faults().of(fileInput);
    const bool settled = source() == FileWays::Local && session.file().table && !opener.error()
        && std::all_of(faults.begin(), faults.end(), [](const session::Fault &fault) { return fault.isWarning(); })
        && !table->options()->isDoubtful();
    const bool foldable = q.isTight() && settled;
    const bool folded = foldable && !digest->wantsChoices();
    digest->setVisible(foldable);
    ways->setVisible(!folded);
    table->setFolded(folded);
    uploading->setVisible(!folded && source() == FileWays::Local && session.file().table && !opener.error());
}

void FilePage::Private::unfold()
{
    if (!digest->isHidden())
        digest->setWantsChoices(true);
}

void FilePage::Private::showReading()
{
    if (!opener.busy() || (wanted && wanted->path != opener.path()))
        wanted.reset();
    ways->local()->showReading(opener, source() == FileWays::Local);
    table->showTrouble(source() == FileWays::Local ? std::optional<base::Error>() : opener.error());
    showFile();
    Q_EMIT q.completeChanged();
}

void FilePage::Private::showKnown()
{
    ways->known()->showFiles(ledger.filesOf(session.account().organisation.zgid));
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
    wanted = file;
    if (session.file().table && TablePanel::staysReplaced(*session.file().table, file))
        opener.openReplacing(file);
    else if (source() == FileWays::Local)
        opener.openAs(file);
    else
        opener.openForColumns(file);
}

void FilePage::Private::replaceBytes()
{
    if (const TablePanel::Content now = content(); now.table || now.glance)
        opener.openReplacing(now.table ? now.table->source : now.glance->source);
}

void FilePage::Private::close()
{
    opener.close();
    session::FileChoice choice = session.file();
    choice.table.reset();
    session.setFile(choice);
    ways->local()->input()->setFocus(Qt::OtherFocusReason);
}

void FilePage::Private::savePasted(const QString &text)
{
    base::observe(session::savePasted(text), &q, [this](const base::Result<session::PastedTable> &saved) {
        if (!saved) {
            ways->local()->showTrouble(saved.error());
            return;
        }
        pasted.push_back(*saved);
        q.openDropped(saved->path);
    });
}

FilePage::FilePage(session::ImportSession &session, session::FileOpener &opener, session::RunController &runs,
                   importing::FileLedger &ledger, Dialogs &dialogs, QWidget *parent)
    : Page(session::WizardStep::File, tr("File"), tr("Choose the rows that go into the CRM."), Scrolling::Outer, parent)
    , d(std::make_unique<Private>(*this, session, opener, runs, ledger, dialogs))
{
    takeAllWidth();
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
    if (d->source() == FileWays::Local && d->opener.error())
        return tr("The chosen file cannot be read. Choose another one.");
    if (d->source() == FileWays::Local && !file.table)
        return d->opener.glance() ? tr("Not all rows have been read yet.") : tr("Choose a spreadsheet.");
    if (const auto question = d->question())
        return ErrorText::of(*question);
    if (d->source() == FileWays::Known && file.fileId.isEmpty())
        return tr("Choose one of the uploaded files.");
    if (d->source() == FileWays::Typed && file.fileId.isEmpty())
        return tr("Enter a file ID.");
    return {};
}

QWidget *FilePage::firstProblem()
{
    d->asked = true;
    d->unfold();
    d->showFaults();
    return d->question() ? d->table->decision() : d->ways->input();
}

QWidget *FilePage::widgetOf(const crm::InputRef &input)
{
    const bool here = input.kind == crm::InputRef::Kind::File || input.kind == crm::InputRef::Kind::CharacterEncoding;
    if (!here)
        return nullptr;
    d->unfold();
    return d->question() ? d->table->decision() : d->ways->input();
}

/// Each part costs credits and time, so that many of them are not sent by accident.
bool FilePage::goingOn()
{
    const std::optional<tabular::TableSummary> &table = d->session.file().table;
    const int parts = table && d->source() == FileWays::Local ? TableNotes::parts(*table) : 1;
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
    if (d->source() == FileWays::Known || d->source() == FileWays::Typed)
        d->ways->setSource(FileWays::Local);
    d->opener.open(path);
}

} // namespace ui
