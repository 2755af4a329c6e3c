#include "cli/RunReport.h"
#include "cli/Sentences.h"
#include "tests/support/TestMain.h"

using base::ErrorCode;
using checking::Rule;

class TestSentences final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void everyErrorHasASentenceOfItsOwn()
    {
        QSet<QString> said;
        const int last = int(ErrorCode::UsageWrong);
        for (int code = 0; code <= last; ++code) {
            const QString sentence = cli::sentenceOf(base::Error{ErrorCode(code), {}, {}, {}});
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(sentence != QLatin1String("Something failed."), base::name(ErrorCode(code)));
            said.insert(sentence);
        }
        QCOMPARE(int(said.size()), last + 1);
    }

    void everyFindingHasASentenceOfItsOwn()
    {
        QSet<QString> said;
        const int last = int(Rule::CallbackMethodNotPost);
        for (int rule = 0; rule <= last; ++rule) {
            const QString sentence = cli::sentenceOf(checking::Finding{Rule(rule), {}, {}, {}});
            QVERIFY2(sentence.startsWith(QLatin1String("Warning: ")), qPrintable(sentence));
            QVERIFY2(sentence.endsWith(QLatin1Char('.')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(QLatin1Char('%')), qPrintable(sentence));
            QVERIFY2(!sentence.contains(checking::ruleName(Rule(rule))), qPrintable(sentence));
            said.insert(sentence);
        }
        QCOMPARE(int(said.size()), last + 1);
    }

    void aSentenceSaysWhatAndWhere_data()
    {
        QTest::addColumn<checking::Finding>("finding");
        QTest::addColumn<QString>("expected");
        using Kind = crm::InputRef::Kind;
        const crm::InputRef mobile{Kind::Mapping, crm::FieldName(QStringLiteral("Mobile"))};
        QTest::newRow("column") << checking::Finding{Rule::ColumnOutOfRange,
                                                     {},
                                                     mobile,
                                                     {{QStringLiteral("column"), 7}, {QStringLiteral("columns"), 3}}}
                                << QStringLiteral(
                                       "Warning: The field Mobile is mapped to column 7, but the spreadsheet "
                                       "has 3 columns.");
        QTest::newRow("rows") << checking::Finding{Rule::FileTooManyRows,
                                                   {},
                                                   {Kind::File, {}},
                                                   {{QStringLiteral("rows"), 25'001},
                                                    {QStringLiteral("limit"), 25'000}}}
                              << QStringLiteral("Warning: The spreadsheet has 25001 rows; one job takes 25000.");
        const QVariantMap split{{QStringLiteral("rows"), 60'000},
                                {QStringLiteral("limit"), 25'000},
                                {QStringLiteral("jobs"), 3},
                                {QStringLiteral("credits"), 1'500}};
        QTest::newRow("rows in jobs") << checking::Finding{Rule::FileTooManyRows, {}, {Kind::File, {}}, split}
                                      << QStringLiteral("Warning: The spreadsheet has 60000 rows; one job takes 25000. "
                                                        "It is sent in 3 jobs, which cost 1500 API credits.");
        QTest::newRow("bytes in jobs") << checking::Finding{Rule::FileTooLarge, {}, {Kind::File, {}}, split}
                                       << QStringLiteral("Warning: The spreadsheet is larger than the 25000 bytes that "
                                                         "one job takes. It is sent in up to 3 jobs, which cost up to "
                                                         "1500 API credits.");
        QTest::newRow("host") << checking::Finding{Rule::CallbackIsPrivate,
                                                   {},
                                                   {Kind::CallbackUrl, {}},
                                                   {{QStringLiteral("host"), QStringLiteral("10.0.0.1")}}}
                              << QStringLiteral("Warning: The callback's host 10.0.0.1 is in a private network.");
    }
    void aSentenceSaysWhatAndWhere()
    {
        QFETCH(const checking::Finding, finding);
        QTEST(cli::sentenceOf(finding), "expected");
    }

    void partsThatFareAlikeAreNamedTogether()
    {
        using Fate = importing::RunPart::Fate;
        importing::RunParts all;
        for (const Fate fate : {Fate::In, Fate::In, Fate::Refused, Fate::NotSent}) {
            importing::RunPart part;
            part.fate = fate;
            all.parts.push_back(part);
        }
        QCOMPARE(
            cli::fatesOf(all),
            QStringLiteral("Parts 1 to 2 of 4 are in the CRM. Part 3 of 4 was refused. Part 4 of 4 was not sent."));
        all.parts[2].fate = Fate::Unknown;
        all.parts[1].fate = Fate::LeftOut;
        QCOMPARE(
            cli::fatesOf(all),
            QStringLiteral("Part 1 of 4 is in the CRM. Part 2 of 4 was left out. Nobody can tell whether the job of "
                           "part 3 of 4 was created. Part 4 of 4 was not sent."));
    }

    void theExitCodeTellsWhatKindOfTroubleItIs_data()
    {
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("exit");
        const auto row = [](ErrorCode code, cli::ExitCode exit) {
            QTest::newRow(base::name(code)) << int(code) << int(exit);
        };
        row(ErrorCode::FileNotFound, cli::UsageWrong);
        row(ErrorCode::TableTooManyRows, cli::UsageWrong);
        row(ErrorCode::ZipTooLarge, cli::UsageWrong);
        row(ErrorCode::PlanVersionUnknown, cli::UsageWrong);
        row(ErrorCode::TemplateNameTaken, cli::UsageWrong);
        row(ErrorCode::UsageWrong, cli::UsageWrong);
        row(ErrorCode::HostNotFound, cli::NetworkTrouble);
        row(ErrorCode::ServerTrouble, cli::NetworkTrouble);
        row(ErrorCode::OutcomeUnknown, cli::NetworkTrouble);
        row(ErrorCode::RefusedByServer, cli::JobRefused);
        row(ErrorCode::KeychainLocked, cli::SignInNeeded);
        row(ErrorCode::SignInNeeded, cli::SignInNeeded);
    }
    void theExitCodeTellsWhatKindOfTroubleItIs()
    {
        QFETCH(const int, code);
        QFETCH(const int, exit);
        QCOMPARE(int(cli::exitCodeOf(ErrorCode(code))), exit);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestSentences)
#include "tst_sentences.moc"
