#include "mapping/ColumnMapping.h"
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
        QCOMPARE(mapping.claims(), std::vector<FieldMapping>{fed(email, 2)});
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
        QVERIFY(mapping.claims().empty());
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
        QVERIFY(mapping.claims().empty());
    }

    void aFieldIsTakenFromAnotherMapping()
    {
        ColumnMapping from({fed(email, 0), fed(email, 1), fed(company, 2)});
        from.setRule(email, {QString(), {{"Messe", "Trade Show"}}});
        ColumnMapping mapping({fed(email, 5)});
        QVERIFY(!mapping.agreesOn(email, from));
        mapping.takeField(email, from);
        QVERIFY(mapping.agreesOn(email, from));
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
};

WIZARD_TEST_MAIN(QCoreApplication, TestColumnMapping)
#include "tst_column_mapping.moc"
