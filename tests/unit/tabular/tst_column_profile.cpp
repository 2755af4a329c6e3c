#include "tabular/profile/ColumnProfiler.h"
#include "tabular/profile/DateShape.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>
#include <QSet>
#include <QtTest>

using tabular::ColumnProfile;
using tabular::SampleValue;
using tabular::Shape;

namespace {

/// Rows count from 2, as below a header row.
ColumnProfile profileOf(const QStringList &cells)
{
    tabular::ColumnProfiler profiler;
    qint64 row = 2;
    for (const QString &cell : cells) {
        const QByteArray bytes = cell.toUtf8();
        profiler.add({bytes.constData(), static_cast<size_t>(bytes.size())}, row++);
    }
    return profiler.profile();
}

} // namespace

class TestColumnProfile final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void shapes_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<Shape>("shape");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("others");
        const auto add = [](const char *name, const QStringList &cells, Shape shape, const char *pattern = "",
                            const QStringList &others = {}) {
            QTest::newRow(name) << cells << shape << QString::fromLatin1(pattern) << others;
        };
        add("nothing", {}, Shape::Empty);
        add("blanks", {"", " ", "\t", QString(QChar(0x00A0)), QString(QChar(0x3000))}, Shape::Empty);
        add("integers", {"1", "-20", "+5", "007", " 3 "}, Shape::Integer, "#");
        add("grouped", {"1,234", "1,234,567"}, Shape::Integer, "#,###");
        add("Indian groups", {"12,34,567", "1,00,000"}, Shape::Integer, "#,###");
        add("grouped or comma", {"1,234", "5"}, Shape::Integer, "#,###", {"#,#"});
        add("decimal or grouped", {"1.234"}, Shape::Decimal, "#.#", {"#.###"});
        add("points", {"1.5", "10", "0.25", ".5"}, Shape::Decimal, "#.#");
        add("commas", {"1,5", "1,234", "10"}, Shape::Decimal, "#,#");
        add("German", {"1.234,5", "1.234"}, Shape::Decimal, "#.###,#");
        add("English", {"1,234.5", "1,234"}, Shape::Decimal, "#,###.#");
        add("French", {QStringLiteral("1\u202F234,5"), QStringLiteral("2\u00A0000,1")}, Shape::Decimal, "# ###,#");
        add("Swiss", {"1'234.5", QStringLiteral("7\u2019000.1")}, Shape::Decimal, "#'###.#");
        add("no numbers", {"1.2.3", "1,2,3", "5.", "1,23,4", "1E5", "--1", "0,123,456"}, Shape::Text);
        add("ISO dates", {"2024-01-31", "1999-12-01"}, Shape::Date, "yyyy-MM-dd");
        add("day first", {"01/02/2024", "31/01/2024"}, Shape::Date, "dd/MM/yyyy");
        add("month first", {"01/02/2024", "01/31/2024"}, Shape::Date, "MM/dd/yyyy");
        add("no row decides", {"01/02/2024", "03/04/2024"}, Shape::Date, "MM/dd/yyyy", {"dd/MM/yyyy"});
        add("points, no row decides", {"01.02.2024"}, Shape::Date, "dd.MM.yyyy", {"MM.dd.yyyy"});
        add("two-digit years", {"01/02/03", "31/12/99"}, Shape::Date, "dd/MM/yy");
        add("no leading zeros", {"5/13/2024", "12/1/2024"}, Shape::Date, "M/d/yyyy");
        add("short names", {"05 Jan 2024", "17 may 2023"}, Shape::Date, "dd MMM yyyy");
        add("long names", {"5-January-24", "17-May-23"}, Shape::Date, "d-MMMM-yy");
        add("American names", {"Jan 31, 2024", "May 01, 2024"}, Shape::Date, "MMM dd, yyyy");
        add("as the CRM writes them", {"January 31,2024", "May 01,2024"}, Shape::Date, "MMMM dd,yyyy");
        add("year, name, day", {"2024.Mar.05"}, Shape::Date, "yyyy.MMM.dd");
        add("no such day", {"31/02/2024", "30.02.2024", "2023-02-29", "00/00/2024", "13/13/2024"}, Shape::Text);
        add("leap day", {"29/02/2024", "29/02/2000"}, Shape::Date, "dd/MM/yyyy");
        add("versions are no dates", {"1.2.3", "10.12.15.1", "2024-1", "12/2024"}, Shape::Text);
        add("date-times", {"2024-01-31T10:20:30Z", "2024-01-31T10:20:30+01:00"}, Shape::DateTime,
            "yyyy-MM-ddTHH:mm:ssXXX");
        add("minutes", {"31/01/2024 10:20"}, Shape::DateTime, "dd/MM/yyyy HH:mm");
        add("half days", {"01/31/2024 10:20 PM"}, Shape::DateTime, "MM/dd/yyyy hh:mm a");
        add("no such time", {"31/01/2024 24:20", "31/01/2024 10:60", "31/01/2024 1020"}, Shape::Text);
        add("e-mail", {"a@b.de", "A.B+c@mail.example.com", QStringLiteral("m\u00FC@x.org")}, Shape::Email);
        add("no e-mail", {"a@b", "@b.de", "a@@b.de", "a b@c.de", "a@b..de", "a@b.de;c@d.de", "a@.de"}, Shape::Text);
        add("phone", {"+49 30 123456", "(030) 12 34 56", "030/123456", "+1 (836) 555-8152 x12", "0301234567"},
            Shape::Phone);
        add("no phone", {"12-34", "123 456 789 012 345 678", "+49 30 call me", "12 Main Street"}, Shape::Text);
        add("url", {"https://example.com/a?b=1", "WWW.example.com", "http://localhost:8080"}, Shape::Url);
        add("no url", {"https://", "www.", "http://a b.com", "http:/example.com", "website"}, Shape::Text);
        add("true, false", {"TRUE", "false", "True"}, Shape::Boolean, "true/false");
        add("yes, no", {"yes", "No", "no"}, Shape::Boolean, "yes/no");
        add("two pairs of words", {"yes", "no", "true", "false"}, Shape::Text);
        add("text", {"Anna", "Bob"}, Shape::Text);
        add("three of four", {"1", "2", "3", "x"}, Shape::Integer, "#");
        add("too few", {"1", "2", "x", "y"}, Shape::Text);
    }

    void shapes()
    {
        QFETCH(QStringList, cells);
        const ColumnProfile profile = profileOf(cells);
        QFETCH(Shape, shape);
        QCOMPARE(tabular::name(profile.shape), tabular::name(shape));
        QTEST(profile.pattern, "pattern");
        QTEST(profile.otherPatterns, "others");
    }

    void aRowThatDecidesIsNamed_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<qint64>("row");
        QTest::addColumn<QString>("text");
        QTest::newRow("day first") << QStringList{"01/02/2024", "31/01/2024", "30/01/2024"} << qint64(3)
                                   << "31/01/2024";
        QTest::newRow("month first") << QStringList{"01/02/2024", "", "02/01/2024", "01/13/2024"} << qint64(5)
                                     << "01/13/2024";
        QTest::newRow("none") << QStringList{"01/02/2024"} << qint64(0) << "";
        QTest::newRow("year first") << QStringList{"2024-01-02"} << qint64(2) << "2024-01-02";
        QTest::newRow("decimal comma") << QStringList{"7", "1,234", "1,5"} << qint64(4) << "1,5";
        QTest::newRow("plain integers") << QStringList{"7", "12"} << qint64(0) << "";
    }

    void aRowThatDecidesIsNamed()
    {
        QFETCH(QStringList, cells);
        const ColumnProfile profile = profileOf(cells);
        QTEST(profile.decisiveRow, "row");
        QTEST(profile.decisiveText, "text");
    }

    void valuesThatFitAreCounted()
    {
        QStringList cells;
        for (int i = 0; i < 9'800; ++i)
            cells << QString::number(i);
        cells.insert(45, QStringLiteral("n/a"));
        cells << QStringLiteral("?") << QString();
        const ColumnProfile profile = profileOf(cells);
        QCOMPARE(profile.shape, Shape::Integer);
        QCOMPARE(profile.filled, 9'802);
        QCOMPARE(profile.fitting, 9'800);
        QCOMPARE(profile.firstMisfitRow, 47);
        QCOMPARE(profile.samples.back(), (SampleValue{SampleValue::Why::Odd, "n/a", 47}));
    }

    void smallestAndLargest_data()
    {
        QTest::addColumn<QStringList>("cells");
        QTest::addColumn<QString>("minimum");
        QTest::addColumn<QString>("maximum");
        QTest::newRow("numbers") << QStringList{"9", "10", "-3", "007"} << "-3"
                                 << "10";
        QTest::newRow("of those that fit") << QStringList{"9", "10", "3", "7", "a", "!"} << "!"
                                           << "a";
        QTest::newRow("misfits do not count") << QStringList{"9", "10", "3", "7", "!"} << "3"
                                              << "10";
        QTest::newRow("grouped") << QStringList{"1,000.5", "999.9", "2"} << "2"
                                 << "1,000.5";
        QTest::newRow("comma") << QStringList{"1,234", "1,5", "0,7"} << "0,7"
                               << "1,5";
        QTest::newRow("long ids") << QStringList{"12345678901234567890", "2345678901234567890"} << "2345678901234567890"
                                  << "12345678901234567890";
        QTest::newRow("days first") << QStringList{"31/01/2024", "01/02/2024", "15/06/2023"} << "15/06/2023"
                                    << "01/02/2024";
        QTest::newRow("months first") << QStringList{"01/31/2024", "02/01/2024", "06/15/2023"} << "06/15/2023"
                                      << "02/01/2024";
        QTest::newRow("two-digit years") << QStringList{"31/12/99", "01/01/05"} << "31/12/99"
                                         << "01/01/05";
        QTest::newRow("times") << QStringList{"2024-01-01 10:00", "2024-01-01 09:59"} << "2024-01-01 09:59"
                               << "2024-01-01 10:00";
        QTest::newRow("text by bytes") << QStringList{"b", "B", QStringLiteral("\u00E4"), "abcdefgh2", "abcdefgh1"}
                                       << "B" << QStringLiteral("\u00E4");
    }

    void smallestAndLargest()
    {
        QFETCH(QStringList, cells);
        const ColumnProfile profile = profileOf(cells);
        QTEST(profile.minimum, "minimum");
        QTEST(profile.maximum, "maximum");
    }

    void theLongestIsCountedInCharacters()
    {
        const QString emoji = QStringLiteral("\U0001F600");
        const ColumnProfile profile = profileOf({"abcd", emoji.repeated(5), "abc"});
        QCOMPARE(profile.longest, 5);
        QCOMPARE(profile.longestUtf16, 10);
        QCOMPARE(profile.longestBytes, 20);
        const ColumnProfile ascii = profileOf({emoji, "abc"});
        QCOMPARE(ascii.longest, 3);
        QCOMPARE(ascii.longestBytes, 4);
    }

    void samplesTell()
    {
        const ColumnProfile profile = profileOf({"", "aaaa", "b", "cccccccc", "12", "dddd"});
        QCOMPARE(profile.samples,
                 (std::vector<SampleValue>{{SampleValue::Why::Typical, "aaaa", 3},
                                           {SampleValue::Why::Longest, "cccccccc", 5},
                                           {SampleValue::Why::Odd, "12", 6}}));
        const QString wide = QStringLiteral("\U0001F600").repeated(501);
        const ColumnProfile cut = profileOf({wide});
        QCOMPARE(cut.samples.size(), size_t(1));
        QCOMPARE(cut.samples.front().text, wide.left(1'000));
        QCOMPARE(cut.longest, 501);
    }

    void differentValuesAreCountedExactlyUpToAHundredThousand()
    {
        tabular::ColumnProfiler profiler;
        for (int i = 0; i < 200'000; ++i) {
            const std::string value = "id-" + std::to_string(i % 100'000);
            profiler.add(value, i + 1);
        }
        QCOMPARE(profiler.profile().distinct, 100'000);
        QVERIFY(profiler.profile().distinctExact);
        profiler.add("one more", 1);
        QVERIFY(!profiler.profile().distinctExact);
        QVERIFY(qAbs(profiler.profile().distinct - 100'001) < 5'000);
        for (int i = 100'000; i < 1'000'000; ++i)
            profiler.add("id-" + std::to_string(i), i + 1);
        QVERIFY2(qAbs(profiler.profile().distinct - 1'000'001) < 50'000,
                 qPrintable(QString::number(profiler.profile().distinct)));
    }

    void remarks_data()
    {
        QTest::addColumn<QString>("cell");
        QTest::addColumn<int>("formula");
        QTest::addColumn<int>("longNumber");
        QTest::addColumn<int>("leadingZero");
        QTest::addColumn<int>("invisible");
        const auto add = [](const char *name, const QString &cell, int formula, int number, int zero, int invisible) {
            QTest::newRow(name) << cell << formula << number << zero << invisible;
        };
        add("plain", "abc", 0, 0, 0, 0);
        for (const char *formula : {"=1+1", "+cmd", "-x", "@sum", "\t1", "\rx", "-2+3", "=A"})
            add(formula, QString::fromLatin1(formula), 1, 0, 0, 0);
        for (const ushort wide : {0xFF1D, 0xFF0B, 0xFF0D, 0xFF20})
            add(qPrintable(QString::number(wide, 16)), QChar(wide) + QStringLiteral("1"), 1, 0, 0, 0);
        for (const char *harmless : {"-5", "-1,234.5", "+49 30 123456", "+493012345678", "-", "=", "+5"})
            add(harmless, QString::fromLatin1(harmless), 0, 0, 0, 0);
        add("15 digits", "123456789012345", 0, 0, 0, 0);
        add("16 digits", "1234567890123456", 0, 1, 0, 0);
        add("20 digits", "00345678901234567890", 0, 1, 1, 0);
        add("postcode", "01067", 0, 0, 1, 0);
        add("zero", "0", 0, 0, 0, 0);
        add("fraction", "0.5", 0, 0, 0, 0);
        add("override", QStringLiteral("a\u202Eb"), 0, 0, 0, 1);
        add("zero width", QStringLiteral("a\u200B"), 0, 0, 0, 1);
        add("byte-order mark", QStringLiteral("\uFEFFa"), 0, 0, 0, 1);
        add("Arabic mark", QStringLiteral("a\u061C"), 0, 0, 0, 1);
        add("joined emoji", QStringLiteral("\U0001F468\u200D\U0001F469"), 0, 0, 0, 0);
        add("dash", QStringLiteral("a \u2013 b \u20AC"), 0, 0, 0, 0);
        add("cut at the end", QStringLiteral("a\u00E2"), 0, 0, 0, 0);
    }

    void remarks()
    {
        QFETCH(QString, cell);
        const QByteArray bytes = cell.toUtf8();
        tabular::ColumnProfiler profiler;
        for (qint64 row = 3; row < 6; ++row)
            profiler.add({bytes.constData(), static_cast<size_t>(bytes.size())}, row);
        QFETCH(int, formula);
        QFETCH(int, longNumber);
        QFETCH(int, leadingZero);
        QFETCH(int, invisible);
        const std::array expected{formula, longNumber, leadingZero, invisible};
        for (size_t kind = 0; kind < expected.size(); ++kind) {
            QCOMPARE(profiler.remarks()[kind].count, expected[kind] * 3);
            QCOMPARE(profiler.remarks()[kind].firstRow, expected[kind] * 3);
        }
    }

    void whatStandsBehindACellIsNotPartOfItsHash()
    {
        QRandomGenerator random(1);
        QSet<quint64> hashes;
        for (int size = 0; size <= 100; ++size) {
            QByteArray cell(size, '\0');
            std::generate(cell.begin(), cell.end(), [&random] { return static_cast<char>(random.bounded(256)); });
            const quint64 alone = tabular::hashOf({cell.constData(), static_cast<size_t>(size)});
            for (const char behind : {'\0', 'a', '\xFF'}) {
                const QByteArray more = cell + QByteArray(tabular::hashPadding, behind);
                QCOMPARE(tabular::hashOfPadded(more.constData(), static_cast<size_t>(size)), alone);
            }
            hashes << alone;
        }
        QCOMPARE(hashes.size(), 101);
    }

    void isoDatesAreReadAsAnyOtherDate()
    {
        static const QList<QByteArray> starts{"2024-02-29",          "1999-12-31T23:59",    "2023-01-01 00:00",
                                              "2024-05-06T07:08:09", "2100-10-20 10:20:30", "2025-07-31T12:34:56Z"};
        QRandomGenerator random(2);
        int read = 0;
        for (int round = 0; round < 30'000; ++round) {
            QByteArray text = starts.at(round % starts.size());
            for (int change = round < starts.size() ? 0 : random.bounded(1, 4); change > 0; --change)
                text[random.bounded(static_cast<int>(text.size()))] = "0123456789-:T Z./\xF0"[random.bounded(18)];
            const std::string_view view(text.constData(), static_cast<size_t>(text.size()));
            const auto iso = tabular::readIsoDate(view);
            QVERIFY(iso || round >= starts.size());
            if (!iso)
                continue;
            const auto any = tabular::readDate(view);
            QVERIFY2(any, text.constData());
            QCOMPARE(iso->detail, any->detail);
            QCOMPARE(iso->zoneMinutes, any->zoneMinutes);
            QVERIFY2(iso->value == any->value, text.constData());
            ++read;
        }
        QVERIFY(read > 1'000);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestColumnProfile)
#include "tst_column_profile.moc"
