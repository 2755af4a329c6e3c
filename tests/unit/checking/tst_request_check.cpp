#include "checking/ValueCheck.h"
#include "tabular/OpenQuestion.h"
#include "tabular/profile/ColumnProfiler.h"
#include "tests/support/TestMain.h"

#include <functional>

using checking::Finding;
using checking::RequestFacts;
using checking::Rule;
using checking::Severity;
using crm::FieldName;
using crm::InputRef;
using crm::Operation;
using Kind = crm::InputRef::Kind;

namespace {

crm::Field field(const char *name, const char *label, const char *type = "text")
{
    crm::Field made;
    made.name = FieldName(QLatin1String(name));
    made.label = QLatin1String(label);
    made.dataType = QLatin1String(type);
    return made;
}

std::vector<crm::Field> leadFields()
{
    crm::Field id = field("id", "Record ID", "bigint");
    crm::Field lastName = field("Last_Name", "Last Name");
    lastName.systemMandatory = true;
    crm::Field email = field("Email", "E-mail", "email");
    crm::Field key = field("Import_Key", "Import Key");
    key.unique = true;
    return {id,
            lastName,
            email,
            key,
            field("City", "City"),
            field("Company", "Company"),
            field("Owner", "Lead Owner", "ownerlookup"),
            field("Account", "Account", "lookup"),
            field("Score", "Score", "formula")};
}

crm::FieldMapping fed(const char *name, int column)
{
    crm::FieldMapping entry;
    entry.field = FieldName(QLatin1String(name));
    entry.column = crm::ColumnIndex{column};
    return entry;
}

/// A request in which nothing is wrong; each test breaks one thing.
struct Case final {
    crm::BulkWriteRequest request;
    RequestFacts facts;

    /// The table itself is what goes up.
    void split(qint64 rows, qint64 bytes, const std::vector<tabular::TableFinding> &findings = {})
    {
        facts.table->findings = findings;
        facts.splitsTable = true;
        facts.table->rows = rows;
        facts.table->bytes = bytes;
    }

    Case()
    {
        crm::Module leads;
        leads.name = crm::ModuleName(QStringLiteral("Leads"));
        leads.generatedType = QStringLiteral("default");
        leads.apiSupported = leads.creatable = leads.editable = true;
        crm::Module sealed = leads;
        sealed.name = crm::ModuleName(QStringLiteral("Archive"));
        sealed.creatable = false;
        crm::Module calls = leads;
        calls.name = crm::ModuleName(QStringLiteral("Calls"));
        facts.modules = {leads, sealed, calls};
        facts.fields = leadFields();
        crm::Layout layout;
        layout.id = crm::RecordId(QStringLiteral("91055"));
        layout.standard = true;
        crm::Layout strict = layout;
        strict.id = crm::RecordId(QStringLiteral("91056"));
        strict.standard = false;
        strict.required = {FieldName(QStringLiteral("Company"))};
        facts.layouts = {layout, strict};
        facts.hasFile = true;
        facts.table = tabular::TableSummary{};
        facts.table->columns.resize(4);
        facts.table->rows = 25'000;
        facts.table->bytes = 25 * 1024 * 1024;
        request.operation = Operation::Insert;
        request.module = crm::ModuleRef{leads.name, {}};
        request.mappings = {fed("Last_Name", 0), fed("Email", 3)};
    }

