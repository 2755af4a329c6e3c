#include "tests/support/TestMain.h"
#include "ui/models/ColumnsFilter.h"
#include "ui/models/FieldsFilter.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/MappingCommand.h"
#include "ui/models/MappingMime.h"
#include "ui/models/SourceColumnsModel.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QUndoStack>

using mapping::ColumnMapping;
using ui::FieldRow;
using ui::FieldsModel;
using ui::SourceColumnsModel;

namespace {

crm::FieldName named(const char *name)
{
    return crm::FieldName(QString::fromLatin1(name));
}

FieldRow row(const char *name, std::optional<int> column = {})
{
    FieldRow made;
    made.name = named(name);
    made.label = made.name.text();
    made.column = column;
    return made;
}

ui::SourceColumn column(int index, const char *header, mapping::ColumnState state = mapping::ColumnState::Undecided)
{
    ui::SourceColumn made;
    made.index = index;
    made.header = QString::fromLatin1(header);
    made.state = state;
    return made;
}

class Holder final : public ui::MappingHolder {
public:
    [[nodiscard]] const ColumnMapping &mapping() const override { return value; }
    void putMapping(const ColumnMapping &mapping) override { value = mapping; }
    ColumnMapping value;
};

} // namespace

class MappingModels final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void columnsSpeakInOneSentence_data();
    void columnsSpeakInOneSentence();
    void fieldsSpeakInOneSentence();
    void statesChangeWithoutReset();
    void rowsKeepTheirPlaces();
    void dropsBecomeRequests();
    void foreignDropsAreRefused_data();
    void foreignDropsAreRefused();
    void filtersFindByAnyWord();
    void undoPutsBackExactlyWhatWas();
    void undoLeavesOthersChangesAlone();
    void undoPutsBackWhatBecomesOfCells();
    void undoOfWhatIsGoneLeavesTheStack();
};

void MappingModels::columnsSpeakInOneSentence_data()
{
    using S = mapping::ColumnState;
    QTest::addColumn<ui::SourceColumn>("column");
    QTest::addColumn<QString>("sentence");
    QTest::newRow("mapped") << ui::SourceColumn{1, "Mobile", {"+49 1"}, S::Mapped, {"Mobile"}}
                            << "Column 1, Mobile, sample +49 1, mapped to Mobile, no problems";
    QTest::newRow("faulty") << ui::SourceColumn{0, "A", {}, S::Mapped, {"B"}, 1}
                            << "Column 0, A, mapped to B, has problems";
    QTest::newRow("ignored") << ui::SourceColumn{2, "A", {}, S::Ignored, {}, 0} << "Column 2, A, ignored";
    QTest::newRow("nameless") << ui::SourceColumn{3, {}, {}, S::Undecided, {}, 0} << "Column 3, not decided";
}

void MappingModels::columnsSpeakInOneSentence()
{
    QFETCH(ui::SourceColumn, column);
    QFETCH(QString, sentence);
    SourceColumnsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns({column});
    QCOMPARE(model.index(0, 0).data(Qt::AccessibleTextRole).toString(), sentence);
}

void MappingModels::fieldsSpeakInOneSentence()
{
    FieldRow field = row("Last_Name", 0);
    field.label = "Last Name";
    field.typeText = "Text (80)";
    field.mandatory = true;
    field.columnHeader = "Surname";
    QCOMPARE(FieldsModel::sentence(field),
             "Field Last Name, Last_Name, Text (80), mandatory, fed by Column 0, Surname, no problems");
    field.column.reset();
    field.faults.push_back({"It must be mapped.", false, false, {}});
    QVERIFY(FieldsModel::sentence(field).endsWith("mandatory, not mapped, It must be mapped."));
}

void MappingModels::statesChangeWithoutReset()
{
    SourceColumnsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setColumns({column(0, "A"), column(1, "B")});
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);

    model.setColumns({column(0, "A"), column(1, "B", mapping::ColumnState::Ignored)});

    QCOMPARE(resets.count(), 0);
    QCOMPARE(changes.count(), 1);
    QCOMPARE(changes.first().first().toModelIndex().row(), 1);
}

