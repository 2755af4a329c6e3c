#include "checking/Finding.h"
#include "crm/ErrorCatalogue.h"
#include "tests/support/TestMain.h"
#include "ui/text/ErrorText.h"
#include "ui/text/RuleText.h"
#include "ui/text/Translations.h"
#include "ui/text/Wording.h"

#include <QJsonObject>

using namespace ui;

namespace {

/// Whole sentences: nothing left open, nothing of the code in them, a full stop at the end.
void checkSentence(const QString &text, const QString &code)
{
    QVERIFY2(!text.isEmpty(), qPrintable(code));
    QVERIFY2(text.endsWith(QLatin1Char('.')) || text.endsWith(QLatin1Char('?')), qPrintable(code + text));
    QVERIFY2(text.at(0).isUpper() || text.at(0).isDigit() || text.startsWith(QLatin1String("www")),
             qPrintable(code + text));
    QVERIFY2(!QRegularExpression(QStringLiteral("%[0-9nL]")).match(text).hasMatch(), qPrintable(code + text));
    QVERIFY2(!text.contains(QLatin1String("  ")), qPrintable(code + text));
    QVERIFY2(code.isEmpty() || !text.contains(code), qPrintable(text));
}

crm::ServerError refusal(const QString &code, const QString &message, const QJsonObject &details = {})
{
    crm::ServerError error;
    error.shape = crm::ServerError::Shape::Crm;
    error.code = code;
    error.message = message;
    error.details = details;
    error.answer.httpStatus = 400;
    error.answer.body = QByteArrayLiteral("{\"code\":\"raw body\"}");
    return error;
}

} // namespace

class tst_errortext : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { installTranslations(*QCoreApplication::instance()); }
    void init() { support::failOnWarnings(); }
    void everyErrorCode_data();
    void everyErrorCode();
    void everyRule_data();
    void everyRule();
    void everyCataloguedRefusal_data();
    void everyCataloguedRefusal();
    void theServersReasonIsSaid();
    void theServersNamesAreSaid();
    void eachMissingFieldSpeaksForItself();
    void anUnknownCodeIsShownAsItIs();
    void aRefusalWithoutWordsIsStillASentence();
    void detailsAreComplete();
    void howLongToWaitIsSaid();
    void rowErrorsNameTheirColumns();
    void everyStateHasAName();
};

void tst_errortext::everyErrorCode_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("withContext");
    for (int code = 0; code <= static_cast<int>(base::ErrorCode::UsageWrong); ++code) {
        const char *name = base::name(static_cast<base::ErrorCode>(code));
        QTest::addRow("%s", name) << code << false;
        QTest::addRow("%s with context", name) << code << true;
    }
}

void tst_errortext::everyErrorCode()
{
    QFETCH(int, code);
    QFETCH(bool, withContext);
    base::Error error;
    error.code = static_cast<base::ErrorCode>(code);
    if (withContext)
        error.context = {{QStringLiteral("file"), QStringLiteral("Leads.csv")},
                         {QStringLiteral("line"), 7},
                         {QStringLiteral("host"), QStringLiteral("www.zohoapis.eu")},
                         {QStringLiteral("limit"), 25000},
                         {QStringLiteral("found"), 30000},
                         {QStringLiteral("row"), 6},
                         {QStringLiteral("column"), 2}};
    checkSentence(ErrorText::of(error), QString::fromLatin1(base::name(error.code)));
    // Only one code has no better sentence than the general one.
    base::Error general;
    general.code = base::ErrorCode::UsageWrong;
    QCOMPARE(ErrorText::of(error) == ErrorText::of(general), error.code == base::ErrorCode::UsageWrong);
}

void tst_errortext::everyRule_data()
{
    QTest::addColumn<int>("rule");
    QTest::addColumn<bool>("withContext");
    for (int rule = 0; rule <= static_cast<int>(checking::Rule::CallbackMethodNotPost); ++rule) {
        QTest::addRow("rule %d", rule) << rule << false;
        QTest::addRow("rule %d with context", rule) << rule << true;
    }
}

