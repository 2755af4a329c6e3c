#include "ui/results/ResultsPage.h"

#include "ui/models/ResultRowsModel.h"
#include "ui/results/CauseList.h"
#include "ui/results/ResultDelegate.h"
#include "ui/results/SumTiles.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/SaveWithWords.h"
#include "ui/wizard/TableLook.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QTableView>

namespace ui {

using crm::RowState;

namespace {

constexpr int recordIdLength = 19; ///< digits of the CRM's longest
constexpr int shortestFilter = 12; ///< characters in sight where there is little room
constexpr int allRows = -1;
constexpr int rowsWithErrors = -2;
constexpr int rowsOfCause = -3;

} // namespace

class ResultsPage::Private final {
    Q_DECLARE_TR_FUNCTIONS(ResultsPage)
public:
    Private(ResultsPage &page, session::ImportSession &importSession, session::RunController &runController,
            Dialogs &questions)
        : q(page)
        , session(importSession)
        , runs(runController)
        , dialogs(questions)
    { }

    void build();
    void buildSum();
    QLayout *buildBar();
    void buildTable();
    void connectAll();
    void watchRun();
    void refresh();
    void showResult(const importing::RunResult &result);
    void showRows();
    void showVerdictsFirst();
    void showCauses();
    void fillFilter(const importing::RunResult &result);
    void applyFilter();
    void showCause(const crm::RowError &cause);
    void save();

    ResultsPage &q;
    session::ImportSession &session;
    session::RunController &runs;
    Dialogs &dialogs;
    EmptyState *empty = nullptr;
    QWidget *all = nullptr;
    SumTiles *sum = nullptr;
    CauseList *causes = nullptr;
    QComboBox *filter = nullptr;
    QPushButton *saveButton = nullptr;
    TextLabel *saved = nullptr;
    QTableView *table = nullptr;
    ResultRowsModel *rows = nullptr;
    std::shared_ptr<const crm::ResultFile> file;
    std::optional<crm::RowError> cause;
};

void ResultsPage::Private::build()
{
    empty = new EmptyState(QStringLiteral("results"),
                           tr("There is no result yet. It shows up here when an import is done."), {}, &q);
    all = new QWidget(&q);
    auto *column = new QVBoxLayout(all);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::m);
    q.content()->addWidget(empty, 1);
    q.content()->addWidget(all, 1);
    buildSum();
    column->addLayout(buildBar());
    saved = new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, all);
    saved->hide();
    column->addWidget(saved);
    buildTable();
    column->addWidget(table, 1);
}

void ResultsPage::Private::buildSum()
{
    auto *card = new Card({}, {}, {}, all);
    sum = new SumTiles(card);
    sum->setObjectName(QStringLiteral("resultSum"));
    causes = new CauseList(card);
    card->body()->addWidget(sum);
    card->body()->addWidget(causes);
    all->layout()->addWidget(card);
}

QLayout *ResultsPage::Private::buildBar()
{
    filter = new QComboBox(all);
    filter->setObjectName(QStringLiteral("resultFilter"));
    filter->setAccessibleName(tr("Show"));
    filter->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    // Its longest choice is no reason to scroll the page sideways; the list shows it all.
    filter->setMinimumWidth(filter->fontMetrics().averageCharWidth() * shortestFilter);
    auto *label = new QLabel(tr("Show"), all);
    label->setBuddy(filter);
    saveButton = new QPushButton(icon(QStringLiteral("save")), tr("Save Result…"), all);
    saveButton->setObjectName(QStringLiteral("saveResultButton"));
    auto *bar = new QHBoxLayout;
    bar->setSpacing(space::s);
    bar->addWidget(label);
    bar->addWidget(filter);
    bar->addStretch(1);
    bar->addWidget(saveButton);
    return bar;
}

void ResultsPage::Private::buildTable()
{
    rows = new ResultRowsModel({[](RowState state) { return Wording::of(state); },
                                [](const crm::RowError &error) { return ErrorText::of(error); }},
                               &q);
    table = new QTableView(all);
    table->setObjectName(QStringLiteral("resultTable"));
    table->setAccessibleName(tr("Rows of the result"));
    table->setModel(rows);
    table->setItemDelegate(new ResultDelegate(table));
    makeTable(table);
    table->verticalHeader()->hide();
    table->setMinimumHeight((lineHeight() + space::m) * 5);
}

void ResultsPage::Private::connectAll()
{
    QObject::connect(&runs, &session::RunController::runChanged, &q, [this] { watchRun(); });
    QObject::connect(filter, &QComboBox::currentIndexChanged, &q, [this] { applyFilter(); });
    QObject::connect(causes, &CauseList::causeChosen, &q, [this](const crm::RowError &error) { showCause(error); });
    QObject::connect(saveButton, &QPushButton::clicked, &q, [this] { save(); });
    watchRun();
}

void ResultsPage::Private::watchRun()
{
    if (runs.run())
        QObject::connect(runs.run(), &importing::ImportRun::finished, &q, [this] { refresh(); });
    refresh();
}

void ResultsPage::Private::refresh()
{
    const bool there = runs.run() && runs.run()->result();
    empty->setVisible(!there);
    all->setVisible(there);
    if (there)
        showResult(*runs.run()->result());
    else
        q.messages()->clear();
    Q_EMIT q.completeChanged();
}

