#include "mapping/CellPatternDrift.h"
#include "mapping/TemplateUse.h"
#include "tests/support/TestMain.h"

#include <functional>

using crm::ColumnIndex;
using crm::FieldMapping;
using crm::FieldName;
using crm::Operation;
using mapping::CellRule;
using mapping::ColumnMapping;
using mapping::ColumnState;
using mapping::Drift;
using mapping::DriftAnswer;
using mapping::DriftTarget;
using mapping::MappingTemplate;
using mapping::TemplateScene;

using Kind = Drift::Kind;
using Change = std::function<void(TemplateScene &)>;
using Answers = std::vector<DriftAnswer>;

Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(Kind)

namespace {

crm::Field field(const char *name, const char *label, const char *type, int length = 0)
{
    crm::Field made;
    made.name = FieldName(QLatin1String(name));
    made.label = QLatin1String(label);
    made.dataType = QLatin1String(type);
    made.length = length;
    return made;
}

FieldName name(const char *text)
{
    return FieldName(QLatin1String(text));
}

crm::PicklistValue value(const char *text)
{
    return {QLatin1String(text), QLatin1String(text)};
}

FieldMapping fed(const char *field, int column, const char *findBy = "", const char *format = "")
{
    FieldMapping entry;
    entry.field = name(field);
    entry.column = ColumnIndex{column};
    entry.findBy = name(findBy);
    entry.format = QLatin1String(format);
    return entry;
}

/// A list from a trade fair: two columns called Phone, one that is left out, one undecided, a value map and a constant.
TemplateScene fair()
{
    TemplateScene scene;
    scene.module = crm::ModuleName(QStringLiteral("Leads"));
    scene.headers = {"Surname", "Firm", "Source", "Born", "Phone", "Phone", "Sales person", "Remarks", "Row"};
    scene.fields = {field("Last_Name", "Last Name", "text", 80),
                    field("Company", "Company", "text", 100),
                    field("Lead_Source", "Lead Source", "picklist"),
                    field("Birthday", "Birthday", "date"),
                    field("Phone", "Phone", "phone", 30),
                    field("Mobile", "Mobile", "phone", 30),
                    field("Owner", "Lead Owner", "ownerlookup"),
                    field("Rating", "Rating", "picklist"),
                    field("City", "City", "text", 100)};
    scene.fields[2].picklist = {value("Trade Show"), value("Web Download")};
    scene.fields[7].picklist = {value("Hot"), value("Cold")};
    scene.mandatory = {name("Last_Name")};
    scene.mapping.setEntry(fed("Last_Name", 0));
    scene.mapping.setEntry(fed("Company", 1));
    scene.mapping.setEntry(fed("Lead_Source", 2));
    scene.mapping.setEntry(fed("Birthday", 3, "", "dd/MM/yyyy"));
    scene.mapping.setEntry(fed("Phone", 4));
    scene.mapping.setEntry(fed("Mobile", 5));
    scene.mapping.setEntry(fed("Owner", 6, "email"));
    scene.mapping.setConstant(name("Rating"), QJsonValue(QStringLiteral("Hot")));
    scene.mapping.setRule(name("Lead_Source"), {{}, {{QStringLiteral("Messe"), QStringLiteral("Trade Show")}}});
    scene.mapping.setRule(name("Birthday"), {QStringLiteral("dd.MM.yyyy"), {}});
    scene.mapping.setIgnored({7}, true);
    return scene;
}

MappingTemplate saved(const TemplateScene &scene = fair())
{
    return makeTemplate(QStringLiteral("  Fair  leads "), QDateTime({2026, 3, 1}, {9, 30}, Qt::UTC), scene);
}

/// The same file and module, before anything is mapped.
TemplateScene fresh()
{
    TemplateScene scene = fair();
    scene.mapping = {};
    return scene;
}

crm::Field &in(TemplateScene &scene, const char *field)
{
    return *std::find_if(scene.fields.begin(), scene.fields.end(),
                         [&](const crm::Field &each) { return each.name == name(field); });
}

void remove(TemplateScene &scene, const char *field)
{
    std::erase_if(scene.fields, [&](const crm::Field &each) { return each.name == name(field); });
}

/// What a mapping does, in one line: "Last_Name<-0 Rating=Hot !7".
QString lineOf(const ColumnMapping &mapping)
{
    QStringList parts;
    for (const FieldMapping &entry : mapping.entries()) {
        QString part = entry.field.text();
        if (entry.column)
            part += QStringLiteral("<-%1").arg(entry.column->value);
        if (!entry.findBy.isEmpty())
            part += u'?' + entry.findBy.text();
        if (!entry.format.isEmpty())
            part += u'%' + entry.format;
        if (entry.defaultValue)
            part += u'=' + entry.defaultValue->toVariant().toString();
        if (const CellRule *rule = mapping.ruleOf(entry.field)) {
            part += rule->sourcePattern.isEmpty() ? QString() : u'~' + rule->sourcePattern;
            for (const auto &[from, to] : rule->values)
                part += u'[' + from + u'>' + to + u']';
        }
        parts << part;
    }
    QList<int> ignored = mapping.ignoredColumns().values();
    std::sort(ignored.begin(), ignored.end());
    for (const int column : ignored)
        parts << QStringLiteral("!%1").arg(column);
    return parts.join(u' ');
}

const char *const whole = "Last_Name<-0 Company<-1 Lead_Source<-2[Messe>Trade Show] Birthday<-3%dd/MM/yyyy~dd.MM.yyyy "
                          "Phone<-4 Mobile<-5 Owner<-6?email Rating=Hot !7";

/// `whole` with one part exchanged, or taken out.
QString otherwise(const char *part, const char *with)
{
    QString line = QString::fromLatin1(whole);
    line.replace(QLatin1String(part), QLatin1String(with));
    return line.simplified();
}

/// `whole` for a file that lacks the second column.
QString withoutFirm(const char *company)
{
    return QStringLiteral("Last_Name<-0%1 Lead_Source<-1[Messe>Trade Show] Birthday<-2%dd/MM/yyyy~dd.MM.yyyy "
                          "Phone<-3 Mobile<-4 Owner<-5?email Rating=Hot !6")
        .arg(QLatin1String(company));
}

QString textOf(const DriftTarget &target)
{
    if (target.column)
        return QString::number(target.column->value);
    return target.value.isEmpty() ? target.field.text() : target.value;
}

} // namespace

