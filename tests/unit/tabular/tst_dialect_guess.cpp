#include "tabular/sniffing/DialectGuess.h"
#include "tests/support/TestMain.h"

#include <QRandomGenerator>

using tabular::DelimiterReason;
using tabular::HeaderReason;
using tabular::LineEnding;
using tabular::QuoteReason;

namespace {

tabular::DialectGuess guess(const QByteArray &text)
{
    return tabular::guessDialect(text, true);
}

} // namespace

class TestDialectGuess final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theDelimiterIsFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("delimiter");
        QTest::addColumn<bool>("sure");
        const auto add = [](const char *row, const QByteArray &text, const QByteArray &delimiter, bool sure = true) {
            QTest::newRow(row) << text << delimiter << sure;
        };
        add("comma", "a,b\n1,2\n", ",");
        add("semicolon", "a;b\n1;2\n", ";");
        add("tab", "a\tb\n1\t2\n", "\t");
        add("pipe", "a|b\n1|2\n", "|");
        add("colon", "user:shell:home\nanna:bash:x\nbob:zsh:y\n", ":", false);
        add("tilde", "a~b~c\n1~2~3\n4~5~6\n", "~", false);
        add("caret", "a^b^c\n1^2^3\n4^5^6\n", "^", false);
        add("two pipes", "a||b||c\n1||2||3\n||||9\n", "||");
        add("two semicolons", "a;;b\n1;;2\n3;;4\n", ";;");
        add("two colons", "a::b\n10::20\n3::4\n", "::");
        add("tilde and pipe", "a~|b~|c\n1~|2~|3\n4~|5~|6\n", "~|");
        add("unit separator",
            "a\x1F"
            "b\n1\x1F"
            "2\n",
            "\x1F", false);
        add("spaces in columns",
            "id name born\n1 Anna 1980-01-02\n2 Bob 1981-03-04\n3 Cy 1982-05-06\n4 Di 1983-07-08\n", " ", false);
        add("decimal commas", "Name;Price\nA;1,5\nB;2,25\n", ";");
        add("decimal commas in every cell", "X;Y\n1,5;2,5\n3,5;4,5\n", ";");
        add("a comma in each name", "Name;Born\nSmith, John;1980\nDoe, Jane;1981\n", ";");
        add("a comma in each name, tabs", "Name\tBorn\nSmith, John\t1980\nDoe, Jane\t1981\n", "\t");
        add("semicolons within cells", "Name,Tags\nA,x;y\nB,z;w\nC,q\n", ",");
        add("lists in every cell", "Name,Tags\nA,x;y\nB,z;w\n", ",");
        add("delimiters in quotes", "a;b\n\"x,y,z\";1\n\"u,v,w\";2\n", ";");
        add("line ends in quotes", "a;b\n\"x\ny,z\";1\n\"u\nv,w\";2\n", ";");
        add("times are no columns", "When\n10:30\n11:45\n09:00\n", ",");
        add("addresses are no columns", "Site\nhttp://a.example\nhttps://b.example\n", ",");
        add("words are no columns", "Name\nJohn Smith\nJane Doe\nJim Poe\nJoe Low\nAnn Lee\n", ",");
        add("streets are no columns", "Street\nMain Street 5\nOther Road 7\nBig Lane 9\nOld Way 3\n", ",");
        add("one column", "a\nb\n", ",");
        add("empty", "", ",");
        add("only a mark", "\xEF\xBB\xBF", ",");
        add("only blank lines", "\n\r\n\n", ",");
        add("titles above", "Report\n\na;b;c\n1;2;3\n4;5;6\n", ";", false);
        add("a long row now and then", "a,b\n1,2\n1,2\n1,2,3\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n1,2\n", ",");
        add("sep line", "sep=|\na,b|c\n1,2|3\n", "|");
        add("sep line of any sign", "SEP=#\r\na#b\r\n", "#");
        add("sep line after a mark", "\xEF\xBB\xBFsep=;\na,b;c\n", ";");
        add("no sep line", "sep=\na,b\n1,2\n", ",", false);
    }

    void theDelimiterIsFound()
    {
        QFETCH(QByteArray, text);
        const auto found = guess(text);
        QTEST(found.dialect.delimiter, "delimiter");
        QTEST(found.delimiterSure, "sure");
        if (text.toLower().contains("sep=") && !text.contains("=\n"))
            QCOMPARE(found.delimiterReason, DelimiterReason::SepLine);
        else
            QCOMPARE(found.delimiterReason == DelimiterReason::OneColumn, found.delimiters.empty());
    }

    void candidatesAreRanked()
    {
        const auto found = guess("a,b;c\nu,v;w\nx,y;z\n");
        QCOMPARE(found.delimiters.size(), size_t{2});
        QVERIFY(!found.delimiterSure);
        QCOMPARE(found.delimiters.front().columns, 2);
        QCOMPARE(found.delimiters.front().evenness, 1.0);
    }

    void quotesAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("quote");
        QTest::addColumn<bool>("backslash");
        QTest::addColumn<QuoteReason>("reason");
        QTest::addColumn<bool>("sure");
        const auto add = [](const char *row, const QByteArray &text, char quote, bool backslash, QuoteReason reason,
                            bool sure) { QTest::newRow(row) << text << quote << backslash << reason << sure; };
        add("none", "a,b\n1,2\n", '"', false, QuoteReason::NoneSeen, true);
        add("double", "\"a\",\"b\"\n\"x,\"\"y\"\"\",2\n", '"', false, QuoteReason::QuotedCells, true);
        add("single", "'a';'b'\n'x;y';'2'\n'z';'it''s'\n", '\'', false, QuoteReason::QuotedCells, false);
        add("apostrophes", "a,b\n's-Hertogenbosch,1\n't Veld,2\nO'Hara,3\n", '"', false, QuoteReason::NoneSeen, true);
        add("backslash", "a,b\n\"5\\\" pipe, long\",2\n\"6\\\" x\",3\n", '"', true, QuoteReason::BackslashQuotes,
            false);
        add("a backslash before the end of a cell", "a,b\n\"C:\\dir\\\",2\n\"D:\\\",3\n", '"', false,
            QuoteReason::QuotedCells, true);
        add("quotes that are text", "a,b\n\"Big\" Joe,2\n\"Tiny\" Tim,3\n", '\0', false, QuoteReason::QuotesAreText,
            false);
        add("inches", "a,b\n5\" pipe,2\n6\" pipe,3\n", '"', false, QuoteReason::NoneSeen, true);
    }

    void quotesAreFound()
    {
        QFETCH(QByteArray, text);
        const auto found = guess(text);
        QTEST(found.dialect.quote, "quote");
        QTEST(found.dialect.backslashEscapes, "backslash");
        QTEST(found.quoteReason, "reason");
        QTEST(found.quoteSure, "sure");
    }

    void lineEndsAreSeen_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<LineEnding>("ending");
        QTest::newRow("lf") << QByteArray("a,b\n1,2\n") << LineEnding::Lf;
        QTest::newRow("crlf") << QByteArray("a,b\r\n1,\"x\ny\"\r\n") << LineEnding::CrLf;
        QTest::newRow("cr") << QByteArray("a,b\r1,2\r") << LineEnding::Cr;
        QTest::newRow("mixed") << QByteArray("a,b\r\n1,2\n3,4\r") << LineEnding::Mixed;
        QTest::newRow("none") << QByteArray("a,b") << LineEnding::None;
    }

    void lineEndsAreSeen()
    {
        QFETCH(QByteArray, text);
        QTEST(guess(text).lineEnding, "ending");
    }

    void commentsAreFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<char>("comment");
        QTest::addColumn<int>("headerRow");
        QTest::newRow("none") << QByteArray("a,b\n1,2\n") << '\0' << 1;
        QTest::newRow("above") << QByteArray("# exported today\n# by us, for you, all\na,b\n1,2\n3,4\n") << '#' << 1;
        QTest::newRow("between") << QByteArray("a,b,c\n1,2,3\n# half time\n4,5,6\n7,8,9\n") << '#' << 1;
        QTest::newRow("a name that starts with it") << QByteArray("#,Name\n1,Anna\n2,Bob\n") << '\0' << 1;
        QTest::newRow("all names") << QByteArray("#id,Name\n1,Anna\n2,Bob\n") << '\0' << 1;
        QTest::newRow("values that start with it") << QByteArray("Tag,N\n#one,1\n#two,2\n") << '\0' << 1;
    }

    void commentsAreFound()
    {
        QFETCH(QByteArray, text);
        QFETCH(char, comment);
        const auto found = guess(text);
        QCOMPARE(found.dialect.comment, comment);
        QCOMPARE(found.commentSure, comment == '\0');
        QTEST(found.dialect.headerRow, "headerRow");
    }

    void theHeaderRowIsFound_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("row");
        QTest::addColumn<HeaderReason>("reason");
        QTest::addColumn<bool>("sure");
        const auto add = [](const char *row, const QByteArray &text, int header, HeaderReason reason, bool sure) {
            QTest::newRow(row) << text << header << reason << sure;
        };
        add("names above numbers", "Name,Age\nAnna,30\nBob,40\n", 1, HeaderReason::NamesAboveValues, true);
        add("names above dates", "Name;Born\nAnna;1.2.1980\nBob;3.4.1981\n", 1, HeaderReason::NamesAboveValues, true);
        add("words above words", "First,Last\nAnna,Smith\nBob,Jones\n", 1, HeaderReason::FirstRecord, false);
        add("only a header", "Name,Age\n", 1, HeaderReason::FirstRecord, false);
        add("titles above", "Sales\n\nby us\nName;Age;Town\nAnna;30;Bonn\nBob;40;Rome\n", 3,
            HeaderReason::NamesAboveValues, true);
        add("titles padded with empty cells", "Sales,,,\nMay,,,\nName,Age,Town,Zip\nA,30,B,1\nC,40,D,2\n", 3,
            HeaderReason::NamesAboveValues, true);
        add("titles above words", "Sales\na;b;c\nx;y;z\n", 2, HeaderReason::FirstFullRecord, false);
        add("numbers from the start", "1,Anna,30\n2,Bob,40\n3,Cy,50\n", 0, HeaderReason::FirstRecordIsData, true);
        add("addresses from the start", "Anna,a@x.example\nBob,b@x.example\nCy,c@x.example\n", 0,
            HeaderReason::FirstRecordIsData, false);
        add("a value that comes again", "Mr,Smith\nMrs,Jones\nMr,Brown\n", 0, HeaderReason::FirstRecordIsData, false);
        add("years above numbers", "Region,2022,2023\nNorth,10,20\nSouth,30,40\n", 1, HeaderReason::FirstRecord, false);
        add("one column of numbers", "5\n6\n7\n", 0, HeaderReason::FirstRecordIsData, false);
        add("one column with a name", "Phone\n+49 30 1234567\n+49 30 7654321\n", 1, HeaderReason::NamesAboveValues,
            true);
        add("nothing", "", 1, HeaderReason::FirstRecord, false);
        add("after a sep line", "sep=;\nName;Age\nAnna;30\nBob;31\n", 1, HeaderReason::NamesAboveValues, true);
    }

    void theHeaderRowIsFound()
    {
        QFETCH(QByteArray, text);
        const auto found = guess(text);
        QTEST(found.dialect.headerRow, "row");
        QTEST(found.header.reason, "reason");
        QTEST(found.header.sure, "sure");
        QCOMPARE(found.dialect.headerRows, 1);
        QVERIFY(!found.header.merged);
    }

    void groupsOfNamesAreSuggestedOnly_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("groups");
        QTest::newRow("first") << QByteArray("Person,,Address,\nFirst,Last,Town,Zip\nA,B,C,1\nD,E,F,2\n") << 2 << 1;
        QTest::newRow("few groups") << QByteArray("Who,,,Where,,\na,b,c,d,e,f\nA,B,C,D,E,1\nD,E,F,F,F,2\n") << 2 << 1;
        QTest::newRow("below a title") << QByteArray("All\nPerson,,Address,\nFirst,Last,Town,Zip\nA,B,C,1\nD,E,F,2\n")
                                       << 3 << 2;
    }

    void groupsOfNamesAreSuggestedOnly()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, groups);
        const auto found = guess(text);
        QTEST(found.dialect.headerRow, "row");
        QCOMPARE(found.dialect.headerRows, 1);
        QVERIFY(found.header.merged.has_value());
        QCOMPARE(found.header.merged->row, groups);
        QCOMPARE(found.header.merged->rows, 2);
        QVERIFY(!found.header.sure);
    }

    void whereTheHeadIsCutDoesNotMatter()
    {
        const QByteArray text = "Name;Note;Age\n" + QByteArray("Anna;\"one\ntwo; three\";30\nBob;-;41\n").repeated(20);
        const qsizetype firstRecords = text.indexOf("41") + 3;
        for (qsizetype size = firstRecords + 40; size < text.size(); ++size) {
            const auto found = tabular::guessDialect(QByteArrayView(text).first(size), false);
            QCOMPARE(found.dialect, guess(text).dialect);
            QCOMPARE(found.quoteReason, QuoteReason::QuotedCells);
            QVERIFY(found.delimiterSure && found.quoteSure);
        }
    }

    void noiseGivesADialectThatCanBeUsed()
    {
        QRandomGenerator random(99);
        const QByteArray signs("ab1,;|\t:~^ \"'\\\r\n#=-.@0\0\xC3\xA9", 26);
        for (int round = 0; round < 3'000; ++round) {
            QByteArray text;
            for (int i = random.bounded(150); i > 0; --i)
                text += signs.at(random.bounded(static_cast<int>(signs.size())));
            const auto found = tabular::guessDialect(text, round % 2 == 0);
            QVERIFY(found.dialect.delimiter.size() == 1 || found.dialect.delimiter.size() == 2);
            QVERIFY(!found.dialect.delimiter.contains('\n') && !found.dialect.delimiter.contains('"'));
            QVERIFY(found.dialect.headerRow >= 0 && found.dialect.headerRows == 1);
            QVERIFY(found.delimiters.empty() || found.delimiters.front().delimiter == found.dialect.delimiter);
        }
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestDialectGuess)
#include "tst_dialect_guess.moc"
