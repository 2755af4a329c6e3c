#include "crm/Field.h"
#include "crm/InputRef.h"
#include "crm/NameScan.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;
using crm::Operation;

namespace {
crm::Field field(const QString &name, const QString &type = u"text"_s)
{
    crm::Field result;
    result.name = crm::FieldName(name);
    result.dataType = type;
    return result;
}
} // namespace

class TestCrmValues final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void versionsAreOrderedAndFound()
    {
        QStringList names;
        for (const crm::ApiVersion &version : crm::apiVersions()) {
            names << QString::fromLatin1(version.name);
            QCOMPARE(crm::findApiVersion(names.back()), &version);
        }
        QCOMPARE(names.join(u' '), u"v2 v2.1 v3 v4 v5 v6 v7 v8"_s);
        QCOMPARE(crm::findApiVersion(u"v9"_s), nullptr);
        QCOMPARE(crm::defaultApiVersion().name, "v2.1");
        QVERIFY(crm::findApiVersion(u"v8"_s)->uploadsToUploadHost
                && !crm::findApiVersion(u"v7"_s)->uploadsToUploadHost);
    }

    void inputsHaveAStableText_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"account", "module", "operation", "find_by", "file", "mapping", "mapping:Last Name",
                                 "mapping:a:b", "callback.url", "callback.method", "character_encoding", "job"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void inputsHaveAStableText()
    {
        QFETCH(QString, text);
        const auto input = crm::InputRef::fromText(text);
        QVERIFY(input);
        QCOMPARE(input->toText(), text);
    }

    void otherTextsAreNoInputs()
    {
        for (const QString &text : {u""_s, u"mapping:"_s, u"Module"_s, u"callback"_s})
            QVERIFY2(!crm::InputRef::fromText(text), qUtf8Printable(text));
    }

    void operationsHaveWireNames()
    {
        for (const Operation operation : crm::allOperations)
            QVERIFY(crm::findOperation(crm::wireName(operation)) == operation);
        QVERIFY(!crm::findOperation(u"Insert"_s));
    }

    void someModulesAreExcluded_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<bool>("taken");
        for (const char *name : {"Leads", "Price_Books"})
            QTest::newRow(name) << u"default"_s << true;
        QTest::newRow("Rooms") << u"custom"_s << true;
        for (const char *name : {"Calls", "Events", "Notes", "Attachments", "Users"})
            QTest::newRow(name) << u"default"_s << false;
        QTest::newRow("Lines") << u"subform"_s << false;
        QTest::newRow("Links") << u"linking"_s << false;
    }
    void someModulesAreExcluded()
    {
        QFETCH(QString, type);
        crm::Module module;
        module.name = crm::ModuleName(QString::fromUtf8(QTest::currentDataTag()));
        module.generatedType = type;
        module.apiSupported = true;
        module.editable = true;
        QTEST(module.takesBulkWrite(), "taken");
        module.editable = false;
        QVERIFY(!module.takesBulkWrite());
    }

    void someFieldsCannotBeMapped_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"formula", "autonumber", "rollup_summary", "fileupload", "imageupload", "profileimage",
                                 "subform", "multiselectlookup", "multiuserlookup"})
            QTest::newRow(type) << QString::fromUtf8(type);
    }
    void someFieldsCannotBeMapped()
    {
        QFETCH(QString, type);
        for (const Operation operation : crm::allOperations)
            QVERIFY(!field(u"X"_s, type).canBeMapped(operation));
    }

    void theOperationDecidesWhatCanBeMapped()
    {
        crm::Field entry = field(u"X"_s);
        entry.apiUpdate = false;
        QVERIFY(entry.canBeMapped(Operation::Insert) && !entry.canBeMapped(Operation::Update));
        entry.readOnly = true;
        QVERIFY(!entry.canBeMapped(Operation::Insert));
        QVERIFY(!field(u"Created_By"_s).canBeMapped(Operation::Insert));
        QVERIFY(field(u"Owner"_s, u"ownerlookup"_s).canBeMapped(Operation::Upsert));
    }

    void recordsAreFoundByUniqueFields()
    {
        const crm::ModuleName leads(u"Leads"_s);
        crm::Field code = field(u"Code"_s);
        QVERIFY(!code.canFindRecords(leads));
        code.unique = true;
        QVERIFY(code.canFindRecords(leads) && field(u"id"_s).canFindRecords(leads));
        QVERIFY(field(u"Email"_s).canFindRecords(leads) && !field(u"Name"_s).canFindRecords(leads));
        QVERIFY(field(u"Name"_s).canFindRecords(crm::ModuleName(u"Rooms"_s)));
        QVERIFY(!field(u"Email"_s).canFindRecords(crm::ModuleName(u"Deals"_s)));
    }

    void mandatoryFieldsComeFromSystemAndLayout()
    {
        auto fields = std::vector{field(u"Company"_s), field(u"Email"_s), field(u"Last_Name"_s),
                                  field(u"Number"_s, u"autonumber"_s)};
        fields[2].systemMandatory = true;
        fields[3].systemMandatory = true;
        const auto name = [](const QString &text) { return crm::FieldName(text); };
        const std::vector<crm::Layout> layouts{
            {crm::RecordId(u"1"_s), u"Own"_s, false, {name(u"Email"_s)}},
            {crm::RecordId(u"2"_s), u"Standard"_s, true, {name(u"Company"_s)}},
        };
        QVERIFY(crm::mandatoryFields(fields, layouts) == std::vector({name(u"Company"_s), name(u"Last_Name"_s)}));
        QVERIFY(crm::mandatoryFields(fields, layouts, crm::RecordId(u"1"_s))
                == std::vector({name(u"Email"_s), name(u"Last_Name"_s)}));
        QVERIFY(crm::mandatoryFields(fields, {}) == std::vector({name(u"Last_Name"_s)}));
    }

    void namesAreSplitAndFound()
    {
        QCOMPARE(crm::splitNames(u" A, 'B' ,A,, C D"_s, {}), QStringList({u"A"_s, u"B"_s, u"C D"_s}));
        QCOMPARE(crm::splitNames(u"a, b, c"_s, {u"a, b"_s}), QStringList({u"a, b"_s, u"c"_s}));
        QCOMPARE(crm::namesInText(u"xName Name_1 (Last Name)."_s, {u"Name"_s, u"Last Name"_s}),
                 QStringList({u"Last Name"_s}));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCrmValues)
#include "tst_crm_values.moc"
