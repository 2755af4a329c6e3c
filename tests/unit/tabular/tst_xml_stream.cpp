#include "tabular/workbook/XmlStream.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QtTest>

using Lanes = tabular::XmlStream::Lanes;

namespace {

/// Writes down all that it is told, and ends the parsing when there was enough.
class Witness final : public tabular::XmlHandler {
public:
    explicit Witness(int most)
        : m_most(most)
    { }
    [[nodiscard]] int spaceOf(std::string_view uri) const override { return static_cast<int>(uri.size()); }
    bool open(const tabular::XmlName &name, const tabular::XmlAttributes &attributes) override
    {
        closeText();
        told += '<' + std::to_string(name.space) + ':' + std::string(name.local);
        attributes.each([this](const tabular::XmlName &each, std::string_view value) {
            told += ' ' + std::to_string(each.space) + ':' + std::string(each.local) + '=' + std::string(value);
        });
        return ++m_seen < m_most;
    }
    bool close() override
    {
        closeText();
        told += "</>";
        return ++m_seen < m_most;
    }
    bool text(std::string_view piece) override
    {
        m_text += piece;
        return true;
    }

    std::string told;

private:
    /// One text may come in several pieces, and in front of a fault in more or fewer.
    void closeText() { told += '[' + std::exchange(m_text, {}) + ']'; }

    int m_most;
    int m_seen = 0;
    std::string m_text;
};

constexpr int all = 1'000'000;

QByteArray witnessed(const QByteArray &xml, Lanes lanes, qsizetype piece, int most = all)
{
    Witness witness(most);
    tabular::XmlStream stream(witness, lanes);
    const auto told = [&witness](const char *end) { return QByteArray::fromStdString(witness.told) + end; };
    for (qsizetype at = 0; at < xml.size(); at += piece) {
        const QByteArray part = xml.mid(at, piece);
        const auto fed = stream.feed({part.constData(), static_cast<size_t>(part.size())});
        if (!fed.ok())
            return told(base::name(fed.error().code));
        if (!*fed)
            return told("done"); // expat may put small pieces off, so that this comes with the next one or at the end
    }
    const auto finished = stream.finish();
    return told(finished.ok() ? "done" : base::name(finished.error().code));
}

const QByteArray head = R"(<?xml version="1.0" encoding="UTF-8"?>)"
                        "\n"
                        R"(<a xmlns="urn:1" xmlns:p="urn:long">)";

} // namespace

