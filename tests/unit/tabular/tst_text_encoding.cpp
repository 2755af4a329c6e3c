#include "tabular/encoding/MixedLines.h"
#include "tabular/encoding/TextEncoding.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QStringEncoder>

using base::ErrorCode;
using tabular::InvalidBytes;
using tabular::Utf8Lines;

namespace {

const tabular::TextEncoding &encoding(const QString &name)
{
    const tabular::TextEncoding *found = tabular::findEncoding(name);
    if (!found)
        qFatal("no encoding %s", qPrintable(name));
    return *found;
}

/// Everything at once, then again in pieces of `step` bytes.
tabular::DecodedBytes inPieces(const tabular::TextEncoding &encoding, const QByteArray &bytes, qsizetype step)
{
    auto decoder = tabular::Utf8Decoder::make(encoding, InvalidBytes::Replace);
    tabular::DecodedBytes decoded;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        // Each piece has a buffer of its own end, so that a look beyond it is seen by the sanitizer.
        const QByteArray piece = bytes.mid(at, step);
        if (!decoder->feed(piece, decoded.utf8).ok())
            qFatal("a place was refused");
    }
    if (!decoder->finish(decoded.utf8).ok())
        qFatal("the end was refused");
    decoded.places = decoder->invalidPlaces();
    return decoded;
}

QByteArray hex(const char *digits)
{
    return QByteArray::fromHex(digits);
}

} // namespace

