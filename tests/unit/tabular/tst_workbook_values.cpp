#include "tabular/workbook/EscapedText.h"
#include "tabular/workbook/NumberFormat.h"
#include "tabular/workbook/NumberText.h"
#include "tabular/workbook/OdsValues.h"
#include "tabular/workbook/Relationships.h"
#include "tabular/workbook/SerialDate.h"
#include "tabular/workbook/SheetLines.h"
#include "tests/support/TestMain.h"

#include <QDate>
#include <QRandomGenerator>

#include <cstring>

using tabular::DateSystem;
using tabular::NumberFormat;
using tabular::NumberShape;

class TestWorkbookValues final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void storedNumbers_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("shown"); // empty: no number
        QTest::addColumn<int>("digits");
        const auto row = [](const char *stored, const char *shown, int digits) {
            QTest::newRow(*stored ? stored : "nothing") << QByteArray(stored) << QByteArray(shown) << digits;
        };
        row("0", "0", 1);
        row("-0", "0", 1);
        row("0.0", "0", 1);
        row("007", "7", 1);
        row("+5", "5", 1);
        row("5.", "5", 1);
        row(".5", "0.5", 1);
        row("5.50", "5.5", 2);
        row("-12.25", "-12.25", 4);
        row("123456789012345", "123456789012345", 15);
        row("12345678901234567890", "12345678901234567890", 20);
        row("-1234567890123456", "-1234567890123456", 16);
        row("0.30000000000000004", "0.30000000000000004", 17);
        row("0.29999999999999999", "0.3", 1);
        row("33.333333333333336", "33.333333333333336", 17);
        row("1E-7", "0.0000001", 1);
        row("1e-8", "1e-08", 1);
        row("1.5e20", "150000000000000000000", 21);
        row("1e21", "1e+21", 1);
        row("4.9e-324", "5e-324", 1);
        row("1.7976931348623157e308", "1.7976931348623157e+308", 17);
        for (const char *none :
             {"", "-", ".", "e5", "1e", "1e+", "1,5", "1.5.2", "0x10", "inf", "nan", "1 2", "--1", "1e999"})
            row(none, "", 0);
    }
    void storedNumbers()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, shown);
        QFETCH(int, digits);
        std::string out = "|";
        QCOMPARE(tabular::appendStoredNumber(out, stored.toStdString()), digits);
        QCOMPARE(QByteArray::fromStdString(out), "|" + shown);
        QCOMPARE(tabular::parseNumber(stored.toStdString()).has_value(), digits > 0);
    }

    /// Identifiers that a spreadsheet has cut, and not what its calculations leave behind a point.
    void lostDigits_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<bool>("loses");
        const auto row = [](const char *stored, bool loses) { QTest::newRow(stored) << QByteArray(stored) << loses; };
        row("123456789012345", false);
        row("1234567890123456", true);
        row("-1234567890123456", true);
        row("12345678901234567890", true);
        row("1.2345678901234501E+18", true);
        row("1.2345678901234567e+25", true);
        row("0.30000000000000004", false);
        row("871806.0600000001", false);
        row("1234567890123456.5", false);
        row("1.2345678901234567e-9", false);
        row("1e300", false);
    }
    void lostDigits()
    {
        QFETCH(QByteArray, stored);
        std::string written;
        const int digits = tabular::appendStoredNumber(written, stored.toStdString());
        QTEST(tabular::losesDigits(written, digits), "loses");
    }

    void shownNumbersReadBackAsThemselves()
    {
        QRandomGenerator random(7);
        for (int i = 0; i < 50'000; ++i) {
            const quint64 bits = random.generate64();
            double value = 0;
            std::memcpy(&value, &bits, sizeof value);
            if (i % 2 == 0)
                value = static_cast<double>(static_cast<qint64>(bits) / 1'000'000) / 1'000;
            if (!qIsFinite(value))
                continue;
            std::string out;
            tabular::appendNumber(out, value);
            const auto back = tabular::parseNumber(out);
            QVERIFY2(back && *back == value, out.c_str());
        }
    }

    void formatCodes_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<NumberShape>("shape");
        const auto row = [](const char *code, NumberShape shape) { QTest::newRow(code) << QByteArray(code) << shape; };
        for (const char *code :
             {"General", "0",      "#,##0.00",  "0%",        "0.00E+00", "##0.0E-0",      "# ?/?",
              "@",       "[Red]0", "0;[Red]-0", "\"day\" 0", "\\d0",     "0\\ \"years\"", "[$\xE2\x82\xAC-407] 0.00",
              "_-* 0",   "_d0",    "*y0",       "[>100]0",   "[$-409]0", "0;yyyy",        "",
              "[",       "[h",     "\"d",       "\\",        "GENERAL",  "Standard",      "[Magenta]0"})
            row(code, NumberShape::Number);
        for (const char *code :
             {"yyyy-mm-dd", "d/m/yy", "mmm-yy", "mmmm", "mm", "dddd", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
              "[$-411]ge.m.d", "bbbb", "[Red]dd.mm.yyyy;@", "YYYY", "d. mmm", "yyyy\"h\"mm"})
            row(code, NumberShape::Date);
        for (const char *code : {"d/m/yy h:mm", "yyyy-mm-dd\"T\"hh:mm:ss", "d h", "m/d/yyyy h:mm AM/PM", "dd/mm hh"})
            row(code, NumberShape::DateTime);
        for (const char *code : {"h:mm", "hh:mm:ss", "mm:ss.0", "h AM/PM", "h:mm a/p", "s"})
            row(code, NumberShape::Time);
        for (const char *code : {"[h]:mm", "[hh]:mm:ss", "[mm]:ss", "[s]", "[Red][H]:mm"})
            row(code, NumberShape::Elapsed);
    }
    void formatCodes()
    {
        QFETCH(QByteArray, code);
        QFETCH(NumberShape, shape);
        QCOMPARE(tabular::formatOf(code.toStdString()).shape, shape);
    }

    void builtInFormats()
    {
        QMap<NumberShape, QList<int>> ids;
        for (int id = 0; id < 170; ++id)
            ids[tabular::builtInFormat(id).shape] += id;
        QCOMPARE(ids[NumberShape::Date],
                 (QList<int>{14, 15, 16, 17, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58}));
        QCOMPARE(ids[NumberShape::Time], (QList<int>{18, 19, 20, 21, 32, 33, 45, 47}));
        QCOMPARE(ids[NumberShape::DateTime], (QList<int>{22}));
        QCOMPARE(ids[NumberShape::Elapsed], (QList<int>{46}));
        QCOMPARE(ids[NumberShape::DateOrTime], (QList<int>{34, 35, 55, 56}));
    }

    void serials_data()
    {
        QTest::addColumn<double>("serial");
        QTest::addColumn<NumberShape>("shape");
        QTest::addColumn<bool>("from1904");
        QTest::addColumn<QByteArray>("text"); // empty: no such date
        const auto row = [](const char *name, double serial, NumberShape shape, const char *text,
                            bool from1904 = false) {
            QTest::newRow(name) << serial << shape << from1904 << QByteArray(text);
        };
        row("day one", 1, NumberShape::Date, "1900-01-01");
        row("day zero", 0.5, NumberShape::DateTime, "");
        row("false leap day", 60.5, NumberShape::DateTime, "");
        row("leap day", 36'585, NumberShape::Date, "2000-02-29");
        row("negative", -0.5, NumberShape::Time, "");
        row("just before midnight", 45'351.999'994, NumberShape::DateTime, "2024-02-29T23:59:59");
        row("rounds into the next day", 45'351.999'999, NumberShape::DateTime, "2024-03-01T00:00:00");
        row("last moment", 2'958'465.999, NumberShape::DateTime, "9999-12-31T23:58:34");
        row("rounds beyond the last day", 2'958'465.999'999, NumberShape::DateTime, "");
        row("beyond", 2'958'466, NumberShape::Date, "");
        row("not a number", qQNaN(), NumberShape::Date, "");
        row("infinite", qInf(), NumberShape::Elapsed, "");
        row("time of a day", 45'351.75, NumberShape::Time, "18:00:00");
        row("elapsed days", 10.25, NumberShape::Elapsed, "246:00:00");
        row("either is a time", 0.25, NumberShape::DateOrTime, "06:00:00");
        row("either is a date", 45'351, NumberShape::DateOrTime, "2024-02-29");
        row("1904, day zero", 0, NumberShape::Date, "1904-01-01", true);
        row("1904, day 60", 60, NumberShape::Date, "1904-03-01", true);
        row("1904, last day", 2'957'003, NumberShape::Date, "9999-12-31", true);
        row("1904, beyond", 2'957'004, NumberShape::Date, "", true);
    }
    void serials()
    {
        QFETCH(double, serial);
        QFETCH(NumberShape, shape);
        QFETCH(bool, from1904);
        QFETCH(QByteArray, text);
        std::string out = "|";
        const bool done = tabular::appendSerialDate(out, serial, {shape, false},
                                                    from1904 ? DateSystem::From1904 : DateSystem::From1900);
        QCOMPARE(QByteArray::fromStdString(out), "|" + text);
        QCOMPARE(done, !text.isEmpty());
    }

    void everyDayOfTheCalendarIsRight()
    {
        QDate day(1900, 3, 1);
        for (int serial = 61; serial <= 2'958'465; serial += 97) {
            std::string out;
            QVERIFY(tabular::appendSerialDate(out, serial, {NumberShape::Date, false}, DateSystem::From1900));
            QCOMPARE(QString::fromStdString(out), day.toString(Qt::ISODate));
            day = day.addDays(97);
        }
    }

    void partsOfSecondsAreShownWhereTheFormatShowsThem()
    {
        const NumberFormat format = tabular::formatOf("hh:mm:ss.000");
        QCOMPARE(format, (NumberFormat{NumberShape::Time, true}));
        std::string out;
        QVERIFY(tabular::appendSerialDate(out, 0.25 + 0.125 / 86'400, format, DateSystem::From1900));
        QCOMPARE(QString::fromStdString(out), QStringLiteral("06:00:00.125"));
    }

    void escapes_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("plain");
        QTest::newRow("none") << QByteArray("a_x_b_xy") << QByteArray("a_x_b_xy");
        QTest::newRow("control") << QByteArray("_x0009_") << QByteArray("\t");
        QTest::newRow("two bytes") << QByteArray("_x00e9_") << QByteArray("\xC3\xA9");
        QTest::newRow("three bytes") << QByteArray("_x20AC_") << QByteArray("\xE2\x82\xAC");
        QTest::newRow("pair") << QByteArray("_xD83D__xDE00_!") << QByteArray("\xF0\x9F\x98\x80!");
        QTest::newRow("lone surrogate") << QByteArray("_xD83D_") << QByteArray("_xD83D_");
        QTest::newRow("surrogates the wrong way round") << QByteArray("_xDE00__xD83D_") << QByteArray("_xDE00__xD83D_");
        QTest::newRow("NUL") << QByteArray("_x0000_") << QByteArray("_x0000_");
        QTest::newRow("escaped escape") << QByteArray("_x005F_x0041_") << QByteArray("_x0041_");
        QTest::newRow("cut") << QByteArray("_x004") << QByteArray("_x004");
        QTest::newRow("no hex") << QByteArray("_x00G1_") << QByteArray("_x00G1_");
        QTest::newRow("signs are no hex") << QByteArray("_x-041_") << QByteArray("_x-041_");
    }
    void escapes()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, plain);
        std::string out = text.toStdString();
        tabular::unescapeText(out);
        QCOMPARE(QByteArray::fromStdString(out), plain);
    }

    void odsTimes_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("text"); // empty: none
        QTest::newRow("time") << QByteArray("PT13H45M00S") << QByteArray("13:45:00");
        QTest::newRow("beyond a day") << QByteArray("PT36H15M00S") << QByteArray("36:15:00");
        QTest::newRow("days") << QByteArray("P1DT2H") << QByteArray("26:00:00");
        QTest::newRow("left over from calculating") << QByteArray("PT13H44M59.999999999S") << QByteArray("13:45:00");
        QTest::newRow("parts of a second") << QByteArray("PT0H0M1.25S") << QByteArray("00:00:01.250");
        for (const char *none : {"", "P", "-PT1H", "PT1X", "1H", "P1H", "PT-1H"})
            QTest::newRow(*none ? none : "nothing")
                << QByteArray(none) << QByteArray(std::strcmp(none, "P") == 0 ? "00:00:00" : "");
    }
    void odsTimes()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, text);
        std::string out;
        QCOMPARE(tabular::appendOdsTime(out, stored.toStdString()), !text.isEmpty());
        QCOMPARE(QByteArray::fromStdString(out), text);
    }

    void odsDates_data()
    {
        QTest::addColumn<QByteArray>("stored");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("date") << QByteArray("2024-02-29") << QByteArray("2024-02-29");
        QTest::newRow("date-time") << QByteArray("2024-02-29T13:45:00") << QByteArray("2024-02-29T13:45:00");
        QTest::newRow("zeros") << QByteArray("2024-02-29T13:45:00.000000000") << QByteArray("2024-02-29T13:45:00");
        QTest::newRow("left over") << QByteArray("2024-02-29T23:59:59.999999998") << QByteArray("2024-03-01T00:00:00");
        QTest::newRow("milliseconds") << QByteArray("2024-02-29T13:45:00.25") << QByteArray("2024-02-29T13:45:00.250");
        QTest::newRow("before our era") << QByteArray("-0044-03-15") << QByteArray("-0044-03-15");
        QTest::newRow("none") << QByteArray("soon.5") << QByteArray("soon.5");
    }
    void odsDates()
    {
        QFETCH(QByteArray, stored);
        QFETCH(QByteArray, text);
        std::string out;
        tabular::appendOdsDate(out, stored.toStdString());
        QCOMPARE(QByteArray::fromStdString(out), text);
    }

    void targetsOfLinks()
    {
        const QString part = QStringLiteral("xl/workbook.xml");
        QCOMPARE(tabular::resolvedTarget(part, "worksheets/a.xml"), QStringLiteral("xl/worksheets/a.xml"));
        QCOMPARE(tabular::resolvedTarget(part, "/xl/a.xml"), QStringLiteral("xl/a.xml"));
        QCOMPARE(tabular::resolvedTarget(part, "./../xl/./a.xml"), QStringLiteral("xl/a.xml"));
        QCOMPARE(tabular::resolvedTarget(part, "../../../etc/a.xml"), QStringLiteral("etc/a.xml"));
        QCOMPARE(tabular::resolvedTarget({}, "xl\\a.xml"), QStringLiteral("xl/a.xml"));
    }

    void recordsKnowTheirRows()
    {
        tabular::SheetLines lines;
        QCOMPARE(lines.rowOf(1), 0);
        for (const qint64 row : {1, 2, 5, 6, 7, 1'048'576})
            lines.append(row);
        QList<qint64> rows;
        for (qint64 record = 1; record <= lines.records(); ++record)
            rows += lines.rowOf(record);
        QCOMPARE(rows, (QList<qint64>{1, 2, 5, 6, 7, 1'048'576}));
        QCOMPARE(lines.rowOf(0), 0);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestWorkbookValues)
#include "tst_workbook_values.moc"
