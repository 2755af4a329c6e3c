#include "base/SafeFile.h"
#include "mapping/AutoMatcher.h"
#include "mapping/CellConversion.h"
#include "session/ColumnMatching.h"
#include "session/FileOpener.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTranslator>

#include <algorithm>

using mapping::Band;
using session::ColumnMatching;
using session::FieldChoices;
using session::ImportSession;
using Name = mapping::MatchReason::Name;

namespace {

const crm::ModuleName leads(QStringLiteral("Leads"));

crm::FieldName field(const char *name)
{
    return crm::FieldName(QString::fromLatin1(name));
}

crm::Field made(const char *name, const char *type = "text")
{
    crm::Field made;
    made.name = field(name);
    made.label = QString::fromLatin1(name).replace(QLatin1Char('_'), QLatin1Char(' '));
    made.dataType = QString::fromLatin1(type);
    made.apiCreate = made.apiUpdate = true;
    return made;
}

session::ModuleMetadata metadata()
{
    crm::Field source = made("Lead_Source", "picklist");
    for (const char *value : {"Trade Show", "Partner", "Cold Call"})
        source.picklist.push_back({QString::fromLatin1(value), QString::fromLatin1(value)});
    crm::Field onlyNew = made("Fax", "phone");
    onlyNew.apiUpdate = false;
    return {leads,
            {made("Last_Name"), made("Company"), made("Email", "email"), made("Phone", "phone"), made("City"), source,
             onlyNew},
            {}};
}

session::ModuleChoice choiceOf(crm::Operation operation)
{
    session::ModuleChoice choice;
    choice.module = crm::ModuleRef{leads, {}};
    choice.operation = operation;
    return choice;
}

/// Says everything in other words, as a language of the window would.
class OtherWords final : public QTranslator {
public:
    [[nodiscard]] QString translate(const char *, const char *text, const char *, int) const override
    {
        return QString::fromUtf8(text).toUpper();
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

/// What is proposed, as one text.
QString told(const ImportSession &session)
{
    QStringList all;
    for (const mapping::ColumnMatch &match : session.matches())
        all.append(QStringLiteral("%1 %2 %3").arg(int(match.band)).arg(match.best.field.text()).arg(match.best.score));
    return all.join(QLatin1Char('|'));
}

} // namespace

class TestColumnMatching final : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;

    QString write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size() ? file.fileName() : QString();
    }
    [[nodiscard]] session::FileChoice table(const char *name, const QByteArray &content) const
    {
        session::FileChoice choice;
        const auto summary = tabular::summarise({write(name, content), {}}, {});
        if (summary)
            choice.table = *summary;
        return choice;
    }
    [[nodiscard]] QString choicesPath() const { return m_folder.filePath(QStringLiteral("choices.json")); }

