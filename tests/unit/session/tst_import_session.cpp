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
