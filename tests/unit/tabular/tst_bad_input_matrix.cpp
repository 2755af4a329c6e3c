#include "tabular/PartWriter.h"
#include "tabular/TableSplit.h"
#include "tabular/TableSummary.h"
#include "tabular/opening/Glance.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "tests/unit/tabular/WorkbookBuilder.h"

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using base::ErrorCode;
using Kind = tabular::TableFinding::Kind;

namespace {

/// What must become of an input: an error of the glance or of the summary, or a table with these facts.
struct Outcome final {
    std::optional<ErrorCode> error;
    QString found; ///< "found" of the error, if it matters
    QStringList header;
    qint64 rows = -1;
    QStringList firstRow; ///< not looked at when empty
    std::optional<Kind> finding;
    std::optional<ErrorCode> notSent = {}; ///< why no part is written of it
};

Outcome fails(ErrorCode code, const char *found = "")
{
    Outcome outcome;
    outcome.error = code;
    outcome.found = QString::fromUtf8(found);
    return outcome;
}

Outcome table(const QStringList &header, qint64 rows, const QStringList &firstRow = {},
              std::optional<Kind> finding = {})
{
    Outcome outcome;
    outcome.header = header;
    outcome.rows = rows;
    outcome.firstRow = firstRow;
    outcome.finding = finding;
    return outcome;
}

Outcome undecided(const QStringList &header, qint64 rows)
{
    Outcome outcome = table(header, rows, {}, Kind::InvalidBytes);
    outcome.notSent = ErrorCode::TableBytesUndecodable;
    return outcome;
}

Outcome notSent(ErrorCode why, Outcome outcome)
{
    outcome.notSent = why;
    return outcome;
}

QByteArray utf16(const char *text, bool bigEndian, bool mark)
{
    QByteArray bytes = mark ? QByteArray(bigEndian ? "\xFE\xFF" : "\xFF\xFE") : QByteArray();
    for (const char *c = text; *c; ++c)
        bytes += bigEndian ? QByteArray(1, '\0') + *c : QByteArray(1, *c) + '\0';
    return bytes;
}

QByteArray utf32(const char *text, bool bigEndian = false)
{
    QByteArray bytes(bigEndian ? "\0\0\xFE\xFF" : "\xFF\xFE\0\0", 4);
    for (const char *c = text; *c; ++c)
        bytes += bigEndian ? QByteArray(3, '\0') + *c : QByteArray(1, *c) + QByteArray(3, '\0');
    return bytes;
}

QStringList headerOf(const tabular::TableSummary &summary)
{
    QStringList names;
    for (const auto &column : summary.columns)
        names << column.header;
    return names;
}

bool holds(const tabular::TableSummary &summary, Kind kind)
{
    return std::any_of(summary.findings.begin(), summary.findings.end(),
                       [kind](const auto &finding) { return finding.kind == kind; });
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
}

base::Result<tabular::TableSummary> openIt(const QString &path)
{
    const auto glance = tabular::glanceAt(path, u"windows-1252", {});
    if (!glance.ok())
        return glance.error();
    return tabular::summarise(glance->source, {});
}

} // namespace

Q_DECLARE_METATYPE(Outcome)

/// The matrix of bad input, a row of it (or a case of a row) each: the file on the disk, a glance, the summary, and whether
/// it may be sent.
class TestBadInputMatrix final : public QObject {
    Q_OBJECT
private:
    static void add(const char *title, const QByteArray &content, const Outcome &outcome)
    {
        QTest::newRow(title) << content << outcome;
    }

