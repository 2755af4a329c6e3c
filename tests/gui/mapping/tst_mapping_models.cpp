#include "crm/ErrorCatalogue.h"
#include "tests/support/TestMain.h"
#include "ui/models/ColumnsFilter.h"
#include "ui/models/FaultRepairs.h"
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

crm::Field field(const char *name, const char *type, const char *module = "")
{
    crm::Field made;
    made.name = named(name);
    made.dataType = QLatin1String(type);
    made.lookupModule = crm::ModuleName(QLatin1String(module));
    return made;
}

/// Fields and a mapping in which each fault of a card can stand.
void prepare(session::ImportSession &session)
{
    session.setMetadata(
        {crm::ModuleName(QStringLiteral("Leads")),
         {field("Name", "text"), field("Born", "date"), field("Owner", "ownerlookup"),
          field("Account", "lookup", "Accounts"), field("Task", "lookup", "Tasks"), field("Source", "picklist")},
         {}});
    ColumnMapping mapping;
    int column = 0;
    for (const char *name : {"Nmae", "Born", "Owner", "Account", "Task", "Source"})
        mapping.mapColumn({column++}, named(name));
    mapping.claimField({7}, named("Source"));
    session.setMapping(mapping);
}

session::Fault found(checking::Rule rule, const char *name, const QVariantMap &context = {})
{
    const crm::InputRef input{crm::InputRef::Kind::Mapping, named(name)};
    return {input, checking::Finding{rule, checking::Severity::Error, input, context}, nullptr};
}

session::Fault refused(const char *code, const char *name)
{
    auto refusal = std::make_shared<crm::ServerError>();
    refusal->code = QLatin1String(code);
    return {{crm::InputRef::Kind::Mapping, named(name)}, {}, refusal};
}

struct Decision final {
    session::Fault fault;
    QStringList buttons;
    const char *reason = nullptr; ///< why there is none
};

using checking::Rule;

std::vector<Decision> decisionsOnRules()
{
    const QVariantMap near{{QStringLiteral("suggestion"), QStringLiteral("Name")}};
    return {
        {found(Rule::MappingEmpty, ""), {}, "which column feeds what is the whole step"},
        {found(Rule::MandatoryFieldMissing, "Name"), {"Give a Constant…"}},
        {found(Rule::MandatoryCellsBlank, "Born"), {"Give a Constant…"}},
        {found(Rule::FieldUnknown, "Nmae", near), {"Change to Name"}},
        {found(Rule::FieldUnknown, "Nmae"), {"Remove This Entry"}},
        {found(Rule::FieldNotWritable, "Born"), {"Remove This Entry"}},
        {found(Rule::ColumnOutOfRange, "Born"), {"Remove Its Column"}},
        {found(Rule::FieldMappedTwice, "Source"), {"Keep Column 5", "Keep Column 7"}},
        {found(Rule::ColumnMissing, "Born"), {"Remove This Entry"}},
        {found(Rule::LookupNeedsFindBy, "Owner"), {"Find by email"}},
        {found(Rule::LookupNeedsFindBy, "Task"), {"Find by id"}},
        {found(Rule::LookupNeedsFindBy, "Account"), {"Choose How to Find…"}},
        {found(Rule::LayoutUnknown, "Name"), {"Choose a Layout…"}},
        {found(Rule::TooManyMappings, ""), {}, "which of the entries go is for a person to say"},
        {found(Rule::FormatUndecided, "Born"), {"Choose a Format…"}},
        {found(Rule::FormatMissing, "Born", {{QStringLiteral("pattern"), QStringLiteral("dd/MM/yyyy")}}),
         {"Use dd/MM/yyyy"}},
        {found(Rule::ValuesAdded, "Source"), {"Choose Values…"}},
        {found(Rule::ValuesRefused, "Source"), {"Choose Values…"}},
        {found(Rule::ValuesUnconverted, "Born"), {"Choose a Format…"}},
        {found(Rule::ValuesUnconverted, "Source"), {"Choose Values…"}},
        {found(Rule::ValuesTooLong, "Name"), {}, "nothing here cuts a value"},
        {found(Rule::ValuesOfWrongType, "Born"), {}, "another column was meant, or the cells are wrong"},
        {found(Rule::CellsNotChanged, "Source"), {"Go to File"}},
    };
}

