#include "tabular/encoding/EncodingGuess.h"
#include "tabular/encoding/UsualPage.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QStringEncoder>

using tabular::EncodingReason;
using tabular::FilePieces;

namespace {

struct Language final {
    const char *encoding;
    const char *names; ///< of people, firms and towns
    const char *usualPage = "windows-1252";
};

constexpr const char *western =
    "Müller|François Lefèvre|José Núñez|Zoë Brontë|Málaga|Köln|Besançon|São Paulo|Århus|Öland|"
    "Señora Peña|Hôtel Crémière|Weiß & Söhne|Jørgen Østergård|Inês Conceição|Übermäßig|"
    "Château d’Été|Göteborg|Łukasz"; // the last one is for no Western page
constexpr const char *centralEuropean =
    "Dvořák|Brněnská|Łódź|Kraków|Győr|Świętosława|Škoda|Żółtowski|Příbram|Čeněk|Hőgyes";
constexpr const char *russian = "Иванов|Москва|Санкт-Петербург|Ольга Смирнова|Екатеринбург|ООО Ромашка|Фёдор Кузнецов|"
                                "Нижний Новгород|Юлия Щербакова|Улица Ленина|Дмитрий Попов|Казань|Самара|Ростов";
constexpr const char *ukrainian =
    "Київ|Львів|Одеса|Олена Шевченко|Іван Франко|Харків|Дніпро|Запоріжжя|Їжакевич|Євген Мороз";
constexpr const char *greek =
    "Αθήνα|Θεσσαλονίκη|Γιώργος Παπαδόπουλος|Μαρία Οικονόμου|Πάτρα|Ηράκλειο|Ελένη Νικολάου|Βόλος";
constexpr const char *japanese =
    "東京都|田中太郎|株式会社さくら|大阪市北区|鈴木花子|ソニー商事|横浜市|佐藤健一|京都府|カメラのキタムラ|"
    "札幌支店|高橋と仲間|表示機能|ソフトウェア開発";
constexpr const char *chinese =
    "北京市|王小明|上海贸易有限公司|李娜|广州|深圳市科技园|陈建国|张伟|成都|南京路百货|杭州|中国银行";
constexpr const char *taiwanese =
    "台北市|王小明|高雄港務公司|林美玲|台中|新竹科學園區|陳建國|張偉|花蓮|統一超商|功夫|許蓋";
constexpr const char *korean =
    "서울특별시|김철수|부산|이영희|삼성전자|대구광역시|박지훈|인천|최수진|주식회사 한빛|제주도|정미경";
constexpr const char *hebrew = "ירושלים|תל אביב|משה כהן|שרה לוי|חיפה|דוד מזרחי|באר שבע|רחל פרץ|נתניה|יוסף אברהם";
constexpr const char *arabic = "القاهرة|محمد أحمد|دبي|شركة النور|فاطمة علي|الرياض|يوسف حسن|بيروت|مريم خالد|الإسكندرية";
constexpr const char *thai = "กรุงเทพ|เชียงใหม่|สมชาย|บริษัทไทย|ภูเก็ต|นครราชสีมา|สุดา|ขอนแก่น|อุดรธานี|ประเสริฐ";

constexpr Language languages[] = {
    {"UTF-8", western},        {"UTF-8", japanese},         {"UTF-16LE", western},
    {"UTF-16BE", western},     {"UTF-16LE", chinese},       {"UTF-16BE", russian},
    {"UTF-32LE", western},     {"UTF-32BE", russian},       {"windows-1252", western},
    {"macintosh", western},    {"IBM850", western},         {"windows-1250", centralEuropean, "windows-1250"},
    {"windows-1251", russian}, {"windows-1251", ukrainian}, {"KOI8-R", russian},
    {"KOI8-U", ukrainian},     {"IBM866", russian},         {"ISO-8859-5", russian},
    {"windows-1253", greek},   {"windows-1255", hebrew},    {"windows-1256", arabic},
    {"ISO-8859-11", thai},     {"Shift_JIS", japanese},     {"EUC-JP", japanese},
    {"GB18030", chinese},      {"Big5", taiwanese},         {"EUC-KR", korean},
};

/// Qt's own converters are the witness; where they call a page by another name.
QByteArray encoded(const QString &text, const QByteArray &encoding)
{
    const QByteArray name = encoding == "EUC-KR" ? "windows-949" : encoding == "ISO-8859-11" ? "TIS-620" : encoding;
    QStringEncoder encoder(name.constData(), QStringEncoder::Flag::Stateless);
    if (!encoder.isValid())
        qFatal("Qt has no encoder for %s", name.constData());
    return encoder.encode(text);
}

/// 2,000 rows of business data of which `percent` hold a name in that language.
QByteArray file(const Language &language, int percent)
{
    QRandomGenerator random(7);
    QStringList names = QString::fromUtf8(language.names).split(u'|');
    if (language.names == western && !QByteArray(language.encoding).startsWith("UTF"))
        names.removeLast();
    QString text = QStringLiteral("Id,Name,Company,City,Amount,Since\r\n");
    for (int row = 0; row < 2'000; ++row) {
        const bool local = random.bounded(100) < percent;
        const QString name = local ? names.at(random.bounded(names.size())) : QStringLiteral("John Smith");
        const QString town = local ? names.at(random.bounded(names.size())) : QStringLiteral("Springfield");
        text += QStringLiteral("%1,%2,Consolidated Trading Ltd,\"%3\",%4.50,2024-03-%5\r\n")
                    .arg(1000 + row)
                    .arg(name, town)
                    .arg(random.bounded(9'000))
                    .arg(1 + row % 28, 2, 10, QLatin1Char('0'));
    }
    return encoded(text, language.encoding);
}

/// As the first look reads a file: both ends and sixteen places between.
FilePieces pieces(const QByteArray &content, qsizetype headBytes)
{
    FilePieces cut;
    cut.head = content.left(headBytes);
    cut.headIsAll = content.size() <= headBytes;
    if (cut.headIsAll)
        return cut;
    for (qsizetype i = 1; i <= 16; ++i)
        cut.between.push_back(content.mid(content.size() / 17 * i, 4096));
    cut.tail = content.right(headBytes);
    return cut;
}

FilePieces whole(const QByteArray &content)
{
    return pieces(content, content.size());
}

QString nameOf(const tabular::EncodingCandidate &candidate)
{
    return QString::fromLatin1(candidate.encoding->name.data());
}

QStringList names(const tabular::EncodingGuess &guess)
{
    QStringList all;
    for (const auto &candidate : guess.candidates)
        all.append(nameOf(candidate));
    return all;
}

} // namespace

class TestEncodingGuess final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void businessFilesAreTold_data()
    {
        QTest::addColumn<int>("language");
        QTest::addColumn<int>("percent");
        QTest::addColumn<int>("kibibytes");
        for (int language = 0; language < static_cast<int>(std::size(languages)); ++language) {
            for (const int percent : {100, 15, 1}) {
                for (const int kibibytes : {1, 8, 64}) {
                    QTest::addRow("%s (%d) %d %% %d KiB", languages[language].encoding, language, percent, kibibytes)
                        << language << percent << kibibytes;
                }
            }
        }
    }

    void businessFilesAreTold()
    {
        QFETCH(int, language);
        QFETCH(int, percent);
        QFETCH(int, kibibytes);
        const Language &tested = languages[language];
        const auto guess = tabular::guessEncoding(pieces(file(tested, percent), kibibytes * 1024),
                                                  QString::fromLatin1(tested.usualPage));
        QStringList words;
        for (const auto &candidate : guess.candidates)
            words.append(QStringLiteral("%1: %2").arg(nameOf(candidate), candidate.words.join(u' ')));
        QVERIFY2(nameOf(guess.candidates.front()) == QLatin1String(tested.encoding), qPrintable(words.join(u'\n')));
    }

    void whatSpeaksForItIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("name");
        QTest::addColumn<EncodingReason>("reason");
        QTest::addColumn<bool>("sure");
        const auto add = [](const char *row, const QByteArray &content, const char *name, EncodingReason reason,
                            bool sure) { QTest::newRow(row) << content << QString::fromUtf8(name) << reason << sure; };
        add("empty", "", "UTF-8", EncodingReason::OnlyAscii, true);
        add("ascii", "a,b\n1,2\n", "UTF-8", EncodingReason::OnlyAscii, true);
        add("utf-8", "Name\nM\u00FCller\n", "UTF-8", EncodingReason::ValidUtf8, true);
        add("utf-8 cut in a character is checked to its end", "Name\nM\xC3", "windows-1252", EncodingReason::CommonHere,
            false);
        add("utf-8 with a bad byte", QByteArray("M\u00FCller\n").repeated(30) + "M\xFCller\n", "UTF-8",
            EncodingReason::MostlyUtf8, false);
        add("utf-8 mark",
            "\xEF\xBB\xBF"
            "a\xE9",
            "UTF-8", EncodingReason::ByteOrderMark, true);
        add("utf-16 mark",
            QByteArray("\xFF\xFE"
                       "a\0",
                       4),
            "UTF-16LE", EncodingReason::ByteOrderMark, true);
        add("utf-16 big-endian mark", QByteArray("\xFE\xFF\0a", 4), "UTF-16BE", EncodingReason::ByteOrderMark, true);
        add("utf-32 mark", QByteArray("\xFF\xFE\0\0a\0\0\0", 8), "UTF-32LE", EncodingReason::ByteOrderMark, true);
        add("utf-16 mark before a NUL", QByteArray("\xFF\xFE\0\0a\0b\0", 8), "UTF-16LE", EncodingReason::ByteOrderMark,
            true);
        add("utf-16 without a mark", QByteArray("a\0,\0b\0\n\0", 8), "UTF-16LE", EncodingReason::ZeroBytes, false);
        add("a NUL in plain text", QByteArray("a,b\nc\0,d\n", 9), "UTF-8", EncodingReason::OnlyAscii, true);
        add("one latin name", "Name\nM\xFCller\n", "windows-1252", EncodingReason::CommonHere, false);
        add("a byte that no page has", "Name\n\x81\x8D\x8F\x90\x9D\xA0\xFF\xD2\n", "", EncodingReason::DecodesToo,
            false);
    }

