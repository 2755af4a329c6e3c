#include "mapping/AutoMatcher.h"
#include "mapping/ColumnMatcher.h"
#include "mapping/Lexicon.h"
#include "practice/PracticeModules.h"
#include "tabular/profile/TableProfiler.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

Q_DECLARE_METATYPE(std::vector<QStringList>)

using mapping::Band;
using mapping::ColumnMatch;

namespace {

std::vector<crm::Field> fieldsOf(const QString &module)
{
    std::vector<crm::Field> fields;
    for (const practice::PracticeModule &each : practice::practiceModules()) {
        if (each.name != module)
            continue;
        for (const practice::PracticeField &from : each.fields) {
            crm::Field &field = fields.emplace_back();
            field.name = crm::FieldName(from.name);
            field.label = from.label;
            field.dataType = from.type;
            field.length = from.length;
            field.systemMandatory = from.systemMandatory;
            field.readOnly = from.readOnly;
            field.apiCreate = field.apiUpdate = !from.readOnly;
            field.custom = from.custom;
            field.lookupModule = crm::ModuleName(from.lookupModule);
            for (const QString &value : from.picklist)
                field.picklist.push_back({value, value});
        }
    }
    return fields;
}

QStringList textsOf(const QJsonArray &array)
{
    QStringList texts;
    for (const QJsonValue value : array)
        texts.append(value.toString());
    return texts;
}

/// A table with what is true of it.
struct Truth final {
    QString file;
    QString language;
    QString module;
    QStringList headers;
    std::vector<QStringList> answers; ///< API names that are right; none: no field fits
    std::vector<QStringList> rows;
};

/// Those of a folder below tests/data; of its one half alone, where one is named.
std::vector<Truth> truths(const QString &below, const QString &half = {})
{
    std::vector<Truth> all;
    const QDir folder(QStringLiteral(WIZARD_TEST_DATA "/") + below);
    for (const QString &name : folder.entryList({QStringLiteral("*.json")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
        if (object[QLatin1String("half")].toString() != half)
            continue;
        Truth &truth = all.emplace_back();
        truth.file = name;
        truth.language = object[QLatin1String("language")].toString();
        truth.module = object[QLatin1String("module")].toString();
        truth.headers = textsOf(object[QLatin1String("headers")].toArray());
        for (const QJsonValue answer : object[QLatin1String("answers")].toArray())
            truth.answers.push_back(answer.isArray()        ? textsOf(answer.toArray())
                                        : answer.isString() ? QStringList{answer.toString()}
                                                            : QStringList{});
        for (const QJsonValue row : object[QLatin1String("rows")].toArray())
            truth.rows.push_back(textsOf(row.toArray()));
    }
    return all;
}

std::vector<mapping::ColumnValues> valuesOf(const QStringList &headers, const std::vector<QStringList> &rows)
{
    std::vector<mapping::ColumnValues> values(static_cast<std::size_t>(headers.size()));
    tabular::TableProfiler profiler(headers.size());
    qint64 number = 1;
    for (const QStringList &row : rows) {
        std::vector<std::string> cells;
        for (const QString &cell : row)
            cells.push_back(cell.toStdString());
        const std::vector<std::string_view> views(cells.begin(), cells.end());
        profiler.take({++number, number, 0, views, {}});
        for (qsizetype i = 0; i < row.size() && i < headers.size(); ++i) {
            if (!row[i].trimmed().isEmpty())
                ++values[static_cast<std::size_t>(i)].counts[row[i]];
        }
    }
    const tabular::TableProfile profile = profiler.profile();
    for (std::size_t i = 0; i < values.size() && i < profile.columns.size(); ++i)
        values[i].profile = profile.columns[i];
    return values;
}

mapping::MatchInput inputOf(const QString &module, const QStringList &headers,
                            const std::vector<QStringList> &rows = {})
{
    mapping::MatchInput input;
    input.headers = headers;
    input.module = crm::ModuleName(module);
    input.fields = fieldsOf(module);
    if (!rows.empty())
        input.values = valuesOf(headers, rows);
    return input;
}

/// "Sure Last_Name", "Check Phone", "-"
QString told(const ColumnMatch &match)
{
    if (match.band == Band::NoIdea)
        return QStringLiteral("-");
    return (match.band == Band::Sure ? QStringLiteral("Sure ") : QStringLiteral("Check ")) + match.best.field.text();
}

QStringList told(const std::vector<ColumnMatch> &matches)
{
    QStringList all;
    for (const ColumnMatch &match : matches)
        all.append(told(match));
    return all;
}

struct Tally final {
    int sure = 0;
    int sureRight = 0;
    int answers = 0; ///< columns that a field fits
    int found = 0;   ///< … and it was sure or to be checked
    int blank = 0;   ///< columns that no field fits
    int idle = 0;    ///< … and something was proposed

    void add(const ColumnMatch &match, const QStringList &right)
    {
        const bool isRight = right.contains(match.best.field.text());
        answers += right.isEmpty() ? 0 : 1;
        found += match.band != Band::NoIdea && isRight ? 1 : 0;
        blank += right.isEmpty() ? 1 : 0;
        idle += match.band != Band::NoIdea && right.isEmpty() ? 1 : 0;
        if (match.band == Band::Sure) {
            ++sure;
            sureRight += isRight ? 1 : 0;
        }
    }
    [[nodiscard]] double precision() const { return sure == 0 ? 1 : double(sureRight) / sure; }
    [[nodiscard]] double recall() const { return answers == 0 ? 1 : double(found) / answers; }
    [[nodiscard]] QString told(const QString &name) const
    {
        return QStringLiteral("%1 sure %2 of %3 right (%4), found %5 of %6 (%7), idle %8 of %9")
            .arg(name, -8)
            .arg(sureRight, 4)
            .arg(sure, 4)
            .arg(precision(), 0, 'f', 3)
            .arg(found, 4)
            .arg(answers, 4)
            .arg(recall(), 0, 'f', 3)
            .arg(idle)
            .arg(blank);
    }
};

} // namespace

class TestColumnMatcher final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }

