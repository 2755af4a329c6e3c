#include "crm/wire/ErrorWire.h"
#include "crm/wire/JobWire.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using Shape = crm::ServerError::Shape;
Q_DECLARE_METATYPE(crm::ServerError::Shape)

namespace {

/// Raw strings would read better, but moc of Qt 6.4 loses count of the braces in them and drops test functions silently.
QByteArray json(const char *withSingleQuotes)
{
    return QByteArray(withSingleQuotes).replace('\'', '"');
}

} // namespace

class TestErrorWire final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyShapeIsRead_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QByteArray>("details");
        QTest::addColumn<bool>("saysError");
        const auto row = [](const char *name, const char *body, Shape shape, const QString &code,
                            const QString &message, const char *details, bool says) {
            QTest::newRow(name) << json(body) << shape << code << message << json(details) << says;
        };
        row("crm", "{'details':{'reason':'x'},'status':'error','message':'No','code':'INVALID_DATA'}", Shape::Crm,
            u"INVALID_DATA"_s, u"No"_s, "{'reason':'x'}", true);
        row("no message", "{'code':'COEXISTENCE_NOT_ALLOWED','details':{},'status':'error'}", Shape::Crm,
            u"COEXISTENCE_NOT_ALLOWED"_s, {}, "{}", true);
        row("no status", "{'code':'INVALID_REQUEST','message':'m'}", Shape::Crm, u"INVALID_REQUEST"_s, u"m"_s, "{}",
            true);
        row("no code", "{'status':'error','message':'m'}", Shape::Crm, {}, u"m"_s, "{}", true);
        row("unknown code", "{'status':'error','code':'NEW_ONE','message':'m'}", Shape::Crm, u"NEW_ONE"_s, u"m"_s, "{}",
            true);
        row("details are a list", "{'status':'error','code':'A_B','details':[1]}", Shape::Crm, u"A_B"_s, {},
            "{'details':[1]}", true);
        row("gateway", "{'ERROR_CODE':400,'ERROR_MESSAGE':'Bad Request','x-error':'check headers'}", Shape::Gateway,
            u"400"_s, u"Bad Request"_s, "{'x-error':'check headers'}", true);
        row("download", "{'info':'Forbidden','x-info':'Link not valid','http_status':403}", Shape::Download,
            u"Forbidden"_s, u"Link not valid"_s, "{'http_status':403}", true);
        row("oauth", "{'error':'invalid_code'}", Shape::OAuth, u"invalid_code"_s, {}, "{}", true);
        row("oauth, all keys", "{'error_description':'Too many','error':'Access Denied','status':'failure'}",
            Shape::OAuth, u"Access Denied"_s, u"Too many"_s, "{'status':'failure'}", true);
        row("localised", "{'code':'INVALID_DATA','message':'Ungültige Daten','status':'error'}", Shape::Crm,
            u"INVALID_DATA"_s, u"Ungültige Daten"_s, "{}", true);
        row("html", "<html><body>Sign in</body></html>", Shape::Foreign, {}, {}, "{}", false);
        row("text", "Bad gateway", Shape::Foreign, {}, {}, "{}", false);
        row("json list", "[1]", Shape::Foreign, {}, {}, "{}", false);
        row("other json", "{'hello':'world'}", Shape::Foreign, {}, {}, "{}", false);
        row("cut json", "{'code':'INVALID", Shape::Foreign, {}, {}, "{}", false);
        row("binary", "\x1f\x8b\xff", Shape::Foreign, {}, {}, "{}", false);
        row("empty", "", Shape::Empty, {}, {}, "{}", false);
        row("blank", " \r\n", Shape::Empty, {}, {}, "{}", false);
        row("success", "{'status':'success','code':'SUCCESS','message':'success'}", Shape::Foreign, u"SUCCESS"_s,
            u"success"_s, "{}", false);
        row("list with page info", "{'users':[],'info':{'page':1}}", Shape::Foreign, {}, {}, "{}", false);
    }
    void everyShapeIsRead()
    {
        QFETCH(QByteArray, body);
        const crm::ServerAnswer answer{418, {{"X-Id", "1"}}, body, QUrl(u"https://www.zohoapis.com/x"_s)};
        const crm::ServerError error = crm::wire::decodeError(answer);
        QTEST(error.shape, "shape");
        QTEST(error.code, "code");
        QTEST(error.message, "message");
        QFETCH(QByteArray, details);
        QCOMPARE(error.details, QJsonDocument::fromJson(details).object());
        QTEST(crm::wire::saysError(body), "saysError");
        QCOMPARE(error.answer.body, body);
        QCOMPARE(error.answer.httpStatus, 418);
        QCOMPARE(error.answer.header("x-ID"), QByteArray("1"));
        QCOMPARE(error.answer.header("X-Other"), QByteArray());
        QCOMPARE(error.answer.url, answer.url);
    }

    /// Recorded: the upload server answers HTTP 200 for a file that is no zip.
    void anErrorIsAnErrorWithStatus200()
    {
        const auto upload = crm::wire::decodeUpload(
            {200,
             {},
             json("{'code':'INVALID_FILE_FORMAT','details':{'created_time':'1970-01-01T00:00:00+00:00'},"
                  "'message':'invalid file format. only zip format is supported','status':'error'}"),
             {}});
        QVERIFY(!upload.ok());
        QCOMPARE(upload.error().code, u"INVALID_FILE_FORMAT"_s);
        QCOMPARE(upload.error().shape, Shape::Crm);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestErrorWire)
#include "tst_error_wire.moc"