void MappingModels::rowsKeepTheirPlaces()
{
    FieldsModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setRows({row("A"), row("B"), row("C")});
    const QPersistentModelIndex second = model.index(1, 0);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);

    model.setRows({row("New"), row("B", 4), row("C")});

    QCOMPARE(resets.count(), 0);
    QVERIFY(second.isValid());
    QCOMPARE(second.data(FieldsModel::NameRole).toString(), "B");
    QCOMPARE(model.rows()[1].column, std::optional(4));
    model.setRows({row("C"), row("B"), row("New")});
    QCOMPARE(resets.count(), 1);
    QCOMPARE(model.rowOf(named("New")), 2);
}

void MappingModels::dropsBecomeRequests()
{
    SourceColumnsModel columns;
    columns.setColumns({column(0, "A"), column(1, "B")});
    FieldsModel fields;
    fields.setRows({row("X"), row("Y")});
    QList<QPair<int, QString>> asked;
    connect(&fields, &FieldsModel::columnsDropped, this,
            [&](const std::vector<crm::ColumnIndex> &dropped, const std::vector<crm::FieldName> &names) {
                for (size_t i = 0; i < dropped.size(); ++i)
                    asked.append({dropped[i].value, names[i].text()});
            });
    connect(&columns, &SourceColumnsModel::fieldDropped, this,
            [&](const crm::FieldName &field, crm::ColumnIndex column) {
                asked.append({column.value, field.text()});
            });
    const std::unique_ptr<QMimeData> carried(columns.mimeData({columns.index(1, 0)}));
    const std::unique_ptr<QMimeData> field(fields.mimeData({fields.index(0, 0)}));

    QVERIFY(fields.dropMimeData(carried.get(), Qt::CopyAction, -1, -1, fields.index(1, 0)));
    QVERIFY(columns.dropMimeData(field.get(), Qt::CopyAction, -1, -1, columns.index(0, 0)));

    QCOMPARE(asked, (QList<QPair<int, QString>>{{1, "Y"}, {0, "X"}}));
    QVERIFY(!fields.dropMimeData(carried.get(), Qt::CopyAction, -1, -1, {}));
    QVERIFY(!fields.dropMimeData(field.get(), Qt::CopyAction, -1, -1, fields.index(1, 0)));
    QVERIFY(!fields.dropMimeData(carried.get(), Qt::MoveAction, -1, -1, fields.index(1, 0)));
    QCOMPARE(asked.size(), 2);
}

void MappingModels::foreignDropsAreRefused_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("text") << "text/plain" << QByteArray("1");
    QTest::newRow("no number") << QString::fromLatin1(ui::mappingMime::columnType) << QByteArray("one");
    QTest::newRow("negative") << QString::fromLatin1(ui::mappingMime::columnType) << QByteArray("-1");
    QTest::newRow("nothing") << QString::fromLatin1(ui::mappingMime::columnType) << QByteArray();
}

void MappingModels::foreignDropsAreRefused()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, content);
    FieldsModel fields;
    fields.setRows({row("X")});
    QMimeData data;
    data.setData(type, content);
    QVERIFY(!fields.canDropMimeData(&data, Qt::CopyAction, -1, -1, fields.index(0, 0)));
}

