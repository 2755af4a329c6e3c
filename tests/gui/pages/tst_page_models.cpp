#include "tests/support/TestMain.h"
#include "ui/models/FindingsModel.h"
#include "ui/models/KnownFilesModel.h"
#include "ui/models/PreviewModel.h"
#include "ui/models/ResultRowsModel.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QSignalSpy>

using namespace ui;
using crm::InputRef;
using crm::RowState;

namespace {

constexpr auto strict = QAbstractItemModelTester::FailureReportingMode::QtTest;

tabular::TableSummary table()
{
    tabular::TableSummary summary;
    summary.columns = {{QStringLiteral("Last Name"), {}, 2}, {QStringLiteral("Company"), {}, 2}};
    summary.firstRows = {{QStringLiteral("Wong"), QStringLiteral("Two\nlines")}, {QStringLiteral("Diaz")}};
    summary.rows = 2;
    return summary;
}

session::Fault fault(InputRef::Kind kind, checking::Severity severity)
{
    checking::Finding finding;
    finding.severity = severity;
    finding.input = {kind, {}};
    return {finding.input, finding, {}};
}

crm::RowResult row(RowState state, const std::vector<crm::RowError> &errors = {})
{
    crm::RowResult result;
    result.echoed = {QStringLiteral("Wong")};
    result.state = state;
    result.errors = errors;
    result.errorsText = errors.empty() ? QString() : QStringLiteral("RAW");
    return result;
}

const crm::RowError noCompany{QStringLiteral("MANDATORY_NOT_FOUND"), {QStringLiteral("Company")}};
const crm::RowError twice{QStringLiteral("DUPLICATE_DATA"), {QStringLiteral("Email")}};

std::shared_ptr<crm::ResultFile> resultFile()
{
    auto file = std::make_shared<crm::ResultFile>();
    file->header = {QStringLiteral("Last_Name"), QStringLiteral("STATUS")};
    file->rows = {row(RowState::Added), row(RowState::Skipped, {noCompany}), row(RowState::Added),
                  row(RowState::Skipped, {noCompany, twice})};
    return file;
}

ResultRowsModel::Words words()
{
    return {
        [](RowState state) { return state == RowState::Added ? QStringLiteral("Added") : QStringLiteral("Skipped"); },
        [](const crm::RowError &error) { return QStringLiteral("Sentence on %1.").arg(error.code); }};
}

} // namespace

