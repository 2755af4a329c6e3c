#include "crm/wire/MetadataWire.h"
#include "tests/support/TestMain.h"

using namespace Qt::StringLiterals;

namespace {
crm::ServerAnswer answer(const QByteArray &body, int status = 200)
{
    return {status, {}, body, {}};
}
} // namespace

class TestMetadataWire final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void modulesAreReadInOldAndNewForm()
    {
        const auto modules = crm::wire::decodeModules(answer(R"({"modules":[
            {"id":"7001000000002175","api_name":"Leads","singular_label":"Lead","plural_label":"Leads","status":"visible",
             "generated_type":"default","api_supported":true,"creatable":true,"editable":true,"sequence_number":2},
            {"id":7001000000410003,"api_name":"Visit_Log","generated_type":"subform","visible":false}]})"));
        QVERIFY(modules.ok());
        QCOMPARE(modules->size(), 2U);
        QCOMPARE(modules->at(0).pluralLabel, u"Leads"_s);
        QCOMPARE(modules->at(0).sequence, 2);
        QVERIFY(modules->at(0).takesBulkWrite());
        QCOMPARE(modules->at(1).id.text(), u"7001000000410003"_s);
        QVERIFY(!modules->at(1).visible && !modules->at(1).takesBulkWrite());
    }

    void fieldsAreReadAndHaveAnId()
    {
        const auto fields = crm::wire::decodeFields(answer(R"({"fields":[
            {"api_name":"Owner","field_label":"Lead Owner","data_type":"ownerlookup","length":120,"decimal_place":null,
             "read_only":false,"field_read_only":true,"unique":{},"operation_type":{"api_create":true,"api_update":true}},
            {"api_name":"Lead_Source","field_label":"Quelle","data_type":"picklist","pick_list_values":[
              {"display_value":"Messe","actual_value":"Trade Show","type":"used"},
              {"display_value":"Alt","actual_value":"Old","type":"unused"}]},
            {"api_name":"Code","field_label":"Code","data_type":"text","length":40,"custom_field":true,"system_mandatory":true,
             "unique":{"case_sensitive":false},"operation_type":{"api_create":false,"api_update":true}},
            {"api_name":"Partner","data_type":"lookup","lookup":{"module":{"api_name":"Accounts"}}},
            {"api_name":"Old_Partner","data_type":"lookup","lookup":{"module":"Accounts"}}]})"));
        QVERIFY(fields.ok());
        QCOMPARE(fields->size(), 6U);
        const auto &list = *fields;
        QVERIFY(list[0].canBeMapped(crm::Operation::Insert) && list[0].isLookup() && !list[0].unique);
        QCOMPARE(list[0].decimalPlaces, -1);
        QCOMPARE(list[1].picklist.size(), 1U);
        QCOMPARE(list[1].picklist[0].actual, u"Trade Show"_s);
        QVERIFY(list[2].unique && list[2].custom && list[2].systemMandatory && !list[2].apiCreate && list[2].apiUpdate);
        QCOMPARE(list[2].length, 40);
        QCOMPARE(list[3].lookupModule.text(), u"Accounts"_s);
        QCOMPARE(list[4].lookupModule.text(), u"Accounts"_s);
        QCOMPARE(list[5].name.text(), u"id"_s);
        QVERIFY(list[5].canBeMapped(crm::Operation::Update) && !list[5].canBeMapped(crm::Operation::Insert));
    }

    void layoutsTellWhatIsRequired()
    {
        const auto layouts = crm::wire::decodeLayouts(answer(R"({"layouts":[{"id":"1","api_name":"Standard__s",
            "name":"Renamed","sections":[{"type":"used","isSubformSection":false,"fields":[
               {"api_name":"Last_Name","required":true},{"api_name":"Email","required":false}]},
              {"isSubformSection":true,"fields":[{"api_name":"Inner","required":true}]}]}]})"));
        QVERIFY(layouts.ok());
        QVERIFY(layouts->at(0).standard);
        QVERIFY(layouts->at(0).required == std::vector<crm::FieldName>{crm::FieldName(u"Last_Name"_s)});
    }

    void organisationAndUserAreRead()
    {
        const auto org = crm::wire::decodeOrganisation(answer(
            R"({"org":[{"zgid":690001234,"company_name":"Nordwind GmbH","type":"sandbox","country_code":"DE","time_zone":"Europe/Berlin"}]})"));
        QVERIFY(org.ok());
        QCOMPARE(org->zgid.text(), u"690001234"_s);
        QCOMPARE(org->type, u"sandbox"_s);
        const auto user = crm::wire::decodeCurrentUser(answer(
            R"({"users":[{"id":"7","full_name":"Ida Holm","email":"ida@nordwind.example","profile":{"name":"Administrator"},
                "time_zone":"Europe/Berlin","date_format":"dd.MM.yyyy"}],"info":{"count":1}})"));
        QVERIFY(user.ok());
        QCOMPARE(user->name, u"Ida Holm"_s);
        QCOMPARE(user->profile, u"Administrator"_s);
        QCOMPARE(user->dateFormat, u"dd.MM.yyyy"_s);
    }

    void noContentIsAnEmptyList()
    {
        const auto modules = crm::wire::decodeModules(answer({}, 204));
        QVERIFY(modules.ok() && modules->empty());
        const auto fields = crm::wire::decodeFields(answer({}, 204));
        QVERIFY(fields.ok() && fields->empty());
        QVERIFY(!crm::wire::decodeOrganisation(answer({}, 204)).ok());
    }

    void anythingElseIsAnError_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("empty with 200") << QByteArray();
        QTest::newRow("html") << QByteArray("<html>");
        QTest::newRow("other json") << QByteArray("{}");
        QTest::newRow("refusal") << QByteArray(R"({"code":"INVALID_MODULE","status":"error"})");
    }
    void anythingElseIsAnError()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!crm::wire::decodeModules(answer(body)).ok());
        QVERIFY(!crm::wire::decodeFields(answer(body)).ok());
        QVERIFY(!crm::wire::decodeLayouts(answer(body)).ok());
        QVERIFY(!crm::wire::decodeOrganisation(answer(body)).ok());
        QCOMPARE(crm::wire::decodeCurrentUser(answer(body)).error().answer.body, body);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestMetadataWire)
#include "tst_metadata_wire.moc"