    void theTruthSetIsMet_data()
    {
        QTest::addColumn<std::vector<Truth>>("tables");
        QTest::addColumn<bool>("missesMayBeRead");
        QTest::addColumn<double>("precision"); ///< of what is sure, at least
        QTest::addColumn<double>("recall");    ///< of what is sure or to be checked, at least
        const auto seen = truths(QStringLiteral("matching"));
        const auto first = truths(QStringLiteral("matching/unseen"), QStringLiteral("first"));
        const auto second = truths(QStringLiteral("matching/unseen"), QStringLiteral("second"));
        auto all = seen;
        for (const auto &half : {first, second})
            all.insert(all.end(), half.begin(), half.end());
        QTest::newRow("tables whose misses were read") << seen << true << 0.99 << 0.90;
        QTest::newRow("unseen, first half") << first << true << 0.99 << 0.90;
        // Nobody has read what is missed here, so that this is how sheets fare that nobody knows.
        QTest::newRow("unseen, second half") << second << false << 0.975 << 0.875;
        QTest::newRow("all of them") << all << false << 0.99 << 0.90;
    }

    /// Prints what the matcher reaches on tables with known answers, by language, and each fault.
    void theTruthSetIsMet()
    {
        QFETCH(std::vector<Truth>, tables);
        QFETCH(bool, missesMayBeRead);
        QFETCH(double, precision);
        QFETCH(double, recall);
        QMap<QString, Tally> byLanguage;
        Tally ours;
        Tally others; ///< languages that the lexicon does not have: only reported
        QVERIFY(tables.size() >= 22);
        const QStringList languages = mapping::Lexicon::builtIn().languages();
        for (const Truth &truth : tables) {
            const auto matches = matchColumns(inputOf(truth.module, truth.headers, truth.rows));
            for (std::size_t i = 0; i < matches.size(); ++i) {
                byLanguage[truth.language].add(matches[i], truth.answers[i]);
                (languages.contains(truth.language) ? ours : others).add(matches[i], truth.answers[i]);
                const bool right = truth.answers[i].contains(matches[i].best.field.text());
                const bool fault = (matches[i].band == Band::Sure || !truth.answers[i].isEmpty()) && !right;
                if (fault && missesMayBeRead)
                    qInfo().noquote() << truth.file << truth.headers[qsizetype(i)] << "->" << told(matches[i])
                                      << "instead of" << truth.answers[i].join(QLatin1Char('/'));
            }
        }
        for (auto language = byLanguage.cbegin(); language != byLanguage.cend(); ++language)
            qInfo().noquote() << language->told(language.key());
        qInfo().noquote() << ours.told(QStringLiteral("ours"));
        qInfo().noquote() << others.told(QStringLiteral("others"));
        QVERIFY(ours.precision() >= precision);
        QVERIFY(ours.recall() >= recall);
    }