    static void addEncodings()
    {
        const QStringList names{"Name", "City"};
        add("0 bytes", "", fails(ErrorCode::TableEmpty));
        add("only BOM", "\xEF\xBB\xBF", fails(ErrorCode::TableEmpty));
        add("only blank lines", "\n\r\n\n", fails(ErrorCode::TableEmpty));
        add("only BOM of UTF-16", "\xFF\xFE", fails(ErrorCode::TableEmpty));
        const auto noRows = ErrorCode::TableHasNoRows;
        add("header only", "Name,City\n", notSent(noRows, table(names, 0)));
        add("header only, of 1 column", "Name", notSent(noRows, table({"Name"}, 0)));
        add("only sep= line", "sep=;\n", fails(ErrorCode::TableEmpty));
        add("UTF-8 BOM", "\xEF\xBB\xBFName,City\nA,B\n", table(names, 1, {"A", "B"}));
        add("UTF-16 LE with BOM", utf16("Name,City\nA,B\n", false, true), table(names, 1, {"A", "B"}));
        add("UTF-16 BE with BOM", utf16("Name,City\nA,B\n", true, true), table(names, 1, {"A", "B"}));
        add("UTF-16 with an odd byte count", utf16("Name,City\nA,B\n", false, true) + 'x', undecided(names, 2));
        add("UTF-16 BE with an odd byte count", utf16("Name,City\nA,B\n", true, true) + '\0', undecided(names, 2));
        add("UTF-16 without BOM", utf16("Name,City\nA,B\n", false, false), table(names, 1, {"A", "B"}));
        add("UTF-32 BOM", utf32("Name,City\nA,B\n"), table(names, 1, {"A", "B"}));
        add("UTF-32 BOM, big-endian", utf32("Name,City\nA,B\n", true), table(names, 1, {"A", "B"}));
        const auto zeros = ErrorCode::TableHoldsZeroBytes;
        add("NUL bytes in text", QByteArray("Name,City\nA\0,B\n", 15),
            notSent(zeros, table(names, 1, {}, Kind::NulByte)));
        add("NUL bytes in the header", QByteArray("Name\0,City\nA,B\n", 15),
            notSent(zeros, table({QStringLiteral("Name") + QChar(0), "City"}, 1, {}, Kind::NulByte)));
        const QByteArray utf8 = "Name,City\n" + QByteArray("J\xC3\xBCrgen,K\xC3\xB6ln\n").repeated(50);
        add("invalid UTF-8", utf8 + "M\xE9,B\n", undecided(names, 51));
        add("mixed encodings in one file", utf8 + "J\xFCrgen,K\xF6ln\n", undecided(names, 51));
        add("Latin-1", "Name,City\nJ\xFCrgen,K\xF6ln\n",
            table(names, 1, {QString::fromUtf8("J\xC3\xBCrgen"), QString::fromUtf8("K\xC3\xB6ln")}));
        add("lone surrogates = invalid", utf8 + "\xED\xA0\x80,B\n", undecided(names, 51));
        add("surrogates in pairs (CESU-8)", utf8 + "\xED\xA0\xBD\xED\xB8\x80,B\n", undecided(names, 51));
        add("overlong UTF-8, 2 bytes", utf8 + "\xC0\xAF,B\n", undecided(names, 51));
        add("overlong UTF-8, 3 bytes", utf8 + "\xE0\x80\xAF,B\n", undecided(names, 51));
        add("beyond U+10FFFF", utf8 + "\xF4\x90\x80\x80,B\n", undecided(names, 51));
        add("emoji", "Name,City\n\xF0\x9F\x98\x80,B\n", table(names, 1, {QString::fromUtf8("\xF0\x9F\x98\x80"), "B"}));
        add("combining", "Name,City\ne\xCC\x81,B\n", table(names, 1, {QString::fromUtf8("e\xCC\x81"), "B"}));
    }