void MappingModels::filtersFindByAnyWord()
{
    SourceColumnsModel columns;
    columns.setColumns({{0, "Surname", {"Meyer"}, mapping::ColumnState::Undecided, {}, 0},
                        {1, "Phone", {"+49"}, mapping::ColumnState::Mapped, {"Mobile"}, 0}});
    ui::ColumnsFilter shownColumns;
    shownColumns.setSourceModel(&columns);
    shownColumns.setText("mobil");
    QCOMPARE(shownColumns.rowCount(), 1);
    shownColumns.setText("meyer");
    QCOMPARE(shownColumns.index(0, 0).data().toString(), "Surname");

    FieldRow missing = row("Last_Name");
    missing.mandatory = true;
    FieldRow faulty = row("Owner", 1);
    faulty.faults.push_back({"wrong", true, false, {}});
    FieldsModel fields;
    fields.setRows({missing, faulty, row("City")});
    ui::FieldsFilter shown;
    shown.setSourceModel(&fields);
    using Show = ui::FieldsFilter::Show;
    for (const auto &[show, name] : {std::pair(Show::Mapped, "Owner"), std::pair(Show::MandatoryMissing, "Last_Name"),
                                     std::pair(Show::WithFaults, "Owner")}) {
        shown.setShow(show);
        QCOMPARE(shown.rowCount(), 1);
        QCOMPARE(shown.index(0, 0).data(FieldsModel::NameRole).toString(), QString::fromLatin1(name));
    }
    shown.setShow(Show::All);
    shown.setText("cit");
    QCOMPARE(shown.rowCount(), 1);
}

void MappingModels::undoPutsBackExactlyWhatWas()
{
    Holder holder;
    holder.value.mapColumn({0}, named("A"));
    holder.value.mapColumn({1}, named("B"));
    const ColumnMapping before = holder.value;
    ColumnMapping after = before;
    after.clearField(named("A"));
    QUndoStack stack;

    stack.push(new ui::MappingCommand(holder, before, after, "Clear A"));
    QVERIFY(!holder.value.find(named("A")));
    stack.undo();
    QVERIFY(holder.value == before); // the order of entries too
    stack.redo();
    QVERIFY(holder.value == after);
}

void MappingModels::undoLeavesOthersChangesAlone()
{
    Holder holder;
    const ColumnMapping before = holder.value;
    ColumnMapping after = before;
    after.mapColumn({0}, named("A"));
    QUndoStack stack;
    stack.push(new ui::MappingCommand(holder, before, after, "Map column 0 to A"));
    holder.value.mapColumn({5}, named("Matched")); // as automatic matching does

    stack.undo();

    QVERIFY(!holder.value.find(named("A")));
    QVERIFY(holder.value.find(named("Matched")));
}

void MappingModels::undoPutsBackWhatBecomesOfCells()
{
    Holder holder;
    holder.value.mapColumn({0}, named("A"));
    const ColumnMapping before = holder.value;
    ColumnMapping after = before;
    const mapping::CellRule rule{"dd/MM/yyyy", {{"Messe", "Trade Show"}}};
    after.setRule(named("A"), rule);
    QUndoStack stack;
    stack.push(new ui::MappingCommand(holder, before, after, "Set what A carries"));
    holder.value.mapColumn({5}, named("Matched")); // so that only the difference is undone

    stack.undo();
    QVERIFY(!holder.value.ruleOf(named("A")));
    QVERIFY(holder.value.find(named("A")));
    stack.redo();
    QVERIFY(holder.value.ruleOf(named("A")) && *holder.value.ruleOf(named("A")) == rule);

    holder.value.setRule(named("A"), {"d/M/yyyy", {}}); // by somebody else: not ours to undo
    stack.undo();
    QCOMPARE(holder.value.ruleOf(named("A"))->sourcePattern, QString("d/M/yyyy"));
}

void MappingModels::undoOfWhatIsGoneLeavesTheStack()
{
    Holder holder;
    const ColumnMapping before = holder.value;
    ColumnMapping after = before;
    after.mapColumn({0}, named("A"));
    QUndoStack stack;
    stack.push(new ui::MappingCommand(holder, before, after, "Map column 0 to A"));
    holder.value.mapColumn({3}, named("A"));
    const ColumnMapping others = holder.value;

    stack.undo();

    QVERIFY(holder.value == others);
    QCOMPARE(stack.count(), 0);
}

WIZARD_TEST_MAIN(QGuiApplication, MappingModels)
#include "tst_mapping_models.moc"