class TestTextEncoding final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void namesAndAliasesAreFound_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("name");
        const auto add = [](const char *asked, const char *name) {
            QTest::newRow(asked) << QString::fromUtf8(asked) << QString::fromUtf8(name);
        };
        add("cp1252", "windows-1252");
        add("latin1", "ISO-8859-1");
        add("sjis", "Shift_JIS");
        add("SHIFT-JIS", "Shift_JIS");
        add("utf8", "UTF-8");
        add("Utf_16be", "UTF-16BE");
        add("GB2312", "GB18030");
        add("UHC", "EUC-KR");
        add("MacRoman", "macintosh");
        add("ISO8859-11", "ISO-8859-11");
        add("koi8u", "KOI8-U");
        add("cp437", "IBM437");
    }

    void namesAndAliasesAreFound()
    {
        QFETCH(QString, asked);
        QTEST(QString::fromUtf8(encoding(asked).name.data()), "name");
    }

    void whatIsUnknownIsNotFound()
    {
        QVERIFY(!tabular::findEncoding(u"EBCDIC"));
        QVERIFY(!tabular::findEncoding(u"ISO-8859-12"));
        QVERIFY(!tabular::findEncoding(u""));
        QVERIFY(!tabular::findEncoding(u"1252 win"));
    }

    void eachEncodingIsFoundByItsNameAndCanBeUsed()
    {
        for (const tabular::TextEncoding &each : tabular::textEncodings()) {
            QCOMPARE(tabular::findEncoding(QString::fromLatin1(each.name.data())), &each);
            QVERIFY2(tabular::isAvailable(each), each.name.data());
            QVERIFY2(tabular::Utf8Decoder::make(each, InvalidBytes::Refuse).ok(), each.name.data());
            QVERIFY(!each.label.empty());
            if (each.family != tabular::EncodingFamily::Utf16 && each.family != tabular::EncodingFamily::Utf32)
                QCOMPARE(tabular::decodeBytes(each, "a,\"b\"\r\n\x7F").utf8, QByteArray("a,\"b\"\r\n\x7F"));
        }
        QCOMPARE(tabular::utf8Encoding().name, std::string_view("UTF-8"));
    }

    void bytesBecomeText_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        const auto add = [](const char *name, const char *digits, const char *text) {
            QTest::addRow("%s %s", name, digits) << QString::fromUtf8(name) << hex(digits) << QString::fromUtf8(text);
        };
        add("windows-1252", "4d fc 6c 6c 65 72 20 80", "Müller €");
        add("windows-1250", "50 f8 ed 6b 6c 61 64", "Příklad");
        add("windows-1251", "cc ee f1 ea e2 e0", "Москва");
        add("windows-1253", "c1 e8 de ed e1", "Αθήνα");
        add("windows-1254", "dd 73 74 61 6e 62 75 6c", "İstanbul");
        add("windows-1255", "e9 f8 e5 f9 ec e9 ed", "ירושלים");
        add("windows-1256", "c7 e1 de c7 e5 d1 c9", "القاهرة");
        add("windows-1257", "52 ee 67 61", "Rīga");
        add("windows-1258", "d0 e0", "Đà");
        add("ISO-8859-2", "a3 f3 64 bc", "Łódź");
        add("ISO-8859-5", "bc de e1 da d2 d0", "Москва");
        add("ISO-8859-15", "a4 20 bd", "€ œ");
        add("IBM850", "81 20 84 20 94 20 e1", "ü ä ö ß");
        add("IBM852", "88 a2 64 ab", "łódź");
        add("KOI8-R", "ed cf d3 cb d7 c1", "Москва");
        add("KOI8-U", "eb c9 a7 d7", "Київ");
        add("IBM866", "8c ae e1 aa a2 a0", "Москва");
        add("macintosh", "4d 9f 6c 6c 65 72 20 db", "Müller €");
        add("ISO-8859-11", "a1 a2", "กข");
        add("Shift_JIS", "93 8c 8b 9e 20 b6 c5 20 87 40", "東京 ｶﾅ ①");
        add("Shift_JIS", "94 5c 81 5c 81 7c", "能―－");
        add("EUC-JP", "c5 ec b5 fe 20 8e b6", "東京 ｶ");
        add("EUC-JP", "8f b0 a1", "丂");
        add("GB18030", "b1 b1 be a9 20 81 30 81 30 95 32 82 36", "北京 \u0080𠀀");
        add("GB18030", "84 31 a4 37 81 7c", "\uFFFD亅");
        add("Big5", "a5 78 a5 5f", "台北");
        add("EUC-KR", "bc ad bf ef 20 8c 63", "서울 똠");
        add("UTF-8", "ef bb bf 61 c3 a9 00 f0 9f 98 80", "aé");
        add("UTF-16LE", "ff fe 61 00 e9 00 3d d8 00 de 00 00", "aé😀");
        add("UTF-16BE", "fe ff 00 61 00 e9 d8 3d de 00", "aé😀");
        add("UTF-16BE", "00 61 fe ff", "a\uFEFF");
        add("UTF-32LE", "ff fe 00 00 61 00 00 00 00 f6 01 00", "a😀");
        add("UTF-32BE", "00 00 fe ff 00 00 00 61 00 01 f6 00", "a😀");
    }

    void bytesBecomeText()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, text);
        const auto decoded = tabular::decodeBytes(encoding(name), bytes);
        // A NUL ends a literal, so the rows that hold one are told by their last bytes.
        if (name == u"UTF-8")
            text += QChar(u'\0') + QString::fromUtf8("😀");
        if (name == u"UTF-16LE")
            text += QChar(u'\0');
        QCOMPARE(QString::fromUtf8(decoded.utf8), text);
        QCOMPARE(decoded.places.count, 0);
    }

    void whatIsNoTextIsListed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("places"); // line:offset:bytes
        const auto add = [](const char *name, const char *digits, const char *text, const QStringList &places) {
            QTest::addRow("%s %s", name, digits)
                << QString::fromUtf8(name) << hex(digits) << QString::fromUtf8(text) << places;
        };
        add("UTF-8", "61 0a 62 e9 0a", "a\nb\uFFFD\n", {"2:3:e9"});
        add("UTF-8", "0d c0 af 0d 0a ed a0 80 0a ff", "\r\uFFFD\uFFFD\r\n\uFFFD\uFFFD\uFFFD\n\uFFFD",
            {"2:1:c0", "2:2:af", "3:5:ed", "3:6:a0", "3:7:80", "4:9:ff"});
        add("UTF-8", "61 f0 9f 98", "a\uFFFD", {"1:1:f09f98"});
        add("UTF-8", "e2 82 2c", "\uFFFD,", {"1:0:e282"});
        add("UTF-8", "f4 90 80 80", "\uFFFD\uFFFD\uFFFD\uFFFD", {"1:0:f4", "1:1:90", "1:2:80", "1:3:80"});
        add("windows-1252", "61 81 0a 9d", "a\uFFFD\n\uFFFD", {"1:1:81", "2:3:9d"});
        add("ISO-8859-7", "ff", "\uFFFD", {"1:0:ff"});
        add("UTF-16LE", "00 d8 61 00", "\uFFFDa", {"1:0:00d8"});
        add("UTF-16LE", "61 00 00 dc", "a\uFFFD", {"1:2:00dc"});
        add("UTF-16BE", "d8 00 d8 3d de 00", "\uFFFD😀", {"1:0:d800"});
        add("UTF-16LE", "61 00 62", "a\uFFFD", {"1:2:62"});
        add("UTF-16LE", "3d d8 00", "\uFFFD\uFFFD", {"1:0:3dd8", "1:2:00"});
        add("UTF-32LE", "00 00 11 00 00 d8 00 00 61 00", "\uFFFD\uFFFD\uFFFD",
            {"1:0:00001100", "1:4:00d80000", "1:8:6100"});
        add("Shift_JIS", "93 2c 93", "\uFFFD,\uFFFD", {"1:0:93", "1:2:93"});
        add("Shift_JIS", "a0 0a fd", "\uFFFD\n\uFFFD", {"1:0:a0", "2:2:fd"});
        add("Shift_JIS", "93 8c 85 7c 93 8c", "東\uFFFD|東", {"1:2:85"});
        add("EUC-JP", "c5 ec 8f b0 2c", "東\uFFFD\uFFFD,", {"1:2:8f", "1:3:b0"});
        add("GB18030", "b1 b1 81 30 2c", "北\uFFFD0,", {"1:2:81"});
        add("GB18030", "b1 b1 81 30 81", "北\uFFFD", {"1:2:813081"});
        // A character of four bytes without meaning, and one behind it: they were read for ever, or as one.
        add("GB18030", "e3 32 9a 36", "\uFFFD2\uFFFD6", {"1:0:e3", "1:2:9a"});
        add("GB18030", "e3 32 9a 36 2c b1 b1", "\uFFFD2\uFFFD6,北", {"1:0:e3", "1:2:9a"});
        add("GB18030", "e3 32 9a 36 81 30 81 30", "\uFFFD2\uFFFD6\u0080", {"1:0:e3", "1:2:9a"});
        add("Big5", "a5 78 ff a5 22", "台\uFFFD\uFFFD\"", {"1:2:ff", "1:3:a5"});
        add("EUC-KR", "bc ad bc 3b c9 a1", "서\uFFFD;", {"1:2:bc"});
    }

    void whatIsNoTextIsListed()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        const auto decoded = tabular::decodeBytes(encoding(name), bytes);
        QStringList places;
        for (const tabular::InvalidPlace &place : decoded.places.first) {
            places.append(QStringLiteral("%1:%2:%3")
                              .arg(place.line)
                              .arg(place.offset)
                              .arg(QString::fromLatin1(place.bytes.toHex())));
        }
        if (name == u"EUC-KR")
            QVERIFY(decoded.utf8.startsWith("서\uFFFD;")); // its last two bytes are for users to define
        else
            QTEST(QString::fromUtf8(decoded.utf8), "text");
        QTEST(places, "places");
        QCOMPARE(decoded.places.count, static_cast<qint64>(places.size()));
    }

    void thePolicyRefusesAtTheFirstPlace()
    {
        auto decoder = tabular::Utf8Decoder::make(encoding("windows-1252"), InvalidBytes::Refuse);
        QByteArray utf8;
        QVERIFY(decoder->feed("a\r", utf8).ok());
        const auto refused = decoder->feed("\nb\x8D\x8F", utf8);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.error().code, ErrorCode::TableBytesUndecodable);
        QCOMPARE(refused.error().context.value("line").toLongLong(), 2);
        QCOMPARE(refused.error().context.value("byte").toLongLong(), 4);
        QCOMPARE(refused.error().context.value("found").toString(), QStringLiteral("windows-1252"));
        QVERIFY(!decoder->feed("c", utf8).ok());
        QVERIFY(!decoder->finish(utf8).ok());
        QCOMPARE(decoder->invalidPlaces().count, 1);
    }

    /// Two programs wrote into one file; how its bytes are cut makes no difference.
    void linesOfUtf8AreFoundInLatinTextInAnyPieces()
    {
        const QByteArray text = "M\xFCller\r\nM\xC3\xBCller\r\n\rx\x81\nK\xC3\xB6ln;K\xF6ln\nplain\n\xE2\x82\xAC";
        const QByteArray asUtf8 = "M\u00FCller\r\nM\u00FCller\r\n\rx\uFFFD\nK\u00C3\u00B6ln;K\u00F6ln\nplain\n\u20AC";
        for (const qsizetype step : {1, 2, 3, 7, 100}) {
            auto lines = tabular::MixedLines::make(encoding("windows-1252"), InvalidBytes::Replace, Utf8Lines::Read);
            QByteArray utf8;
            for (qsizetype at = 0; at < text.size(); at += step)
                QVERIFY(lines->feed(text.mid(at, step), utf8).ok());
            QVERIFY(lines->finish(utf8).ok());
            QCOMPARE(utf8, asUtf8);
            QCOMPARE(lines->utf8Lines().first, (std::vector<qint64>{2, 7}));
            QCOMPARE(lines->invalidPlaces().first.at(0).offset, text.indexOf('\x81'));
            QCOMPARE(lines->invalidPlaces().first.at(0).line, 4);
        }
    }

    void linesOfUtf8AreNotLookedForWhereTheyCanBeText()
    {
        auto lines = tabular::MixedLines::make(encoding("windows-1251"), InvalidBytes::Replace, Utf8Lines::Read);
        QByteArray utf8;
        QVERIFY(lines->feed("\xCD\xB3\n", utf8).ok() && lines->finish(utf8).ok());
        QCOMPARE(utf8, QByteArray("Ні\n"));
        QCOMPARE(lines->utf8Lines().count, 0);
    }

    void noMoreThanAThousandPlacesAreListed()
    {
        const auto decoded = tabular::decodeBytes(encoding("UTF-8"), QByteArray(2'500, '\xFF'));
        QCOMPARE(decoded.places.count, 2'500);
        QCOMPARE(decoded.places.first.size(), size_t{1'000});
        QCOMPARE(decoded.utf8, QByteArray("\uFFFD").repeated(2'500));
    }

    void aCharacterThatTheEndCutsMayBeLeftAway()
    {
        const auto decoded = tabular::decodeBytes(encoding("UTF-8"), "a\xE2\x82", true);
        QCOMPARE(decoded.utf8, QByteArray("a"));
        QCOMPARE(decoded.places.count, 0);
    }

    void anyCutGivesTheSameText_data()
    {
        QTest::addColumn<QString>("name");
        for (const tabular::TextEncoding &each : tabular::textEncodings())
            QTest::newRow(each.name.data()) << QString::fromLatin1(each.name.data());
    }

    void anyCutGivesTheSameText()
    {
        QFETCH(QString, name);
        const tabular::TextEncoding &tested = encoding(name);
        QRandomGenerator random(20'240'501);
        for (int round = 0; round < 60; ++round) {
            QByteArray bytes;
            // Half of it noise, half of it made of bytes that lead, follow and end lines.
            static constexpr char telling[] =
                "\r\n\r\n,\"\xEF\xBB\xBF\x81\x30\x84\x31\xA4\x37\x8F\xB0\xA1\xD8\xDC\xE9\0\0a|\\";
            for (int i = random.bounded(120); i > 0; --i)
                bytes += round % 2 ? static_cast<char>(random.bounded(256))
                                   : telling[random.bounded(static_cast<int>(sizeof telling))];
            const auto whole = tabular::decodeBytes(tested, bytes);
            for (const qsizetype step : {1, 2, 3, 5, 7, 64}) {
                const auto cut = inPieces(tested, bytes, step);
                QCOMPARE(cut.utf8, whole.utf8);
                QVERIFY(cut.places == whole.places);
            }
        }
    }

    void longTextGoesThereAndBack_data() { anyCutGivesTheSameText_data(); }

    void longTextGoesThereAndBack()
    {
        QFETCH(QString, name);
        const tabular::TextEncoding &tested = encoding(name);
        QByteArray bytes;
        for (int i = 0; i < 40'000; ++i)
            bytes += i % 9 ? QByteArray("plain words, ") : QByteArray("1");
        const QString ascii = QString::fromLatin1(bytes);
        using Flag = QStringEncoder::Flag;
        if (tested.family == tabular::EncodingFamily::Utf16)
            bytes =
                QStringEncoder(tested.bigEndian ? QStringEncoder::Utf16BE : QStringEncoder::Utf16LE, Flag::Stateless)
                    .encode(ascii);
        if (tested.family == tabular::EncodingFamily::Utf32)
            bytes =
                QStringEncoder(tested.bigEndian ? QStringEncoder::Utf32BE : QStringEncoder::Utf32LE, Flag::Stateless)
                    .encode(ascii);
        const auto decoded = inPieces(tested, bytes, 100'003);
        QCOMPARE(decoded.utf8, ascii.toLatin1());
        QCOMPARE(decoded.places.count, 0);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestTextEncoding)
#include "tst_text_encoding.moc"