    void use(Operation operation, const char *findBy = "")
    {
        request.operation = operation;
        request.findBy = FieldName(QLatin1String(findBy));
    }
    crm::FieldMapping &map(const char *name, int column)
    {
        request.mappings.push_back(fed(name, column));
        return request.mappings.back();
    }
    void giveLayout(const char *id)
    {
        map("Layout", 0).defaultValue = QJsonValue(QLatin1String(id));
        request.mappings.back().column.reset();
    }
    [[nodiscard]] std::vector<Finding> check()
    {
        facts.request = &request;
        return checking::checkRequest(facts);
    }
};

using Change = std::function<void(Case &)>;

struct Expectation final {
    const char *title;
    Change change;
    Finding finding;
};

Finding on(Kind kind, Rule rule, const QVariantMap &context = {}, Severity severity = Severity::Error)
{
    return {rule, severity, {kind, {}}, context};
}

Finding onField(const char *name, const char *label, Rule rule, QVariantMap context = {},
                Severity severity = Severity::Error)
{
    context.insert(QStringLiteral("field"), QString(QLatin1String(name)));
    if (*label)
        context.insert(QStringLiteral("label"), QString(QLatin1String(label)));
    return {rule, severity, {Kind::Mapping, FieldName(QLatin1String(name))}, context};
}

void callBack(Case &c, const char *url, const char *method = "post")
{
    c.request.callback = crm::Callback{QLatin1String(url), QLatin1String(method)};
}

std::vector<Expectation> choiceFaults()
{
    return {
        {"no module", [](Case &c) { c.request.module.reset(); }, on(Kind::Module, Rule::ModuleMissing)},
        {"module without a name", [](Case &c) { c.request.module->name = {}; }, on(Kind::Module, Rule::ModuleMissing)},
        {"no such module", [](Case &c) { c.request.module->name = crm::ModuleName(QStringLiteral("Leeds")); },
         on(Kind::Module, Rule::ModuleUnknown)},
        {"module without bulk write",
         [](Case &c) { c.request.module->name = crm::ModuleName(QStringLiteral("Calls")); },
         on(Kind::Module, Rule::ModuleUnknown)},
        {"no operation", [](Case &c) { c.request.operation.reset(); }, on(Kind::Operation, Rule::OperationMissing)},
        {"insert where nothing can be created",
         [](Case &c) { c.request.module->name = crm::ModuleName(QStringLiteral("Archive")); },
         on(Kind::Operation, Rule::OperationNotAllowed)},
        {"update where nothing can be edited",
         [](Case &c) {
             c.use(Operation::Update, "id");
             c.map("id", 1);
             c.facts.modules.front().editable = false;
         },
         on(Kind::Operation, Rule::OperationNotAllowed)},
        {"update without a match field", [](Case &c) { c.use(Operation::Update); },
         on(Kind::FindBy, Rule::FindByMissing)},
        {"upsert without a match field", [](Case &c) { c.use(Operation::Upsert); },
         on(Kind::FindBy, Rule::FindByMissing)},
        {"match field without a column", [](Case &c) { c.use(Operation::Upsert, "Import_Key"); },
         on(Kind::FindBy, Rule::FindByNotMapped, {{"field", "Import_Key"}, {"label", "Import Key"}})},
        {"match field with a constant only",
         [](Case &c) {
             c.use(Operation::Update, "Import_Key");
             auto &entry = c.map("Import_Key", 0);
             entry.column.reset();
             entry.defaultValue = QJsonValue(QStringLiteral("x"));
         },
         on(Kind::FindBy, Rule::FindByNotMapped, {{"field", "Import_Key"}, {"label", "Import Key"}})},
        {"match field that is not unique",
         [](Case &c) {
             c.use(Operation::Update, "City");
             c.map("City", 1);
         },
         on(Kind::FindBy, Rule::FindByNotUnique, {{"field", "City"}, {"label", "City"}}, Severity::Warning)},
        {"match field that the module lacks", [](Case &c) { c.use(Operation::Update, "E mail"); },
         on(Kind::FindBy, Rule::FieldUnknown, {{"field", "E mail"}, {"suggestion", "Email"}})},
    };
}

std::vector<Expectation> fileFaults()
{
    return {
        {"no file", [](Case &c) { c.facts.hasFile = false; }, on(Kind::File, Rule::FileMissing)},
        {"no rows", [](Case &c) { c.facts.table->rows = 0; }, on(Kind::File, Rule::FileHasNoRows)},
        {"too many rows", [](Case &c) { c.facts.table->rows = 25'001; },
         on(Kind::File, Rule::FileTooManyRows, {{"rows", qint64(25'001)}, {"limit", qint64(25'000)}})},
        {"too many columns", [](Case &c) { c.facts.table->columns.resize(201); },
         on(Kind::File, Rule::FileTooManyColumns, {{"columns", 201}, {"limit", 200}})},
        {"too large", [](Case &c) { c.facts.table->bytes += 1; },
         on(Kind::File, Rule::FileTooLarge, {{"limit", qint64(25 * 1024 * 1024)}})},
        {"a whole number of jobs", [](Case &c) { c.split(50'000, 1); },
         on(Kind::File, Rule::FileTooManyRows,
            {{"rows", qint64(50'000)}, {"limit", qint64(25'000)}, {"jobs", qint64(2)}, {"credits", qint64(1'000)}},
            Severity::Warning)},
        {"one row more", [](Case &c) { c.split(50'001, 1); },
         on(Kind::File, Rule::FileTooManyRows,
            {{"rows", qint64(50'001)}, {"limit", qint64(25'000)}, {"jobs", qint64(3)}, {"credits", qint64(1'500)}},
            Severity::Warning)},
        {"bytes rule", [](Case &c) { c.split(25'001, qint64(100) * 1024 * 1024); },
         on(Kind::File, Rule::FileTooLarge,
            {{"limit", qint64(25 * 1024 * 1024)}, {"jobs", qint64(4)}, {"credits", qint64(2'000)}}, Severity::Warning)},
        {"long rows", [](Case &c) { c.split(2, 1, {{tabular::TableFinding::Kind::LongRow}}); },
         on(Kind::File, Rule::FileUndecided, {{"matter", int(tabular::OpenQuestion::Matter::LongRows)}})},
        {"file ID used", [](Case &c) { c.facts.fileUsedBy = crm::JobId(QStringLiteral("4711")); },
         on(Kind::File, Rule::FileIdUsed, {{"job", "4711"}})},
        {"file ID with letters", [](Case &c) { c.request.fileId = crm::FileId(QStringLiteral("12a4")); },
         on(Kind::File, Rule::FileIdMalformed)},
        {"file ID in other digits", [](Case &c) { c.request.fileId = crm::FileId(QString(QChar(0x0661))); },
         on(Kind::File, Rule::FileIdMalformed)},
    };
}

std::vector<Expectation> mappingFaults()
{
    return {
        {"nothing mapped",
         [](Case &c) {
             c.use(Operation::Update, "Email");
             c.request.mappings.clear();
         },
         on(Kind::Mapping, Rule::MappingEmpty)},
        {"too many mappings",
         [](Case &c) {
             c.facts.fields.clear();
             for (int i = 0; i < 199; ++i)
                 c.map(qPrintable(QStringLiteral("Field_%1").arg(i)), 1);
         },
         on(Kind::Mapping, Rule::TooManyMappings, {{"limit", 200}})},
        {"mandatory for the system", [](Case &c) { c.request.mappings = {fed("Email", 3)}; },
         onField("Last_Name", "Last Name", Rule::MandatoryFieldMissing)},
        {"mandatory, mapped, but not in every row",
         [](Case &c) {
             auto profile = std::make_shared<tabular::TableProfile>();
             profile->rows = 3;
             profile->columns.resize(4);
             for (tabular::ColumnProfile &column : profile->columns)
                 column.filled = 3;
             for (const crm::FieldMapping &mapping : c.request.mappings)
                 if (mapping.field.text() == QLatin1String("Last_Name"))
                     profile->columns[size_t(mapping.column->value)].filled = 1;
             c.facts.table->profile = profile;
         },
         onField("Last_Name", "Last Name", Rule::MandatoryCellsBlank, {{"rows", 2}, {"column", 0}, {"header", ""}},
                 Severity::Warning)},
        {"mandatory in the standard layout",
         [](Case &c) { c.facts.layouts.front().required = {FieldName(QStringLiteral("City"))}; },
         onField("City", "City", Rule::MandatoryFieldMissing)},
        {"mandatory in the chosen layout", [](Case &c) { c.giveLayout("91056"); },
         onField("Company", "Company", Rule::MandatoryFieldMissing)},
        {"a layout that the module does not have", [](Case &c) { c.giveLayout("91999"); },
         onField("Layout", "", Rule::LayoutUnknown, {{"layout", "91999"}})},
        {"unknown field, near by label", [](Case &c) { c.map("Lead-owner", 1); },
         onField("Lead-owner", "", Rule::FieldUnknown, {{"suggestion", "Owner"}})},
        {"unknown field, near by spelling", [](Case &c) { c.map("Last Name", 1); },
         onField("Last Name", "", Rule::FieldUnknown, {{"suggestion", "Last_Name"}})},
        {"unknown field, two slips in a short name", [](Case &c) { c.map("Compnay", 1); },
         onField("Compnay", "", Rule::FieldUnknown, {})},
        {"unknown field, one letter", [](Case &c) { c.map("Compan", 1); },
         onField("Compan", "", Rule::FieldUnknown, {{"suggestion", "Company"}})},
        {"unknown field, nothing near", [](Case &c) { c.map("Zzz", 1); }, onField("Zzz", "", Rule::FieldUnknown)},
        {"formula", [](Case &c) { c.map("Score", 1); }, onField("Score", "Score", Rule::FieldNotWritable)},
        {"id at insert", [](Case &c) { c.map("id", 1); }, onField("id", "Record ID", Rule::FieldNotWritable)},
        {"column beyond the last", [](Case &c) { c.map("City", 4); },
         onField("City", "City", Rule::ColumnOutOfRange, {{"column", 4}, {"columns", 4}})},
        {"negative column",
         [](Case &c) {
             c.facts.table.reset();
             c.map("City", -1);
         },
         onField("City", "City", Rule::ColumnOutOfRange, {{"column", -1}, {"columns", 0}})},
        {"neither column nor constant", [](Case &c) { c.map("City", 0).column.reset(); },
         onField("City", "City", Rule::ColumnMissing)},
        {"two columns on one field",
         [](Case &c) {
             c.request.mappings.push_back(fed("City", 0));
             c.request.mappings.push_back(fed("City", 1));
         },
         onField("City", "City", Rule::FieldMappedTwice, {{"feeders", "0, 1"}})},
        {"lookup without find_by", [](Case &c) { c.map("Account", 1); },
         onField("Account", "Account", Rule::LookupNeedsFindBy)},
        {"owner without find_by was seen to be taken", [](Case &c) { c.map("Owner", 1); },
         onField("Owner", "Lead Owner", Rule::LookupNeedsFindBy, {}, Severity::Warning)},
    };
}

std::vector<Expectation> callbackFaults()
{
    return {
        {"no URL", [](Case &c) { callBack(c, "hook"); }, on(Kind::CallbackUrl, Rule::CallbackNotAUrl)},
        {"scheme", [](Case &c) { callBack(c, "ftp://zoho.com"); }, on(Kind::CallbackUrl, Rule::CallbackSchemeNotHttp)},
        {"no host", [](Case &c) { callBack(c, "http:///x"); }, on(Kind::CallbackUrl, Rule::CallbackHasNoHost)},
        {"this computer", [](Case &c) { callBack(c, "http://localhost/"); },
         on(Kind::CallbackUrl, Rule::CallbackIsThisComputer, {{"host", "localhost"}})},
        {"private", [](Case &c) { callBack(c, "http://10.1.2.3/"); },
         on(Kind::CallbackUrl, Rule::CallbackIsPrivate, {{"host", "10.1.2.3"}})},
        {"bare", [](Case &c) { callBack(c, "http://intranet/"); },
         on(Kind::CallbackUrl, Rule::CallbackHostIsBare, {{"host", "intranet"}})},
        {"user", [](Case &c) { callBack(c, "http://me@zoho.com/"); }, on(Kind::CallbackUrl, Rule::CallbackHasUserInfo)},
        {"method", [](Case &c) { callBack(c, "http://zoho.com/", "put"); },
         on(Kind::CallbackMethod, Rule::CallbackMethodNotPost)},
    };
}

std::vector<Expectation> allFaults()
{
    std::vector<Expectation> all;
    for (const auto &some : {choiceFaults(), fileFaults(), mappingFaults(), callbackFaults()})
        all.insert(all.end(), some.cbegin(), some.cend());
    return all;
}

QString told(const Finding &finding)
{
    QString text =
        checking::ruleName(finding.rule) + (finding.severity == Severity::Error ? "! " : "? ") + finding.input.toText();
    for (auto item = finding.context.cbegin(); item != finding.context.cend(); ++item)
        text += QStringLiteral(" %1=%2").arg(item.key(), item.value().toString());
    return text;
}

QStringList told(const std::vector<Finding> &findings)
{
    QStringList texts;
    for (const Finding &finding : findings)
        texts << told(finding);
    return texts;
}

} // namespace

class TestRequestCheck final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void nothingIsWrongWithASoundRequest()
    {
        Case sound;
        QCOMPARE(told(sound.check()), QStringList());
        callBack(sound, "http://hooks.example.com/import");
        sound.request.fileId = crm::FileId(QStringLiteral("7001000000412345"));
        sound.map("Owner", 1).findBy = FieldName(QStringLiteral("email"));
        QCOMPARE(told(sound.check()), QStringList());
    }

    void eachFaultIsFoundOnItsInput_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<Finding>("finding");
        for (const Expectation &fault : allFaults())
            QTest::newRow(fault.title) << fault.change << fault.finding;
    }

    void eachFaultIsFoundOnItsInput()
    {
        QFETCH(Change, change);
        QFETCH(Finding, finding);
        Case broken;
        change(broken);
        QCOMPARE(told(broken.check()), QStringList{told(finding)});
    }

    /// AccountMissing is left out: who is signed in is the session's to know, and no part of RequestFacts. Rules on values
    /// have a table of their own below.
    void everyRuleIsProducedByAFaultAbove()
    {
        QSet<int> seen{int(Rule::AccountMissing)};
        for (const Expectation &fault : allFaults()) {
            Case broken;
            fault.change(broken);
            for (const Finding &finding : broken.check())
                seen << int(finding.rule);
        }
        for (int rule = int(Rule::FormatUndecided); rule <= int(Rule::CellsNotChanged); ++rule)
            seen << rule;
        for (int rule = 0; rule <= int(Rule::CallbackMethodNotPost); ++rule)
            QVERIFY2(seen.contains(rule), qPrintable(checking::ruleName(Rule(rule))));
    }

    void everyRuleHasAName()
    {
        QCOMPARE(checking::ruleName(Rule::LayoutUnknown), QStringLiteral("LayoutUnknown"));
        QCOMPARE(checking::ruleName(Rule::CallbackMethodNotPost), QStringLiteral("CallbackMethodNotPost"));
    }

    void whatIsNotKnownIsNotChecked()
    {
        Case bare;
        bare.facts = {};
        bare.facts.hasFile = true;
        bare.request.module->name = crm::ModuleName(QStringLiteral("Anything"));
        bare.request.mappings = {fed("Whatever", 999)};
        bare.use(Operation::Upsert, "Whatever");
        QCOMPARE(told(bare.check()), QStringList());
    }

    void anEmptyRequestIsToldInTheOrderOfTheSteps()
    {
        Case empty;
        empty.request = {};
        empty.facts.hasFile = false;
        empty.facts.table.reset();
        callBack(empty, "", "");
        QCOMPARE(told(empty.check()),
                 (QStringList{"ModuleMissing! module", "OperationMissing! operation", "FileMissing! file",
                              "MappingEmpty! mapping", "CallbackNotAUrl! callback.url",
                              "CallbackMethodNotPost! callback.method"}));
    }

    void anUpdateNeedsNoMandatoryFields()
    {
        Case update;
        update.request.mappings = {fed("id", 0), fed("City", 1)};
        update.use(Operation::Update, "id");
        QCOMPARE(told(update.check()), QStringList());
        update.use(Operation::Upsert, "id");
        QCOMPARE(told(update.check()),
                 QStringList{"MandatoryFieldMissing! mapping:Last_Name field=Last_Name label=Last Name"});
    }

    void aConstantFillsAMandatoryField()
    {
        Case constant;
        crm::FieldMapping &entry = constant.request.mappings.front();
        entry.column.reset();
        entry.defaultValue = QJsonValue(QStringLiteral("Unknown"));
        QCOMPARE(told(constant.check()), QStringList());
    }

    void severalFaultsStandSideBySide()
    {
        Case broken;
        broken.map("Score", 9);
        QCOMPARE(told(broken.check()),
                 (QStringList{"FieldNotWritable! mapping:Score field=Score label=Score",
                              "ColumnOutOfRange! mapping:Score column=9 columns=4 field=Score label=Score"}));
    }

    /// Of a file that is split only what is mapped goes up, however wide it is.
    void onlyMappedColumnsCountWhereTheFileIsSplit()
    {
        Case wide;
        wide.split(1, 1);
        wide.facts.table->columns.resize(300);
        QVERIFY(wide.check().empty());
        while (wide.request.mappings.size() < 201)
            wide.map("City", 1);
        QCOMPARE(told(wide.check().front()),
                 told(on(Kind::File, Rule::FileTooManyColumns, {{"columns", 201}, {"limit", 200}})));
    }

    void valuesThatMeetTroubleAreNamed_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("format");
        QTest::addColumn<mapping::CellRule>("rule");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const char *type, const char *cells, const char *expected,
                            const mapping::CellRule &rule = {}, const char *format = "") {
            QTest::newRow(name) << QString(type) << QString(cells) << QString(format) << rule << QString(expected);
        };
        add("values of the picklist", "picklist", "Trade Show|Partner||Partner", "");
        add("one that it lacks", "picklist", "Messe|Partner|Messe| Messe ",
            "ValuesAdded? cells=3 more=0 values=\"Messe\" (3)");
        add("another case is another value", "picklist", "partner",
            "ValuesAdded? cells=1 more=0 values=\"partner\" (1)");
        add("many that it lacks", "picklist", "a|b|b|c|d|e|e|e",
            "ValuesAdded? cells=8 more=2 values=\"e\" (3), \"b\" (2), \"a\" (1)");
        add("one that becomes another", "picklist", "Messe|Web", "ValuesAdded? cells=1 more=0 values=\"Web\" (1)",
            {{}, {{"Messe", "Trade Show"}}});
        add("one that becomes a wrong one", "picklist", "Messe", "ValuesAdded? cells=1 more=0 values=\"Expo\" (1)",
            {{}, {{"Messe", "Expo"}}});
        add("several in a cell", "multiselectpicklist", "Partner;Messe|Messe;Trade Show",
            "ValuesAdded? cells=2 more=0 values=\"Messe\" (2)");
        add("several in a cell, another mark", "multiselectpicklist", "Partner, Messe", "",
            {",", {{"Messe", "Trade Show"}}});
        add("booleans", "boolean", "true|false", "");
        add("words for them", "boolean", "ja|nein|ja", "ValuesRefused? cells=3 more=0 values=\"ja\" (2), \"nein\" (1)");
        add("words that become them", "boolean", "ja|nein", "", {{}, {{"ja", "true"}, {"nein", "false"}}});
        add("too long", "text", "abc|0123456789x", "ValuesTooLong? limit=10 longest=11");
        add("as long as can be", "text", "0123456789", "");
        add("dates of two readings", "date", "01/02/2024|03/04/2024",
            "FormatUndecided? other=dd/MM/yyyy pattern=MM/dd/yyyy");
        add("dates of two readings, decided by a person", "date", "01/02/2024|03/04/2024", "", {}, "dd/MM/yyyy");
        add("dates as the CRM expects them", "date", "01/31/2024", "");
        add("dates as it does not", "date", "31/01/2024", "FormatMissing? pattern=dd/MM/yyyy");
        add("dates that say so", "date", "31/01/2024", "", {}, "dd/MM/yyyy");
        add("text among dates", "date", "31/01/2024|soon|01/02/2024|03/02/2024",
            "ValuesOfWrongType? cells=1 row=3 type=date", {}, "dd/MM/yyyy");
        add("no dates at all", "date", "soon|later", "ValuesOfWrongType? cells=2 row=0 type=date");
        add("dates that cannot be converted", "date", "31/01/2024|soon|soon",
            "ValuesUnconverted? cells=2 more=0 values=\"soon\" (2)", {"dd/MM/yyyy", {}}, "yyyy-MM-dd");
        add("numbers of two readings", "currency", "1.234|5.678", "FormatUndecided? other=#.### pattern=#.#");
        add("no numbers", "integer", "1|two|3|4", "ValuesOfWrongType? cells=1 row=3 type=integer");
        add("addresses", "email", "a@example.com|nobody|b@example.com|c@example.com",
            "ValuesTooLong? limit=10 longest=13|ValuesOfWrongType? cells=1 row=3 type=email");
    }

    void valuesThatMeetTroubleAreNamed()
    {
        QFETCH(QString, type);
        QFETCH(QString, cells);
        QFETCH(QString, format);
        QFETCH(mapping::CellRule, rule);
        Case one;
        one.facts.fields = {field("Kind", "", type.toLatin1().constData())};
        one.facts.fields[0].length = 10;
        if (type.contains(QLatin1String("picklist")))
            one.facts.fields[0].picklist = {{"Trade Show", "Trade Show"}, {"Partner", "Partner"}};
        one.request.mappings = {fed("Kind", 0)};
        one.request.mappings[0].format = format;
        one.facts.request = &one.request;
        tabular::ColumnProfiler profiler;
        tabular::TableSummary &table = *one.facts.table;
        table.firstRows.clear();
        qint64 row = 1;
        for (const QString &cell : cells.split(QLatin1Char('|'))) {
            profiler.add(cell.toStdString(), ++row);
            table.firstRows.push_back({cell});
        }
        table.rows = row - 1;
        table.profile = std::make_shared<const tabular::TableProfile>(
            tabular::TableProfile{table.rows, {}, {profiler.profile()}, {}});
        const mapping::CellRules rules{{FieldName(QStringLiteral("Kind")), rule}};
        std::vector<Finding> found = checking::checkValues(one.facts, rule.isEmpty() ? mapping::CellRules{} : rules);
        for (Finding &finding : found) {
            QCOMPARE(finding.context.take("field").toString(), QStringLiteral("Kind"));
            QCOMPARE(finding.context.take("column").toInt(), 0);
            finding.context.remove("header");
            QVERIFY(finding.input == (InputRef{Kind::Mapping, FieldName(QStringLiteral("Kind"))}));
        }
        QTEST(told(found).join(QLatin1Char('|')).remove(QLatin1String(" mapping:Kind")), "expected");
        table.rows = 1'000; // more than are at hand
        const auto sampled = checking::checkValues(one.facts, rule.isEmpty() ? mapping::CellRules{} : rules);
        const bool named = !sampled.empty() && sampled[0].context.contains("values");
        QCOMPARE(!sampled.empty() && sampled[0].context.contains("sampled"), named);
    }

    void aColumnIsLookedAtAgainOnlyWhereItDiffers()
    {
        Case wide;
        wide.facts.request = &wide.request;
        wide.map("City", 1);
        crm::Field &city = wide.facts.fields[4];
        city.dataType = QStringLiteral("picklist");
        wide.facts.table->firstRows = {{"a", "Rom", "b", "c"}};
        checking::ValueCheck check;
        mapping::CellRules rules;
        const auto looks = [&] {
            const qint64 before = check.looks();
            const bool same = told(check.check(wide.facts, rules)) == told(checking::checkValues(wide.facts, rules));
            return same ? check.looks() - before : -1;
        };
        QVERIFY(looks() == 3 && looks() == 0);
        wide.request.mappings[1].format = QStringLiteral("yyyy");
        QCOMPARE(looks(), 1);
        rules[city.name] = {{}, {{"Rom", "Bonn"}}};
        QCOMPARE(looks(), 1);
        city.picklist = {{"Bonn", "Bonn"}}; // the fields were read anew
        QCOMPARE(looks(), 1);
        wide.request.mappings.back().column = crm::ColumnIndex{2};
        QCOMPARE(looks(), 1);
        wide.facts.table->rows = 7; // another table
        QCOMPARE(looks(), 3);
    }

    /// What was uploaded before has its cells as they are.
    void cellsOfAnUploadedFileCannotBeChanged()
    {
        Case uploaded;
        uploaded.facts.request = &uploaded.request;
        uploaded.facts.table.reset();
        const mapping::CellRules rules{{uploaded.request.mappings[0].field, {"dd/MM/yyyy", {}}}};
        QVERIFY(checking::checkValues(uploaded.facts, rules).empty());
        uploaded.facts.changesCells = false;
        QVERIFY(checking::checkValues(uploaded.facts, {}).empty());
        const auto found = checking::checkValues(uploaded.facts, rules);
        QVERIFY(found.size() == 1 && found[0].rule == Rule::CellsNotChanged);
        QCOMPARE(found[0].input.field, uploaded.request.mappings[0].field);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestRequestCheck)
#include "tst_request_check.moc"
