#include "mapping/CellConversion.h"
#include "mapping/FormatChoice.h"
#include "tabular/profile/ColumnProfiler.h"
#include "tests/support/TestMain.h"

using crm::ColumnIndex;
using crm::FieldMapping;
using crm::FieldName;
using mapping::ColumnMapping;
using mapping::ColumnState;

namespace {

const FieldName company{QStringLiteral("Company")};
const FieldName email{QStringLiteral("Email")};
const FieldName lastName{QStringLiteral("Last_Name")};
const QJsonValue berlin{QStringLiteral("Berlin")};

FieldMapping fed(const FieldName &field, int column)
{
    FieldMapping entry;
    entry.field = field;
    entry.column = ColumnIndex{column};
    return entry;
}

FieldMapping constant(const FieldName &field, const QJsonValue &value)
{
    FieldMapping entry;
    entry.field = field;
    entry.defaultValue = value;
    return entry;
}

QStringList order(const ColumnMapping &mapping)
{
    QStringList names;
    for (const FieldMapping &entry : mapping.entries())
        names << entry.field.text();
    return names;
}

/// The column of these cells, the first one in row 2.
tabular::ColumnProfile profileOf(const QString &cells)
{
    tabular::ColumnProfiler profiler;
    qint64 row = 1;
    for (const QString &cell : cells.split(QLatin1Char('|')))
        profiler.add(cell.toStdString(), ++row);
    return profiler.profile();
}

crm::Field typed(const FieldName &name, const QString &type)
{
    crm::Field field;
    field.name = name;
    field.dataType = type;
    return field;
}

} // namespace