class TestMappingTemplate final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void aTemplateReadsAsItWasWritten()
    {
        MappingTemplate made = saved();
        made.operation = Operation::Upsert;
        made.findBy = name("Email");
        made.ignoreEmpty = false;
        made.mapping.setConstant(name("Company"), QJsonValue(12.5));
        const auto read = mapping::readTemplate(writeTemplate(made));
        QVERIFY(read.ok());
        QVERIFY(*read == made);
        QCOMPARE(read->name, QStringLiteral("Fair leads"));
        QCOMPARE(writeTemplate(*read), writeTemplate(made));
    }

    void aTemplateIsReadableAndNamesColumnsByTheirHeaders()
    {
        const QByteArray json = writeTemplate(saved());
        QVERIFY(json.startsWith(
            "{\n  \"format\": \"crm-mapping-template\",\n  \"version\": 1,\n  \"name\": \"Fair leads\""));
        QVERIFY(json.contains("\"column\": \"Surname\""));
        QVERIFY(json.contains("\"number\": 2"));
        QVERIFY(json.contains("\"values\": {\n        \"Messe\": \"Trade Show\""));
        QVERIFY(!json.contains("\"index\""));
    }

    void aColumnThatTheFileNeverHadIsKeptByItsNumber()
    {
        TemplateScene scene = fair();
        scene.mapping.mapColumn({40}, name("City"));
        const auto read = mapping::readTemplate(writeTemplate(saved(scene)));
        QVERIFY(read.ok());
        QCOMPARE(read->mapping.find(name("City"))->column, std::optional(ColumnIndex{40}));
    }

    void whatCannotBeReadIsSaidWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *title, const char *from, const char *to, const char *found,
                            const char *key = "key", base::ErrorCode code = base::ErrorCode::TemplateUnreadable) {
            QTest::newRow(title) << QByteArray(from) << QByteArray(to) << code << QString::fromLatin1(key)
                                 << QString::fromLatin1(found);
        };
        row("no JSON", "\"version\": 1,", "\"version\": 1", "4", "line");
        row("another format", "crm-mapping-template", "crm-import-plan", "format");
        row("later version", "\"version\": 1", "\"version\": 2", "2", "found", base::ErrorCode::TemplateVersionUnknown);
        row("no version", "\"version\": 1", "\"versoin\": 1", "version");
        row("blank name", "Fair leads", " ", "name");
        row("no module", "\"module\": \"Leads\"", "\"module\": null", "module");
        row("unknown operation", "\"insert\"", "\"merge\"", "operation");
        row("no headers", "\"headers\"", "\"heads\"", "headers");
        row("header of another type", "\"Firm\",", "7,", "headers[1]");
        row("a column that is not there", "\"column\": \"Firm\"", "\"column\": \"Firma\"", "entries[1].column");
        row("a number too high", "\"number\": 2", "\"number\": 3", "entries[5].column");
        row("a column of another type", "\"column\": \"Firm\"", "\"column\": true", "entries[1].column");
        row("two entries for one field", "\"field\": \"Company\"", "\"field\": \"Last_Name\"", "entries[1].field");
        row("an entry without a field", "\"field\": \"Company\"", "\"feld\": \"Company\"", "entries[1].field");
        row("a value of another type", "\"Messe\": \"Trade Show\"", "\"Messe\": 1", "entries[2].values.Messe");
        row("ignored although it feeds", "    \"Remarks\"\n  ]", "    \"Firm\"\n  ]", "ignored[0]");
        row("a length of another type", "\"length\": 80", "\"length\": \"80\"", "fields[0].length");
    }
    void whatCannotBeReadIsSaidWithItsPlace()
    {
        QFETCH(const QByteArray, from);
        QFETCH(const QByteArray, to);
        QFETCH(const base::ErrorCode, code);
        QFETCH(const QString, key);
        QFETCH(const QString, found);
        QByteArray json = writeTemplate(saved());
        // Headers hold the same names; what is meant stands once, or last.
        const qsizetype place = key == u"key" && from.contains("Remarks") ? json.lastIndexOf(from) : json.indexOf(from);
        QVERIFY(place >= 0);
        json.replace(place, from.size(), to);
        const auto read = mapping::readTemplate(json);
        QVERIFY(!read.ok());
        QCOMPARE(read.error().code, code);
        QCOMPARE(read.error().context.value(key).toString(), found);
    }

    void theFingerprintKnowsHeadersInAnyOrder_data()
    {
        QTest::addColumn<QStringList>("other");
        QTest::addColumn<bool>("same");
        QTest::newRow("as they were") << QStringList{"E-Mail", "Name", "Name"} << true;
        QTest::newRow("another order") << QStringList{"Name", "E-Mail", "Name"} << true;
        QTest::newRow("another way of writing") << QStringList{"name", "E mail", "NAME"} << true;
        QTest::newRow("one name less") << QStringList{"E-Mail", "Name"} << false;
        QTest::newRow("one name more") << QStringList{"E-Mail", "Name", "Name", "Name"} << false;
        QTest::newRow("parted elsewhere") << QStringList{"E-MailName", "Name"} << false;
    }
    void theFingerprintKnowsHeadersInAnyOrder()
    {
        QFETCH(const QStringList, other);
        QFETCH(const bool, same);
        const QStringList headers{"E-Mail", "Name", "Name"};
        QCOMPARE(mapping::headerFingerprint(headers) == mapping::headerFingerprint(other), same);
        QCOMPARE(mapping::sharedHeaders(headers, other) == 1.0, same);
    }

    void columnsAreFoundAgainByNameThenByOrder()
    {
        const QStringList was{"Name", "name", "Mail", "Phone", "Phone"};
        QCOMPARE(mapping::placesOf(was, {"Phone", "name", "Phone", "Name"}), (std::vector<int>{3, 1, -1, 0, 2}));
        QCOMPARE(mapping::placesOf({"a", "a"}, {"A"}), (std::vector<int>{0, -1}));
        QCOMPARE(mapping::sharedHeaders(was, {"Phone", "Name"}), 0.4);
        QCOMPARE(mapping::sharedHeaders({}, {}), 0.0);
    }

    void theSameFileAgainGivesTheSameMapping()
    {
        QVERIFY(templateDrift(saved(), fresh()).empty());
        QCOMPARE(lineOf(applyTemplate(saved(), fresh(), {}).mapping), QString::fromLatin1(whole));
        QVERIFY(applyTemplate(saved(), fair(), {}).mapping == fair().mapping);
    }

    void whatWasOddBeforeIsNoDifference()
    {
        TemplateScene scene = fair();
        scene.mapping.setEntry(fed("No_Such_Field", 8));
        scene.mapping.setConstant(name("Rating"), QJsonValue(QStringLiteral("Lukewarm")));
        in(scene, "City").readOnly = true;
        scene.mapping.setConstant(name("City"), QJsonValue(QStringLiteral("Ulm")));
        scene.mandatory.push_back(name("Email"));
        QVERIFY(templateDrift(saved(scene), scene).empty());
        QVERIFY(applyTemplate(saved(scene), scene, {}).mapping == scene.mapping);
    }

    void anotherOrderOfColumnsIsNoDifference()
    {
        TemplateScene scene = fresh();
        scene.headers = {"Row", "Remarks", "Sales person", "Phone", "Phone", "Born", "Source", "FIRM", "Surname"};
        QVERIFY(templateDrift(saved(), scene).empty());
        QCOMPARE(lineOf(applyTemplate(saved(), scene, {}).mapping),
                 QStringLiteral("Last_Name<-8 Company<-7 Lead_Source<-6[Messe>Trade Show] "
                                "Birthday<-5%dd/MM/yyyy~dd.MM.yyyy Phone<-3 Mobile<-4 Owner<-2?email Rating=Hot !1"));
    }

    void whatWasLeftOutAndIsGoneIsMissedByNobody()
    {
        TemplateScene scene = fresh();
        scene.headers.removeAt(7);
        QVERIFY(templateDrift(saved(), scene).empty());
        QCOMPARE(lineOf(applyTemplate(saved(), scene, {}).mapping), otherwise(" !7", ""));
    }

    void eachDifferenceIsToldAndAnswered_data();
    void eachDifferenceIsToldAndAnswered();
    void noticesHaveNoAnswer_data();
    void noticesHaveNoAnswer();

    void aNewMandatoryFieldKeepsWhatFeedsItNow()
    {
        TemplateScene scene = fresh();
        scene.headers << QStringLiteral("Town");
        scene.mandatory.push_back(name("City"));
        scene.mapping.mapColumn({9}, name("City"));
        const auto drifts = templateDrift(saved(), scene);
        QCOMPARE(drifts.size(), size_t(1));
        QCOMPARE(drifts[0].kind, Kind::MandatoryField);
        QCOMPARE(drifts[0].proposed.column, std::optional(ColumnIndex{9}));
        QVERIFY(lineOf(applyTemplate(saved(), scene, drifts).mapping).contains(QLatin1String("City<-9")));
    }

    void howCellsStandIsNewOnlyWhereTheOldWayDoesNotFit_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QStringList>("now");
        QTest::addColumn<QString>("pattern");
        QTest::newRow("the same") << "dd.MM.yyyy" << QStringList{"dd.MM.yyyy"} << "";
        QTest::newRow("month first") << "dd/MM/yyyy" << QStringList{"MM/dd/yyyy"} << "MM/dd/yyyy";
        QTest::newRow("no row decides") << "dd/MM/yyyy" << QStringList{"MM/dd/yyyy", "dd/MM/yyyy"} << "";
        QTest::newRow("no leading zeros") << "dd/MM/yyyy HH:mm" << QStringList{"d/M/yyyy H:mm"} << "";
        QTest::newRow("names of months") << "d M yyyy" << QStringList{"d MMM yyyy"} << "d MMM yyyy";
        QTest::newRow("comma for point") << "#,###.#" << QStringList{"#.###,#"} << "#.###,#";
        QTest::newRow("whole numbers") << "#.###,#" << QStringList{"#"} << "";
        QTest::newRow("dates no more") << "dd.MM.yyyy" << QStringList{"#"} << "";
        QTest::newRow("words") << "true/false" << QStringList{"yes/no"} << "";
        QTest::newRow("not known") << "dd.MM.yyyy" << QStringList{} << "";
        QTest::newRow("nothing before") << "" << QStringList{"dd.MM.yyyy"} << "";
    }
    void howCellsStandIsNewOnlyWhereTheOldWayDoesNotFit()
    {
        QFETCH(const QString, before);
        QFETCH(const QStringList, now);
        QFETCH(const QString, pattern);
        QCOMPARE(mapping::newPattern(before, now), pattern);
    }

    void aFieldOfTheSameLabelGoesBeforeOneThatMeansTheSame()
    {
        TemplateScene scene = fair();
        scene.fields.push_back(field("Firm", "Firm", "text", 100));
        scene.mapping.setEntry(fed("Firm", 8));
        const MappingTemplate made = saved(scene);
        remove(scene, "Company");
        in(scene, "Firm").name = name("Firm2");
        const auto drifts = templateDrift(made, scene);
        QCOMPARE(drifts.size(), size_t(2));
        QCOMPARE(drifts[0].kind, Kind::MissingField);
        QCOMPARE(drifts[0].field, name("Company"));
        QCOMPARE(drifts[1].kind, Kind::RenamedField);
        QCOMPARE(drifts[1].field, name("Firm"));
        QCOMPARE(drifts[1].proposed.field, name("Firm2"));
    }

    void twoAnswersThatLeadToOneFieldAreSaid()
    {
        TemplateScene scene = fresh();
        scene.headers << QStringLiteral("Town") << QStringLiteral("Place");
        const auto drifts = templateDrift(saved(), scene);
        QCOMPARE(drifts.size(), size_t(2));
        const DriftAnswer city{DriftAnswer::Kind::Choose, {{}, name("City"), {}}};
        const auto applied = applyTemplate(saved(), scene, drifts, {city, city});
        QCOMPARE(applied.twice, std::vector<FieldName>{name("City")});
        QCOMPARE(applied.mapping.find(name("City"))->column, std::optional(ColumnIndex{9}));
    }

    void numbersInNamesAreNotMisspelt()
    {
        TemplateScene scene = fair();
        scene.headers[7] = QStringLiteral("Zusatz 1");
        scene.mapping.mapColumn({7}, name("City"));
        const MappingTemplate made = saved(scene);
        scene.headers[7] = QStringLiteral("Zusatz 2");
        scene.mapping = {};
        const auto drifts = templateDrift(made, scene);
        QCOMPARE(drifts.size(), size_t(2));
        QCOMPARE(drifts[0].kind, Kind::MissingColumn);
        QCOMPARE(drifts[1].kind, Kind::NewColumn);
    }
};