class TestPageModels final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aPreviewCountsRowsAsTheSpreadsheetDoes()
    {
        PreviewModel model;
        const QAbstractItemModelTester tester(&model, strict);
        model.setTable({}, table());
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.headerData(0, Qt::Vertical).toInt(), 2);
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("1  Company"));
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("Two lines"));
        QCOMPARE(model.index(1, 1).data().toString(), QString());
        model.setTable({}, {});
        QCOMPARE(model.columnCount(), 0);
    }

    /// A view pays for each row that it could show.
    void aPreviewOfMillionsShowsAWindowThatMoves()
    {
        PreviewModel model;
        const QAbstractItemModelTester tester(&model, strict);
        tabular::TableSummary many = table();
        many.rows = 12'000'000;
        model.setTable({}, many);
        QCOMPARE(model.rowCount(), 1'000'000);
        QVERIFY(!model.showsAll());
        QCOMPARE(model.lastNumber(), 12'000'001);
        for (const qint64 wanted : {2LL, 1'000'000LL, 6'000'000LL, 12'000'001LL}) {
            const int row = model.showRow(wanted);
            QCOMPARE(model.numberOf(row), wanted);
            QCOMPARE(model.headerData(row, Qt::Vertical).toLongLong(), wanted);
        }
        QCOMPARE(model.showRow(20'000'000), model.rowCount() - 1);
        QCOMPARE(model.recordOf(model.showRow(2)), 2);
        QCOMPARE(model.recordOf(model.showRow(5'000)), 0); // too far down to name columns
    }

    void recordsAboveTheHeaderCanBeSeen()
    {
        PreviewModel model;
        const QAbstractItemModelTester tester(&model, strict);
        tabular::Glance glance;
        glance.source.dialect.headerRow = 2;
        glance.top = {{1, {QStringLiteral("Report")}}, {3, {QStringLiteral("Name")}}, {4, {QStringLiteral("Wong")}}};
        model.setTable(glance, {});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.headerData(0, Qt::Horizontal).toString(), QStringLiteral("0  Name"));
        QCOMPARE(model.headerData(1, Qt::Vertical).toInt(), 3); // a sheet's row
        using Place = PreviewModel::Place;
        const Place places[] = {Place::AboveHeader, Place::Header, Place::Data};
        for (int row = 0; row < 3; ++row)
            QCOMPARE(static_cast<Place>(model.index(row, 0).data(PreviewModel::PlaceRole).toInt()), places[row]);
        QCOMPARE(model.showRow(2), 1); // a blank row is none: the next one
    }

    void aUsedFileSaysWhichJobUsedIt()
    {
        KnownFilesModel model;
        const QAbstractItemModelTester tester(&model, strict);
        importing::KnownFile fresh{crm::FileId(QStringLiteral("1")), QStringLiteral("a.csv"), {}, 3, {}, {}, {}, {}};
        importing::KnownFile spent = fresh;
        spent.id = crm::FileId(QStringLiteral("2"));
        spent.usedBy = crm::JobId(QStringLiteral("77"));
        model.setFiles({fresh, spent});
        QCOMPARE(model.index(0, KnownFilesModel::State).data().toString(), QStringLiteral("Ready to use"));
        QCOMPARE(model.index(1, KnownFilesModel::State).data().toString(), QStringLiteral("Used up by job 77"));
        QVERIFY(model.index(1, 0).data(KnownFilesModel::UsedRole).toBool());
        QCOMPARE(model.rowOf(crm::FileId(QStringLiteral("2"))), 1);
        QCOMPARE(model.rowOf(crm::FileId(QStringLiteral("3"))), -1);
        QVERIFY(!model.fileAt(2));
    }

    void errorsComeBeforeWarningsAndBothInTheOrderOfTheSteps()
    {
        FindingsModel model([](const session::Fault &one) { return one.input.toText(); });
        const QAbstractItemModelTester tester(&model, strict);
        using checking::Severity;
        model.setFaults({fault(InputRef::Kind::File, Severity::Warning),
                         fault(InputRef::Kind::CallbackUrl, Severity::Error),
                         fault(InputRef::Kind::Module, Severity::Error)});
        QStringList order;
        for (int i = 0; i < model.rowCount(); ++i)
            order << model.index(i).data().toString();
        QCOMPARE(order.join(QLatin1Char(' ')), QStringLiteral("module callback.url file"));
        QCOMPARE(model.errors(), 2);
        QCOMPARE(model.warnings(), 1);
    }

    void resultRowsShowWordsAndKeepTheRawTextForTheTip()
    {
        ResultRowsModel model(words());
        const QAbstractItemModelTester tester(&model, strict);
        model.setResult(resultFile(), [](qint64 row) { return row + 2; });
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("3"));
        QCOMPARE(model.headerData(1, Qt::Horizontal).toString(), QStringLiteral("Last_Name"));
        QCOMPARE(model.index(0, model.stateColumn()).data().toString(), QStringLiteral("Added"));
        const QModelIndex wrong = model.index(1, model.errorColumn());
        QCOMPARE(wrong.data().toString(), QStringLiteral("Sentence on MANDATORY_NOT_FOUND."));
        QVERIFY(wrong.data(Qt::AccessibleTextRole).toString().contains(QLatin1String("RAW")));
    }

    void filtersByStateCauseAndErrors()
    {
        ResultRowsModel model(words());
        const QAbstractItemModelTester tester(&model, strict);
        model.setResult(resultFile(), [](qint64 row) { return row + 2; });
        model.setFilter({RowState::Added, {}, false});
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(1, 0).data().toString(), QStringLiteral("4"));
        model.setFilter({{}, twice, false});
        QCOMPARE(model.rowCount(), 1);
        model.setFilter({{}, {}, true});
        QCOMPARE(model.rowCount(), 2);
        model.setFilter({});
        QCOMPARE(model.rowCount(), 4);
    }

    void causesAreCountedMostFrequentFirst()
    {
        const std::vector<ResultCause> causes = causesOf(*resultFile());
        QCOMPARE(causes.size(), size_t(2));
        QCOMPARE(causes[0].error, noCompany);
        QCOMPARE(causes[0].rows, 2);
        QCOMPARE(causes[1].rows, 1);
    }

    /// The window must not notice a full job.
    void aFullJobFiltersFast()
    {
        auto file = std::make_shared<crm::ResultFile>();
        for (int i = 0; i < 25'000; ++i)
            file->rows.push_back(i % 3 ? row(RowState::Added) : row(RowState::Skipped, {noCompany}));
        ResultRowsModel model(words());
        QElapsedTimer timer;
        timer.start();
        model.setResult(file, [](qint64 row) { return row + 2; });
        model.setFilter({RowState::Skipped, {}, false});
        const qint64 taken = timer.elapsed();
        QCOMPARE(model.rowCount(), 8'334);
        QVERIFY2(taken < 50, qPrintable(QString::number(taken)));
    }
};

WIZARD_TEST_MAIN(QGuiApplication, TestPageModels)
#include "tst_page_models.moc"
