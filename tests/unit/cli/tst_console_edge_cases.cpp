#include "tests/support/ConsoleProgram.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#endif

using support::ConsoleOutput;
using support::ConsoleProgram;

namespace {

constexpr int usageWrong = 2;
using Table = QList<QStringList>;

QByteArray utf16(const QString &text, bool bigEndian)
{
    QByteArray bytes(bigEndian ? "\xFE\xFF" : "\xFF\xFE");
    for (const QChar c : text) {
        const char high = static_cast<char>(c.unicode() >> 8);
        const char low = static_cast<char>(c.unicode() & 0xFF);
        bytes += bigEndian ? high : low;
        bytes += bigEndian ? low : high;
    }
    return bytes;
}

} // namespace

/// Files as they come from other programs, and what a script reads of them: guesses and all, seen from outside.
class TestConsoleEdgeCases final : public QObject {
    Q_OBJECT
private:
    QString write(const QByteArray &content, const QString &name = QStringLiteral("table.csv")) const
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    [[nodiscard]] ConsoleOutput cells(const QString &file) const
    {
        return m_program.run({QStringLiteral("cells"), file, QStringLiteral("--json"), QStringLiteral("--header"),
                              QStringLiteral("none")});
    }
    [[nodiscard]] QJsonObject inspected(const QByteArray &content) const
    {
        const auto output = m_program.run({QStringLiteral("inspect"), write(content), QStringLiteral("--json")});
        return output.exitCode == 0 && output.err.isEmpty() ? QJsonDocument::fromJson(output.out).object()
                                                            : QJsonObject();
    }
    static bool isOneSentence(const QByteArray &err)
    {
        return ConsoleOutput::lines(err).size() == 1 && err.endsWith(".\n") && !err.contains(". ")
            && !err.contains("(unknown)");
    }
    static void add(const char *name, const QByteArray &content, const Table &table)
    {
        QTest::newRow(name) << content << table;
    }

    static void addQuotes()
    {
        add("a comma in quotes", "a,b\n\"1,5\",2\n", {{"a", "b"}, {"1,5", "2"}});
        add("doubled quotes", "a,b\n\"say \"\"hi\"\"\",2\n", {{"a", "b"}, {"say \"hi\"", "2"}});
        add("nothing but doubled quotes", "a,b\n\"\"\"\"\"\",2\n", {{"a", "b"}, {"\"\"", "2"}});
        add("LF in quotes", "a,b\n\"x\ny\",2\n", {{"a", "b"}, {"x\ny", "2"}});
        add("CRLF in quotes", "a,b\r\n\"x\r\ny\",2\r\n", {{"a", "b"}, {"x\r\ny", "2"}});
        add("quotes around everything", "\"a\",\"b\"\n\"1\",\"2\"\n", {{"a", "b"}, {"1", "2"}});
        add("quotes around nothing", "a,b\n\"\",\"\"\n", {{"a", "b"}, {"", ""}});
        add("a record of quotes around nothing", "a\n\"\"\nb\n", {{"a"}, {""}, {"b"}});
        add("inches", "part,size\ndisk,5\"\ntape,3\" wide\n",
            {{"part", "size"}, {"disk", "5\""}, {"tape", "3\" wide"}});
        add("a blank ahead of a quote", "a,b\n1, \"x\"\n2, \"y\"\n", {{"a", "b"}, {"1", " \"x\""}, {"2", " \"y\""}});
        add("backslashes ahead of quotes", "a,b\n\"x \\\"y\\\", z\",1\n\"q \\\"r\\\"\",2\n",
            {{"a", "b"}, {"x \"y\", z", "1"}, {"q \"r\"", "2"}});
        add("a backslash that is one", "path,b\nC:\\new,2\n", {{"path", "b"}, {"C:\\new", "2"}});
        add("an apostrophe", "name,b\nO'Neill,2\nD'Arcy,3\n", {{"name", "b"}, {"O'Neill", "2"}, {"D'Arcy", "3"}});
    }