/// One row a kind: what changed; the difference with its proposal; and the mapping after accepting, choosing, leaving out.
void TestMappingTemplate::eachDifferenceIsToldAndAnswered_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("proposed");
    QTest::addColumn<DriftTarget>("chosen");
    QTest::addColumn<QStringList>("mappings");
    const auto row = [](const char *title, Kind kind, const char *proposed, const DriftTarget &chosen,
                        const QStringList &mappings, const Change &change) {
        QTest::newRow(title) << change << kind << QString::fromLatin1(proposed) << chosen << mappings;
    };
    const auto column = [](int index) { return DriftTarget{ColumnIndex{index}, {}, {}}; };
    const auto to = [](const char *field) { return DriftTarget{{}, name(field), {}}; };
    const QString all = QString::fromLatin1(whole);
    const QString noFirm = otherwise("Company<-1", "");

    row("missing column", Kind::MissingColumn, "", column(7),
        {withoutFirm(""), withoutFirm(" Company<-7"), withoutFirm("")},
        [](TemplateScene &scene) { scene.headers.removeAt(1); });
    row("renamed column", Kind::RenamedColumn, "1", column(8), {all, otherwise("Company<-1", "Company<-8"), noFirm},
        [](TemplateScene &scene) { scene.headers[1] = QStringLiteral("Company name"); });
    row("renamed column, misspelt", Kind::RenamedColumn, "6", column(8),
        {all, otherwise("Owner<-6", "Owner<-8"), otherwise("Owner<-6?email", "")},
        [](TemplateScene &scene) { scene.headers[6] = QStringLiteral("Sales persn"); });
    row("renamed column, by the field it feeds now", Kind::RenamedColumn, "1", column(8),
        {all, otherwise("Company<-1", "Company<-8"), noFirm}, [](TemplateScene &scene) {
            scene.headers[1] = QStringLiteral("X17");
            scene.mapping.mapColumn({1}, name("Company"));
        });
    row("renamed column that is left out", Kind::RenamedColumn, "7", column(8),
        {all, otherwise("!7", "!8"), otherwise(" !7", "")},
        [](TemplateScene &scene) { scene.headers[7] = QStringLiteral("Remark"); });
    row("missing field", Kind::MissingField, "", to("City"), {noFirm, otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) { remove(scene, "Company"); });
    row("renamed field, same label", Kind::RenamedField, "Firm1", to("City"),
        {otherwise("Company<-1", "Firm1<-1"), otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) { in(scene, "Company").name = name("Firm1"); });
    row("renamed field, same meaning", Kind::RenamedField, "Organisation", to("City"),
        {otherwise("Company<-1", "Organisation<-1"), otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) {
            in(scene, "Company").label = QStringLiteral("Organisation");
            in(scene, "Company").name = name("Organisation");
        });
    row("read-only field", Kind::ReadOnlyField, "", to("City"), {noFirm, otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) { in(scene, "Company").readOnly = true; });
    row("type changed", Kind::TypeChanged, "Birthday", to("City"),
        {otherwise("%dd/MM/yyyy~dd.MM.yyyy", ""), otherwise("Birthday<-3%dd/MM/yyyy~dd.MM.yyyy", "City<-3"),
         otherwise("Birthday<-3%dd/MM/yyyy~dd.MM.yyyy", "")},
        [](TemplateScene &scene) { in(scene, "Birthday").dataType = QStringLiteral("text"); });
    row("type changed into a lookup", Kind::TypeChanged, "Company", to("City"),
        {otherwise("Company<-1", "Company<-1?id"), otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) { in(scene, "Company").dataType = QStringLiteral("lookup"); });
    row("lookup changed", Kind::LookupChanged, "Owner", to("City"),
        {all, otherwise("Owner<-6?email", "City<-6"), otherwise("Owner<-6?email", "")},
        [](TemplateScene &scene) { in(scene, "Owner").lookupModule = crm::ModuleName(QStringLiteral("Partners")); });
    row("length shrunk", Kind::LengthShrunk, "Company", to("City"), {all, otherwise("Company<-1", "City<-1"), noFirm},
        [](TemplateScene &scene) { in(scene, "Company").length = 40; });
    row("dates stand otherwise", Kind::PatternChanged, "yyyy-MM-dd", {{}, {}, QStringLiteral("dd.MM.yyyy")},
        {otherwise("~dd.MM.yyyy", "~yyyy-MM-dd"), all, otherwise("~dd.MM.yyyy", "")}, [](TemplateScene &scene) {
            scene.patterns = {{}, {}, {}, {QStringLiteral("yyyy-MM-dd")}};
        });
    row("dates stand as they are announced", Kind::PatternChanged, "dd/MM/yyyy", {{}, {}, QStringLiteral("dd.MM.yyyy")},
        {otherwise("~dd.MM.yyyy", ""), all, otherwise("~dd.MM.yyyy", "")}, [](TemplateScene &scene) {
            scene.patterns = {{}, {}, {}, {QStringLiteral("dd/MM/yyyy")}};
        });
    row("mapped value retired", Kind::ValueRetired, "", {{}, {}, QStringLiteral("Web Download")},
        {otherwise("[Messe>Trade Show]", ""), otherwise("Trade Show", "Web Download"),
         otherwise("[Messe>Trade Show]", "")},
        [](TemplateScene &scene) {
            in(scene, "Lead_Source").picklist.erase(in(scene, "Lead_Source").picklist.begin());
        });
    row("mapped value renamed", Kind::ValueRetired, "Trade Shows", {{}, {}, QStringLiteral("Web Download")},
        {otherwise("Trade Show", "Trade Shows"), otherwise("Trade Show", "Web Download"),
         otherwise("[Messe>Trade Show]", "")},
        [](TemplateScene &scene) { in(scene, "Lead_Source").picklist[0] = value("Trade Shows"); });
    row("constant retired", Kind::ValueRetired, "", {{}, {}, QStringLiteral("Cold")},
        {otherwise("Rating=Hot ", ""), otherwise("=Hot", "=Cold"), otherwise("Rating=Hot ", "")},
        [](TemplateScene &scene) { in(scene, "Rating").picklist[0] = value("Very hot indeed"); });
    row("new mandatory field", Kind::MandatoryField, "", column(8), {all, otherwise(" !7", " City<-8 !7"), all},
        [](TemplateScene &scene) { scene.mandatory.push_back(name("City")); });
    row("new column", Kind::NewColumn, "", to("City"), {all, otherwise(" !7", " City<-9 !7"), all + " !9"},
        [](TemplateScene &scene) { scene.headers << QStringLiteral("Hall"); });
    row("new column that feeds something", Kind::NewColumn, "City", {},
        {otherwise(" !7", " City<-9 !7"), {}, all + " !9"}, [](TemplateScene &scene) {
            scene.headers << QStringLiteral("Hall");
            scene.mapping.mapColumn({9}, name("City"));
        });
}

