#include "tests/support/ConsoleProgram.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QJsonArray>
#include <QRegularExpression>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

using support::ConsoleOutput;
using support::ConsoleProgram;

namespace {

enum Exit { Fine = 0, UsageWrong = 2, Stopped = 6 };

const char *const people = "Last Name,Joined,Balance,Mobile\r\n"
                           "Lovelace,2024-02-29,\"1,200.50\",+44 20 7946 0958\r\n"
                           "Hopper,2023-12-09,87.25,+1 202 555 0143\r\n"
                           "Šedivá,2024-01-31,15.00,+420 601 234 567\r\n";

QByteArray manyRows(int rows)
{
    QByteArray csv = "id,name,note\n";
    for (int row = 1; row <= rows; ++row)
        csv += QByteArray::number(row) + ",name " + QByteArray::number(row % 97) + ",\"a \"\"note\"\",\nof row "
            + QByteArray::number(row) + "\"\n";
    return csv;
}

} // namespace

/// The verbs that read spreadsheets, as a script meets them.
class TestConsoleTables final : public QObject {
    Q_OBJECT
private:
    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    [[nodiscard]] QByteArray read(const QString &path) const
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(unreadable)");
    }
    /// `FILE` among the words stands for the table, `OUT` for a folder that is not there yet.
    [[nodiscard]] ConsoleOutput run(const char *words, const QString &file) const
    {
        QStringList arguments = QString::fromLatin1(words).split(QLatin1Char(' '));
        arguments.replaceInStrings(QStringLiteral("FILE"), file);
        arguments.replaceInStrings(QStringLiteral("OUT"), m_folder.filePath(QStringLiteral("out")));
        return m_program.run(arguments);
    }
    [[nodiscard]] QJsonObject inspected(const QString &file, const char *more = "") const
    {
        const ConsoleOutput output = run((QByteArray("inspect FILE --json") + more).constData(), file);
        return output.exitCode == Fine && output.err.isEmpty() ? QJsonDocument::fromJson(output.out).object()
                                                               : QJsonObject();
    }
    static bool isOneSentence(const QByteArray &err)
    {
        return ConsoleOutput::lines(err).size() == 1 && err.trimmed().size() > 10 && err.endsWith(".\n")
            && !err.contains(". ");
    }
    /// What a Python program writes to standard output.
    static QByteArray python(const QStringList &arguments)
    {
        QProcess process;
        process.start(QStringLiteral("python3"), arguments);
        return process.waitForFinished(60'000) && process.exitCode() == 0 ? process.readAllStandardOutput()
                                                                          : QByteArray("(python3 failed)");
    }
    [[nodiscard]] QString out() const { return m_folder.filePath(QStringLiteral("out")); }

    QTemporaryDir m_folder;
    ConsoleProgram m_program{QStringLiteral(WIZARD_PROGRAM)};

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        QVERIFY(QDir(out()).removeRecursively());
    }

    void inspectTellsWhatAFileHolds()
    {
        const QString file = write("people.csv", people);
        const QJsonObject json = inspected(file);
        QCOMPARE(json[QLatin1String("format")].toString(), QStringLiteral("CSV"));
        QVERIFY(json.contains(QLatin1String("sheet")) && json[QLatin1String("sheet")].isNull());
        QCOMPARE(json[QLatin1String("encoding")].toString(), QStringLiteral("UTF-8"));
        QCOMPARE(json[QLatin1String("delimiter")].toString(), QStringLiteral(","));
        QCOMPARE(json[QLatin1String("quote")].toString(), QStringLiteral("\""));
        QCOMPARE(json[QLatin1String("line_ending")].toString(), QStringLiteral("CRLF"));
        QCOMPARE(json[QLatin1String("header_row")].toInt(), 1);
        QCOMPARE(json[QLatin1String("rows")].toInt(), 3);
        QCOMPARE(json[QLatin1String("findings")].toArray().size(), 0);
        const QJsonArray columns = json[QLatin1String("columns")].toArray();
        QCOMPARE(columns.size(), 4);
        const QJsonObject joined = columns[1].toObject();
        QCOMPARE(joined[QLatin1String("index")].toInt(), 1);
        QCOMPARE(joined[QLatin1String("name")].toString(), QStringLiteral("Joined"));
        QCOMPARE(joined[QLatin1String("type")].toString(), QStringLiteral("date"));
        QCOMPARE(joined[QLatin1String("format")].toString(), QStringLiteral("yyyy-MM-dd"));
        QCOMPARE(joined[QLatin1String("filled")].toInt(), 3);
        QCOMPARE(joined[QLatin1String("distinct")].toInt(), 3);
        QCOMPARE(joined[QLatin1String("max_length")].toInt(), 10);
        QVERIFY(joined[QLatin1String("samples")].toArray().contains(QStringLiteral("2024-02-29")));
        QVERIFY(columns[0][QLatin1String("format")].isNull());
    }

    /// Scripts and tests read them in any order, people in this one.
    void theKeysStandInTheirOrder()
    {
        const ConsoleOutput output = run("inspect FILE --json", write("people.csv", people));
        qsizetype last = 0;
        for (const char *key : {"format", "sheet", "encoding", "delimiter", "quote", "line_ending", "header_row",
                                "rows", "columns", "findings"}) {
            const qsizetype at = output.out.indexOf("\n  \"" + QByteArray(key) + "\":");
            QVERIFY2(at > last || (last == 0 && at == 1), key);
            last = at;
        }
    }

    void whatIsAskedForHolds_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *content, const char *options, const char *key,
                            const QJsonValue &value) {
            QTest::newRow(name) << QByteArray(content) << QByteArray(options) << QByteArray(key) << value;
        };
        const char *both = "a;b,c\n1;2,3\n4;5,6\n";
        row("comma by word", both, " --delimiter comma", "delimiter", QStringLiteral(","));
        row("semicolon by word", both, " --delimiter semicolon", "delimiter", QStringLiteral(";"));
        row("by itself", both, " --delimiter ;", "delimiter", QStringLiteral(";"));
        row("tab", "a\tb;c\n1\t2;3\n", " --delimiter tab", "delimiter", QStringLiteral("\t"));
        row("pipe", "a|b;c\n1|2;3\n", " --delimiter pipe", "delimiter", QStringLiteral("|"));
        row("two characters", "a::b\n1::2\n", " --delimiter ::", "delimiter", QStringLiteral("::"));
        row("no quotes", people, " --quote none", "quote", QJsonValue());
        row("single quotes", "a,b\n'1,2',3\n", " --quote '", "quote", QStringLiteral("'"));
        row("no header", people, " --header none", "header_row", QJsonValue());
        row("rows without header", people, " --header none", "rows", 4);
        row("header further down", people, " --header 2", "rows", 2);
        row("encoding", "name\nr\xe9sum\xe9\n", " --encoding cp1252", "encoding", QStringLiteral("windows-1252"));
        row("backslash", "a,b\n\"1\\\"\",2\n", " --escape backslash", "escape", QStringLiteral("backslash"));
        row("comment", "a,b\n%no\n1,2\n", " --comment %", "rows", 1);
        row("one thread", people, " --threads 1", "rows", 3);
    }
    void whatIsAskedForHolds()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, options);
        QFETCH(const QByteArray, key);
        QFETCH(const QJsonValue, value);
        const QJsonObject json = inspected(write("asked.csv", content), options.constData());
        QVERIFY(json.contains(QLatin1String(key)));
        QCOMPARE(json[QLatin1String(key)], value);
    }

    void aWorkbookHasSheetsAndNoSigns()
    {
        const QString file = QStringLiteral(WIZARD_TEST_DATA "/workbooks/libreoffice-7.4.7.xlsx");
        const QJsonObject json = inspected(file);
        QCOMPARE(json[QLatin1String("format")].toString(), QStringLiteral("XLSX"));
        for (const char *key : {"encoding", "delimiter", "quote", "line_ending"})
            QVERIFY2(json.contains(QLatin1String(key)) && json[QLatin1String(key)].isNull(), key);
        const QString sheet = json[QLatin1String("sheet")].toString();
        QVERIFY(!sheet.isEmpty());
        const ConsoleOutput missing = run("inspect FILE --sheet Nowhere", file);
        QCOMPARE(missing.exitCode, int(UsageWrong));
        QVERIFY2(missing.err.contains(sheet.toUtf8()) && isOneSentence(missing.err), missing.err.constData());
    }

    void findingsSayWhereTheyAre()
    {
        const QString file = write("odd.csv", "a,b\n1\n2,3\nx,\xff\n");
        const QJsonArray findings =
            inspected(file, " --encoding UTF-8 --header 1")[QLatin1String("findings")].toArray();
        QCOMPARE(findings.size(), 2);
        const QJsonObject bytes = findings[0].toObject();
        QCOMPARE(bytes[QLatin1String("kind")].toString(), QStringLiteral("invalid_bytes"));
        QCOMPARE(bytes[QLatin1String("row")].toInt(), 4);
        QCOMPARE(bytes[QLatin1String("column")].toInt(-1), 1);
        QCOMPARE(bytes[QLatin1String("byte")].toInt(), 12);
        const QJsonObject shortRow = findings[1].toObject();
        QCOMPARE(shortRow[QLatin1String("kind")].toString(), QStringLiteral("short_row"));
        QCOMPARE(shortRow[QLatin1String("row")].toInt(), 2);
        QVERIFY(shortRow[QLatin1String("column")].isNull() && shortRow[QLatin1String("byte")].isNull());
        QVERIFY(shortRow[QLatin1String("message")].toString().contains(QLatin1String("row 2")));
    }

    /// Also where the engine reads a copy, whose bytes stand elsewhere.
    void oddBytesOfAnyEncodingHaveTheirRow_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QJsonValue>("byte");
        const auto wide = [](const QByteArray &ascii) {
            QByteArray bytes;
            for (const char c : ascii)
                bytes.append(c).append('\0');
            return bytes;
        };
        const QByteArray twoLines = "a,b\n\"x\ny\",1\n";
        const QString invalid = QStringLiteral("invalid_bytes");
        QTest::newRow("UTF-8") << twoLines + "1,\xff\n" << QByteArray("UTF-8") << invalid << QJsonValue(14);
        QTest::newRow("one byte each") << twoLines + "1,\x81\n"
                                       << QByteArray("windows-1252") << invalid << QJsonValue(14);
        QTest::newRow("two bytes each") << "\xff\xfe" + wide(twoLines + "1,") + QByteArray("\x00\xd8", 2) + wide("\n")
                                        << QByteArray("UTF-16LE") << invalid << QJsonValue(30);
        QTest::newRow("a line of another encoding")
            << QByteArray("a,b\nJos\xe9,1\nZo\xc3\xab,2\n") << QByteArray("windows-1252") << QStringLiteral("utf8_line")
            << QJsonValue();
    }
    void oddBytesOfAnyEncodingHaveTheirRow()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, encoding);
        const QByteArray options = " --header 1 --encoding " + encoding;
        const QJsonArray findings =
            inspected(write("odd.csv", content), options.constData())[QLatin1String("findings")].toArray();
        QCOMPARE(findings.size(), 1);
        QTEST(findings[0][QLatin1String("kind")].toString(), "kind");
        QTEST(findings[0][QLatin1String("byte")], "byte");
        QCOMPARE(findings[0][QLatin1String("row")].toInt(), 3);
    }

    void peopleGetATable()
    {
        const ConsoleOutput output = run("inspect FILE", write("people.csv", people));
        QCOMPARE(output.exitCode, int(Fine));
        QCOMPARE(output.err, QByteArray());
        const QByteArray head = "people.csv: CSV, 3 rows, 4 columns, ";
        QVERIFY2(output.out.startsWith(head) && output.out.contains("\n1 part, 500 API credits each\n"),
                 output.out.constData());
        // Columns stand under each other, whatever characters their cells hold.
        int width = -1;
        for (const QByteArray &line : ConsoleOutput::lines(output.out)) {
            const QString text = QString::fromUtf8(line);
            const qsizetype at = text.indexOf(QRegularExpression(QStringLiteral("text|date |decimal|phone|Type")));
            if (!text.contains(QRegularExpression(QStringLiteral("^ +([0-9]|Index) "))))
                continue;
            QCOMPARE(at, width < 0 ? at : width);
            width = static_cast<int>(at);
        }
        QVERIFY(width > 0);
    }

    /// A cell could else clear the screen, or write backwards.
    void whatWouldMoveTheTerminalIsNotShown()
    {
        const ConsoleOutput output = run("inspect FILE", write("esc.csv", "name,b\n\x1b[2Jx\xe2\x80\xaey,1\n"));
        QCOMPARE(output.exitCode, int(Fine));
        QVERIFY(!output.out.contains('\x1b') && !output.out.contains("\xe2\x80\xae"));
    }

    void whatCannotBeDoneIsSaidInOneSentence_data()
    {
        QTest::addColumn<QByteArray>("says");
        const auto row = [](const char *words, const char *says) { QTest::newRow(words) << QByteArray(says); };
        row("inspect", "one spreadsheet");
        row("inspect FILE FILE", "one spreadsheet");
        row("inspect FILE --bogus", "bogus");
        row("inspect nowhere.csv", "nowhere.csv");
        row("inspect /dev/null", "not a regular file");
        row("inspect FILE --encoding klingon", "windows-1252");
        row("inspect FILE --delimiter abc", "semicolon");
        row("inspect FILE --delimiter \"", "semicolon");
        row("inspect FILE --quote ab", "none or one");
        row("inspect FILE --comment ab", "none or one");
        row("inspect FILE --quote , --delimiter ,", "different characters");
        row("inspect FILE --escape up", "backslash");
        row("inspect FILE --header 0", "none or the number");
        row("inspect FILE --header x", "none or the number");
        row("inspect FILE --header 5", "from 1 to 4");
        row("inspect FILE --threads 0", "from 1 to 64");
        row("inspect FILE --sheet Leads", "no sheets");
        row("split FILE", "--out");
        row("split FILE --out OUT --rows 0", "from 1 to 25,000");
        row("split FILE --out OUT --bytes 26214401", "from 1 to 26,214,400");
        row("split FILE --out OUT --columns 1,x", "0,3,5");
        row("split FILE --out OUT --columns 4", "from 0 to 3");
        row("split FILE --out OUT --plan nowhere.json", "nowhere.json");
        row("split FILE --out OUT --plan FILE", "cannot be understood");
        row("split FILE --out OUT --columns 1 --plan FILE", "either");
        row("cells", "one spreadsheet");
        row("cells nowhere.csv --json", "nowhere.csv");
    }
    void whatCannotBeDoneIsSaidInOneSentence()
    {
        QFETCH(const QByteArray, says);
        const ConsoleOutput output = run(QTest::currentDataTag(), write("people.csv", people));
        QCOMPARE(output.exitCode, int(UsageWrong));
        QCOMPARE(output.out, QByteArray());
        QVERIFY2(isOneSentence(output.err) && output.err.contains(says), output.err.constData());
        QVERIFY(!QFileInfo::exists(out()));
    }

    void theHelpNamesThem()
    {
        const QByteArray help = run("--help", {}).out;
        QVERIFY(help.contains("inspect FILE") && help.contains("split FILE --out DIR"));
        QVERIFY(!help.contains("cells FILE"));
    }

    void cellsAreThoseOfPythonsReader_data()
    {
        QTest::addColumn<QByteArray>("lineEnd");
        QTest::newRow("LF") << QByteArray("\n");
        QTest::newRow("CRLF") << QByteArray("\r\n");
        QTest::newRow("CR") << QByteArray("\r");
    }
    void cellsAreThoseOfPythonsReader()
    {
        QFETCH(const QByteArray, lineEnd);
        const QString oracle = QStringLiteral(WIZARD_SOURCE_DIR "/tests/unit/cli/csv_oracle.py");
        const QString file = m_folder.filePath(QStringLiteral("oracle.csv"));
        const QByteArray expected = python({oracle, file, QString::fromLatin1(lineEnd.toHex())});
        const ConsoleOutput output = run("cells FILE --json --header none --delimiter comma --quote \" "
                                         "--escape double --comment none --encoding UTF-8",
                                         file);
        QCOMPARE(output.exitCode, int(Fine));
        const QList<QByteArray> wanted = ConsoleOutput::lines(expected);
        const QList<QByteArray> cells = ConsoleOutput::lines(output.out);
        QVERIFY(wanted.size() > 2'000);
        QCOMPARE(cells.size(), wanted.size());
        for (qsizetype i = 0; i < wanted.size(); ++i)
            QCOMPARE(QJsonDocument::fromJson(cells[i]), QJsonDocument::fromJson(wanted[i]));
    }

    void cellsStandAsTheyAre()
    {
        const QString file = write("cells.csv", "a,\"b\"\"\\\"\n\"x\ny\",\t\n\xe2\x82\xac,\n");
        const ConsoleOutput output = run("cells FILE --json --header none --escape double", file);
        QCOMPARE(output.out, QByteArray("[\"a\",\"b\\\"\\\\\"]\n[\"x\\ny\",\"\\u0009\"]\n[\"\xe2\x82\xac\",\"\"]\n"));
        QCOMPARE(run("cells FILE --json --header 1", file).out.count('\n'), 2);
        QCOMPARE(run("cells FILE --json --header none", write("empty.csv", "")).exitCode, int(Fine));
    }

    void bytesThatAreNoTextAreNamed_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("place");
        QTest::newRow("UTF-8") << QByteArray("a,b\nc,\xff\n") << QByteArray("UTF-8")
                               << QByteArray("row 2, line 2, byte 6");
        QTest::newRow("UTF-16") << QByteArray("a\0\n\0\0\xd8"
                                              "b\0",
                                              8)
                                << QByteArray("UTF-16LE") << QByteArray("line 2, byte 4");
    }
    void bytesThatAreNoTextAreNamed()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, encoding);
        QFETCH(const QByteArray, place);
        const QString file = write("bytes.csv", content);
        for (const char *verb : {"cells FILE --json --encoding ", "split FILE --out OUT --header 1 --encoding "}) {
            const ConsoleOutput output = run((verb + encoding).constData(), file);
            QCOMPARE(output.exitCode, int(UsageWrong));
            QVERIFY2(isOneSentence(output.err) && output.err.contains(place), output.err.constData());
        }
        QVERIFY(!QFileInfo::exists(out()));
    }

    void partsJoinedAreTheSource_data()
    {
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<int>("parts");
        QTest::newRow("by rows") << QByteArray(" --rows 150") << 7;
        QTest::newRow("by bytes") << QByteArray(" --bytes 10000 --threads 2") << 4;
        QTest::newRow("plain") << QByteArray(" --rows 400 --no-zip --threads 1") << 3;
    }
    void partsJoinedAreTheSource()
    {
        QFETCH(const QByteArray, options);
        QFETCH(const int, parts);
        const QString file = write("many.csv", manyRows(1'000));
        const ConsoleOutput output = run(("split FILE --out OUT --json" + options).constData(), file);
        QCOMPARE(output.exitCode, int(Fine));
        QCOMPARE(output.err, QByteArray());
        const QByteArray stored = read(out() + QStringLiteral("/manifest.json"));
        QCOMPARE(output.out, stored);
        const QJsonObject manifest = QJsonDocument::fromJson(stored).object();
        QCOMPARE(manifest[QLatin1String("rows")].toInt(), 1'000);
        QCOMPARE(manifest[QLatin1String("source")][QLatin1String("name")].toString(), QStringLiteral("many.csv"));
        QCOMPARE(manifest[QLatin1String("parts")].toArray().size(), qsizetype(parts));
        QCOMPARE(python({QStringLiteral(WIZARD_SOURCE_DIR "/tests/unit/cli/join_parts.py"), out(), file}),
                 QByteArray("1000 rows are those of the source\n"));
    }

    void chosenColumnsGoOutAlone()
    {
        const QString file = write("people.csv", people);
        QCOMPARE(run("split FILE --out OUT --no-zip --columns 3,0", file).exitCode, int(Fine));
        QVERIFY(read(out() + QStringLiteral("/people-001.csv"))
                    .startsWith("Mobile,Last Name\r\n+44 20 7946 0958,Lovelace\r\n"));
    }

    void aPlanChoosesAndNamesTheColumns()
    {
        const QString plan =
            write("plan.json",
                  QByteArray("{'operation':'insert','resource':[{'type':'data','module':{'api_name':"
                             "'Leads'},'field_mappings':[{'api_name':'Last_Name','index':0},{'api_name':"
                             "'Phone','index':3},{'api_name':'Source','default_value':{'value':'x'}}]}]}")
                      .replace('\'', '"'));
        const QString words = QStringLiteral("split FILE --out OUT --no-zip --plan ") + plan;
        QCOMPARE(run(words.toLatin1().constData(), write("people.csv", people)).exitCode, int(Fine));
        QVERIFY(read(out() + QStringLiteral("/people-001.csv"))
                    .startsWith("Last_Name,Phone\r\nLovelace,+44 20 7946 0958\r\n"));
    }

    void partsArePrinted()
    {
        const ConsoleOutput output = run("split FILE --out OUT --rows 2", write("people.csv", people));
        QCOMPARE(output.exitCode, int(Fine));
        const QList<QByteArray> lines = ConsoleOutput::lines(output.out);
        QCOMPARE(lines.size(), 3);
        QVERIFY2(lines[0].contains("people-001.zip  2 rows  from row 2 to 3"), lines[0].constData());
        QCOMPARE(lines[2], QByteArray("2 parts with 3 rows, 500 API credits each"));
    }

    void manyPartsAreWarnedOf()
    {
        const ConsoleOutput output = run("split FILE --out OUT --rows 40 --json", write("many.csv", manyRows(1'000)));
        QCOMPARE(output.exitCode, int(Fine));
        QCOMPARE(output.err, QByteArray("Warning: 25 parts cost 12,500 API credits.\n"));
        QCOMPARE(QJsonDocument::fromJson(output.out).object()[QLatin1String("parts")].toArray().size(), 25);
    }

    /// Nothing of the user's is written over; a split of the same file may be made again.
    void whatIsThereStaysThere()
    {
        const QString file = write("people.csv", people);
        QCOMPARE(run("split FILE --out OUT --rows 1", file).exitCode, int(Fine));
        QCOMPARE(run("split FILE --out OUT --rows 2", file).exitCode, int(Fine));
        QCOMPARE(QDir(out()).entryList(QDir::Files | QDir::Hidden).size(), 3); // the third part of before is gone
        const QByteArray before = read(out() + QStringLiteral("/people-001.zip"));
        const QString other = write("people.csv", QByteArray(people) + "Another,,,\r\n");
        const ConsoleOutput refused = run("split FILE --out OUT", other);
        QCOMPARE(refused.exitCode, int(UsageWrong));
        QVERIFY2(isOneSentence(refused.err) && refused.err.contains("--force"), refused.err.constData());
        QCOMPARE(read(out() + QStringLiteral("/people-001.zip")), before);
        QCOMPARE(run("split FILE --out OUT --force", other).exitCode, int(Fine));
        QVERIFY(read(out() + QStringLiteral("/people-001.zip")) != before);
    }

#ifdef Q_OS_UNIX
    void stoppingLeavesNothing_data()
    {
        QTest::addColumn<QString>("verb");
        QTest::newRow("split") << QStringLiteral("split");
        QTest::newRow("cells") << QStringLiteral("cells");
    }
    void stoppingLeavesNothing()
    {
        QFETCH(const QString, verb);
        const QString file = write("large.csv", manyRows(1'500'000));
        QStringList words{verb, file};
        if (verb == QLatin1String("split"))
            words += {QStringLiteral("--out"), out()};
        QProcess process;
        m_program.start(process, words);
        if (verb == QLatin1String("split"))
            QTRY_VERIFY(
                !QDir(out()).entryList({QStringLiteral(".*.unfinished")}, QDir::Files | QDir::Hidden).isEmpty());
        else
            QVERIFY(process.waitForReadyRead());
        ::kill(static_cast<pid_t>(process.processId()), SIGINT);
        const ConsoleOutput output = ConsoleProgram::end(process);
        QCOMPARE(output.exitCode, int(Stopped));
        QCOMPARE(output.err, QByteArray("The work was stopped.\n"));
        QVERIFY(!QFileInfo::exists(out()));
    }
#endif
};

WIZARD_TEST_MAIN(QCoreApplication, TestConsoleTables)
#include "tst_console_tables.moc"