    void whatSpeaksForItIsSaid()
    {
        QFETCH(QByteArray, content);
        QFETCH(QString, name);
        const auto guess = tabular::guessEncoding(whole(content));
        QVERIFY(!guess.candidates.empty());
        QTEST(guess.sure, "sure");
        if (name.isEmpty())
            return;
        QCOMPARE(nameOf(guess.candidates.front()), name);
        QTEST(guess.candidates.front().reason, "reason");
    }

    void latinThatIsUtf8ByChanceIsOfferedToo()
    {
        const auto guess = tabular::guessEncoding(whole("Town\nS\xC3\xB1\nT\xC2\xAAX\n"));
        QCOMPARE(names(guess).front(), QStringLiteral("UTF-8"));
        QVERIFY2(names(guess).contains(u"windows-1252"), qPrintable(names(guess).join(u' ')));
        for (const auto &candidate : guess.candidates)
            QVERIFY(!candidate.words.isEmpty() && candidate.words.size() <= 3);
    }

    void aNameThatReadsWellInBothIsAskedFor()
    {
        // A c-cedilla after a capital A with tilde: one letter in UTF-8, two plausible ones in the Western page.
        const auto guess = tabular::guessEncoding(whole("Town\n\xC3\xBA\xC3\xBA\n"), u"windows-1251");
        QCOMPARE(names(guess).front(), QStringLiteral("UTF-8"));
        QVERIFY(names(guess).contains(u"windows-1251"));
    }

