#include "crm/wire/CreateJobWire.h"
#include "session/ImportSession.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>

using session::ImportSession;
using session::StepStatus;
using session::WizardStep;
using Kind = crm::InputRef::Kind;

namespace {

crm::FieldName field(const char *name)
{
    return crm::FieldName(QString::fromLatin1(name));
}

crm::InputRef mappingOf(const char *name)
{
    return {Kind::Mapping, field(name)};
}

std::shared_ptr<const crm::ServerError> refusal(const char *code)
{
    crm::ServerError error;
    error.shape = crm::ServerError::Shape::Crm;
    error.code = QString::fromLatin1(code);
    return std::make_shared<const crm::ServerError>(error);
}

crm::Field textField(const char *name)
{
    crm::Field made;
    made.name = field(name);
    made.label = QString::fromLatin1(name);
    made.dataType = QStringLiteral("text");
    return made;
}

tabular::TableSummary table(const QStringList &headers, const QString &path = QStringLiteral("/data/leads.csv"))
{
    tabular::TableSummary made;
    made.source.path = path;
    made.rows = 3;
    for (const QString &header : headers)
        made.columns.push_back({header, {}, 3});
    return made;
}

crm::BulkWriteRequest recordedRequest()
{
    crm::BulkWriteRequest request;
    request.operation = crm::Operation::Insert;
    request.callback = crm::Callback{QStringLiteral("https://www.zoho.com/"), QStringLiteral("post")};
    request.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), crm::RecordId(QStringLiteral("41508"))};
    request.fileId = crm::FileId(QStringLiteral("4150868000005364001"));
    request.mappings.push_back({field("Last_Name"), crm::ColumnIndex{0}, {}, {}, {}, {}});
    request.mappings.push_back({field("Mobile"), crm::ColumnIndex{1}, {}, {}, {}, 4});
    return request;
}

session::ModuleChoice leads()
{
    session::ModuleChoice choice;
    choice.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}};
    choice.operation = crm::Operation::Insert;
    return choice;
}

/// A way to change a mapping.
using Step = std::function<void(mapping::ColumnMapping &)>;
using Steps = std::vector<Step>;

Step fed(const char *name, int column)
{
    return [=](mapping::ColumnMapping &mapping) { mapping.mapColumn({column}, field(name)); };
}

Step constant(const char *name, const QJsonValue &value)
{
    return [=](mapping::ColumnMapping &mapping) { mapping.setConstant(field(name), value); };
}

Step foundBy(const char *name, const char *findBy)
{
    return [=](mapping::ColumnMapping &mapping) {
        crm::FieldMapping entry = *mapping.find(field(name));
        entry.findBy = field(findBy);
        mapping.setEntry(entry);
    };
}

Step written(const char *name, const char *format, const char *sourcePattern = "")
{
    return [=](mapping::ColumnMapping &mapping) {
        crm::FieldMapping entry = *mapping.find(field(name));
        entry.format = QString::fromLatin1(format);
        mapping.setEntry(entry);
        mapping.setRule(field(name), {QString::fromLatin1(sourcePattern), {}});
    };
}

/// How a request begins, by version and operation, up to its mappings.
QByteArray head(const char *version, const char *operation, const char *findBy)
{
    const bool text = qstrcmp(version, "v2") == 0;
    QByteArray json =
        QByteArray("{'operation':'") + operation + "','ignore_empty':true,'resource':[{'type':'data','module':";
    json += text ? "'Leads'" : "{'api_name':'Leads'}";
    if (*findBy)
        json += QByteArray(",'find_by':'") + findBy + '\'';
    return json;
}

bool hasServerFault(const ImportSession &session, const crm::InputRef &input)
{
    const auto faults = session.faults().of(input);
    return std::any_of(faults.begin(), faults.end(), [](const session::Fault &fault) { return fault.fromServer(); });
}

} // namespace

