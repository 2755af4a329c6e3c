#include "crm/ErrorCatalogue.h"
#include "crm/ServerError.h"
#include "tests/support/TestMain.h"

#include <QSet>

using namespace Qt::StringLiterals;
using Source = crm::ErrorSource;
Q_DECLARE_METATYPE(crm::ErrorSource)

class TestErrorCatalogue final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyPublishedCodeIsKnown_data()
    {
        QTest::addColumn<QString>("code");
        QTest::addColumn<Source>("source");
        const auto add = [](Source source, const char *name, const char *codes) {
            for (const QString &code : QString::fromUtf8(codes).split(u' '))
                QTest::addRow("%s: %s", name, qUtf8Printable(code)) << code << source;
        };
        add(Source::CreateJob, "create",
            "MANDATORY_FIELDS_NOT_MAPPED INVALID_FIELD_NAME INVALID_FIELD MANDATORY_NOT_FOUND MISSING_REQUIRED_KEY "
            "INVALID_DATA INVALID_FORMAT COLUMN_INDEX_NOT_FOUND HEADER_LIMIT_EXCEEDED MODULE_NOT_AVAILABLE "
            "INVALID_FILE_ID FILE_NOT_FOUND FILE_NOT_SUPPORTED ALREADY_USED INVALID_CALLBACK_URL "
            "INVALID_CALLBACK_METHOD COEXISTENCE_NOT_ALLOWED INVALID_REQUEST REQUEST_BODY_NOT_SUPPORTED DUPLICATE_DATA "
            "LIMIT_REACHED LIMIT_EXCEEDED NOT_ALLOWED CANNOT_PROCESS NOT_APPROVED BLOCKED_RECORD RESOURCE_NOT_FOUND "
            "BAD_REQUEST");
        add(Source::AnyCall, "any",
            "INVALID_TOKEN INVALID_OAUTHTOKEN AUTHENTICATION_FAILURE OAUTH_SCOPE_MISMATCH NO_PERMISSION "
            "AUTHORIZATION_FAILED INVALID_HOST INVALID_URL_PATTERN API_NOT_SUPPORTED INVALID_REQUEST_METHOD "
            "METHOD_NOT_ALLOWED TOO_MANY_REQUESTS 413 415 INTERNAL_ERROR INTERNAL_SERVER_ERROR 502 503");
        add(Source::Upload, "upload",
            "INVALID_FILE_FORMAT FILE_TOO_LARGE INVALID_DATA MANDATORY_NOT_FOUND NOT_SUPPORTED_FEATURE 400 401 "
            "OAUTH_SCOPE_MISMATCH");
        add(Source::JobDetails, "details", "RESOURCE_NOT_FOUND");
        add(Source::Download, "download", "Forbidden");
        add(Source::Metadata, "metadata",
            "INVALID_DATA REQUIRED_PARAM_MISSING INVALID_MODULE PATTERN_NOT_MATCHED NOT_SUPPORTED");
        add(Source::OAuth, "oauth",
            "invalid_client invalid_client_secret invalid_redirect_uri invalid_code missing_org_info invalid_scope "
            "access_denied unauthorized_client general_error invalid_request unsupported_grant_type "
            "authorization_pending slow_down other_dc expired");
        QTest::newRow("oauth: Access Denied") << u"Access Denied"_s << Source::OAuth;
        add(Source::Row, "row",
            "MANDATORY_NOT_FOUND INVALID_DATA DUPLICATE_DATA RESOURCE_NOT_FOUND LIMIT_EXCEEDED NOT_APPROVED "
            "BLOCKED_RECORD CANNOT_PROCESS");
    }
    void everyPublishedCodeIsKnown()
    {
        QFETCH(QString, code);
        QFETCH(Source, source);
        const crm::ErrorEntry *entry = crm::findError(code, source);
        QVERIFY(entry);
        QCOMPARE(QString::fromLatin1(entry->code), code);
        QCOMPARE(entry->source, source);
    }

    void everyTextIsOneOfItsOwn()
    {
        QSet<QByteArray> texts;
        for (const crm::ErrorEntry &entry : crm::errorCatalogue()) {
            for (const char *text : {entry.meaning, entry.cause, entry.fix}) {
                const QByteArray sentence(text);
                QVERIFY2(sentence.size() > 10 && sentence.endsWith('.') && sentence == sentence.simplified(), text);
                QVERIFY2(!sentence.contains(". "), text); // one sentence each
                QVERIFY2(!sentence.toLower().contains("you must") && !sentence.contains('!'), text);
            }
            QVERIFY2(!texts.contains(entry.meaning), entry.meaning);
            texts.insert(entry.meaning);
        }
    }

    void noCodeIsListedTwice()
    {
        QSet<QByteArray> seen;
        for (const crm::ErrorEntry &entry : crm::errorCatalogue()) {
            const QByteArray key = QByteArray(entry.code) + ' ' + QByteArray::number(int(entry.source));
            QVERIFY2(!seen.contains(key), key.constData());
            seen.insert(key);
            QVERIFY2(entry.httpStatus == 0 || (entry.httpStatus >= 200 && entry.httpStatus < 600), entry.code);
        }
    }

    void aSharedCodeIsFoundFromEverywhere()
    {
        QCOMPARE(crm::findError(u"INVALID_TOKEN"_s, Source::Upload)->source, Source::AnyCall);
        QCOMPARE(crm::findError(u"OAUTH_SCOPE_MISMATCH"_s, Source::CreateJob)->source, Source::AnyCall);
        QCOMPARE(crm::findError(u"FILE_TOO_LARGE"_s, Source::CreateJob)->source, Source::Upload);
        QCOMPARE(crm::findError(u"NEVER_HEARD_OF"_s, Source::CreateJob), nullptr);
        QCOMPARE(crm::findError(QString(), Source::CreateJob), nullptr);
    }

    /// HTTP 400 of the file server speaks of an upload; the same status of another call does not.
    void aStatusWithoutACodeIsNotExplainedByAnotherCall()
    {
        crm::ServerError error;
        error.answer.httpStatus = 400;
        QCOMPARE(crm::findError(error, Source::CreateJob), nullptr);
        QCOMPARE(crm::findError(error, Source::Upload)->source, Source::Upload);
        error.answer.httpStatus = 413;
        QCOMPARE(crm::findError(error, Source::CreateJob)->source, Source::AnyCall);
        QCOMPARE(crm::findError(error, Source::Upload)->input, crm::InputRef::Kind::File);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestErrorCatalogue)
#include "tst_error_catalogue.moc"
