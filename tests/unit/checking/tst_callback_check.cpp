#include "checking/RequestCheck.h"
#include "tests/support/TestMain.h"

using checking::Finding;
using checking::Rule;

namespace {

QStringList told(const std::vector<Finding> &findings)
{
    QStringList names;
    for (const Finding &finding : findings)
        names << checking::ruleName(finding.rule);
    return names;
}

} // namespace

class TestCallbackCheck final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void whatTheCrmTakesPasses_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"https://www.zoho.com/",
                                "http://hooks.example.com/import",
                                "https://hooks.example.com:8443/a?b=c#d",
                                "HTTPS://Hooks.Example.COM./x",
                                "https://m\xC3\xBCnchen.de/haken",
                                "https://xn--mnchen-3ya.de/",
                                "http://8.8.8.8/",
                                "http://172.32.0.1/",
                                "http://172.15.255.255/",
                                "http://100.128.0.1/",
                                "http://100.63.255.255/",
                                "http://192.167.1.1/",
                                "http://169.253.1.1/",
                                "http://11.0.0.1/",
                                "http://134744072/",
                                "http://[2001:4860:4860::8888]/",
                                "http://[::ffff:8.8.8.8]/",
                                "https://local.example.com/",
                                "https://test.zoho.com/",
                                "https://a.io"})
            QTest::newRow(url) << QString::fromUtf8(url);
    }

    void whatTheCrmTakesPasses()
    {
        QFETCH(QString, url);
        QCOMPARE(told(checking::checkCallback({url, QStringLiteral("post")})), QStringList());
    }

    void whatTheCrmRefusesIsFound_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<Rule>("rule");
        const auto add = [](Rule rule, std::initializer_list<const char *> urls) {
            for (const char *url : urls)
                QTest::newRow(*url ? url : "empty") << QString::fromUtf8(url) << rule;
        };
        add(Rule::CallbackNotAUrl,
            {"", "hook", "www.zoho.com/hook", "/hook", "//zoho.com/x", "https://zoho .com/", " https://zoho.com",
             "https://[::1/", "https://zoho.com:99999/", "https://./", "http://%6cocalhost/"});
        add(Rule::CallbackSchemeNotHttp,
            {"ftp://zoho.com/", "mailto:a@zoho.com", "file:///etc/passwd", "javascript:alert(1)", "ws://zoho.com/",
             "gopher://zoho.com/"});
        add(Rule::CallbackHasNoHost, {"https:///hook", "http:hook", "https://"});
        add(Rule::CallbackIsThisComputer,
            {"http://localhost/",
             "http://LOCALHOST:8080/",
             "http://localhost./",
             "http://127.0.0.1/",
             "http://127.8.9.10/",
             "http://127.0.0.1./",
             "http://127.1/",
             "http://2130706433/",
             "http://0x7f000001/",
             "http://0x7F.0.0.1/",
             "http://0177.0.0.1/",
             "http://017700000001/",
             "http://0.0.0.0/",
             "http://0/",
             "http://[::1]/",
             "http://[0:0:0:0:0:0:0:1]/",
             "http://[::]/",
             "http://[::ffff:127.0.0.1]/",
             "http://[::ffff:7f00:1]/",
             "http://[64:ff9b::127.0.0.1]/",
             "http://\xEF\xBC\x91\xEF\xBC\x92\xEF\xBC\x97.0.0.1/",
             "http://127\xE3\x80\x82"
             "0.0.1/"});
        add(Rule::CallbackIsPrivate,
            {"http://10.0.0.1/", "http://10.255.255.255/", "http://172.16.0.1/", "http://172.31.255.255/",
             "http://192.168.1.1/", "http://192.168.257/", "http://169.254.169.254/", "http://100.64.0.1/",
             "http://100.127.255.255/", "http://3232235777/", "http://0xA.1/", "http://[fc00::1]/",
             "http://[fd12:3456::1]/", "http://[fe80::1]/", "http://[FEBF::1]/", "http://[::ffff:10.0.0.1]/",
             "http://[::ffff:c0a8:101]/", "http://224.0.0.1/", "http://255.255.255.255/"});
        add(Rule::CallbackHostIsBare,
            {"http://intranet/", "http://intranet./", "http://server:8080/hook", "http://printer.local/",
             "http://a.b.LOCAL./", "http://x.localhost/", "http://svc.cluster.internal/", "http://a.invalid/",
             "http://a.test/", "http://hooks.example/", "http://1.2.3.4.5/", "http://m\xC3\xBCnchen/"});
        add(Rule::CallbackHasUserInfo, {"https://user@zoho.com/", "https://user:word@zoho.com/", "https://@zoho.com/"});
    }

    void whatTheCrmRefusesIsFound()
    {
        QFETCH(QString, url);
        QFETCH(Rule, rule);
        const auto findings = checking::checkCallback({url, QStringLiteral("post")});
        QCOMPARE(told(findings), QStringList{checking::ruleName(rule)});
        QCOMPARE(findings.front().severity, checking::Severity::Error);
        QCOMPARE(findings.front().input, (crm::InputRef{crm::InputRef::Kind::CallbackUrl, {}}));
    }

    void theHostIsNamed()
    {
        const auto findings = checking::checkCallback({QStringLiteral("http://Intranet/x"), QStringLiteral("post")});
        QCOMPARE(findings.front().context, (QVariantMap{{"host", "intranet"}}));
    }

    void severalFaultsAreAllFound()
    {
        const auto findings = checking::checkCallback({QStringLiteral("http://a@10.0.0.1/"), QStringLiteral("get")});
        QCOMPARE(told(findings), (QStringList{"CallbackHasUserInfo", "CallbackIsPrivate", "CallbackMethodNotPost"}));
    }

    void onlyPostIsAMethod_data()
    {
        QTest::addColumn<QString>("method");
        QTest::addColumn<bool>("good");
        QTest::newRow("post") << "post" << true;
        QTest::newRow("POST") << "POST" << true;
        QTest::newRow("get") << "get" << false;
        QTest::newRow("empty") << "" << false;
        QTest::newRow("postal") << "postal" << false;
    }

    void onlyPostIsAMethod()
    {
        QFETCH(QString, method);
        QFETCH(bool, good);
        const auto findings = checking::checkCallback({QStringLiteral("https://www.zoho.com/"), method});
        QCOMPARE(findings.empty(), good);
        if (!good) {
            QCOMPARE(findings.front().rule, Rule::CallbackMethodNotPost);
            QCOMPARE(findings.front().input.kind, crm::InputRef::Kind::CallbackMethod);
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestCallbackCheck)
#include "tst_callback_check.moc"