void tst_errortext::everyRule()
{
    QFETCH(int, rule);
    QFETCH(bool, withContext);
    checking::Finding finding;
    finding.rule = static_cast<checking::Rule>(rule);
    finding.input = {crm::InputRef::Kind::Mapping, crm::FieldName(QStringLiteral("Last_Name"))};
    if (withContext)
        finding.context = {{QStringLiteral("label"), QStringLiteral("Last Name")},
                           {QStringLiteral("column"), 9},
                           {QStringLiteral("columns"), 4},
                           {QStringLiteral("rows"), 30000},
                           {QStringLiteral("limit"), 25000},
                           {QStringLiteral("host"), QStringLiteral("intranet")},
                           {QStringLiteral("job"), QStringLiteral("111111000000541958")},
                           {QStringLiteral("suggestion"), QStringLiteral("Last_Name")},
                           {QStringLiteral("header"), QStringLiteral("Born")},
                           {QStringLiteral("pattern"), QStringLiteral("dd/MM/yyyy")},
                           {QStringLiteral("other"), QStringLiteral("MM/dd/yyyy")},
                           {QStringLiteral("values"), QStringLiteral("\"Messe\" (12)")},
                           {QStringLiteral("more"), 3},
                           {QStringLiteral("sampled"), true},
                           {QStringLiteral("cells"), 15},
                           {QStringLiteral("row"), 47},
                           {QStringLiteral("longest"), 300}};
    session::Fault fault;
    fault.input = finding.input;
    fault.finding = finding;
    checkSentence(ErrorText::of(fault), {});
}

void tst_errortext::everyCataloguedRefusal_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("source");
    QVERIFY(!crm::errorCatalogue().empty());
    for (const crm::ErrorEntry &entry : crm::errorCatalogue())
        QTest::addRow("%s from %d", entry.code, static_cast<int>(entry.source))
            << QString::fromLatin1(entry.code) << static_cast<int>(entry.source);
}

void tst_errortext::everyCataloguedRefusal()
{
    QFETCH(QString, code);
    QFETCH(int, source);
    const QString text = ErrorText::of(refusal(code, {}), static_cast<crm::ErrorSource>(source));
    checkSentence(text, {});
    QVERIFY2(text.size() > 20, qPrintable(text));
}

void tst_errortext::theServersReasonIsSaid()
{
    const QString text = ErrorText::of(refusal(QStringLiteral("INVALID_CALLBACK_URL"),
                                               QStringLiteral("Invalid URL 'http://localhost' for callback."),
                                               {{QStringLiteral("reason"), QStringLiteral("possible ssrf attempt")}}),
                                       crm::ErrorSource::CreateJob);
    QVERIFY2(text.contains(QLatin1String("possible ssrf attempt")), qPrintable(text));
}

void tst_errortext::theServersNamesAreSaid()
{
    const QString text =
        ErrorText::of(refusal(QStringLiteral("MANDATORY_FIELDS_NOT_MAPPED"),
                              QStringLiteral("All mandatory fields are not mapped for the layout [Owner, Last Name]")),
                      crm::ErrorSource::CreateJob);
    QVERIFY2(text.contains(QLatin1String("Owner")) && text.contains(QLatin1String("Last Name")), qPrintable(text));
}

void tst_errortext::eachMissingFieldSpeaksForItself()
{
    session::Fault fault;
    fault.input = {crm::InputRef::Kind::Mapping, crm::FieldName(QStringLiteral("Owner"))};
    fault.refusal = std::make_shared<crm::ServerError>(
        refusal(QStringLiteral("MANDATORY_FIELDS_NOT_MAPPED"), QStringLiteral("… for the layout [Owner, Company]")));
    const QString text = ErrorText::of(fault);
    checkSentence(text, fault.refusal->code);
    QVERIFY(text.contains(QLatin1String("Owner")));
    QVERIFY(!text.contains(QLatin1String("Company")));
}