    void headersSpeakManyLanguages_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char *name, const char *module, const QStringList &headers,
                            const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(module) << headers << expected;
        };
        add("German", "Leads", {"Vorname", "Nachname", "Firma", "E-Mail", "Straße", "PLZ", "Ort"},
            {"Sure First_Name", "Sure Last_Name", "Sure Company", "Sure Email", "Sure Street", "Sure Zip_Code",
             "Sure City"});
        add("without umlauts", "Leads", {"Strasse", "Taetigkeit"}, {"Sure Street", "Sure Designation"});
        add("compounds", "Accounts", {"Rechnungsort", "Rechnungs-PLZ"}, {"Sure Billing_City", "Sure Billing_Code"});
        add("Japanese", "Contacts", {"姓", "名", "メールアドレス", "携帯電話", "郵便番号"},
            {"Sure Last_Name", "Sure First_Name", "Sure Email", "Sure Mobile", "Sure Mailing_Zip"});
        add("Arabic article", "Leads", {"البريد الإلكتروني", "جوال", "المدينة"},
            {"Sure Email", "Sure Mobile", "Sure City"});
        add("camel case and numbers", "Leads", {"firstName", "lastName", "emailAddress1"},
            {"Sure First_Name", "Sure Last_Name", "Sure Email"});
        add("cut short", "Leads", {"Anz. Mitarb.", "Nächst. Anruf", "Land / Reg."},
            {"Sure No_of_Employees", "Sure Next_Call", "Sure Country"});
        add("without what links", "Accounts", {"codigo_cliente", "data_de_fundacao"}, {"Sure Account_Number", "-"});
        add("signs for words", "Leads", {"〒", "☎"}, {"Sure Zip_Code", "Sure Phone"});
        add("Latin letters for Hindi", "Leads", {"naam", "shahar", "kampani"},
            {"Check Last_Name", "Sure City", "Sure Company"});
        add("an address that is a compound", "Accounts", {"Rechnungsadresse"}, {"Check Billing_Street"});
        add("letters left out", "Machines", {"Mchn. name"}, {"Sure Name"});
        add("a slip", "Leads", {"Adress", "Compnay", "Websiet"}, {"Check Street", "Sure Company", "Sure Website"});
        add("of two e-mails one is the second", "Leads", {"E-Mail", "E-Mail 2"},
            {"Sure Email", "Sure Secondary_Email"});
        add("not a field of the CRM", "Leads", {"Assistant Email", "IBAN", "Erstellt am"}, {"-", "-", "-"});
    }
    void headersSpeakManyLanguages()
    {
        QFETCH(const QString, module);
        QFETCH(const QStringList, headers);
        QFETCH(const QStringList, expected);
        QCOMPARE(told(matchColumns(inputOf(module, headers))), expected);
    }

    void valuesSpeakForAndAgainstNames_data()
    {
        QTest::addColumn<QString>("header");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a meaningless name, addresses")
            << "Feld 3" << QStringList{"a@example.com", "b@example.com"} << "Check Email";
        QTest::newRow("an e-mail of yes and no") << "E-Mail" << QStringList{"yes", "no", "yes"} << "Check Email";
        QTest::newRow("a title that is a form of address")
            << "Titel" << QStringList{"Mr.", "Mrs.", "Dr."} << "Sure Salutation";
        QTest::newRow("a date of words") << "First Contact" << QStringList{"Anna", "Bert", "Carl"}
                                         << "Check First_Contact";
        QTest::newRow("values of a picklist")
            << "Spalte" << QStringList{"Partner", "Trade Show", "Cold Call"} << "Check Lead_Source";
    }
    void valuesSpeakForAndAgainstNames()
    {
        QFETCH(const QString, header);
        QFETCH(const QStringList, values);
        QFETCH(const QString, expected);
        std::vector<QStringList> rows;
        for (const QString &value : values)
            rows.push_back({value});
        QCOMPARE(told(matchColumns(inputOf("Leads", {header}, rows)).front()), expected);
    }

    void valuesTellWhereTheHeaderDoesNot_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<std::vector<QStringList>>("rows");
        QTest::addColumn<QStringList>("expected");
        const auto add = [](const char *name, const char *module, const QStringList &headers,
                            const std::vector<QStringList> &rows, const QStringList &expected) {
            QTest::newRow(name) << QString::fromUtf8(module) << headers << rows << expected;
        };
        add("companies under a name", "Leads", {"Name", "Contact"},
            {{"Acme Ltd", "Ames"}, {"Borg GmbH", "Cole"}, {"Tile Works Inc.", "Dole"}},
            {"Check Company", "Check Last_Name"});
        add("given names and the names beside them", "Leads", {"A1", "B1"},
            {{"Anna", "Vogt"}, {"Pedro", "Quispe"}, {"Giulia", "Zanetti"}, {"Rahul", "Bose"}},
            {"Check First_Name", "Check Last_Name"});
        add("post codes beside cities", "Leads", {"", "Column 2"},
            {{"50667", "Köln"}, {"20095", "Hamburg"}, {"01067", "Dresden"}}, {"Check Zip_Code", "Check City"});
        add("numbers that may be anything", "Leads", {"", "Column 2"}, {{"50667", "x"}, {"20095", "y"}, {"01067", "z"}},
            {"-", "-"});
        add("countries", "Contacts", {"Spalte 7"}, {{"France"}, {"Italia"}, {"日本"}}, {"Check Mailing_Country"});
        add("hosts without a scheme", "Accounts", {"Feld"}, {{"a-b.example"}, {"www.c.example.org"}},
            {"Check Website"});
        add("tax numbers", "Accounts", {"Nummer"}, {{"DE123456789"}, {"ATU12345678"}}, {"Check VAT_ID"});
        add("mobile numbers alone", "Leads", {"Telefon"}, {{"+49 151 23456789"}, {"0170 1234567"}}, {"Check Mobile"});
        add("mobile numbers beside a column of that name", "Leads", {"Telefon", "Handy"},
            {{"+49 151 23456789", "+49 170 1234567"}, {"0170 1234567", ""}}, {"Sure Phone", "Sure Mobile"});
        add("a company beside companies that are clearer", "Leads", {"Spalte 1", "Firma"},
            {{"Acme Ltd", "Ada Poe"}, {"Borg GmbH", "Ida Poe"}, {"Tile Works Inc.", "Ada Poe"}},
            {"-", "Check Company"});
        add("dates of an ERP program", "Accounts", {"Kunde seit"}, {{"19990412"}, {"20150217"}},
            {"Sure Customer_Since"});
        add("the day of entry, where no other is given", "Accounts", {"Anlagedatum"}, {{"2015-02-17"}},
            {"Check Customer_Since"});
    }
    void valuesTellWhereTheHeaderDoesNot()
    {
        QFETCH(const QString, module);
        QFETCH(const QStringList, headers);
        QFETCH(const std::vector<QStringList>, rows);
        QFETCH(const QStringList, expected);
        QCOMPARE(told(matchColumns(inputOf(module, headers, rows))), expected);
    }

    void noFieldIsGivenTwice()
    {
        const auto matches = matchColumns(inputOf("Leads", {"Phone", "Telefon", "Tel.", "Mobile", "Handy"}));
        QSet<QString> given;
        for (const ColumnMatch &match : matches) {
            if (match.band == Band::NoIdea)
                continue;
            QVERIFY2(!given.contains(match.best.field.text()), qPrintable(match.best.field.text()));
            given.insert(match.best.field.text());
        }
        QCOMPARE(told(matches.front()), QStringLiteral("Sure Phone"));
    }

    void aHumanChoiceStays()
    {
        mapping::MatchInput input = inputOf("Leads", {"Email", "E-Mail", "Phone"});
        input.current.mapColumn({1}, crm::FieldName(QStringLiteral("Email")));
        input.current.setIgnored({2}, true);
        QCOMPARE(told(matchColumns(input)), QStringList({"Check Secondary_Email", "-", "-"}));
    }

    void whatWasChosenBeforeIsSure()
    {
        mapping::MatchInput input = inputOf("Leads", {"Kz", "Email"});
        input.history.insert(mapping::comparableName("KZ"), crm::FieldName(QStringLiteral("Legacy_Key")));
        input.history.insert(mapping::comparableName("email"), {}); // ignored
        const auto matches = matchColumns(input);
        QCOMPARE(told(matches), QStringList({"Sure Legacy_Key", "-"}));
        QCOMPARE(matches.front().best.reason.name, mapping::MatchReason::Name::History);
    }

    void theOutcomeDependsOnTheInputAlone()
    {
        const std::vector<Truth> tables = truths(QStringLiteral("matching"));
        QVERIFY(!tables.empty());
        const Truth &truth = tables.front();
        const QStringList once = told(matchColumns(inputOf(truth.module, truth.headers, truth.rows)));
        const QLocale before;
        QLocale::setDefault(QLocale(QLocale::Turkish));
        const QStringList again = told(matchColumns(inputOf(truth.module, truth.headers, truth.rows)));
        QLocale::setDefault(before);
        QCOMPARE(again, once);
    }

    void whatIsLeftIsProposed_data()
    {
        QTest::addColumn<QString>("module");
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QStringList>("row");
        QTest::addColumn<QString>("expected"); ///< of the last column
        const QString day = QStringLiteral("2026-03-31");
        QTest::newRow("the only days") << "Accounts" << QStringList{"Company", "Qwrt"} << QStringList{"Borg", day}
                                       << "Check Customer_Since";
        QTest::newRow("days twice") << "Accounts" << QStringList{"Zxcv", "Qwrt"} << QStringList{day, day} << "-";
        QTest::newRow("says something else")
            << "Accounts" << QStringList{"Company", "Birthday"} << QStringList{"Borg", day} << "-";
        QTest::newRow("yes and no") << "Machines" << QStringList{"Name", "Qwrt"} << QStringList{"Press", "yes"}
                                    << "Check Under_Contract";
        QTest::newRow("two fields for days")
            << "Machines" << QStringList{"Name", "Qwrt"} << QStringList{"Press", day} << "-";
    }

    void whatIsLeftIsProposed()
    {
        QFETCH(QString, module);
        QFETCH(QStringList, headers);
        QFETCH(QStringList, row);
        QFETCH(QString, expected);
        const auto matches = matchColumns(inputOf(module, headers, {row, row, row}));
        QCOMPARE(told(matches.back()), expected);
        if (expected.startsWith(QLatin1String("Check")))
            QCOMPARE(matches.back().best.reason.name, mapping::MatchReason::Name::Values);
    }

    void eitherHalfIsUnderstood()
    {
        QCOMPARE(told(matchColumns(inputOf("Contacts", {"Büro / Firma"}))), QStringList("Check Account_Name"));
    }

    void runnersUpAreNamed()
    {
        const auto matches = matchColumns(inputOf("Leads", {"Phone"}));
        QVERIFY(!matches.front().runnersUp.empty() || matches.front().best.score > 0.9);
        QCOMPARE(matches.front().best.reason.name, mapping::MatchReason::Name::ApiName);
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestColumnMatcher)
#include "tst_column_matcher.moc"
