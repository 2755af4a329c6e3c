#include "CrmBench.h"
#include "practice/MultipartBody.h"
#include "tests/support/TestMain.h"

#include <QBuffer>

using support::CrmBench;
using Json = practice::Json;

/// What an upload may hold, and how the CRM says no.
class TestPracticeUpload final : public QObject {
    Q_OBJECT
private:
    static QByteArray zip(const QByteArray &csv) { return practice::zipOf(QStringLiteral("leads.csv"), csv); }
    static QByteArray wide(int columns)
    {
        QByteArray line = "a";
        for (int i = 1; i < columns; ++i)
            line += ",a";
        return line + "\r\n";
    }
    static QByteArray tall(int rows)
    {
        QByteArray text = "Last_Name\r\n";
        for (int i = 0; i < rows; ++i)
            text += "N" + QByteArray::number(i) + "\r\n";
        return text;
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void uploads_data()
    {
        QTest::addColumn<QByteArray>("archive");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &archive, int status, const char *code,
                            const char *version = "v2.1") {
            QTest::newRow(name) << archive << QString::fromLatin1(version) << status << QString::fromLatin1(code);
        };
        const QByteArray noise = QByteArray(1024, 'z').toBase64();
        row("one row", zip("A\r\nb\r\n"), 200, "FILE_UPLOAD_SUCCESS");
        row("no zip", "A,B\r\n1,2\r\n", 200, "INVALID_FILE_FORMAT");
        row("no zip in v8", "A,B\r\n1,2\r\n", 400, "INVALID_FILE_FORMAT", "v8");
        row("nothing", {}, 200, "INVALID_FILE_FORMAT");
        row("no CSV in it", practice::zipOf(QStringLiteral("leads.txt"), noise), 400, "INVALID_FILE_FORMAT");
        row("empty CSV", zip({}), 400, "INVALID_FILE_FORMAT");
        row("200 columns", zip(wide(200)), 200, "FILE_UPLOAD_SUCCESS");
        row("201 columns", zip(wide(201)), 400, "INVALID_FILE_FORMAT");
        row("25,000 rows", zip(tall(25'000)), 200, "FILE_UPLOAD_SUCCESS");
        row("25,001 rows", zip(tall(25'001)), 400, "INVALID_FILE_FORMAT");
        row("CSV over 25 MB", zip(QByteArray(25 * 1024 * 1024 + 1, 'x')), 413, "FILE_TOO_LARGE");
        row("CSV over 25 MB in v8", zip(QByteArray(25 * 1024 * 1024 + 1, 'x')), 400, "INVALID_DATA", "v8");
        row("zip over 25 MB", QByteArray(25 * 1024 * 1024 + 1, 'x'), 413, "FILE_TOO_LARGE");
    }

    void uploads()
    {
        QFETCH(QByteArray, archive);
        QFETCH(QString, version);
        QFETCH(int, status);
        QFETCH(QString, code);
        CrmBench bench;
        const practice::Answer answer = bench.uploadZip(archive, version);
        QCOMPARE(answer.status, status);
        const Json json = Json::parse(answer.body.toStdString());
        QCOMPARE(practice::textOf(json, "code"), code);
        QCOMPARE(json["details"].contains("file_id"), code == QLatin1String("FILE_UPLOAD_SUCCESS"));
    }

    void everyUploadHasAnIdOfItsOwn()
    {
        CrmBench bench;
        QVERIFY(bench.upload("A\r\n1\r\n") != bench.upload("A\r\n1\r\n"));
    }

    void headers_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("version");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("told");
        const auto row = [](const char *label, const char *name, const char *value, const char *version, int status,
                            const char *told) {
            QTest::newRow(label) << QByteArray(name) << QByteArray(value) << QString::fromLatin1(version) << status
                                 << QString::fromLatin1(told);
        };
        row("no feature", "feature", "", "v2.1", 400, "check if headers [feature, X-CRM-ORG] are present and valid");
        row("no org", "x-crm-org", "", "v2.1", 400, "check if headers [feature, X-CRM-ORG] are present and valid");
        row("other org", "x-crm-org", "1", "v2.1", 400, "check if headers [feature, X-CRM-ORG] are present and valid");
        row("other feature", "feature", "x", "v2.1", 200, "Feature is not supported");
        row("no feature, v8", "feature", "", "v8", 400, "Required key feature is not available");
        row("no org, v8", "x-crm-org", "", "v8", 400, "Required key x-crm-org is not available");
        row("other org, v8", "x-crm-org", "1", "v8", 400, "Invalid data - x-crm-org");
        row("other feature, v8", "feature", "x", "v8", 400, "Feature is not supported");
    }

    void headers()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(QString, version);
        QFETCH(int, status);
        QFETCH(QString, told);
        CrmBench bench;
        auto request = CrmBench::request({}, version);
        request.headers = {{"feature", "bulk-write"}, {"x-crm-org", "690415086"}};
        request.headers[name] = value;
        const practice::Answer answer = bench.crm.upload(request);
        QCOMPARE(answer.status, status);
        QVERIFY2(QString::fromUtf8(answer.body).contains(told), answer.body.constData());
    }

    void delimitersAndEncodings_data()
    {
        QTest::addColumn<QByteArray>("csv");
        QTest::addColumn<QByteArray>("encoding");
        QTest::newRow("comma") << QByteArray("Last_Name,Owner\r\nÅberg,\r\n") << QByteArray();
        QTest::newRow("semicolon") << QByteArray("Last_Name;Owner\r\nÅberg;\r\n") << QByteArray();
        QTest::newRow("pipe") << QByteArray("Last_Name|Owner\r\nÅberg|\r\n") << QByteArray("UTF-8");
        QTest::newRow("colon") << QByteArray("Last_Name:Owner\r\nÅberg:\r\n") << QByteArray();
        QTest::newRow("a mark first") << QByteArray("\xEF\xBB\xBFLast_Name,Owner\r\nÅberg,\r\n") << QByteArray();
        QTest::newRow("Latin-1") << QByteArray("Last_Name,Owner\r\n\xC5"
                                               "berg,\r\n")
                                 << QByteArray();
        QTest::newRow("Latin-1 said") << QByteArray("Last_Name,Owner\r\n\xC5"
                                                    "berg,\r\n")
                                      << QByteArray("ISO-8859-1");
        QTest::newRow("line feeds") << QByteArray("Last_Name,Owner\nÅberg,\n") << QByteArray();
        QTest::newRow("no last line end") << QByteArray("Last_Name,Owner\nÅberg,") << QByteArray();
    }

    void delimitersAndEncodings()
    {
        QFETCH(QByteArray, csv);
        QFETCH(QByteArray, encoding);
        CrmBench bench;
        Json extra = Json::object();
        if (!encoding.isEmpty())
            extra["character_encoding"] = encoding.toStdString();
        bench.import("Leads", csv, extra);
        QVERIFY2(bench.answer.status == 201, bench.answer.body.constData());
        QCOMPARE(bench.records("Leads")["data"][0]["Last_Name"], "Åberg");
    }

    void theFormPartIsFoundAmongOthers()
    {
        const QByteArray body = "--x\r\nContent-Disposition: form-data; name=\"other\"\r\n\r\n1\r\n"
                                "--x\r\ncontent-disposition: form-data; filename=\"my file.zip\"; name=\"file\"\r\n\r\n"
                                "a\r\nb\r\n--x--\r\n";
        const auto part = practice::formFile("multipart/form-data; boundary=x", body, "file");
        QVERIFY(part.has_value());
        QCOMPARE(part->content, QByteArray("a\r\nb"));
        QCOMPARE(part->fileName, QByteArray("my file.zip"));
        QVERIFY(!practice::formFile("multipart/form-data; boundary=x", body, "none"));
        QVERIFY(!practice::formFile("application/zip", body, "file"));
        QVERIFY(!practice::formFile("multipart/form-data; boundary=x", body.left(50), "other"));
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestPracticeUpload)
#include "tst_practice_upload.moc"