    static void addLines()
    {
        add("no line end at the end", "a,b\n1,2", {{"a", "b"}, {"1", "2"}});
        add("CR alone", "a,b\r1,2\r", {{"a", "b"}, {"1", "2"}});
        add("CR alone, and one in quotes", "a,b\r\"x\ry\",2\r", {{"a", "b"}, {"x\ry", "2"}});
        add("CR CR LF", "a,b\r\r\n1,2\r\r\n", {{"a", "b"}, {"1", "2"}});
        add("all three line ends", "a,b\n1,2\r\n3,4\r5,6", {{"a", "b"}, {"1", "2"}, {"3", "4"}, {"5", "6"}});
        add("blank lines", "a,b\n\n1,2\n\n\n3,4\n\n", {{"a", "b"}, {"1", "2"}, {"3", "4"}});
        add("a line separator of Unicode", "a,b\nx\xE2\x80\xA8y,2\n",
            {{"a", "b"}, {QString("x") + QChar(0x2028) + "y", "2"}});
        add("a form feed", "a,b\nx\x0Cy,2\n", {{"a", "b"}, {"x\fy", "2"}});
        add("comments", "# made by hand\na,b\n1,2\n# end\n3,4\n", {{"a", "b"}, {"1", "2"}, {"3", "4"}});
        add("nothing", "", {});
        add("nothing but a byte-order mark", "\xEF\xBB\xBF", {});
        add("nothing but blank lines", "\n\r\n\n", {});
        add("nothing but a header", "a,b\n", {{"a", "b"}});
        add("one cell", "a", {{"a"}});
    }

    static void addDelimiters()
    {
        add("one column", "name\nAda\nGrace\n", {{"name"}, {"Ada"}, {"Grace"}});
        add("tabs, and commas in cells", "a\tb\n1,5\t2\n3,5\t4\n", {{"a", "b"}, {"1,5", "2"}, {"3,5", "4"}});
        add("semicolons and decimal commas", "a;b\n1,5;2,5\n3,5;4,5\n", {{"a", "b"}, {"1,5", "2,5"}, {"3,5", "4,5"}});
        add("pipes", "a|b\n1|2\n3|4\n", {{"a", "b"}, {"1", "2"}, {"3", "4"}});
        add("sep=;", "sep=;\na;b\n1,5;2\n", {{"a", "b"}, {"1,5", "2"}});
        add("sep=; behind a byte-order mark", "\xEF\xBB\xBFsep=;\r\na;b\r\n1,5;2\r\n", {{"a", "b"}, {"1,5", "2"}});
        add("a delimiter at the end of every line", "a,b,\n1,2,\n3,4,\n",
            {{"a", "b", ""}, {"1", "2", ""}, {"3", "4", ""}});
        add("rows of other widths", "a,b,c\n1,2\n3,4,5,6\n7,8,9\n",
            {{"a", "b", "c"}, {"1", "2"}, {"3", "4", "5", "6"}, {"7", "8", "9"}});
        add("blanks around cells", "a,b\n 1 , 2 \n", {{"a", "b"}, {" 1 ", " 2 "}});
    }

    static void addText()
    {
        add("a byte-order mark",
            "\xEF\xBB\xBF"
            "a,b\n1,2\n",
            {{"a", "b"}, {"1", "2"}});
        add("UTF-16, little-endian", utf16("a,b\nü,2\n", false), {{"a", "b"}, {"ü", "2"}});
        add("UTF-16, big-endian", utf16("a,b\nü,2\n", true), {{"a", "b"}, {"ü", "2"}});
        add("emoji", "a,b\n\xF0\x9F\x98\x80,e\xCC\x81\n",
            {{"a", "b"}, {QString::fromUtf8("\xF0\x9F\x98\x80"), QString::fromUtf8("e\xCC\x81")}});
        add("a zero byte", QByteArray("a,b\nx\0y,2\n", 10), {{"a", "b"}, {QString("x") + QChar(0) + "y", "2"}});
        add("what spreadsheet programs change", "a,b\n007,12345678901234567890\n1E5,2/3\nTRUE,=1+1\n",
            {{"a", "b"}, {"007", "12345678901234567890"}, {"1E5", "2/3"}, {"TRUE", "=1+1"}});
        add("a long cell", "a,b\n" + QByteArray(100'000, 'x') + ",2\n", {{"a", "b"}, {QString(100'000, 'x'), "2"}});
    }

    QTemporaryDir m_folder;
    ConsoleProgram m_program{QStringLiteral(WIZARD_PROGRAM)};

