#include "importing/RequestExport.h"
#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>

namespace {

const QUrl createUrl(QStringLiteral("https://www.zohoapis.eu/crm/bulk/v2.1/write"));
const QByteArray hostileBody("{\"a\":\"it's $HOME `id` \\\"x\\\" !\",\n\"b\":\"\xc3\xbc '\"}");

} // namespace

class TestRequestExport final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    /// A real shell is the judge: curl is replaced by a function that prints its arguments.
    void aShellReadsTheBodyBackUnchanged()
    {
        QProcess shell;
        shell.start(QStringLiteral("/bin/sh"),
                    {QStringLiteral("-c"),
                     QStringLiteral("ACCESS_TOKEN=t0; curl() { for a in \"$@\"; do printf '%s\\001' \"$a\"; done; }; ")
                         + QString::fromUtf8(importing::requestAsCurl(hostileBody, createUrl))});
        QVERIFY(shell.waitForFinished());
        const QList<QByteArray> arguments = shell.readAllStandardOutput().split('\001');
        QVERIFY(arguments.contains(hostileBody));
        QVERIFY(arguments.contains(createUrl.toEncoded()));
        QVERIFY(arguments.contains("Authorization: Zoho-oauthtoken t0"));
    }

    void thePostmanItemHasTheRecordedShape()
    {
        const QJsonObject request = QJsonDocument::fromJson(importing::requestAsPostmanItem(hostileBody, createUrl))
                                        .object()[QStringLiteral("request")]
                                        .toObject();
        QCOMPARE(request[QStringLiteral("method")].toString(), QStringLiteral("POST"));
        const QJsonObject auth = request[QStringLiteral("auth")].toObject();
        QCOMPARE(auth[QStringLiteral("type")].toString(), QStringLiteral("bearer"));
        const QJsonObject bearer = auth[QStringLiteral("bearer")].toArray().at(0).toObject();
        QCOMPARE(bearer[QStringLiteral("value")].toString(), QStringLiteral("{{access-token}}"));
        QCOMPARE(request[QStringLiteral("body")].toObject()[QStringLiteral("raw")].toString().toUtf8(), hostileBody);
        const QJsonObject url = request[QStringLiteral("url")].toObject();
        QCOMPARE(url[QStringLiteral("raw")].toString(), QStringLiteral("{{api-domain}}/crm/bulk/v2.1/write"));
        QCOMPARE(url[QStringLiteral("host")].toArray(), QJsonArray{QStringLiteral("{{api-domain}}")});
        const QJsonArray path{QStringLiteral("crm"), QStringLiteral("bulk"), QStringLiteral("v2.1"),
                              QStringLiteral("write")};
        QCOMPARE(url[QStringLiteral("path")].toArray(), path);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestRequestExport)
#include "tst_request_export.moc"