std::vector<Decision> decisionsOnCodes()
{
    std::vector<Decision> decisions{
        {refused("MANDATORY_FIELDS_NOT_MAPPED", "Name"), {"Give a Constant…"}},
        {refused("INVALID_FIELD_NAME", "Nmae"), {"Remove This Entry"}},
        {refused("INVALID_FIELD", "Born"), {"Remove This Entry"}},
        {refused("MANDATORY_NOT_FOUND", "Owner"), {"Find by email"}},
        {refused("MISSING_REQUIRED_KEY", "Account"), {"Choose How to Find…"}},
        {refused("MISSING_REQUIRED_KEY", "Born"), {}, "the key is not one that the board gives"},
        {refused("INVALID_FORMAT", "Born"), {"Choose a Format…"}},
        {refused("INVALID_FORMAT", "Source"), {}, "it has no format"},
        {refused("COLUMN_INDEX_NOT_FOUND", "Born"), {"Remove Its Column"}},
        {refused("DUPLICATE_DATA", "Source"), {"Keep Column 5", "Keep Column 7"}},
        {refused("DUPLICATE_DATA", "Born"), {}, "here it stands once"},
        {refused("HEADER_LIMIT_EXCEEDED", ""), {}, "which of the entries go is for a person to say"},
        {refused("COEXISTENCE_NOT_ALLOWED", "Owner"), {}, "which of the two keys goes is its author's to say"},
    };
    for (const char *code :
         {"INVALID_DATA", "MODULE_NOT_AVAILABLE", "INVALID_FILE_ID", "FILE_NOT_FOUND", "FILE_NOT_SUPPORTED",
          "ALREADY_USED", "INVALID_CALLBACK_URL", "INVALID_CALLBACK_METHOD", "INVALID_REQUEST",
          "REQUEST_BODY_NOT_SUPPORTED", "LIMIT_REACHED", "LIMIT_EXCEEDED", "NOT_ALLOWED", "CANNOT_PROCESS",
          "NOT_APPROVED", "BLOCKED_RECORD", "RESOURCE_NOT_FOUND", "BAD_REQUEST"})
        decisions.push_back({refused(code, "Born"), {}, "it is about another input or about nothing in particular"});
    return decisions;
}

class Holder final : public ui::MappingHolder {
public:
    [[nodiscard]] const ColumnMapping &mapping() const override { return value; }
    void putMapping(const ColumnMapping &mapping, const std::set<crm::FieldName> &) override { value = mapping; }
    [[nodiscard]] std::set<crm::FieldName> automatic() const override { return {}; }
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
    void everyFaultOfACardHasADecision_data();
    void everyFaultOfACardHasADecision();
    void noRuleAndNoCodeIsLeftOut();
    void repairsAreOneCommand_data();
    void repairsAreOneCommand();
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

void MappingModels::everyFaultOfACardHasADecision_data()
{
    QTest::addColumn<Decision>("decision");
    for (const Decision &decision : decisionsOnRules())
        QTest::addRow("%s on %s", qPrintable(checking::ruleName(decision.fault.finding->rule)),
                      qPrintable(decision.fault.input.field.text()))
            << decision;
    for (const Decision &decision : decisionsOnCodes())
        QTest::addRow("%s on %s", qPrintable(decision.fault.refusal->code),
                      qPrintable(decision.fault.input.field.text()))
            << decision;
}

void MappingModels::everyFaultOfACardHasADecision()
{
    QFETCH(Decision, decision);
    session::ImportSession session;
    prepare(session);
    QStringList buttons;
    for (const ui::Repair &repair : ui::FaultRepairs::of(decision.fault, session))
        buttons << repair.label;
    QCOMPARE(buttons, decision.buttons);
    QCOMPARE(buttons.isEmpty(), decision.reason != nullptr);
}

void MappingModels::noRuleAndNoCodeIsLeftOut()
{
    QSet<int> rules;
    for (const Decision &decision : decisionsOnRules())
        rules << int(decision.fault.finding->rule);
    // What is before and behind belongs to other inputs, which say themselves what to do.
    for (int rule = int(Rule::FileIdMalformed) + 1; rule < int(Rule::CallbackNotAUrl); ++rule)
        QVERIFY2(rules.contains(rule), qPrintable(checking::ruleName(Rule(rule))));
    QSet<QString> codes;
    for (const Decision &decision : decisionsOnCodes())
        codes << decision.fault.refusal->code;
    for (const crm::ErrorEntry &entry : crm::errorCatalogue())
        QVERIFY2(entry.source != crm::ErrorSource::CreateJob || codes.contains(QLatin1String(entry.code)), entry.code);
}

void MappingModels::repairsAreOneCommand_data()
{
    QTest::addColumn<ui::Repair>("repair");
    using Deed = ui::Repair::Deed;
    QTest::newRow("rename") << ui::Repair{Deed::Rename, named("Nmae"), {}, "Name"};
    QTest::newRow("remove") << ui::Repair{Deed::RemoveEntry, named("Born"), {}};
    QTest::newRow("remove the column") << ui::Repair{Deed::RemoveColumn, named("Born"), {}};
    QTest::newRow("keep") << ui::Repair{Deed::KeepColumn, named("Source"), {}, {}, 7};
    QTest::newRow("find by") << ui::Repair{Deed::FindBy, named("Owner"), {}, "email"};
}

void MappingModels::repairsAreOneCommand()
{
    QFETCH(ui::Repair, repair);
    session::ImportSession session;
    prepare(session);
    QUndoStack undo;
    ui::MappingEditor editor(session, undo);
    ui::FaultRepairs repairs(session, editor);
    const ColumnMapping before = session.mapping();
    repairs.carryOut(repair);
    QCOMPARE(undo.count(), 1);
    QVERIFY(!mapping::agreeOn(repair.field, before, session.mapping()));
    undo.undo();
    QVERIFY(session.mapping() == before);
}

WIZARD_TEST_MAIN(QGuiApplication, MappingModels)
#include "tst_mapping_models.moc"