/// What the stream reads by hand has to be what expat reads, faults included.
class TestXmlStream final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void bothLanesTellTheSame_data()
    {
        QTest::addColumn<QByteArray>("xml");
        const auto row = [](const char *name, const QByteArray &inside) {
            QTest::newRow(name) << head + inside + "<z y=\"1\"/></a>";
        };
        row("plain", R"(<row r="1" spans='1:2'><c r="A1" t="s"><v>0</v></c><c r="B1"/><c /></row>)");
        row("prefixes", R"(<p:r p:a="1" b="2"><p:c/></p:r><c><p:c></p:c></c>)");
        row("references", R"(<t>&lt;a&gt; &amp;amp; &quot;&apos;</t><t a="&amp;&lt;" b="&gt;x&quot;" c="&apos;"/>)");
        row("many references",
            "<t a=\"" + QByteArray("&amp;").repeated(90) + "\" b=\"&lt;" + QByteArray(900, 'x') + "&gt;\"/>");
        row("numbers of characters", "<t>a&#10;b&#x20AC;c</t><t a=\"&#9;\"/>");
        row("unknown reference", "<r><t>a</t><t>&nbsp;</t></r>");
        row("reference without end", "<r><t>a &amp b</t></r>");
        row("bare ampersand", "<r><t a=\"&\"/></r>");
        row("declared inside", R"(<r><p:t xmlns:p="urn:other"><p:u/></p:t><p:v/><t xmlns=""><u/></t><v/></r>)");
        row("prefix of nothing", "<r><c/><q:c/></r>");
        row("prefix of nothing on an attribute", "<r><c/><c q:a=\"1\"/></r>");
        row("comment", "<r><!-- <c> -- -->x</r>");
        row("comment with tags", "<r><c/><!-- <c a=\"1\"> </c> <d/> --><c/></r>");
        row("section", "<r><t>a<![CDATA[<c/> & ]] > </c>]]>b</t><c/></r><![CDATA[<c/>]]>");
        row("instruction", "<r><?x <c/> ?><c/></r>");
        row("greater in text", "<r><t>a > b</t></r>");
        row("end of a section in text", "<r><t>a ]]> b</t></r>");
        row("less in a value", "<r><t a=\"<\"/></r>");
        row("greater in a value", "<r><t a=\"a>b\">c</t></r>");
        row("line feeds", "<r>\n\t<t\n a=\"1\">a\nb</t >\n</r>");
        row("carriage returns", "<r><t a=\"x\r\ny\">a\r\nb\rc</t></r>");
        row("tabs in values", "<r><t a=\"x\ty\nz\"/></r>");
        row("attribute twice", R"(<r><t a="1" b="2" a="3"/></r>)");
        row("no blank between attributes", R"(<r><t a="1"b="2"/></r>)");
        row("no quotes", "<r><t a=1/></r>");
        row("blank around the sign", "<r><t a = '1' /></r>");
        row("seventeen attributes",
            "<r><t a='' b='' c='' d='' e='' f='' g='' h='' i='' j='' k='' l='' m='' n='' o='' "
            "p='' q=''/></r>");
        row("crossed", "<r><t>a</r></t>");
        row("not opened", "<r></t></r>");
        row("closed too early", "<r/></a><r>");
        row("control character", "<r><t>a\x01</t></r>");
        row("other alphabets", "<r><t a=\"Zo\xC3\xAB\">\xE2\x82\xAC\xF0\x9F\x98\x80</t><\xC3\xA9/></r>");
        row("surrogate", "<r><t>\xED\xA0\x80</t></r>");
        row("no character", "<r><t>\xEF\xBF\xBF</t></r>");
        row("overlong", "<r><t>\xC0\x80</t></r>");
        row("beyond Unicode", "<r><t>\xF4\x90\x80\x80</t></r>");
        row("Latin-1", "<r><t>\xE9</t></r>");
        row("deep", QByteArray("<d>").repeated(62) + QByteArray("</d>").repeated(62));
        row("too deep", QByteArray("<d>").repeated(70) + QByteArray("</d>").repeated(70));
        row("name that starts with a digit", "<r><1/></r>");
        row("names", "<_r-1.x><:/></_r-1.x>");
        row("long text", "<t>" + QByteArray(70'000, 'x') + "&lt;</t>");
        row("long value", "<t a=\"" + QByteArray(70'000, 'x') + "\">b</t>");
        row("long comment", "<r><c/><!--" + QByteArray("<c/>").repeated(20'000) + "--><c/></r>");
        row("much that is not plain", QByteArray("<r><c>&#65;</c><c/></r>").repeated(4'000));
        QTest::newRow("cut in a tag") << head + "<r><c r=\"A1\"";
        QTest::newRow("cut in a text") << head + "<r><c>abc";
        QTest::newRow("cut between") << head + "<r><c>abc</c>";
        QTest::newRow("nothing said") << QByteArray("<a><b>\xC3\xA9</b></a>");
        QTest::newRow("mark") << QByteArray("\xEF\xBB\xBF<a><b>\xC3\xA9</b></a>");
        QTest::newRow("declared Latin-1")
            << QByteArray("<?xml version='1.0' encoding='ISO-8859-1'?><a><b>\xC3\xA9</b></a>");
        QTest::newRow("declared ASCII") << QByteArray(
            "<?xml version='1.0' encoding='US-ASCII'?><a><b>\xC3\xA9</b></a>");
        // In UTF-16 these characters are made of the bytes of tags.
        const QString tags = QStringLiteral("<a>\u3C62\u3E78\u3C2F\u623E\u623C\u783E\u2F3C\u3E62</a>");
        const QByteArray utf16(reinterpret_cast<const char *>(tags.utf16()), 2 * tags.size());
        QTest::newRow("UTF-16 without a mark") << utf16;
        QTest::newRow("UTF-16") << QByteArray(QSysInfo::ByteOrder == QSysInfo::BigEndian ? "\xFE\xFF" : "\xFF\xFE")
                + utf16;
    }
    void bothLanesTellTheSame()
    {
        QFETCH(QByteArray, xml);
        const QByteArray expected = witnessed(xml, Lanes::ExpatAlone, xml.size());
        for (const qsizetype piece : {xml.size(), qsizetype(1'000), qsizetype(7), qsizetype(1)})
            QCOMPARE(witnessed(xml, Lanes::Both, piece), expected);
        for (int most = 1; most < 8; ++most)
            QCOMPARE(witnessed(xml, Lanes::Both, xml.size(), most),
                     witnessed(xml, Lanes::ExpatAlone, xml.size(), most));
    }

    void bothLanesTellTheSameOfDamagedDocuments()
    {
        const QByteArray sound =
            head + R"(<r a="1&amp;"><c b='2'>x</c><!--y--><p:c/> </r><r><t>&lt;&#65;</t><![CDATA[z]]></r></a>)";
        const QByteArray likely("<>/&;\"'= a:p-!]\r\n\x80\xC3\xA9");
        QRandomGenerator random(7);
        int refused = 0;
        for (int round = 0; round < 20'000; ++round) {
            QByteArray xml = sound;
            for (int changes = 0; changes < 1 + round % 3; ++changes) {
                const qsizetype at = random.bounded(head.size() - 20, xml.size());
                const char c = likely.at(random.bounded(likely.size()));
                switch (random.bounded(3)) {
                case 0:
                    xml[at] = c;
                    break;
                case 1:
                    xml.insert(at, c);
                    break;
                default:
                    xml.remove(at, 1 + random.bounded(4));
                }
            }
            const QByteArray expected = witnessed(xml, Lanes::ExpatAlone, xml.size());
            refused += expected.endsWith("done") ? 0 : 1;
            QCOMPARE(witnessed(xml, Lanes::Both, xml.size()), expected);
            QCOMPARE(witnessed(xml, Lanes::Both, 1 + round % 40), expected);
        }
        QVERIFY(refused > 5'000 && refused < 19'500);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestXmlStream)
#include "tst_xml_stream.moc"