class TestImportSession final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void settingTheSameAgainSaysNothing()
    {
        ImportSession session;
        session.setModule(leads());
        const QSignalSpy changed(&session, &ImportSession::changed);
        session.setModule(leads());
        session.setMapping({});
        session.setCallback({});
        session.setFile({});
        QCOMPARE(changed.count(), 0);
    }

    void anAdoptedRequestGoesOutAsItCame_data()
    {
        QTest::addColumn<bool>("ignoreEmptyIsThere");
        QTest::addColumn<bool>("ignoreEmpty");
        QTest::newRow("true") << true << true;
        QTest::newRow("false") << true << false;
        QTest::newRow("absent") << false << false;
    }

    void anAdoptedRequestGoesOutAsItCame()
    {
        QFETCH(bool, ignoreEmptyIsThere);
        QFETCH(bool, ignoreEmpty);
        importing::ImportPlan plan;
        plan.request = recordedRequest();
        plan.request.characterEncoding = QStringLiteral("ISO-8859-1");
        plan.request.fileNames = QStringList{QStringLiteral("a.csv")};
        if (ignoreEmptyIsThere)
            plan.request.ignoreEmpty = ignoreEmpty;
        plan.exactBody = QByteArray("{ exact }");
        ImportSession session;
        session.adopt(plan);
        QCOMPARE(session.plan().request == plan.request, true);
        QCOMPARE(session.plan().exactBody, plan.exactBody);

        session.setCallback({});
        QVERIFY(!session.plan().exactBody);
        QCOMPARE(session.plan().request.characterEncoding, QStringLiteral("ISO-8859-1"));
    }

    void mappingANamedFieldClearsItsRefusalAndNoOther()
    {
        ImportSession session;
        session.showRefusal({mappingOf("Owner"), mappingOf("Company")}, refusal("MANDATORY_FIELDS_NOT_MAPPED"));
        QCOMPARE(session.statusOf(WizardStep::Mapping), StepStatus::Error);
        mapping::ColumnMapping mapping;
        mapping.mapColumn({2}, field("Owner"));
        session.setMapping(mapping);
        QVERIFY(!hasServerFault(session, mappingOf("Owner")));
        QVERIFY(hasServerFault(session, mappingOf("Company")));
    }

    void correctingAnInputClearsItsRefusal_data()
    {
        QTest::addColumn<QString>("input");
        for (const char *input : {"module", "operation", "find_by", "file", "callback.url", "callback.method", "job"})
            QTest::newRow(input) << QString::fromLatin1(input);
    }

    void correctingAnInputClearsItsRefusal()
    {
        QFETCH(QString, input);
        const crm::InputRef wrong = *crm::InputRef::fromText(input);
        ImportSession session;
        importing::ImportPlan plan;
        plan.request = recordedRequest();
        session.adopt(plan);
        session.showRefusal({wrong, mappingOf("Last_Name")}, refusal("INVALID_DATA"));
        QVERIFY(hasServerFault(session, wrong));

        session::ModuleChoice module = session.module();
        if (wrong.kind == Kind::Module)
            module.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Contacts")), {}};
        else if (wrong.kind == Kind::Operation)
            module.operation = crm::Operation::Update;
        else if (wrong.kind == Kind::FindBy)
            module.findBy = field("Email");
        else if (wrong.kind == Kind::File)
            session.setFile({{}, crm::FileId(QStringLiteral("2")), {}});
        else if (wrong.kind == Kind::CallbackUrl)
            session.setCallback(crm::Callback{QStringLiteral("https://example.com/x"), QStringLiteral("post")});
        else if (wrong.kind == Kind::CallbackMethod)
            session.setCallback(crm::Callback{QStringLiteral("https://www.zoho.com/"), QStringLiteral("POST")});
        else
            module.ignoreEmpty = !module.ignoreEmpty;
        session.setModule(module);
        QVERIFY(!hasServerFault(session, wrong));
        QVERIFY(hasServerFault(session, mappingOf("Last_Name")));
    }

    void signalsComeInTheirOrderAndSeeTheNewFaults()
    {
        ImportSession session;
        session.showRefusal({{Kind::CallbackUrl, {}}}, refusal("INVALID_CALLBACK_URL"));
        QStringList order;
        connect(&session, &ImportSession::changed, this, [&] {
            order << QStringLiteral("changed");
            QVERIFY(!session.faults().hasServerFaults());
        });
        connect(&session, &ImportSession::faultsChanged, this, [&] { order << QStringLiteral("faults"); });
        connect(&session, &ImportSession::statusChanged, this, [&] { order << QStringLiteral("status"); });
        session.setCallback(crm::Callback{QStringLiteral("https://www.zoho.com/"), QStringLiteral("post")});
        const QStringList expected{QStringLiteral("changed"), QStringLiteral("faults"), QStringLiteral("status")};
        QCOMPARE(order, expected);
    }

    void exactNamesAreMatchedWhicheverComesFirst_data()
    {
        QTest::addColumn<bool>("fileFirst");
        QTest::newRow("file, then fields") << true;
        QTest::newRow("fields, then file") << false;
    }

    void exactNamesAreMatchedWhicheverComesFirst()
    {
        QFETCH(bool, fileFirst);
        ImportSession session;
        session.setModule(leads());
        const session::ModuleMetadata metadata{leads().module->name, {textField("Last_Name"), textField("City")}, {}};
        const session::FileChoice file{table({QStringLiteral("City"), QStringLiteral("Other")}), {}, {}};
        if (fileFirst)
            session.setFile(file);
        session.setMetadata(metadata);
        session.setFile(file);
        QCOMPARE(session.mapping().entries().size(), std::size_t(1));
        QCOMPARE(session.mapping().find(field("City"))->column, crm::ColumnIndex{0});
    }

    void otherColumnsTakeTheirOwnMatchesAndLeaveWhatAPersonChose()
    {
        ImportSession session;
        session.setModule(leads());
        session.setMetadata({leads().module->name, {textField("Last_Name"), textField("City")}, {}});
        session.setFile({table({QStringLiteral("City"), QStringLiteral("Name")}), {}, {}});
        mapping::ColumnMapping mapping = session.mapping();
        mapping.mapColumn({1}, field("Last_Name"));
        session.setMapping(mapping);
        session.setFile({table({QStringLiteral("Name"), QStringLiteral("X"), QStringLiteral("City")}), {}, {}});
        QCOMPARE(session.mapping().find(field("City"))->column, crm::ColumnIndex{2});
        QCOMPARE(session.mapping().find(field("Last_Name"))->column, crm::ColumnIndex{1});
    }

    void aPlansMappingIsNotMatchedAgain()
    {
        importing::ImportPlan plan;
        plan.request = recordedRequest();
        ImportSession session;
        session.adopt(plan);
        session.setMetadata({leads().module->name, {textField("Last_Name"), textField("City")}, {}});
        session.setFile({table({QStringLiteral("City")}), {}, {}});
        QCOMPARE(session.mapping().entries().size(), std::size_t(2));
    }

    void anotherModuleDropsTheFields()
    {
        ImportSession session;
        session.setModule(leads());
        session.setMetadata({leads().module->name, {textField("City")}, {}});
        session::ModuleChoice other = leads();
        other.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Deals")), {}};
        session.setModule(other);
        QVERIFY(session.metadata().fields.empty());
    }

    /// The same sentence stood twice under a mandatory field that the CRM had named.
    void whatTheCrmSaysOfAMandatoryFieldIsNotSaidTwice()
    {
        ImportSession session;
        session.setModule(leads());
        crm::Field owner;
        owner.name = field("Owner");
        owner.systemMandatory = true;
        session.setMetadata({leads().module->name, {owner}, {}});
        QCOMPARE(session.faults().of(mappingOf("Owner")).size(), std::size_t(1));
        session.showRefusal({mappingOf("Owner")}, refusal("MANDATORY_FIELDS_NOT_MAPPED"));
        QCOMPARE(session.faults().of(mappingOf("Owner")).size(), std::size_t(1));
        QVERIFY(session.faults().of(mappingOf("Owner")).front().fromServer());
        session.showRefusal({mappingOf("Owner")}, refusal("INVALID_DATA"));
        QCOMPARE(session.faults().of(mappingOf("Owner")).size(), std::size_t(2));
    }

    void aStepIsToDoUntilItIsSettledAndWantsALookWhenAnEarlierOneChanged()
    {
        ImportSession session;
        QCOMPARE(session.statusOf(WizardStep::Module), StepStatus::ToDo);
        QCOMPARE(session.statusOf(WizardStep::Callback), StepStatus::ToDo);
        session.markVisited(WizardStep::Module);
        QCOMPARE(session.statusOf(WizardStep::Module), StepStatus::Error);
        session.setModule(leads());
        QCOMPARE(session.statusOf(WizardStep::Module), StepStatus::Done);
        session.markVisited(WizardStep::Check);
        QCOMPARE(session.statusOf(WizardStep::Check), StepStatus::Done);
        session.setCallback(crm::Callback{QStringLiteral("https://www.zoho.com/"), QStringLiteral("post")});
        QCOMPARE(session.statusOf(WizardStep::Check), StepStatus::NeedsLook);
        session.markVisited(WizardStep::Check);
        QCOMPARE(session.statusOf(WizardStep::Check), StepStatus::Done);
    }

    void aQuestionAboutTheFileKeepsItsStepOpen_data()
    {
        using Seen = tabular::TableFinding::Kind;
        QTest::addColumn<int>("kind");
        QTest::addColumn<bool>("asked");
        QTest::newRow("long rows") << int(Seen::LongRow) << true;
        QTest::newRow("zero bytes") << int(Seen::NulByte) << true;
        QTest::newRow("lines in UTF-8") << int(Seen::Utf8Line) << true;
        QTest::newRow("bytes that are no text") << int(Seen::InvalidBytes) << true;
        QTest::newRow("short rows, which are harmless") << int(Seen::ShortRow) << false;
    }

    void aQuestionAboutTheFileKeepsItsStepOpen()
    {
        QFETCH(int, kind);
        QFETCH(bool, asked);
        ImportSession session;
        session::FileChoice file;
        file.table = table({QStringLiteral("A")});
        file.table->findings = {{static_cast<tabular::TableFinding::Kind>(kind), 2, 7, -1}};
        session.setFile(file);
        QCOMPARE(session.faults().openQuestion().has_value(), asked);
        QCOMPARE(session.statusOf(WizardStep::File), asked ? StepStatus::ToDo : StepStatus::Done);
        session.markVisited(WizardStep::File);
        QCOMPARE(session.statusOf(WizardStep::File), asked ? StepStatus::Error : StepStatus::Done);
        // What is uploaded already was decided on by whoever made it.
        file.fileId = crm::FileId(QStringLiteral("111111000000541958"));
        session.setFile(file);
        QVERIFY(!session.faults().openQuestion());
        QCOMPARE(session.statusOf(WizardStep::File), StepStatus::Done);
    }

    void anAnsweredQuestionIsNoneAnyMore()
    {
        ImportSession session;
        session::FileChoice file;
        file.table = table({QStringLiteral("A")});
        file.table->findings = {{tabular::TableFinding::Kind::LongRow, 2, 7, -1}};
        session.setFile(file);
        QVERIFY(session.faults().openQuestion());
        for (const auto answer : {tabular::LongRows::LeaveOut, tabular::LongRows::Widen}) {
            file.table->source.longRows = answer;
            session.setFile(file);
            QVERIFY(!session.faults().openQuestion());
            QCOMPARE(session.statusOf(WizardStep::File), StepStatus::Done);
        }
        file.table->source.longRows = tabular::LongRows::Ask;
        file.table->source.dialect.headerRow = 0; // then there is nothing that they could be longer than
        session.setFile(file);
        QVERIFY(!session.faults().openQuestion());
    }

    void aDateColumnSaysItsFormatAtOnce()
    {
        auto profile = std::make_shared<tabular::TableProfile>();
        profile->columns.resize(2);
        for (tabular::ColumnProfile &column : profile->columns) {
            column.shape = tabular::Shape::Date;
            column.filled = column.fitting = 3;
            column.pattern = QStringLiteral("dd/MM/yyyy");
            column.patternFits = {{column.pattern, 3, 0, {}}, {QStringLiteral("MM/dd/yyyy"), 1, 2, {}}};
        }
        profile->columns[1].otherPatterns = QStringList{QStringLiteral("MM/dd/yyyy")};
        session::FileChoice file;
        file.table = table({QStringLiteral("Born"), QStringLiteral("Seen")});
        file.table->profile = profile;
        session::ModuleMetadata metadata{
            crm::ModuleName(QStringLiteral("Leads")), {textField("Born"), textField("Seen")}, {}};
        metadata.fields[0].dataType = metadata.fields[1].dataType = QStringLiteral("date");
        ImportSession session;
        session.setModule(leads());
        session.setFile(file);
        session.setMetadata(metadata);
        QCOMPARE(session.mapping().find(field("Born"))->format, QStringLiteral("dd/MM/yyyy"));
        QCOMPARE(session.mapping().find(field("Seen"))->format, QString()); // nothing decides

        // As an entry that was made by a name it goes with its column.
        file.table = table({QStringLiteral("Other")});
        session.setFile(file);
        QVERIFY(session.mapping().entries().empty());

        file.table = table({QStringLiteral("x"), QStringLiteral("y")});
        file.table->profile = profile;
        session.setFile(file);
        mapping::ColumnMatch sure;
        sure.best.field = field("Born");
        sure.band = mapping::Band::Sure;
        session.takeMatches({sure});
        QCOMPARE(session.mapping().find(field("Born"))->format, QStringLiteral("dd/MM/yyyy"));
    }

    void whatBecomesOfCellsGoesThroughThePlan()
    {
        const mapping::CellRule rule{QStringLiteral("d.M.yyyy"),
                                     {{QStringLiteral("Messe"), QStringLiteral("Trade Show")}}};
        importing::ImportPlan plan;
        plan.request = recordedRequest();
        plan.cells[field("Mobile")] = rule;
        ImportSession session;
        session.adopt(plan);
        QVERIFY(session.mapping().ruleOf(field("Mobile")) && *session.mapping().ruleOf(field("Mobile")) == rule);
        QVERIFY(session.plan().cells == plan.cells);
        QVERIFY(session.plan().request == plan.request);

        session.showRefusal({mappingOf("Mobile")}, refusal("INVALID_FORMAT"));
        mapping::ColumnMapping changed = session.mapping();
        changed.setRule(field("Mobile"), {});
        session.setMapping(changed);
        QVERIFY(session.plan().cells.empty());
        QVERIFY(!hasServerFault(session, mappingOf("Mobile")));
    }

    void theRequestSaysWhatTheMappingCarries_data()
    {
        QTest::addColumn<Steps>("steps");
        QTest::addColumn<QByteArray>("mappings");
        const auto add = [](const char *name, const Steps &steps, const char *mappings) {
            QTest::newRow(name) << steps << QByteArray(mappings);
        };
        const auto idAnd = [](const char *name, int column) { return Steps{fed("id", 0), fed(name, column)}; };
        add("nothing", {}, "");
        add("one column", {fed("Last_Name", 0)}, "{'api_name':'Last_Name','index':0}");
        add("some of the columns, in the order of mapping", {fed("City", 7), fed("Last_Name", 2)},
            "{'api_name':'City','index':7},{'api_name':'Last_Name','index':2}");
        add("one column to several fields", {fed("Last_Name", 3), fed("Company", 3), fed("Remark", 3)},
            "{'api_name':'Last_Name','index':3},{'api_name':'Company','index':3},{'api_name':'Remark','index':3}");
        add("two columns on one field", {fed("City", 1), fed("City", 2)}, "{'api_name':'City','index':2}");
        add("text", {constant("Lead_Source", "Trade Show")},
            "{'api_name':'Lead_Source','default_value':{'value':'Trade Show'}}");
        add("text that looks like a number", {constant("Zip_Code", "01067")},
            "{'api_name':'Zip_Code','default_value':{'value':'01067'}}");
        add("number", {constant("No_of_Employees", 12)}, "{'api_name':'No_of_Employees','default_value':{'value':12}}");
        add("fraction", {constant("Annual_Revenue", 12.5)},
            "{'api_name':'Annual_Revenue','default_value':{'value':12.5}}");
        add("true", {constant("Email_Opt_Out", true)}, "{'api_name':'Email_Opt_Out','default_value':{'value':true}}");
        add("false", {constant("Email_Opt_Out", false)},
            "{'api_name':'Email_Opt_Out','default_value':{'value':false}}");
        add("constant for blank cells", {fed("Country", 4), constant("Country", "DE")},
            "{'api_name':'Country','index':4,'default_value':{'value':'DE'}}");
        add("number for blank cells", {fed("Discount", 1), constant("Discount", 0)},
            "{'api_name':'Discount','index':1,'default_value':{'value':0}}");
        add("a constant that goes",
            {fed("Country", 4), constant("Country", "DE"),
             [](mapping::ColumnMapping &m) { m.setConstant(field("Country"), {}); }},
            "{'api_name':'Country','index':4}");
        add("layout", {constant("Layout", "4150868000000091055")},
            "{'api_name':'Layout','default_value':{'value':'4150868000000091055'}}");
        add("layout by a column", {fed("Layout", 6)}, "{'api_name':'Layout','index':6}");
        add("date", {fed("First_Contact", 2), written("First_Contact", "dd/MM/yyyy")},
            "{'api_name':'First_Contact','index':2,'format':'dd/MM/yyyy'}");
        add("rewritten date", {fed("First_Contact", 2), written("First_Contact", "yyyy-MM-dd", "d.M.yyyy")},
            "{'api_name':'First_Contact','index':2,'format':'yyyy-MM-dd'}");
        add("date-time", {fed("Next_Call", 2), written("Next_Call", "yyyy-MM-dd HH:mm:ss")},
            "{'api_name':'Next_Call','index':2,'format':'yyyy-MM-dd HH:mm:ss'}");
        add("rewritten number", {fed("Annual_Revenue", 5), written("Annual_Revenue", "", "#.###,#")},
            "{'api_name':'Annual_Revenue','index':5}");
        add("number format", {fed("Annual_Revenue", 5), written("Annual_Revenue", "#,###.##")},
            "{'api_name':'Annual_Revenue','index':5,'format':'#,###.##'}");
        add("owner by mail", {fed("Owner", 1), foundBy("Owner", "email")},
            "{'api_name':'Owner','index':1,'find_by':'email'}");
        add("owner by ID", {fed("Owner", 1), foundBy("Owner", "id")}, "{'api_name':'Owner','index':1,'find_by':'id'}");
        add("lookup by a unique field", {fed("Partner", 8), foundBy("Partner", "VAT_ID")},
            "{'api_name':'Partner','index':8,'find_by':'VAT_ID'}");
        add("lookup, ID for blank cells",
            {fed("Partner", 8), constant("Partner", "4150868000000225013"), foundBy("Partner", "id")},
            "{'api_name':'Partner','index':8,'find_by':'id','default_value':{'value':'4150868000000225013'}}");
        add("all that one can carry",
            {fed("First_Contact", 9), constant("First_Contact", "2024-01-31"), written("First_Contact", "yyyy-MM-dd")},
            "{'api_name':'First_Contact','index':9,'format':'yyyy-MM-dd','default_value':{'value':'2024-01-31'}}");
        add("the match field's column", idAnd("Last_Name", 1),
            "{'api_name':'id','index':0},{'api_name':'Last_Name','index':1}");
        add("a field that the module lacks", {fed("Last Name", 0)}, "{'api_name':'Last Name','index':0}");
        add("an ignored column", {fed("City", 1), [](mapping::ColumnMapping &m) { m.setIgnored({1}, true); }}, "");
    }

    /// Each mapping in each version that differs, for each operation with its match field.
    void theRequestSaysWhatTheMappingCarries()
    {
        QFETCH(Steps, steps);
        QFETCH(QByteArray, mappings);
        mapping::ColumnMapping mapping;
        for (const Step &step : steps)
            step(mapping);
        struct How final {
            crm::Operation operation;
            const char *name;
            const char *findBy;
        };
        for (const How &how : {How{crm::Operation::Insert, "insert", ""}, How{crm::Operation::Update, "update", "id"},
                               How{crm::Operation::Upsert, "upsert", "Email"}}) {
            ImportSession session;
            session::ModuleChoice choice = leads();
            choice.operation = how.operation;
            choice.findBy = field(how.findBy);
            session.setModule(choice);
            session.setMapping(mapping);
            for (const char *version : {"v2", "v2.1", "v8"}) {
                QByteArray expected = head(version, how.name, how.findBy);
                if (!mappings.isEmpty())
                    expected += ",'field_mappings':[" + mappings + ']';
                expected += "}]}";
                const QByteArray sent = crm::wire::encodeRequest(session.plan().request,
                                                                 *crm::findApiVersion(QString::fromLatin1(version)));
                QCOMPARE(sent, expected.replace('\'', '"'));
            }
        }
    }

    void nobodySignedInIsAFaultOfTheAccount()
    {
        ImportSession session;
        QCOMPARE(session.faults().of({Kind::Account, {}}).size(), std::size_t(1));
        session::AccountState account;
        account.connected = true;
        session.setAccount(account);
        QVERIFY(session.faults().of({Kind::Account, {}}).empty());
        QCOMPARE(session.statusOf(WizardStep::Account), StepStatus::Done);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestImportSession)
#include "tst_import_session.moc"