void TestMappingTemplate::eachDifferenceIsToldAndAnswered()
{
    QFETCH(const Change, change);
    QFETCH(const Kind, kind);
    QFETCH(const QString, proposed);
    QFETCH(const DriftTarget, chosen);
    QFETCH(const QStringList, mappings);
    TemplateScene scene = fresh();
    change(scene);

    const std::vector<Drift> drifts = templateDrift(saved(), scene);
    QCOMPARE(drifts.size(), size_t(1));
    QCOMPARE(drifts[0].kind, kind);
    QCOMPARE(textOf(drifts[0].proposed), proposed);
    QVERIFY(!mapping::isNotice(drifts[0]));
    QCOMPARE(mapping::wantsLook(drifts[0]), kind != Kind::NewColumn);
    const auto choices = choicesFor(drifts[0], saved(), scene);
    if (!drifts[0].proposed.isEmpty())
        QVERIFY(choices.front() == drifts[0].proposed);
    if (!chosen.isEmpty())
        QVERIFY(std::find(choices.begin(), choices.end(), chosen) != choices.end());

    using Answer = DriftAnswer::Kind;
    const Answer ways[]{Answer::Accept, Answer::Choose, Answer::LeaveOut};
    for (int i = 0; i < 3; ++i) {
        if (mappings[i].isEmpty())
            continue;
        const auto applied = applyTemplate(saved(), scene, drifts, {DriftAnswer{ways[i], chosen}});
        QVERIFY(applied.twice.empty());
        QCOMPARE(lineOf(applied.mapping), mappings[i]);
    }
}

