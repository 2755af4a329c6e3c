#include "mapping/AutoMatcher.h"
#include "tests/support/TestMain.h"

using crm::Field;
using crm::FieldName;
using crm::Operation;
using mapping::ColumnMapping;

namespace {

Field field(const char *name, const char *label, const char *type = "text")
{
    Field made;
    made.name = FieldName(QString::fromUtf8(name));
    made.label = QString::fromUtf8(label);
    made.dataType = QString::fromUtf8(type);
    return made;
}

std::vector<Field> leads()
{
    Field id = field("id", "Record ID", "bigint");
    id.apiCreate = id.apiUpdate = false;
    Field score = field("Score", "Score", "formula");
    Field source = field("Source", "Origin");
    source.apiUpdate = false;
    return {id,
            field("Last_Name", "Nachname"),
            field("Email", "E-Mail", "email"),
            field("Second_Email", "Email", "email"),
            field("Home_Phone", "Phone", "phone"),
            field("City_1", "Ort"),
            field("City_2", "Ort"),
            field("Owner", "Lead Owner", "ownerlookup"),
            field("Account_Name", "Account", "lookup"),
            score,
            source};
}

/// "0>Last_Name 2>Email"
QString told(const ColumnMapping &mapping)
{
    QStringList parts;
    for (const auto &entry : mapping.entries())
        parts << QStringLiteral("%1>%2").arg(entry.column ? entry.column->value : -1).arg(entry.field.text());
    return parts.join(QLatin1Char(' '));
}

} // namespace

class TestAutoMatcher final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void headersMeetFields_data()
    {
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QString>("expected");
        const auto add = [](const char *name, const QStringList &headers, const char *expected) {
            QTest::newRow(name) << headers << QString::fromUtf8(expected);
        };
        add("API name", {"Last_Name"}, "0>Last_Name");
        add("label", {"Nachname"}, "0>Last_Name");
        add("letter case", {"LAST_name", "e-MAIL"}, "0>Last_Name 1>Email");
        add("spaces, underscores, hyphens", {" Last  Name ", "LeadOwner", "home-phone"},
            "0>Last_Name 1>Owner 2>Home_Phone");
        add("no near misses", {"Last", "Lastname1", "Emails", "Phone (2)", ""}, "");
        add("two columns of one name", {"Phone", "x", "phone"}, "0>Home_Phone");
        add("API name before label", {"Phone", "Home Phone"}, "1>Home_Phone");
        add("an API name is no other field's label", {"Email", "email"}, "0>Email");
        add("two fields of one label", {"Ort", "Ort"}, "0>City_1");
        add("not writable", {"Score", "id", "Record ID"}, "");
        add("no headers", {}, "");
    }

    void headersMeetFields()
    {
        QFETCH(QStringList, headers);
        const ColumnMapping matched = mapping::matchExactNames({}, headers, leads(), Operation::Insert);
        QTEST(told(matched), "expected");
    }

    void nothingThereIsTouched()
    {
        ColumnMapping current;
        current.mapColumn({0}, FieldName(QStringLiteral("Company")));
        current.mapColumn({5}, FieldName(QStringLiteral("Email")));
        current.setConstant(FieldName(QStringLiteral("City_1")), QJsonValue(QStringLiteral("Berlin")));
        current.setIgnored({2}, true);
        const QStringList headers{"Last Name", "Email", "Phone", "Ort", "Nachname"};
        const ColumnMapping matched = mapping::matchExactNames(current, headers, leads(), {});
        QCOMPARE(told(matched), QStringLiteral("0>Company 5>Email -1>City_1 4>Last_Name"));
        QCOMPARE(matched.ignoredColumns(), QSet<int>{2});
        QCOMPARE(mapping::matchExactNames(matched, headers, leads(), {}), matched);
    }

    void theOperationDecidesWhatCanBeWritten()
    {
        const QStringList headers{"id", "Origin"};
        QCOMPARE(told(mapping::matchExactNames({}, headers, leads(), {})), QStringLiteral("1>Source"));
        QCOMPARE(told(mapping::matchExactNames({}, headers, leads(), Operation::Update)), QStringLiteral("0>id"));
        QCOMPARE(told(mapping::matchExactNames({}, headers, leads(), Operation::Upsert)),
                 QStringLiteral("0>id 1>Source"));
    }

    void lookupsGetAFindBy_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("expected");
        QTest::newRow("owner") << "ownerlookup"
                               << "email";
        QTest::newRow("user") << "userlookup"
                              << "email";
        QTest::newRow("lookup") << "lookup"
                                << "id";
        QTest::newRow("text") << "text"
                              << "";
        QTest::newRow("date") << "date"
                              << "";
    }

    void lookupsGetAFindBy()
    {
        QFETCH(QString, type);
        const Field made = field("Field", "Field", type.toUtf8().constData());
        QTEST(mapping::defaultFindBy(made).text(), "expected");
        const ColumnMapping matched = mapping::matchExactNames({}, {"field"}, {made}, {});
        QCOMPARE(matched.entries().size(), size_t(1));
        QTEST(matched.entries().front().findBy.text(), "expected");
        QVERIFY(matched.entries().front().format.isEmpty());
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestAutoMatcher)
#include "tst_auto_matcher.moc"