    void theUsualPageOfTheCountryDecides()
    {
        const QByteArray content = "M\xECsto,P\xF8\xED"
                                   "bram\nx,\xC8"
                                   "en\xECk\n";
        QCOMPARE(names(tabular::guessEncoding(whole(content), u"windows-1250")).front(),
                 QStringLiteral("windows-1250"));
        QCOMPARE(names(tabular::guessEncoding(whole(content))).front(), QStringLiteral("windows-1252"));
        QVERIFY(names(tabular::guessEncoding(whole(content))).contains(u"windows-1250"));
        QCOMPARE(names(tabular::guessEncoding(whole(content), u"no such page")).front(),
                 QStringLiteral("windows-1252"));
    }

    void theUsualPageIsThatOfTheLanguage_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::addColumn<QString>("page");
        QTest::newRow("German") << QStringLiteral("de_DE") << QStringLiteral("windows-1252");
        QTest::newRow("English") << QStringLiteral("en_IN") << QStringLiteral("windows-1252");
        QTest::newRow("Czech") << QStringLiteral("cs_CZ") << QStringLiteral("windows-1250");
        QTest::newRow("Serbian") << QStringLiteral("sr_Latn_RS") << QStringLiteral("windows-1250");
        QTest::newRow("Serbian, Cyrillic") << QStringLiteral("sr_Cyrl_RS") << QStringLiteral("windows-1251");
        QTest::newRow("Ukrainian") << QStringLiteral("uk_UA") << QStringLiteral("windows-1251");
        QTest::newRow("Lithuanian") << QStringLiteral("lt_LT") << QStringLiteral("windows-1257");
        QTest::newRow("Chinese") << QStringLiteral("zh_CN") << QStringLiteral("GB18030");
        QTest::newRow("Taiwan") << QStringLiteral("zh_TW") << QStringLiteral("Big5");
        QTest::newRow("none") << QStringLiteral("C") << QStringLiteral("windows-1252");
    }

    void theUsualPageIsThatOfTheLanguage()
    {
        QFETCH(QString, locale);
        QTEST(tabular::usualPage(QLocale(locale)), "page");
    }

    void anAsianPageMayBeTheUsualOne()
    {
        const QByteArray town = "1,\x93\x8C\x8B\x9E\n"; // Tokyo
        QCOMPARE(names(tabular::guessEncoding(whole(town), u"Shift_JIS")).front(), QStringLiteral("Shift_JIS"));
        // It has no character for these bytes, or only such as stand alone between letters.
        QCOMPARE(names(tabular::guessEncoding(whole("1,Jos\xE9\n2,Zo\xEB\n"), u"Shift_JIS")).front(),
                 QStringLiteral("windows-1252"));
    }

    void wordsAreShownAsTheyWouldBeRead()
    {
        const auto guess =
            tabular::guessEncoding(whole("Anna M\xFCller,Bonn\nJos\xE9,Plain\nJos\xE9;\xC5land;\xD8sterg\xE5rd\n"));
        QCOMPARE(guess.candidates.front().words,
                 (QStringList{QStringLiteral("Müller"), QStringLiteral("José"), QStringLiteral("Åland")}));
    }

    void whatStandsAfterTheHeadCounts()
    {
        FilePieces cut{
            "Id,Name\n1,Smith\n2,M", {"\xA9ller\n900,Lef\xC3\xA8vre\n901,Ren\xC3"}, "\xA9\n999,Zo\xC3\xAB\n", false};
        QCOMPARE(tabular::guessEncoding(cut).candidates.front().reason, EncodingReason::ValidUtf8);
        QCOMPARE(tabular::guessEncoding(cut).candidates.front().words.size(), 2);
        cut.tail = "9\n999,Zo\xEB\n";
        QVERIFY(tabular::guessEncoding(cut).candidates.front().reason != EncodingReason::ValidUtf8);
    }

    void ofTwoNamesTheRightReadingIsOffered_data()
    {
        QTest::addColumn<int>("language");
        for (int language = 0; language < static_cast<int>(std::size(languages)); ++language)
            QTest::addRow("%s (%d)", languages[language].encoding, language) << language;
    }

    void ofTwoNamesTheRightReadingIsOffered()
    {
        QFETCH(int, language);
        const Language &tested = languages[language];
        const QStringList names = QString::fromUtf8(tested.names).split(u'|').first(2);
        const auto guess =
            tabular::guessEncoding(whole(encoded(QStringLiteral("Id,Name\n1,") + names.join(u"\n2,"), tested.encoding)),
                                   QString::fromLatin1(tested.usualPage));
        const QString word = names.last().section(u' ', -1);
        const bool offered =
            std::any_of(guess.candidates.begin(), guess.candidates.end(),
                        [&word](const auto &candidate) { return candidate.words.join(u' ').contains(word.left(20)); });
        QVERIFY2(offered, qPrintable(word));
        QVERIFY(!guess.sure || guess.candidates.front().words.join(u' ').contains(word.left(20)));
    }

    void noiseHasCandidatesThatDecodeIt()
    {
        QRandomGenerator random(5);
        for (int round = 0; round < 200; ++round) {
            QByteArray bytes;
            for (int i = random.bounded(200); i > 0; --i)
                bytes += random.bounded(4) ? static_cast<char>(random.bounded(256)) : ',';
            const auto guess = tabular::guessEncoding(whole(bytes));
            QVERIFY(!guess.candidates.empty() && guess.candidates.size() <= 6);
            for (const auto &candidate : guess.candidates) {
                QVERIFY(candidate.encoding && tabular::isAvailable(*candidate.encoding));
                QVERIFY(candidate.words.size() <= 3);
            }
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestEncodingGuess)
#include "tst_encoding_guess.moc"