void ResultsPage::Private::showResult(const importing::RunResult &result)
{
    file = std::make_shared<const crm::ResultFile>(result.file);
    const importing::RunParts &parts = *runs.run()->parts();
    const auto unknown = std::count_if(file->rows.begin(), file->rows.end(),
                                       [](const crm::RowResult &row) { return row.state == RowState::Unknown; });
    sum->show(result, unknown);
    QStringList wrong = sumProblems(result, unknown, parts.rowsIn());
    if (parts.next() < parts.parts.size())
        wrong.prepend(Wording::fates(parts));
    if (!wrong.isEmpty())
        q.messages()->say(Tone::Warning, wrong.join(QLatin1Char(' ')));
    else if (result.counts.added + result.counts.updated == result.counts.total)
        q.messages()->say(Tone::Success, tr("Every row is in the CRM."));
    else
        q.messages()->clear();
    showRows();
    showVerdictsFirst();
    fitColumns(table);
    table->setColumnWidth(rows->stateColumn() + 1,
                          table->fontMetrics().horizontalAdvance(QString(recordIdLength, u'8')) + space::xxl);
    const bool nothingWrong =
        std::all_of(file->rows.begin(), file->rows.end(), [](const crm::RowResult &row) { return row.errors.empty(); });
    table->setColumnHidden(rows->stateColumn() + 2, nothingWrong);
    if (!nothingWrong)
        table->setColumnWidth(rows->stateColumn() + 2, lineHeight() * 22);
    saved->hide();
    cause.reset();
    fillFilter(result);
    applyFilter();
    showCauses();
}

/// A file that was not made by this run is taken to start with its header row and to have no blank lines.
void ResultsPage::Private::showRows()
{
    const std::shared_ptr<importing::RunParts> parts = runs.run()->parts();
    const auto &spreadsheet = session.file().table;
    const int first = spreadsheet ? spreadsheet->source.dialect.headerRow + 1 : 2;
    rows->setResult(file, [parts, first](qint64 row) { return parts->sum.sourceRowOf(row).value_or(first + row); });
}

/// What became of a row is in view without scrolling, however many columns the spreadsheet has.
void ResultsPage::Private::showVerdictsFirst()
{
    QHeaderView *header = table->horizontalHeader();
    const int verdicts[] = {rows->stateColumn(), rows->stateColumn() + 2, rows->stateColumn() + 1};
    int place = 1;
    for (const int column : verdicts)
        header->moveSection(header->visualIndex(column), place++);
}

void ResultsPage::Private::showCauses()
{
    causes->show({});
    base::observe(base::runInPool([ours = file] { return causesOf(*ours); }), &q,
                  [this, ours = file](const std::vector<ResultCause> &found) {
                      if (ours == file)
                          causes->show(found);
                  });
}

void ResultsPage::Private::fillFilter(const importing::RunResult &result)
{
    const QSignalBlocker quiet(filter);
    const auto add = [this](const QString &name, qint64 count, int key) {
        filter->addItem(QStringLiteral("%1 (%2)").arg(name, QLocale().toString(count)), key);
    };
    const auto wrong = std::count_if(file->rows.begin(), file->rows.end(),
                                     [](const crm::RowResult &row) { return !row.errors.empty(); });
    filter->clear();
    add(tr("All rows"), result.counts.total, allRows);
    add(tr("Rows with an error"), wrong, rowsWithErrors);
    filter->setCurrentIndex(wrong > 0 ? 1 : 0); // what needs a person comes first
    add(Wording::of(RowState::Added), result.counts.added, static_cast<int>(RowState::Added));
    add(Wording::of(RowState::Updated), result.counts.updated, static_cast<int>(RowState::Updated));
    add(Wording::of(RowState::Skipped), result.counts.skipped, static_cast<int>(RowState::Skipped));
    add(Wording::of(RowState::Unprocessed), result.unprocessed, static_cast<int>(RowState::Unprocessed));
}

void ResultsPage::Private::applyFilter()
{
    const int key = filter->currentData().toInt();
    ResultFilter wanted;
    wanted.onlyErrors = key == rowsWithErrors;
    if (key >= 0)
        wanted.state = static_cast<RowState>(key);
    if (key == rowsOfCause)
        wanted.cause = cause;
    rows->setFilter(wanted);
}

void ResultsPage::Private::showCause(const crm::RowError &error)
{
    cause = error;
    {
        const QSignalBlocker quiet(filter);
        int at = filter->findData(rowsOfCause);
        if (at < 0) {
            at = filter->count();
            filter->addItem({}, rowsOfCause);
        }
        filter->setItemText(at,
                            tr("Rows with: %1").arg(error.columns.isEmpty() ? error.code : error.columns.join(u", ")));
        filter->setCurrentIndex(at);
    }
    applyFilter();
}

void ResultsPage::Private::save()
{
    const auto *run = runs.run();
    const QString name =
        run->job() ? QStringLiteral("result-%1.zip").arg(run->job()->id.text()) : QStringLiteral("result.zip");
    const bool several = run->result()->parts.size() > 1;
    const QString title = several ? tr("Save the Results of All Parts in One Zip") : tr("Save the Result");
    const QString path =
        dialogs.saveFile(&q, title, several ? QStringLiteral("results.zip") : name, tr("Zip archives (*.zip)"));
    saveWithWords(path, path.isEmpty() ? QByteArray() : importing::archiveToSave(*run->result()), saved);
}

ResultsPage::ResultsPage(session::ImportSession &session, session::RunController &runs, Dialogs &dialogs,
                         QWidget *parent)
    : Page(session::WizardStep::Results, tr("Results"), tr("What became of each row."), Scrolling::ByItself, parent)
    , d(std::make_unique<Private>(*this, session, runs, dialogs))
{
    d->build();
    d->connectAll();
}

ResultsPage::~ResultsPage() = default;

QString ResultsPage::nextText() const
{
    return tr("New Import");
}

bool ResultsPage::goingOn()
{
    Q_EMIT newImportWanted();
    return false;
}

} // namespace ui