void tst_errortext::anUnknownCodeIsShownAsItIs()
{
    const QString text = ErrorText::of(refusal(QStringLiteral("BRAND_NEW_CODE"), QStringLiteral("Etwas ging schief")),
                                       crm::ErrorSource::CreateJob);
    checkSentence(text, {});
    QVERIFY(text.contains(QLatin1String("BRAND_NEW_CODE")));
    QVERIFY(text.contains(QLatin1String("Etwas ging schief")));
}

void tst_errortext::aRefusalWithoutWordsIsStillASentence()
{
    checkSentence(ErrorText::of(refusal({}, {}), crm::ErrorSource::CreateJob), {});
    crm::CallFailure failure;
    failure.error.code = base::ErrorCode::RefusedByServer;
    failure.refusal = std::make_shared<crm::ServerError>(refusal({}, {}));
    checkSentence(ErrorText::of(failure), {});
}

void tst_errortext::detailsAreComplete()
{
    crm::CallFailure failure;
    failure.error.code = base::ErrorCode::RefusedByServer;
    failure.error.detail = QStringLiteral("technical remark");
    failure.refusal =
        std::make_shared<crm::ServerError>(refusal(QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"),
                                                   {{QStringLiteral("api_name"), QStringLiteral("operation")}}));
    const QString details = ErrorText::details(failure);
    for (const char *part : {"RefusedByServer", "technical remark", "INVALID_DATA", "Invalid data", "api_name",
                             "HTTP 400", "{\"code\":\"raw body\"}"})
        QVERIFY2(details.contains(QLatin1String(part)), part);
}

void tst_errortext::howLongToWaitIsSaid()
{
    base::Error error;
    error.code = base::ErrorCode::Throttled;
    error.retryAfter = std::chrono::milliseconds(29'001);
    QVERIFY(ErrorText::of(error).contains(QLatin1String("30")));
}

void tst_errortext::rowErrorsNameTheirColumns()
{
    const QString text = ErrorText::of(
        crm::RowError{QStringLiteral("MANDATORY_NOT_FOUND"), {QStringLiteral("Company"), QStringLiteral("Last_Name")}});
    checkSentence(text, QStringLiteral("MANDATORY_NOT_FOUND"));
    QVERIFY(text.contains(QLatin1String("Company")) && text.contains(QLatin1String("Last_Name")));
    checkSentence(ErrorText::of(crm::RowError{QStringLiteral("NEW_ROW_CODE"), {}}), {});
    checkSentence(ErrorText::of(crm::RowError{{}, {QStringLiteral("garbled cell")}}), {});
}

void tst_errortext::everyStateHasAName()
{
    for (const session::WizardStep step : session::allSteps)
        QVERIFY(!Wording::of(step).isEmpty());
    for (int status = 0; status <= static_cast<int>(session::StepStatus::Error); ++status)
        QVERIFY(!Wording::of(static_cast<session::StepStatus>(status)).isEmpty());
    for (const crm::Operation operation : crm::allOperations)
        QVERIFY(!Wording::of(operation).isEmpty());
    for (int state = 0; state <= static_cast<int>(crm::RowState::Unknown); ++state)
        QVERIFY(!Wording::of(static_cast<crm::RowState>(state)).isEmpty());
    for (int state = 0; state <= static_cast<int>(importing::ImportRun::State::Stopped); ++state)
        QVERIFY(!Wording::of(static_cast<importing::ImportRun::State>(state)).isEmpty());
    QCOMPARE(Wording::rows(1), QStringLiteral("1 row"));
    QCOMPARE(Wording::dataType(QStringLiteral("brandnewtype")), QStringLiteral("brandnewtype"));
}

WIZARD_TEST_MAIN(QCoreApplication, tst_errortext)
#include "tst_errortext.moc"