void TestMappingTemplate::noticesHaveNoAnswer_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("operation") << Change([](TemplateScene &scene) { scene.operation = Operation::Insert; })
                               << Kind::OtherOperation << "upsert"
                               << "insert";
    QTest::newRow("match field") << Change([](TemplateScene &scene) { scene.findBy = name("id"); })
                                 << Kind::OtherMatchField << "Phone"
                                 << "id";
    QTest::newRow("blank cells") << Change([](TemplateScene &scene) { scene.ignoreEmpty = false; }) << Kind::OtherBlanks
                                 << "true"
                                 << "false";
}

void TestMappingTemplate::noticesHaveNoAnswer()
{
    QFETCH(const Change, change);
    QFETCH(const Kind, kind);
    QFETCH(const QString, before);
    QFETCH(const QString, after);
    TemplateScene scene = fair();
    scene.operation = Operation::Upsert;
    scene.findBy = name("Phone");
    const MappingTemplate made = saved(scene);
    change(scene);
    const auto drifts = templateDrift(made, scene);
    QCOMPARE(drifts.size(), size_t(1));
    QCOMPARE(drifts[0].kind, kind);
    QCOMPARE(drifts[0].before, before);
    QCOMPARE(drifts[0].after, after);
    QVERIFY(mapping::isNotice(drifts[0]));
    QVERIFY(choicesFor(drifts[0], made, scene).empty());
    QCOMPARE(lineOf(applyTemplate(made, scene, drifts).mapping), QString::fromLatin1(whole));
}

WIZARD_TEST_MAIN(QCoreApplication, TestMappingTemplate)
#include "tst_mapping_template.moc"