private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void cells_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<Table>("table");
        addQuotes();
        addLines();
        addDelimiters();
        addText();
    }
    void cells()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const Table, table);
        const ConsoleOutput output = cells(write(content));
        QCOMPARE(output.exitCode, 0);
        QCOMPARE(output.err, QByteArray());
        Table found;
        for (const QByteArray &line : ConsoleOutput::lines(output.out)) {
            const QJsonDocument json = QJsonDocument::fromJson(line);
            QVERIFY2(json.isArray(), line.constData());
            found << QStringList();
            for (const QJsonValue &cell : json.array()) {
                QVERIFY(cell.isString());
                found.last() << cell.toString();
            }
        }
        QCOMPARE(found, table);
    }

    void whatIsNoTableIsSaidInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *name, const QByteArray &content, const char *says) {
            QTest::newRow(name) << content << QByteArray(says);
        };
        const QByteArray valid = "a,b\n" + QByteArray("J\xC3\xBCrgen,2\n").repeated(50);
        row("text behind a closing quote", "a,b\n1,2\n\"x\"y,2\n", "line 3");
        row("an open quote", "a,b\n1,2\n\"x,2\n3,4\n", "line 3");
        row("a surrogate", valid + "\xED\xA0\xBD,3\n", "row 52, line 52, byte 504");
        row("overlong UTF-8", valid + "\xC0\xAF,3\n", "row 52");
        row("100,000 columns", QByteArray("a,").repeated(100'000) + "\n", "more than 16384 columns");
        row("a line of 2 MiB", QByteArray(2 * 1024 * 1024, 'x'), "1048576");
        row("HTML", "<!DOCTYPE html><html><table></table></html>", "HTML");
        row("a table of HTML", "<table><tr><td>a</td></tr></table>", "HTML");
        row("XML", "<?xml version=\"1.0\"?><Workbook/>", "XML");
        row("PDF", "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n", "PDF");
        row("a picture", "\x89PNG\r\n\x1A\n" + QByteArray(100, '\x01'), "PNG");
        row("bytes of no kind", QByteArray::fromHex("01020304050607080e0f").repeated(50), "binary");
    }
    void whatIsNoTableIsSaidInOneSentence()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, says);
        const ConsoleOutput output = cells(write(content));
        QCOMPARE(output.exitCode, usageWrong);
        QVERIFY2(isOneSentence(output.err) && output.err.contains(says), output.err.constData());
    }

    /// `inspect`, `split` and `cells` read a file several times, which a pipe does not allow.
    void aPipeIsRefused()
    {
        for (const char *verb : {"inspect", "cells"}) {
            const ConsoleOutput output = m_program.run({QString::fromLatin1(verb), QStringLiteral("-")});
            QCOMPARE(output.exitCode, usageWrong);
            QVERIFY2(isOneSentence(output.err) && output.err.contains("pipe"), output.err.constData());
#ifdef Q_OS_UNIX
            const QString fifo = m_folder.filePath(QString::fromLatin1(verb));
            QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
            const ConsoleOutput waiting = m_program.run({QString::fromLatin1(verb), fifo});
            QCOMPARE(waiting.exitCode, usageWrong);
            QVERIFY2(isOneSentence(waiting.err) && waiting.err.contains("not a regular file"), waiting.err.constData());
#endif
        }
    }

    void zeroBytesAreSplitOnlyWhenTheyMayBeLeftOut()
    {
        const QString file = write(QByteArray("a,b\nx\0y,2\n", 10));
        const QString out = m_folder.filePath(QStringLiteral("parts"));
        QStringList words{QStringLiteral("split"),    file,
                          QStringLiteral("--out"),    out,
                          QStringLiteral("--no-zip"), QStringLiteral("--header"),
                          QStringLiteral("1")};
        const ConsoleOutput refused = m_program.run(words);
        QCOMPARE(refused.exitCode, usageWrong);
        QVERIFY2(isOneSentence(refused.err) && refused.err.contains("row 2"), refused.err.constData());
        QVERIFY(!QFile::exists(out));
        words << QStringLiteral("--replace-invalid");
        QCOMPARE(m_program.run(words).exitCode, 0);
        QFile part(out + "/table-001.csv");
        QVERIFY(part.open(QIODevice::ReadOnly));
        QCOMPARE(part.readAll(), QByteArray("a,b\nxy,2\n"));
    }

    void rowsLongerThanTheHeaderAndMixedLinesAreDecidedOn_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::addColumn<QByteArray>("named");
        QTest::addColumn<QStringList>("decision");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray ragged = "a,b\n1,2\n3,4,5\n6,7,,\n";
        QTest::newRow("long rows left out")
            << ragged << QByteArray("ow 3") << QStringList{"--long-rows", "leave-out"} << QByteArray("a,b\n1,2\n6,7\n");
        QTest::newRow("long rows widen") << ragged << QByteArray("ow 3") << QStringList{"--long-rows", "widen"}
                                         << QByteArray("a,b,Column 3\n1,2,\n3,4,5\n6,7,\n");
        const QByteArray mixed = "a,b\nM\xFCller,K\xF6ln\nM\xC3\xBCller,K\xC3\xB6ln\n";
        QTest::newRow("UTF-8 read") << mixed << QByteArray("ine 3") << QStringList{"--utf8-lines", "read"}
                                    << QByteArray("a,b\nMüller,Köln\nMüller,Köln\n");
        QTest::newRow("UTF-8 kept") << mixed << QByteArray("ine 3") << QStringList{"--utf8-lines", "keep"}
                                    << QByteArray("a,b\nMüller,Köln\nMÃ¼ller,KÃ¶ln\n");
    }

    void rowsLongerThanTheHeaderAndMixedLinesAreDecidedOn()
    {
        QFETCH(QByteArray, table);
        QFETCH(QByteArray, named);
        QFETCH(QStringList, decision);
        const QString file = write(table);
        const QString out = m_folder.filePath(QStringLiteral("decided"));
        const QStringList how{file, "--header", "1", "--encoding", table.contains('\xFC') ? "windows-1252" : "UTF-8"};
        QVERIFY(m_program.run(QStringList{"inspect"} + how).out.contains(named));
        const QStringList words = QStringList{"split"} + how + QStringList{"--out", out, "--no-zip", "--force"};
        const ConsoleOutput refused = m_program.run(words);
        QCOMPARE(refused.exitCode, usageWrong);
        QVERIFY2(isOneSentence(refused.err) && refused.err.contains(named), refused.err.constData());
        QCOMPARE(m_program.run(words + decision).exitCode, 0);
        QFile part(out + "/table-001.csv");
        QVERIFY(part.open(QIODevice::ReadOnly));
        QTEST(part.readAll().replace("\r\n", "\n"), "expected");
    }

    /// The names that other programs look for, ahead of what this one adds.
    void theReportHasTheNamesThatOthersLookFor()
    {
        const QJsonObject json = inspected("name,name,age\nA\"da,\"5\"\" x\",007\nGrace,Ox,7,4\n");
        QVERIFY(!json.isEmpty());
        for (const char *key : {"format", "sheet", "encoding", "delimiter", "quote", "line_ending", "header_row",
                                "rows", "columns", "findings"})
            QVERIFY2(json.contains(QLatin1String(key)), key);
        QCOMPARE(json[QLatin1String("rows")].toInt(), 2);
        const QJsonArray columns = json[QLatin1String("columns")].toArray();
        QCOMPARE(columns.size(), 3);
        for (const QJsonValue &column : columns) {
            for (const char *key : {"index", "name", "type", "format", "filled", "distinct", "max_length", "samples"})
                QVERIFY2(column.toObject().contains(QLatin1String(key)), key);
        }
        QCOMPARE(columns[1].toObject()[QLatin1String("name")].toString(), QStringLiteral("name (2)"));
        const QJsonArray findings = json[QLatin1String("findings")].toArray();
        QStringList kinds;
        for (const QJsonValue &finding : findings) {
            kinds << finding.toObject()[QLatin1String("kind")].toString();
            for (const char *key : {"kind", "row", "column", "byte", "message"})
                QVERIFY2(finding.toObject().contains(QLatin1String(key)), key);
        }
        for (const char *kind : {"long_row", "lone_quote", "header_repeated", "leading_zero"})
            QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestConsoleEdgeCases)
#include "tst_console_edge_cases.moc"