    /// A session that was matched from the start.
    struct Matched final {
        explicit Matched(const QString &path)
            : choices(path)
            , matching(session, choices)
        {
            session.setModule(choiceOf(crm::Operation::Insert));
            session.setMetadata(metadata());
        }
        void settle() { QTRY_VERIFY(!matching.busy()); }
        [[nodiscard]] QString fieldOf(int column) const
        {
            const auto fields = session.mapping().fieldsOf({column});
            return fields.empty() ? QString() : fields.front().text();
        }
        ImportSession session;
        FieldChoices choices;
        ColumnMatching matching;
    };

private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        QFile::remove(choicesPath());
    }

    void whatIsSureIsMappedAndTheRestIsProposed()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv",
                                  "Firma,Telefon,Spalte 3,Notizbuch\n"
                                  "Acme,030 1234567,Trade Show,x\nBorg,040 7654321,Partner,y\n"
                                  "Cole,089 1112223,Cold Call,z\n"));
        QVERIFY(all.matching.busy());
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Company"));
        QCOMPARE(all.fieldOf(1), QStringLiteral("Phone"));
        QCOMPARE(all.fieldOf(2), QString());
        const mapping::ColumnMatch *proposal = session::proposalFor(all.session, {2});
        QVERIFY(proposal);
        QCOMPARE(proposal->best.field, field("Lead_Source"));
        QCOMPARE(proposal->best.reason.values.percent, 100);
        QVERIFY(!session::proposalFor(all.session, {3}));
        // What was mapped is explained, too.
        QCOMPARE(all.session.matches().at(0).best.field, field("Company"));
        QCOMPARE(all.session.matches().at(0).best.reason.name, Name::Meaning);
    }

    void anotherOperationIsMatchedAnew()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Fax,Firma\n030 1,Acme\n"));
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Fax"));
        all.session.setModule(choiceOf(crm::Operation::Update));
        QVERIFY(all.matching.busy());
        all.settle();
        QCOMPARE(all.fieldOf(0), QString());
        QCOMPARE(all.fieldOf(1), QStringLiteral("Company"));
        all.session.setModule(choiceOf(crm::Operation::Insert));
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Fax"));
    }

    void theOutcomeOfAnEarlierRunIsVoid()
    {
        Matched all(choicesPath());
        QList<std::size_t> widths;
        connect(&all.session, &ImportSession::changed, this, [&](ImportSession::Area area) {
            if (area == ImportSession::Area::Matches && !all.session.matches().empty())
                widths.append(all.session.matches().size());
        });
        all.session.setFile(table("a.csv", "Firma,Telefon,Ort\na,1,b\n"));
        QCoreApplication::sendPostedEvents(&all.matching); // the first run is on its way
        all.session.setFile(table("b.csv", "Firma\na\n"));
        all.settle();
        QCOMPARE(widths, QList<std::size_t>({1}));
    }

    void aFileIdBesideTheSameTableIsNoReason()
    {
        Matched all(choicesPath());
        session::FileChoice file = table("a.csv", "Firma\na\n");
        all.session.setFile(file);
        all.settle();
        QSignalSpy spy(&all.matching, &ColumnMatching::changed);
        file.fileId = crm::FileId(QStringLiteral("41508"));
        all.session.setFile(file);
        all.settle();
        QCOMPARE(spy.count(), 0);
    }

    /// A trap of others: matching by what the window shows, so that another language of it matches otherwise.
    void uiLanguageChangedBetweenRuns()
    {
        const QByteArray csv = "Firma,Telefon,E-Mail,Ort,IRI\nAcme,030 1234567,a@example.com,Izmir,x\n";
        Matched before(choicesPath());
        before.session.setFile(table("a.csv", csv));
        before.settle();

        const QLocale usual;
        QLocale::setDefault(QLocale(QLocale::Turkish));
        OtherWords words;
        QCoreApplication::installTranslator(&words);
        Matched after(choicesPath());
        after.session.setFile(table("a.csv", csv));
        after.settle();
        QCoreApplication::removeTranslator(&words);
        QLocale::setDefault(usual);

        QVERIFY(!before.session.mapping().entries().empty());
        QCOMPARE(told(after.session), told(before.session));
        QCOMPARE(after.session.mapping(), before.session.mapping());
    }

    void aColumnClearedAfterAnAutomaticMatchStaysCleared_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::newRow("matched by its exact name") << QByteArray("Company");
        QTest::newRow("matched by what it means") << QByteArray("Firma");
    }
    void aColumnClearedAfterAnAutomaticMatchStaysCleared()
    {
        QFETCH(const QByteArray, header);
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", header + ",Telefon\nAcme,030 1234567\n"));
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Company"));
        mapping::ColumnMapping mapping = all.session.mapping();
        mapping.clearColumn({0});
        all.session.setMapping(mapping);
        all.session.setModule(choiceOf(crm::Operation::Update));
        all.settle();
        QCOMPARE(all.fieldOf(0), QString());
        QCOMPARE(all.fieldOf(1), QStringLiteral("Phone"));
        QVERIFY(session::proposalFor(all.session, {0})); // one keypress away
    }

    void whatIsMadeAgainByHandIsAPersons()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Firma,Telefon\nAcme,030 1234567\n"));
        all.settle();
        const mapping::ColumnMapping made = all.session.mapping();
        const auto isAutomatic = [&] {
            return all.session.automatic().stands(field("Company"), all.session.mapping());
        };
        QVERIFY(isAutomatic());
        mapping::ColumnMapping without = made;
        without.clearColumn({0});
        all.session.setMapping(without);
        all.session.setMapping(made, {field("Company")}); // undone
        QVERIFY(isAutomatic());
        all.session.setMapping(without);
        all.session.setMapping(made);
        QVERIFY(!isAutomatic());
        QVERIFY(all.session.automatic().stands(field("Phone"), all.session.mapping()));
        // Nothing takes it from him: neither an operation that cannot write it, nor other columns.
        session::ModuleMetadata closed = metadata();
        closed.fields[1].apiUpdate = closed.fields[3].apiUpdate = false;
        all.session.setMetadata(closed);
        all.session.setModule(choiceOf(crm::Operation::Update));
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Company"));
        QCOMPARE(all.fieldOf(1), QString());
    }

    /// Somebody has added a value or renamed a field in the CRM meanwhile, and the fields are read again.
    void fieldsThatWereReadAgainAreMatchedAnew()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv",
                                  "Firma,Spalte 2,Kundenart,Ort\n"
                                  "Acme,Messe,x,Rom\nBorg,Portal,y,Bonn\nCole,Radio,z,Oslo\n"));
        all.settle();
        mapping::ColumnMapping mapping = all.session.mapping();
        mapping.setIgnored({3}, true);
        mapping.clearColumn({0});
        mapping.mapColumn({0}, field("Email"));
        all.session.setMapping(mapping);
        QVERIFY(!session::proposalFor(all.session, {1}));
        session::ModuleMetadata anew = metadata();
        for (const char *value : {"Messe", "Portal", "Radio"})
            anew.fields[5].picklist.push_back({QString::fromLatin1(value), QString::fromLatin1(value)});
        all.session.setMetadata(anew);
        QVERIFY(all.matching.busy());
        all.settle();
        const mapping::ColumnMatch *proposal = session::proposalFor(all.session, {1});
        QVERIFY(proposal);
        QCOMPARE(proposal->best.field, field("Lead_Source"));
        anew.fields[3].label = QStringLiteral("Kundenart");
        all.session.setMetadata(anew);
        all.settle();
        QCOMPARE(all.fieldOf(2), QStringLiteral("Phone"));
        QCOMPARE(all.fieldOf(0), QStringLiteral("Email"));
        QCOMPARE(all.session.mapping().stateOf({3}), mapping::ColumnState::Ignored);
    }

    /// Other importers' bugs that have to do with mapping, each by its name there.
    void trapQuotedHeaderBehindAByteOrderMark() // Data Loader #94, OpenRefine #6527
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "\xEF\xBB\xBF\"Last Name\",\"Company\"\nMeyer,Acme\nLi,Borg\n"));
        all.settle();
        QCOMPARE(all.fieldOf(0), "Last_Name");
        QCOMPARE(all.fieldOf(1), "Company");
    }

    void trapHeaderMissingBecauseTheFirstRecordHadABlank() // WaveLink #45
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Last Name,City,Company\nMeyer,,\nLi,Rome,Acme\n"));
        all.settle();
        QCOMPARE(all.session.file().table->columns.size(), size_t(3));
        QCOMPARE(all.fieldOf(1), "City");
        QCOMPARE(all.fieldOf(2), "Company");
    }

    void trapFirstColumnMappedToSeveralFields() // Data Loader PR #1296
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Name,City\nMeyer,Rome\nLi,Oslo\n"));
        all.settle();
        mapping::ColumnMapping mapping;
        for (const char *name : {"Last_Name", "Company", "Lead_Source"})
            mapping.mapColumn({0}, field(name));
        all.session.setMapping(mapping);
        const auto &sent = all.session.plan().request.mappings;
        QCOMPARE(sent.size(), size_t(3));
        QVERIFY(std::all_of(sent.begin(), sent.end(), [](const auto &entry) { return entry.column->value == 0; }));
        QVERIFY(all.session.faults().of({crm::InputRef::Kind::Mapping, field("Company")}).empty());
    }

    void trapTwoColumnsOfOneName() // Odoo FAQ: the second one is taken for the first
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "City,City,Company\nRome,x,Acme\nOslo,y,Borg\n"));
        all.settle();
        QCOMPARE(all.session.mapping().columnsOf(field("City")), std::vector<crm::ColumnIndex>{{0}});
        QCOMPARE(all.session.mapping().stateOf({1}), mapping::ColumnState::Undecided);
    }

    void trapDaysDoNotMoveWithTheTimeZone_data() // Data Loader #456, PR #684
    {
        QTest::addColumn<QByteArray>("zone");
        for (const char *zone : {"UTC", "Pacific/Auckland", "America/Sao_Paulo", "Asia/Kolkata", "Africa/Cairo"})
            QTest::newRow(zone) << QByteArray(zone);
    }

    void trapDaysDoNotMoveWithTheTimeZone()
    {
        QFETCH(QByteArray, zone);
        const QByteArray before = qgetenv("TZ");
        qputenv("TZ", zone);
        mapping::CellRule rule;
        rule.sourcePattern = QStringLiteral("d.M.yyyy");
        const mapping::CellConversion days(rule, QStringLiteral("yyyy-MM-dd"));
        // The nights in which clocks are changed, where midnight does not always exist.
        for (int day = 1; day <= 31; ++day) {
            for (const int month : {3, 4, 10}) {
                const QDate date(2018, month, day);
                if (date.isValid())
                    QCOMPARE(days.convert(date.toString(QStringLiteral("d.M.yyyy"))).text, date.toString(Qt::ISODate));
            }
        }
        before.isNull() ? qunsetenv("TZ") : qputenv("TZ", before);
    }

    void whatAPersonChoseIsNeitherTakenNorProposed()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Firma,Zweitfirma\nAcme,Borg\n"));
        mapping::ColumnMapping mapping = all.session.mapping();
        mapping.mapColumn({1}, field("Company"));
        mapping.setIgnored({0}, true);
        all.session.setMapping(mapping);
        all.settle();
        QCOMPARE(all.session.mapping(), mapping);
        QCOMPARE(all.session.matches().at(1).band, Band::NoIdea);
    }

    void valuesAgainstAnExactNameAreADoubt()
    {
        Matched all(choicesPath());
        all.session.setFile(table("a.csv", "Email,Telefon\nyes,1\nno,2\nyes,3\n"));
        all.settle();
        QCOMPARE(all.fieldOf(0), QStringLiteral("Email"));
        const mapping::ColumnMatch &match = all.session.matches().at(0);
        QCOMPARE(match.best.field, field("Email"));
        QCOMPARE(match.best.reason.values.reason, mapping::ValueFit::Reason::WrongShape);
    }

    void aPlansMappingStaysAndIsExplained()
    {
        importing::ImportPlan plan;
        plan.request.module = crm::ModuleRef{leads, {}};
        plan.request.mappings.push_back({field("City"), crm::ColumnIndex{0}, {}, {}, {}, {}});
        Matched all(choicesPath());
        all.session.adopt(plan);
        all.session.setMetadata(metadata());
        all.session.setFile(table("a.csv", "Ort,Firma\nx,y\n"));
        all.settle();
        QCOMPARE(all.session.mapping().entries().size(), std::size_t(1));
        QCOMPARE(all.session.matches().at(1).best.field, field("Company"));
    }

    void whatWasChosenOnceIsChosenAgain()
    {
        {
            Matched all(choicesPath());
            all.session.setFile(table("a.csv", "Kz,Firma,Phone\nsecret,Acme,1\n"));
            all.settle();
            mapping::ColumnMapping mapping = all.session.mapping();
            mapping.mapColumn({0}, field("City"));
            mapping.setIgnored({2}, true);
            all.session.setMapping(mapping);
            QSignalSpy saved(&all.choices, &FieldChoices::saved);
            all.matching.rememberChoices();
            QTRY_COMPARE(saved.count(), 1);
        }
        const auto kept = base::readSmallFile(choicesPath(), 10'000);
        QVERIFY(kept.ok());
        QVERIFY(!kept->contains("secret"));
        Matched again(choicesPath());
        again.session.setFile(table("b.csv", "phone,KZ\n1,y\n"));
        again.settle();
        QCOMPARE(again.fieldOf(1), QStringLiteral("City"));
        QCOMPARE(again.session.matches().at(1).best.reason.name, Name::History);
        QCOMPARE(again.fieldOf(0), QString()); // ignored before, whatever it is called
        QCOMPARE(again.session.matches().at(0).best.reason.name, Name::History);
    }

    void headersThatSayNothingAreNotRemembered()
    {
        FieldChoices choices(choicesPath());
        mapping::ColumnMapping mapping;
        mapping.mapColumn({0}, field("City"));
        mapping.mapColumn({1}, field("Phone"));
        mapping.mapColumn({2}, field("Fax"));
        choices.remember(leads, {QStringLiteral("Column 3"), QStringLiteral("Feld"), QStringLiteral("Kz 3")}, mapping);
        QCOMPARE(choices.of(leads).keys(), QStringList{mapping::comparableName(QStringLiteral("Kz 3"))});
        QVERIFY(choices.of(crm::ModuleName(QStringLiteral("Deals"))).isEmpty());
    }

    void theNewestChoicesStay()
    {
        FieldChoices choices(choicesPath());
        QStringList headers;
        mapping::ColumnMapping mapping;
        for (int i = 0; i <= FieldChoices::most; ++i) {
            headers.append(QStringLiteral("kz%1x").arg(i));
            mapping.setIgnored({i}, true);
        }
        QSignalSpy saved(&choices, &FieldChoices::saved);
        choices.remember(leads, headers, mapping);
        choices.remember(leads, {QStringLiteral("kz1x"), QStringLiteral("new")}, mapping);
        QTRY_COMPARE(saved.count(), 1); // two writes, one after the other
        const mapping::MatchHistory kept = FieldChoices(choicesPath()).of(leads);
        QCOMPARE(kept.size(), FieldChoices::most);
        QVERIFY(kept.contains(QStringLiteral("kz1x")));
        QVERIFY(kept.contains(QStringLiteral("new")));
        QVERIFY(!kept.contains(QStringLiteral("kz2x")));
    }

    void aBrokenFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("no JSON") << QByteArray("{\"version\": 1, \"choi");
        QTest::newRow("of another version") << QByteArray("{\"version\": 2, \"choices\": []}");
        QTest::newRow("something else") << QByteArray("[1, 2]");
    }
    void aBrokenFileIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        write("choices.json", content);
        const QString aside = choicesPath() + QStringLiteral(".broken");
        QFile::remove(aside);
        FieldChoices choices(choicesPath());
        QVERIFY(choices.of(leads).isEmpty());
        QCOMPARE(base::readSmallFile(aside, 1'000).value(), content);
        QVERIFY(!QFile::exists(choicesPath()));
    }

    void oddEntriesArePassedOver()
    {
        write("choices.json",
              "{\"version\": 1, \"choices\": [7, {}, {\"module\": \"Leads\", \"header\": \"a\"},"
              "{\"module\": \"Leads\", \"header\": \"b\", \"field\": \"City\"}]}");
        const mapping::MatchHistory kept = FieldChoices(choicesPath()).of(leads);
        QCOMPARE(kept.keys(), QStringList{QStringLiteral("b")});
    }
};

WIZARD_TEST_MAIN(QCoreApplication, TestColumnMatching)
#include "tst_column_matching.moc"