    static void addLinesAndQuotes()
    {
        const QStringList names{"Name", "City"};
        add("CR-only", "Name,City\rA,B\rC,D\r", table(names, 2, {"A", "B"}));
        add("CRLF", "Name,City\r\nA,B\r\nC,D\r\n", table(names, 2, {"A", "B"}));
        add("mixed line ends", "Name,City\nA,B\r\nC,D\rE,F", table(names, 3, {"A", "B"}));
        add("LS, VT and FF inside are data", "Name,City\nA\xE2\x80\xA8\x0B,B\x0C\n",
            table(names, 1, {QStringLiteral("A") + QChar(0x2028) + QChar(0x0B), QStringLiteral("B\f")}));
        add("no final newline", "Name,City\nA,B", table(names, 1, {"A", "B"}));
        add("many final newlines", "Name,City\nA,B\n\n\n\n", table(names, 1, {"A", "B"}));
        add("lone quote in an unquoted field", "Name,City\n5\" disk,B\nC,D\n",
            table(names, 2, {"5\" disk", "B"}, Kind::LoneQuote));
        add("CR-only with quotes", "Name,City\rA,\"x\ry\"\rC,\"D\"\r", table(names, 2, {"A", "x\ry"}));
        add("many blank lines between", "Name,City\n\nA,B\n\n\nC,D\n", table(names, 2, {"A", "B"}));
        add("text after a closing quote", "Name,City\n\"A\"x,B\nC,D\n", fails(ErrorCode::TableQuoteNotClosed));
        add("blank after a closing quote", "Name,City\n\"A\" ,B\nC,D\n", fails(ErrorCode::TableQuoteNotClosed));
        add("missing closing quote, 1,001 lines", "Name,City\n\"" + QByteArray("A,B\n").repeated(1'001) + "\"\n",
            fails(ErrorCode::TableQuoteNotClosed));
        add("missing closing quote, beyond 1 MiB", "Name,City\n\"" + QByteArray(1024 * 1024 + 1, 'x') + "\"\n",
            fails(ErrorCode::TableQuoteNotClosed));
        add("missing closing quote", "Name,City\n\"A\",B\n\"C,D\n", fails(ErrorCode::TableQuoteNotClosed));
        add("escaped \"\"", "Name,City\n\"A \"\"B\"\"\",C\n", table(names, 1, {"A \"B\"", "C"}));
        add("escaped \\\"", "Name,City\n\"A \\\"B\\\", x\",C\n\"D \\\"E\\\"\",F\n",
            table(names, 2, {"A \"B\", x", "C"}));
        add("newline in quotes", "Name,City\n\"A\nB\",C\n", table(names, 1, {"A\nB", "C"}));
    }

    static void addDelimiters()
    {
        const QStringList names{"Name", "City"};
        for (const char *delimiter : {",", ";", "\t", "|", ":", "||"}) {
            const QByteArray sign(delimiter);
            const QByteArray text = "Name" + sign + "City\nA" + sign + "B\nC" + sign + "D\n";
            add(("delimiter " + sign).constData(), text, table(names, 2, {"A", "B"}));
        }
        add("delimiter sign inside header names", "\"Name, first\",City\nA,B\n", table({"Name, first", "City"}, 1));
        add("sep=; first line", "sep=;\nName;City\nA,5;B\n", table(names, 1, {"A,5", "B"}));
        add("sep=; with BOM", "\xEF\xBB\xBFsep=;\r\nName;City\r\nA,5;B\r\n", table(names, 1, {"A,5", "B"}));
        add("semicolons and decimal commas", "Name;Sum;Tax\nA;1,5;0,3\nB;2,75;0,1\n",
            table({"Name", "Sum", "Tax"}, 2, {"A", "1,5", "0,3"}));
        add("tabs, and commas in cells", "Name\tCity\nA, B\tC\nD, E\tF\n", table(names, 2, {"A, B", "C"}));
        add("sep=: first line", "sep=:\nName:City\nA,5:B\n", table(names, 1, {"A,5", "B"}));
        add("duplicate header names", "Name,Name\nA,B\n", table({"Name", "Name (2)"}, 1, {}, Kind::HeaderRepeated));
        add("one header name three times", "Name,Name,Name\nA,B,C\n",
            table({"Name", "Name (2)", "Name (3)"}, 1, {"A", "B", "C"}, Kind::HeaderRepeated));
        add("a number in use already", "Name,Name,Name (2)\nA,B,C\n",
            table({"Name", "Name (3)", "Name (2)"}, 1, {}, Kind::HeaderRepeated));
        const QByteArray longName(300, 'N');
        add("header names longer than 255", longName + ",City\nA,B\n",
            table({QString::fromLatin1(longName), "City"}, 1, {"A", "B"}));
        add("empty header names", "Name,\nA,B\n", table({"Name", "Column 2"}, 1, {}, Kind::HeaderMissing));
        add("header not first row", "Report of May\n\nName;Age\nA;1\nB;2\n", table({"Name", "Age"}, 2, {"A", "1"}));
        add("comments", "# made by hand\nName,Age\nA,1\n# end\nB,2\n", table({"Name", "Age"}, 2, {"A", "1"}));
        add("ragged rows, short", "Name,City\nA,B\nC\n", table(names, 2, {}, Kind::ShortRow));
        add("ragged rows, long", "Name,City\nA,B\nC,D,E\n",
            notSent(ErrorCode::TableRowTooLong, table(names, 1, {"A", "B"}, Kind::LongRow)));
        add("ragged rows, long by blanks", "Name,City\nA,B\nC,D, ,\n", table(names, 2));
        add("ragged rows, long, no header row", "1,2\n3,4\n5,6,7\n", table({"Column 1", "Column 2", "Column 3"}, 3));
        add("1-column file", "Name\nA\nB\n", table({"Name"}, 2, {"A"}));
    }

    static void addSizesAndValues()
    {
        add("single field beyond the cap", "Name\n" + QByteArray(2 * 1024 * 1024, 'x'),
            fails(ErrorCode::TableCellTooLong));
        add("very long line without newline", QByteArray(2 * 1024 * 1024, 'x'), fails(ErrorCode::TableCellTooLong));
        QStringList names;
        for (int column = 1; column <= 10'000; ++column)
            names << QStringLiteral("a column with a longer name, number %1").arg(column);
        const QByteArray header = '"' + names.join(QStringLiteral("\",\"")).toUtf8() + "\"\n";
        add("10,000 columns", header + QByteArray("1,").repeated(9'999) + "1\n", table(names, 1));
        add("16,384 columns", QByteArray("1,").repeated(16'383) + "1\n" + QByteArray("2,").repeated(16'383) + "2\n",
            table({}, 2));
        add("16,385 columns", QByteArray("a,").repeated(16'384) + "1\n", fails(ErrorCode::TableTooManyColumns));
        add("10^5 columns", QByteArray("name,").repeated(100'000) + "\n", fails(ErrorCode::TableTooManyColumns));
        add("numbers with locale, 20-digit ids, dates, 1E5", "a;b;c;d\n1.234,5;12345678901234567890;02.03.2024;1E5\n",
            table({"a", "b", "c", "d"}, 1, {"1.234,5", "12345678901234567890", "02.03.2024", "1E5"}, Kind::LongNumber));
        add("leading zeros", "Name,Zip\nA,007\n", table({"Name", "Zip"}, 1, {"A", "007"}, Kind::LeadingZero));
        add("formula starts, DDE", "Name,City\n=cmd|' /C calc'!A0,B\n",
            table({"Name", "City"}, 1, {"=cmd|' /C calc'!A0", "B"}, Kind::FormulaStart));
        for (const char *sign :
             {"=", "+", "-", "@", "\t=", "\xEF\xBC\x9D", "\xEF\xBC\x8B", "\xEF\xBC\x8D", "\xEF\xBC\xA0"})
            add(("formula starts " + QByteArray(sign)).constData(), "Name,City\n" + QByteArray(sign) + "SUM(A1),B\n",
                table({"Name", "City"}, 1, {QString::fromUtf8(sign) + "SUM(A1)", "B"}, Kind::FormulaStart));
        add("formula starts with CR", "Name,City\n\"\r=SUM(A1)\",B\n",
            table({"Name", "City"}, 1, {"\r=SUM(A1)", "B"}, Kind::FormulaStart));
        add("bidi, zero-width", "Name,City\nA\xE2\x80\xAE,B\n", table({"Name", "City"}, 1, {}, Kind::InvisibleMark));
        add("HTML/script", "Name,City\n<script>x</script>,B\n",
            table({"Name", "City"}, 1, {"<script>x</script>", "B"}));
    }

    static void addOtherKinds()
    {
        const QByteArray csv = "Name,City\nA,B\n";
        const QByteArray cells = R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>)"
                                 R"(<row r="2"><c r="A2" t="inlineStr"><is><t>A</t></is></c></row>)";
        const QByteArray book = books::xlsxOf(cells).zip();
        add(".csv that is really XLSX", book, table({"Name"}, 1, {"A"}));
        add(".csv that is really HTML", "<!DOCTYPE html><html></html>", fails(ErrorCode::TableNotText, "HTML"));
        add(".csv that is really XML", "<?xml version=\"1.0\"?><a/>", fails(ErrorCode::TableNotText, "XML"));
        add(".csv that is really PDF", "%PDF-1.7\n", fails(ErrorCode::TableKindUnsupported, "PDF"));
        add(".csv that is really XLS", archives::ole({"Workbook"}), fails(ErrorCode::TableKindUnsupported, "XLS"));
        add("password-protected", archives::ole({"EncryptedPackage"}), fails(ErrorCode::WorkbookEncrypted));
        add("gz containing CSV", archives::gzip(csv), table({"Name", "City"}, 1, {"A", "B"}));
        add("zip containing CSV", archives::zip({{"people.csv", csv}}), table({"Name", "City"}, 1, {"A", "B"}));
        add("zip containing XLSX", archives::zip({{"people.xlsx", book}}), table({"Name"}, 1, {"A"}));
        add("gz in zip", archives::zip({{"people.csv", archives::gzip(csv)}}), table({"Name", "City"}, 1, {"A", "B"}));
        add("gz with zeros behind it", archives::gzip(csv) + QByteArray(512, '\0'),
            table({"Name", "City"}, 1, {"A", "B"}));
        add("gz with garbage behind it", archives::gzip(csv) + "garbage", fails(ErrorCode::ZipUnreadable));
        add("zip in zip", archives::zip({{"inner.zip", archives::zip({{"people.csv", csv}})}}),
            fails(ErrorCode::ArchiveHoldsNoTable));
        add("zip with a folder of macOS",
            archives::zip({{"people.csv", csv}, {"__MACOSX/._people.csv", "\x05\x16\x07"}, {".DS_Store", "x"}}),
            table({"Name", "City"}, 1, {"A", "B"}));
        add("zip that is encrypted", archives::zip({{"people.csv", csv}}, "secret"),
            fails(ErrorCode::TableKindUnsupported, "Encrypted ZIP"));
        add("zip of several", archives::zip({{"a.csv", csv}, {"b.csv", csv}}), fails(ErrorCode::ArchiveHoldsSeveral));
        add("zip of none", archives::zip({{"a.png", csv}}), fails(ErrorCode::ArchiveHoldsNoTable));
        add("zip cut off", archives::zip({{"a.csv", csv}}).chopped(30), fails(ErrorCode::ZipUnreadable));
        add("gz cut off", archives::gzip(csv).chopped(4), fails(ErrorCode::ZipUnreadable));
    }

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void inputs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Outcome>("outcome");
        addEncodings();
        addLinesAndQuotes();
        addDelimiters();
        addSizesAndValues();
        addOtherKinds();
    }

    void inputs()
    {
        QFETCH(QByteArray, content);
        QFETCH(Outcome, outcome);
        const Files files;
        const QString path = files.write("input.csv", content);
        const auto summary = openIt(path);
        if (outcome.error) {
            QVERIFY(!summary.ok());
            QCOMPARE(summary.error().code, *outcome.error);
            QCOMPARE(summary.error().context.value("file").toString(), path);
            if (!outcome.found.isEmpty())
                QCOMPARE(summary.error().context.value("found").toString(), outcome.found);
            return;
        }
        QVERIFY2(summary.ok(), summary.ok() ? "" : base::name(summary.error().code));
        if (!outcome.header.isEmpty())
            QCOMPARE(headerOf(*summary), outcome.header);
        QCOMPARE(summary->rows, outcome.rows);
        if (!outcome.firstRow.isEmpty())
            QCOMPARE(summary->firstRows.at(0), outcome.firstRow);
        if (outcome.finding)
            QVERIFY(holds(*summary, *outcome.finding));
        const auto part = tabular::writePart(summary->source, files.path("part.zip"), {.columns = 16'384}, {});
        QCOMPARE(part.ok(), !outcome.notSent);
        if (outcome.notSent == ErrorCode::TableBytesUndecodable)
            QVERIFY(part.error().code == *outcome.notSent || part.error().code == ErrorCode::TableNotUtf8);
        else if (outcome.notSent)
            QCOMPARE(part.error().code, *outcome.notSent);
        QCOMPARE(QFile::exists(files.path("part.zip")), part.ok());
    }

    /// Nothing is guessed silently: where two readings are possible the user is asked.
    void whatIsOnlyGuessedIsAsked_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("unsure");
        QTest::newRow("UTF-16 without BOM") << utf16("Name,City\nA,B\n", false, false) << "encoding";
        QTest::newRow("Latin-1") << QByteArray("Name,City\nJ\xFCrgen,K\xF6ln\n") << "encoding";
        QTest::newRow("backslash") << QByteArray("Name,City\n\"A \\\"B\\\"\",C\n\"D \\\"E\\\"\",F\n") << "quote";
        QTest::newRow("header of text above text") << QByteArray("Name,City\nA,B\nC,D\n") << "header";
    }
    void whatIsOnlyGuessedIsAsked()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, unsure);
        const Files files;
        const auto glance = tabular::glanceAt(files.write("people.csv", content), u"windows-1252", {});
        QVERIFY(glance.ok());
        QCOMPARE(glance->encoding->sure, unsure != "encoding");
        if (unsure == "quote")
            QVERIFY(!glance->dialect->quoteSure);
        if (unsure == "header")
            QVERIFY(!glance->header->sure);
    }

    /// Words with characters beyond ASCII show what each encoding makes of them.
    void latin1ThatIsValidUtf8ByChanceShowsItsWords()
    {
        const Files files;
        const auto glance =
            tabular::glanceAt(files.write("people.csv", "Name,City\n\xC3\xBC\x62\x65r,B\n"), u"windows-1252", {});
        const auto &candidates = glance->encoding->candidates;
        QVERIFY(candidates.size() > 1);
        QCOMPARE(candidates[0].words, QStringList{QString::fromUtf8("\xC3\xBC\x62\x65r")});
        const bool other = std::any_of(candidates.begin(), candidates.end(), [](const auto &candidate) {
            return candidate.words.contains(QString::fromUtf8("\xC3\x83\xC2\xBC\x62\x65r"));
        });
        QVERIFY(other);
    }

    void theNameOfAFileDoesNotCount_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Outcome>("outcome");
        add("people.xlsx", "Name,City\nA,B\n", table({"Name", "City"}, 1, {"A", "B"}));
        add("people.xls", "<html><table><tr><td>Name</td></tr></table></html>", fails(ErrorCode::TableNotText, "HTML"));
        add("table.xls", "<table><tr><td>Name</td></tr></table>", fails(ErrorCode::TableNotText, "HTML"));
        add("~$people.xlsx", QByteArray("\x05Karla", 6) + QByteArray(49, ' ') + QByteArray(110, '\0'),
            fails(ErrorCode::TableKindUnsupported));
        add("people.gz", "Name,City\nA,B\n", table({"Name", "City"}, 1, {"A", "B"}));
        add("people", "Name,City\nA,B\n", table({"Name", "City"}, 1, {"A", "B"}));
    }
    void theNameOfAFileDoesNotCount()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const Outcome, outcome);
        const Files files;
        const auto summary = openIt(files.write(QString::fromLatin1(QTest::currentDataTag()), content));
        QCOMPARE(summary.ok(), !outcome.error);
        if (outcome.error)
            QCOMPARE(summary.error().code, *outcome.error);
        else
            QCOMPARE(headerOf(*summary), outcome.header);
    }

    /// The place where a quote was opened is what a person must find; nothing below it is swallowed.
    void anOpenQuoteNamesItsLine()
    {
        const Files files;
        for (const char *rest : {"\"C,D\nE,F\n", "\"C\"x,D\nE,F\n"}) {
            const auto summary = openIt(files.write("people.csv", "Name,City\nA,B\n" + QByteArray(rest)));
            QCOMPARE(summary.error().code, ErrorCode::TableQuoteNotClosed);
            QCOMPARE(summary.error().context.value("line").toInt(), 3);
            QCOMPARE(summary.error().context.value("row").toInt(), 3);
        }
    }

    void rowsInAnotherEncodingAreListedOneByOne()
    {
        const Files files;
        QByteArray text = "Name,City\n";
        for (int row = 2; row <= 100; ++row)
            text += row == 7 || row == 90 ? "J\xFCrgen,K\xF6ln\n" : "J\xC3\xBCrgen,K\xC3\xB6ln\n";
        const auto summary = openIt(files.write("people.csv", text));
        QVERIFY(summary.ok());
        QList<qint64> rows;
        QList<int> columns;
        for (const auto &place : summary->scan->invalid) {
            rows << place.row;
            columns << place.column;
        }
        QCOMPARE(rows, (QList<qint64>{7, 7, 90, 90}));
        QCOMPARE(columns, (QList<int>{1, 2, 1, 2}));
    }

    /// Values may stand in wrong columns there: such rows wait for a decision, and nothing else is shifted by them.
    void longRowsAreNamedAndWaitForADecision()
    {
        const Files files;
        auto source = files.source("Name,City,Age\nA,B,1\nSmith, John,Ulm,2\nC,D,3,,\nE,F,4,x\n");
        const auto asks = tabular::summarise(source, {});
        QCOMPARE(headerOf(*asks), (QStringList{"Name", "City", "Age"}));
        QCOMPARE(asks->rows, 2);
        QCOMPARE(asks->profile->longRows, (std::vector<qint64>{3, 5}));
        QCOMPARE(asks->counts->columns.at(1).counts.keys(), (QStringList{"B", "D"}));
        tabular::PartPlan plan;
        plan.folder = files.path("parts");
        plan.zip = false;
        const auto refused = tabular::splitTable(*asks->opened, asks->profile.get(), plan, {});
        QCOMPARE(refused.error().code, ErrorCode::TableRowTooLong);
        QCOMPARE(refused.error().context.value("row").toInt(), 3);
        QCOMPARE(tabular::writePart(source, files.path("one.zip"), {}, {}).error().code, ErrorCode::TableRowTooLong);

        source.longRows = tabular::LongRows::LeaveOut;
        const auto without = tabular::summarise(source, {});
        const auto parts = tabular::splitTable(*without->opened, without->profile.get(), plan, {});
        QVERIFY(parts.ok());
        QCOMPARE(parts->front().rows, without->rows);
        QCOMPARE(bytesOf(parts->front().path), QByteArray("Name,City,Age\nA,B,1\nC,D,3\n"));
        QCOMPARE(parts->front().source.rowOf(1), 4);
        QCOMPARE(tabular::writePart(source, files.path("one.zip"), {}, {})->rows, 2);

        source.longRows = tabular::LongRows::Widen;
        QCOMPARE(headerOf(*tabular::summarise(source, {})), (QStringList{"Name", "City", "Age", "Column 4"}));
        QCOMPARE(tabular::summarise(source, {})->rows, 4);
    }

    /// The mirror of the case above: in such lines every byte is some character, so nothing fails, and names are garbled.
    void utf8LinesAmongOthersAreListedOneByOne()
    {
        const Files files;
        QByteArray text = "Name,City\n";
        for (int row = 2; row <= 100; ++row)
            text += row == 7 || row == 90 ? "J\xC3\xBCrgen,K\xC3\xB6ln\n" : "J\xFCrgen,K\xF6ln\n";
        const auto asks = openIt(files.write("people.csv", text));
        QVERIFY(asks.ok());
        QCOMPARE(asks->source.dialect.encoding, QStringLiteral("windows-1252"));
        QCOMPARE(asks->opened->utf8Lines().first, (std::vector<qint64>{7, 90}));
        QVERIFY(holds(*asks, Kind::Utf8Line));
        QCOMPARE(asks->opened->decided().error().code, ErrorCode::TableEncodingsMixed);
        QCOMPARE(asks->opened->decided().error().context.value("line").toInt(), 7);
        auto source = asks->source;
        for (const auto choice : {tabular::Utf8Lines::Read, tabular::Utf8Lines::Keep}) {
            source.utf8Lines = choice;
            const auto decided = tabular::summarise(source, {});
            QVERIFY(decided->opened->decided().ok());
            const bool read = choice == tabular::Utf8Lines::Read;
            QCOMPARE(decided->firstRows.at(5).first(), read ? u"J\u00FCrgen" : u"J\u00C3\u00BCrgen");
            QCOMPARE(decided->firstRows.at(6).first(), u"J\u00FCrgen");
        }
    }

    /// Rows with NUL bytes do not go out by default; whoever has invalid bytes replaced has them left out.
    void zeroBytesAreRefusedUntilTheUserHasThemLeftOut()
    {
        const Files files;
        const auto source = files.source(QByteArray("Name,City,Age\nA,B,C\nD\0,E\0\0,F\n", 29));
        const auto table = tabular::OpenedTable::open(source, tabular::InvalidBytes::Refuse, {});
        tabular::PartPlan plan;
        plan.folder = files.path("parts");
        const auto refused = tabular::splitTable(**table, nullptr, plan, {});
        QCOMPARE(refused.error().code, ErrorCode::TableHoldsZeroBytes);
        QCOMPARE(refused.error().context.value("row").toInt(), 3);
        QCOMPARE(refused.error().context.value("file").toString(), source.path);
        QVERIFY(QDir(plan.folder).isEmpty());
        tabular::PartPlan withoutThem = plan;
        withoutThem.columns = {{2, "Age"}};
        QVERIFY(tabular::splitTable(**table, nullptr, withoutThem, {}).ok());
        const auto agreed = tabular::OpenedTable::open(source, tabular::InvalidBytes::Replace, {});
        QCOMPARE((*agreed)->droppedZeros(), 3);
        const auto cleaned = tabular::summarise(*agreed, {});
        QVERIFY(!holds(*cleaned, Kind::NulByte));
        QCOMPARE(cleaned->firstRows.at(1), (QStringList{"D", "E", "F"}));
        QVERIFY(tabular::splitTable(**agreed, nullptr, plan, {}).ok());
    }

    void whatIsNoRegularFileIsRefused()
    {
        const Files files;
        QCOMPARE(openIt(files.path("none.csv")).error().code, ErrorCode::FileNotFound);
        QCOMPARE(openIt(files.path(".")).error().code, ErrorCode::NotARegularFile);
#ifdef Q_OS_UNIX
        QCOMPARE(openIt(QStringLiteral("/dev/zero")).error().code, ErrorCode::NotARegularFile);
        QCOMPARE(::mkfifo(QFile::encodeName(files.path("pipe")).constData(), 0600), 0);
        QCOMPARE(openIt(files.path("pipe")).error().code, ErrorCode::NotARegularFile);
        QVERIFY(QFile::link(files.path("loop"), files.path("loop")));
        QCOMPARE(openIt(files.path("loop")).error().code, ErrorCode::FileNotFound);
#endif
    }

    void namesWithOddCharactersWork()
    {
        const Files files;
        const QString name = QString::fromUtf8("a b\xC3\xBC%20'#;&.csv");
        QCOMPARE(openIt(files.write(name, "Name\nA\n"))->rows, 1);
    }

#ifdef Q_OS_UNIX
    void pathsBeyondTheSystemsLimitAreNoFiles()
    {
        const QString deep = "/tmp/" + QStringLiteral("folder/").repeated(4'700) + "people.csv"; // 32,900 characters
        QCOMPARE(openIt(deep).error().code, ErrorCode::FileNotFound);
        QCOMPARE(openIt("/tmp/" + QString(300, 'n') + ".csv").error().code, ErrorCode::FileNotFound);
    }

    void aFileThatMayNotBeReadIsTold()
    {
        const Files files;
        const QString path = files.write("people.csv", "Name\nA\n");
        QVERIFY(QFile::setPermissions(path, {}));
        const bool mayReadEverything = QFile(path).open(QIODevice::ReadOnly); // as the administrator does
        const auto summary = openIt(path);
        QCOMPARE(summary.ok(), mayReadEverything);
        QVERIFY(mayReadEverything || summary.error().code == ErrorCode::FileUnreadable);
    }
#endif

    void aFileThatGrowsIsSaid()
    {
        const Files files;
        const QString path = files.write("grows.csv", "Name\nA\n");
        const auto summary = openIt(path);
        QVERIFY(summary->opened->unchanged().ok());
        QFile file(path);
        QVERIFY(file.open(QIODevice::Append) && file.write("B\n") == 2);
        file.close();
        QCOMPARE(summary->opened->unchanged().error().code, ErrorCode::FileChanged);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestBadInputMatrix)
#include "tst_bad_input_matrix.moc"