class TestColumnMapping final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void nothingIsDecidedAtFirst()
    {
        const ColumnMapping mapping;
        QVERIFY(mapping.entries().empty());
        QCOMPARE(mapping.stateOf({0}), ColumnState::Undecided);
        QVERIFY(!mapping.find(email));
        QVERIFY(mapping.fieldsOf({0}).empty());
    }

    void aColumnFeedsAField()
    {
        ColumnMapping mapping;
        mapping.mapColumn({2}, email);
        QCOMPARE(mapping.stateOf({2}), ColumnState::Mapped);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Undecided);
        QVERIFY(mapping.find(email));
        QCOMPARE(*mapping.find(email), fed(email, 2));
        QCOMPARE(mapping.fieldsOf({2}), std::vector<FieldName>{email});
    }

    void entriesKeepTheOrderInWhichTheyWereMade()
    {
        ColumnMapping mapping;
        mapping.mapColumn({3}, lastName);
        mapping.mapColumn({0}, email);
        mapping.setConstant(company, berlin);
        mapping.mapColumn({5}, lastName);
        QCOMPARE(order(mapping), (QStringList{"Last_Name", "Email", "Company"}));
    }

    void oneColumnFeedsSeveralFields()
    {
        ColumnMapping mapping;
        mapping.mapColumn({1}, email);
        mapping.mapColumn({1}, company);
        QCOMPARE(mapping.fieldsOf({1}), (std::vector<FieldName>{email, company}));
        mapping.clearField(email);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Mapped);
        mapping.clearField(company);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Undecided);
    }

    void aSecondColumnOnAFieldReplacesTheFirstAndNothingElse()
    {
        FieldMapping entry = fed(company, 0);
        entry.findBy = FieldName(QStringLiteral("id"));
        entry.format = QStringLiteral("dd.MM.yyyy");
        entry.defaultValue = berlin;
        ColumnMapping mapping;
        mapping.setEntry(entry);
        mapping.mapColumn({4}, company);
        entry.column = ColumnIndex{4};
        QCOMPARE(mapping.entries(), std::vector<FieldMapping>{entry});
        QCOMPARE(mapping.stateOf({0}), ColumnState::Undecided);
    }

    void anEntryIsReplacedAsAWhole()
    {
        ColumnMapping mapping({fed(email, 0), fed(company, 1)});
        mapping.setEntry(constant(email, berlin));
        QCOMPARE(mapping.entries(), (std::vector<FieldMapping>{constant(email, berlin), fed(company, 1)}));
    }

    void aConstantStandsBesideOrWithoutAColumn()
    {
        ColumnMapping mapping;
        mapping.setConstant(company, berlin);
        QCOMPARE(mapping.entries(), std::vector<FieldMapping>{constant(company, berlin)});
        mapping.mapColumn({2}, company);
        QCOMPARE(*mapping.find(company)->defaultValue, berlin);
        mapping.setConstant(company, {});
        QCOMPARE(mapping.entries(), std::vector<FieldMapping>{fed(company, 2)});
        mapping.clearField(company);
        mapping.setConstant(company, berlin);
        mapping.setConstant(company, {});
        QVERIFY(mapping.entries().empty());
        mapping.setConstant(company, {});
        QVERIFY(mapping.entries().empty());
    }

    void clearingAColumnKeepsConstants()
    {
        ColumnMapping mapping;
        mapping.mapColumn({1}, email);
        mapping.mapColumn({1}, company);
        mapping.setConstant(company, berlin);
        mapping.mapColumn({2}, lastName);
        mapping.clearColumn({1});
        QCOMPARE(mapping.entries(), (std::vector<FieldMapping>{constant(company, berlin), fed(lastName, 2)}));
    }

    void clearingAColumnTouchesNoIncompleteEntry()
    {
        FieldMapping incomplete;
        incomplete.field = lastName;
        ColumnMapping mapping({incomplete, fed(email, 1)});
        mapping.clearColumn({1});
        QCOMPARE(mapping.entries(), std::vector<FieldMapping>{incomplete});
    }

    void anIgnoredColumnFeedsNothing()
    {
        ColumnMapping mapping({fed(email, 1), fed(company, 2)});
        mapping.setIgnored({1}, true);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Ignored);
        QVERIFY(!mapping.find(email));
        QCOMPARE(mapping.ignoredColumns(), QSet<int>{1});
        mapping.setIgnored({1}, false);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Undecided);
    }

    void mappingAnIgnoredColumnBringsItBack()
    {
        ColumnMapping mapping;
        mapping.setIgnored({1}, true);
        mapping.mapColumn({1}, email);
        QCOMPARE(mapping.stateOf({1}), ColumnState::Mapped);
        mapping.setIgnored({3}, true);
        mapping.setEntry(fed(company, 3));
        QVERIFY(mapping.ignoredColumns().isEmpty());
    }

    void twoColumnsOnOneFieldOfARequestAreKept()
    {
        const ColumnMapping mapping({fed(email, 0), fed(company, 1), fed(email, 2)}, {2, 3});
        QCOMPARE(mapping.entries(), (std::vector<FieldMapping>{fed(email, 0), fed(company, 1)}));
        QCOMPARE(mapping.everything(), (std::vector<FieldMapping>{fed(email, 0), fed(company, 1), fed(email, 2)}));
        QCOMPARE(mapping.columnsOf(email), (std::vector<ColumnIndex>{{0}, {2}}));
        QCOMPARE(mapping.stateOf({2}), ColumnState::Mapped);
        QCOMPARE(mapping.ignoredColumns(), QSet<int>{3});
    }

    void aColumnClaimsAFieldThatAnotherFeeds()
    {
        ColumnMapping mapping;
        mapping.setIgnored({1}, true);
        mapping.claimField({0}, email);
        QCOMPARE(mapping.everything(), mapping.entries());
        mapping.claimField({1}, email);
        mapping.claimField({1}, email);
        mapping.claimField({0}, email);
        QCOMPARE(mapping.columnsOf(email), (std::vector<ColumnIndex>{{0}, {1}}));
        QCOMPARE(mapping.stateOf({1}), ColumnState::Mapped);
        QCOMPARE(mapping.fieldsOf({1}), std::vector<FieldName>{email});
    }

    void aClaimIsSettled_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<std::vector<ColumnIndex>>("columns");
        QTest::newRow("the first column goes") << "remove 0" << std::vector<ColumnIndex>{{1}};
        QTest::newRow("the second column goes") << "remove 1" << std::vector<ColumnIndex>{{0}};
        QTest::newRow("the first column feeds something else") << "clear 0" << std::vector<ColumnIndex>{{1}};
        QTest::newRow("the second column is left out") << "ignore 1" << std::vector<ColumnIndex>{{0}};
        QTest::newRow("the second column alone") << "map 1" << std::vector<ColumnIndex>{{1}};
        QTest::newRow("another column alone") << "map 4" << std::vector<ColumnIndex>{{4}};
        QTest::newRow("the field is cleared") << "field" << std::vector<ColumnIndex>{};
    }

    void aClaimIsSettled()
    {
        QFETCH(QString, how);
        QFETCH(std::vector<ColumnIndex>, columns);
        ColumnMapping mapping({fed(email, 0), fed(email, 1)});
        const ColumnIndex column{how.right(1).toInt()};
        if (how.startsWith(QLatin1String("remove")))
            mapping.removeColumn(column, email);
        else if (how.startsWith(QLatin1String("clear")))
            mapping.clearColumn(column);
        else if (how.startsWith(QLatin1String("ignore")))
            mapping.setIgnored(column, true);
        else if (how.startsWith(QLatin1String("map")))
            mapping.mapColumn(column, email);
        else
            mapping.clearField(email);
        QCOMPARE(mapping.columnsOf(email), columns);
        QCOMPARE(mapping.everything(), mapping.entries());
    }

    void aFieldIsTakenFromAnotherMapping()
    {
        ColumnMapping from({fed(email, 0), fed(email, 1), fed(company, 2)});
        from.setRule(email, {QString(), {{"Messe", "Trade Show"}}});
        ColumnMapping mapping({fed(email, 5)});
        QVERIFY(!mapping::agreeOn(email, mapping, from));
        mapping.takeField(email, from);
        QVERIFY(mapping::agreeOn(email, mapping, from));
        QVERIFY(!mapping.find(company));
        mapping.takeField(email, {});
        QVERIFY(!mapping.find(email));
        QVERIFY(mapping.rules().empty());
    }

    void itIsAValue()
    {
        ColumnMapping one;
        one.mapColumn({0}, email);
        ColumnMapping other = one;
        QCOMPARE(other, one);
        other.setIgnored({1}, true);
        QVERIFY(!(other == one));
        QCOMPARE(one.stateOf({1}), ColumnState::Undecided);
    }

    void aCellBecomesWhatItsRuleSays_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("cell");
        QTest::addColumn<QString>("sent"); ///< null: it cannot be converted
        const auto add = [](const char *name, const char *pattern, const char *format, const char *cell,
                            const char *sent) {
            QTest::newRow(name) << QString(pattern) << QString(format) << QString::fromUtf8(cell)
                                << (sent ? QString::fromUtf8(sent) : QString());
        };
        const char *iso = "yyyy-MM-dd";
        add("exact value", "", "", "Messe", "Trade Show");
        add("value with blanks around it", "", "", "  Messe ", "Trade Show");
        add("value in another case", "", "", "MESSE", "Trade Show");
        add("the exact one goes first", "", "", "messe", "Fair");
        add("umlauts have cases too", "", "", "KÄUFER", "Buyer");
        add("a value that is not named", "", "", "Web", "Web");
        add("blank", "dd/MM/yyyy", iso, "  ", "  ");
        add("day first", "dd/MM/yyyy", iso, "03/04/2024", "2024-04-03");
        add("month first", "MM/dd/yyyy", iso, "03/04/2024", "2024-03-04");
        add("one digit", "d.M.yyyy", iso, "3.4.2024", "2024-04-03");
        add("first and last of a month", "d.M.yyyy", iso, "31.12.1999", "1999-12-31");
        add("first of the year", "d.M.yyyy", iso, "1.1.2000", "2000-01-01");
        add("two digits of a year", "dd.MM.yy", iso, "29.02.68", "2068-02-29");
        add("month by name", "MMM d, yyyy", iso, "Jan 31, 2024", "2024-01-31");
        add("month by long name", "d MMMM yyyy", iso, "9 September 2024", "2024-09-09");
        add("another layout of one meaning", "dd/MM/yyyy", iso, "2024-04-03", "2024-04-03");
        add("another layout of two meanings", "dd/MM/yyyy", iso, "03.04.2024", nullptr);
        add("the other order in the same layout", "dd/MM/yyyy", iso, "01/31/2024", nullptr);
        add("no day", "dd/MM/yyyy", iso, "31/02/2024", nullptr);
        add("no date", "dd/MM/yyyy", iso, "soon", nullptr);
        add("a value among dates", "dd/MM/yyyy", iso, "messe", "Fair");
        add("a time that a day has not", "yyyy-MM-dd HH:mm", iso, "2024-04-03 23:59", "2024-04-03");
        add("a day that gets a time", "dd/MM/yyyy", "yyyy-MM-dd HH:mm:ss", "03/04/2024", "2024-04-03 00:00:00");
        add("afternoon", "MM/dd/yyyy hh:mm a", "yyyy-MM-dd HH:mm:ss", "03/04/2024 1:05 PM", "2024-03-04 13:05:00");
        add("midnight", "MM/dd/yyyy hh:mm a", "yyyy-MM-dd HH:mm:ss", "03/04/2024 12:05 am", "2024-03-04 00:05:00");
        add("a zone stays", "yyyy-MM-ddTHH:mm:ssXXX", "", "2024-04-03T10:00:00Z", "2024-04-03T10:00:00+00:00");
        add("west of Greenwich", "yyyy-MM-ddTHH:mm:ssXXX", "", "2024-04-03T10:00:00-0330", "2024-04-03T10:00:00-03:30");
        add("a zone that nothing says", "yyyy-MM-ddTHH:mm:ssXXX", "yyyy-MM-dd HH:mm:ss", "2024-04-03T10:00:00Z",
            nullptr);
        add("no zone among zones", "yyyy-MM-ddTHH:mm:ssXXX", "", "2024-04-03T10:00:00", nullptr);
        add("comma and points", "#.###,#", "", "1.234.567,89", "1234567.89");
        add("minus", "#.###,#", "", "-1.234,5", "-1234.5");
        add("plus", "#.###,#", "", "+1.234,5", "1234.5");
        add("a point among them", "#.###,#", "", "1.5", nullptr);
        add("comma alone", "#,#", "", "0,50", "0.50");
        add("commas and a point", "#,###.#", "", "1,234.50", "1234.50");
        add("narrow blanks", "# ###,#", "", "1\u202f234,5", "1234.5");
        add("apostrophes", "#'###.#", "", "1'234.5", "1234.5");
        add("with a unit", "#.###,#", "", "1.234,50 €", nullptr);
        add("several values", ",", "", "Messe, Web ,KÄUFER", "Trade Show;Web;Buyer");
        add("several, none between", "|", "", "|Messe||Web|", "Trade Show;Web");
        add("a pattern that is none", "??", "", "x??Messe", "x;Trade Show");
    }

    void aCellBecomesWhatItsRuleSays()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, format);
        QFETCH(QString, cell);
        QFETCH(QString, sent);
        const mapping::CellRule rule{pattern, {{"Messe", "Trade Show"}, {"messe", "Fair"}, {" Käufer", "Buyer"}}};
        const mapping::CellConversion conversion(rule, format);

        const mapping::ConvertedCell converted = conversion.convert(cell);

        QCOMPARE(converted.text, sent.isNull() ? cell : sent);
        QCOMPARE(converted.problem == mapping::ConvertedCell::Problem::None, !sent.isNull());
        std::string changed;
        const bool differs = conversion.change(cell.toStdString(), changed);
        QCOMPARE(differs ? QString::fromStdString(changed) : cell, converted.text);
    }

    void theCrmReadsWhatItsManualShows_data()
    {
        QTest::addColumn<bool>("reads");
        for (const char *pattern : {"dd/MM/yyyy", "MM/dd/yyyy", "yyyy-MM-dd", "dd.MM.yy", "dd MMM yyyy", "MMM dd,yyyy",
                                    "yy-MMMM-dd", "MM/dd/yyyy HH:mm:ss", "#", "#.#"})
            QTest::newRow(pattern) << true;
        for (const char *pattern : {"d/M/yyyy", "MMM dd, yyyy", "dd/MM-yyyy", "yyyy-MM-ddTHH:mm:ss", "dd/MM/yyyy HH:mm",
                                    "MM/dd/yyyy hh:mm:ss a", "yyyy-MM-dd HH:mm:ssXXX", "#,#", "#.###,#", "#,###", ""})
            QTest::newRow(pattern) << false;
    }

    void theCrmReadsWhatItsManualShows()
    {
        QFETCH(bool, reads);
        QCOMPARE(mapping::crmReads(QString::fromLatin1(QTest::currentDataTag())), reads);
    }

    void aColumnSaysHowItIsRead_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("cells");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("table"); ///< each reading: how many values fit, and which row speaks against it
        const auto add = [](const char *name, const char *type, const char *cells, const char *format,
                            const char *source, const char *table) {
            QTest::newRow(name) << QString(type) << QString::fromUtf8(cells) << QString(format) << QString(source)
                                << QString(table);
        };
        add("days first", "date", "01/02/2024|31/01/2024|03/03/2024", "dd/MM/yyyy", "",
            "dd/MM/yyyy 3 0|MM/dd/yyyy 2 3|decided by row 3");
        add("nothing decides", "date", "01/02/2024|03/03/2024", "", "",
            "MM/dd/yyyy 2 0|dd/MM/yyyy 2 0|nothing decides");
        add("a layout that the CRM does not know", "date", "31.1.2024|1.2.2024", "yyyy-MM-dd", "d.M.yyyy",
            "d.M.yyyy 2 0|M.d.yyyy 1 2|decided by row 2");
        add("two layouts", "date", "31/01/2024|2024-02-01|13/02/2024|14/02/2024|15/03/2024", "dd/MM/yyyy", "",
            "dd/MM/yyyy 4 0|yyyy-MM-dd 1 2|decided by row 2");
        add("a time that a day has not", "date", "2024-01-31 10:00:00|2024-02-01 11:30:00", "yyyy-MM-dd",
            "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm:ss 2 0|decided by row 2");
        add("times", "datetime", "2024-01-31 10:00:00|2024-02-01 11:30:00", "yyyy-MM-dd HH:mm:ss", "",
            "yyyy-MM-dd HH:mm:ss 2 0|decided by row 2");
        add("times without seconds", "datetime", "31.01.2024 10:00|01.02.2024 11:30", "yyyy-MM-dd HH:mm:ss",
            "dd.MM.yyyy HH:mm", "dd.MM.yyyy HH:mm 2 0|MM.dd.yyyy HH:mm 1 2|decided by row 2");
        add("zones", "datetime", "2024-01-31T10:00:00Z|2024-02-01T11:30:00Z", "", "yyyy-MM-ddTHH:mm:ssXXX",
            "yyyy-MM-ddTHH:mm:ssXXX 2 0|decided by row 2");
        add("days for times", "datetime", "2024-01-31|2024-02-01", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd",
            "yyyy-MM-dd 2 0|decided by row 2");
        add("plain numbers", "double", "1|22|333", "", "", "");
        add("point", "double", "1.5|22.25", "", "", "#.# 2 0|decided by row 2");
        add("comma", "double", "1,5|22,25", "", "#,#", "#,# 2 0|decided by row 2");
        add("comma and points", "currency", "1.234,5|2,25|1.000", "", "#.###,#",
            "#.###,# 3 0|#.# 1 2|decided by row 2");
        add("a number of two meanings", "currency", "1.234|2.000", "", "", "#.# 2 0|#.### 2 0|nothing decides");
        add("numbers for a day", "date", "1.5|2.5", "", "", "");
        add("text for a day", "date", "soon|later", "", "", "");
        add("days for text", "text", "31/01/2024|01/02/2024", "", "", "");
    }

    void aColumnSaysHowItIsRead()
    {
        QFETCH(QString, cells);
        QFETCH(QString, type);
        const crm::Field field = typed(company, type);
        const tabular::ColumnProfile profile = profileOf(cells);
        QStringList rows;
        const mapping::FormatTable table = mapping::formatTable(field, profile);
        for (const mapping::FormatCandidate &candidate : table.candidates)
            rows << QStringLiteral("%1 %2 %3")
                        .arg(candidate.fit.pattern)
                        .arg(candidate.fit.fitting)
                        .arg(candidate.fit.misfitRow);
        if (!rows.isEmpty())
            rows << (table.decided ? QStringLiteral("decided by row %1").arg(table.decisiveRow)
                                   : QStringLiteral("nothing decides"));
        QTEST(rows.join(QLatin1Char('|')), "table");

        ColumnMapping mapping;
        mapping::takeFormat(mapping, field, profile); // nothing feeds it yet
        QVERIFY(mapping.entries().empty());
        mapping.mapColumn({0}, company);
        mapping::takeFormat(mapping, field, profile);
        QTEST(mapping.find(company)->format, "format");
        const mapping::CellRule *rule = mapping.ruleOf(company);
        QTEST(rule ? rule->sourcePattern : QString(), "source");
    }

    void whatAPersonChoseStaysWhereNothingDecides()
    {
        const crm::Field field = typed(company, "date");
        const tabular::ColumnProfile profile = profileOf(QStringLiteral("01/02/2024|03/03/2024"));
        FieldMapping entry = fed(company, 0);
        entry.format = QStringLiteral("dd/MM/yyyy");
        ColumnMapping mapping({entry});
        mapping.setRule(company, {{}, {{"never", ""}}});
        mapping::takeFormat(mapping, field, profile);
        QCOMPARE(mapping.find(company)->format, QStringLiteral("dd/MM/yyyy"));

        entry.format = QStringLiteral("yyyy-MM-dd"); // of another column
        mapping.setEntry(entry);
        mapping::takeFormat(mapping, field, profile);
        QCOMPARE(mapping.find(company)->format, QString());
        QVERIFY(mapping.ruleOf(company)->values.contains("never"));
    }

    void rulesGoWithTheirEntries()
    {
        const mapping::CellRule rule{{}, {{"Messe", "Trade Show"}}};
        ColumnMapping mapping;
        mapping.setRule(company, rule);
        QVERIFY(!mapping.ruleOf(company)); // nothing feeds it
        mapping.mapColumn({1}, company);
        mapping.setRule(company, rule);
        QVERIFY(mapping.ruleOf(company) && *mapping.ruleOf(company) == rule);
        QVERIFY(ColumnMapping(mapping.entries(), {}, mapping.rules()) == mapping);
        mapping.setRule(company, {});
        QVERIFY(mapping.rules().empty());
        mapping.setRule(company, rule);
        mapping.clearField(company);
        QVERIFY(mapping.rules().empty());
    }

    void equalRulesHaveEqualFingerprints()
    {
        const mapping::CellRule rule{"dd/MM/yyyy", {{"a", "b"}}};
        const QString print = mapping::fingerprintOf(&rule, "yyyy-MM-dd");
        QVERIFY(!print.isEmpty());
        const mapping::CellRule moved{"dd/MM/yyyy", {{"ab", ""}}};
        QVERIFY(mapping::fingerprintOf(&moved, "yyyy-MM-dd") != print);
        QVERIFY(mapping::fingerprintOf(&rule, "") != print);
        const mapping::CellRule none;
        QVERIFY(mapping::fingerprintOf(&none, "yyyy-MM-dd").isEmpty());
        QVERIFY(mapping::fingerprintOf(nullptr, "yyyy-MM-dd").isEmpty());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestColumnMapping)
#include "tst_column_mapping.moc"
