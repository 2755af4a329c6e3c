#include "session/DataPaths.h"
#include "session/TemplateFolder.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>

using mapping::MappingTemplate;
using session::StoredTemplate;
using session::TemplateStore;

namespace {

MappingTemplate made(const QString &name, const QStringList &headers = {"Surname", "Firm"}, int day = 1,
                     const char *module = "Leads")
{
    mapping::TemplateScene scene;
    scene.module = crm::ModuleName(QLatin1String(module));
    scene.headers = headers;
    scene.mapping.mapColumn({0}, crm::FieldName(QStringLiteral("Last_Name")));
    return makeTemplate(name, QDateTime({2026, 3, day}, {8, 0}, Qt::UTC), scene);
}

/// What became of a call, once the event loop has brought it.
TemplateStore::Outcome outcomeOf(const QFuture<TemplateStore::Outcome> &future)
{
    const bool came = QTest::qWaitFor([&future] { return future.isFinished(); });
    return came && future.resultCount() > 0 ? future.result() : TemplateStore::Outcome(base::Error{});
}

QStringList namesIn(const TemplateStore &store)
{
    QStringList names;
    for (const StoredTemplate &each : store.all())
        names << each.name();
    return names;
}

} // namespace

class TestTemplateStore final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        support::failOnWarnings();
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<TemplateStore>(path(QStringLiteral("templates")));
    }

    void whatIsMandatoryFollowsTheLayout()
    {
        session::ImportSession session;
        session::ModuleMetadata metadata;
        metadata.module = crm::ModuleName(QStringLiteral("Leads"));
        for (const char *name : {"Layout", "City", "Phone"}) {
            crm::Field &field = metadata.fields.emplace_back();
            field.name = crm::FieldName(QLatin1String(name));
        }
        const auto required = [](const char *name) { return std::vector{crm::FieldName(QLatin1String(name))}; };
        metadata.layouts = {{crm::RecordId(QStringLiteral("71")), QStringLiteral("Standard"), true, required("City")},
                            {crm::RecordId(QStringLiteral("72")), QStringLiteral("Fair"), false, required("Phone")}};
        session::ModuleChoice choice;
        choice.module.emplace().name = metadata.module;
        choice.operation = crm::Operation::Insert;
        session.setModule(choice);
        session.setMetadata(metadata);
        QCOMPARE(session::templateScene(session).mandatory, required("City"));
        mapping::ColumnMapping mapping;
        mapping.setConstant(crm::FieldName(QStringLiteral("Layout")), QJsonValue(QStringLiteral("72")));
        session.setMapping(mapping);
        QCOMPARE(session::templateScene(session).mandatory, required("Phone"));
    }

    void savedTemplatesAreThereForTheNextProgram()
    {
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("Zürich fair")))).ok());
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("basel")))).ok());
        QCOMPARE(namesIn(*m_store), (QStringList{"basel", QStringLiteral("Zürich fair")}));

        TemplateStore next(path(QStringLiteral("templates")));
        QSignalSpy changed(&next, &TemplateStore::changed);
        next.load();
        QVERIFY(next.all().empty());
        QVERIFY(changed.wait());
        QCOMPARE(namesIn(next), namesIn(*m_store));
        QVERIFY(*next.all()[1].content == made(QStringLiteral("Zürich fair")));
    }

    void aFolderThatIsNotThereHoldsNothing()
    {
        QSignalSpy changed(m_store.get(), &TemplateStore::changed);
        m_store->load();
        QVERIFY(changed.wait());
        QVERIFY(m_store->all().empty());
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("templates"))));
    }

    void twoOfOneNameAreRefused()
    {
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("Fair leads")))).ok());
        const auto second = outcomeOf(m_store->save(made(QStringLiteral(" FAIR  leads"))));
        QVERIFY(!second.ok());
        QCOMPARE(second.error().code, base::ErrorCode::TemplateNameTaken);
        QCOMPARE(second.error().context.value(QStringLiteral("found")).toString(), QStringLiteral("FAIR leads"));
        QCOMPARE(m_store->all().size(), size_t(1));

        // Both at once as well: nobody waits for the first.
        const auto one = m_store->save(made(QStringLiteral("New")));
        const auto other = m_store->save(made(QStringLiteral("New")));
        QVERIFY(outcomeOf(one).ok() != outcomeOf(other).ok());
    }

    void replacingAndRenamingKeepTheFile()
    {
        const auto id = outcomeOf(m_store->save(made(QStringLiteral("Fair"))));
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("Web")))).ok());
        QVERIFY(id.ok());
        const auto replaced = outcomeOf(m_store->replace(*id, made(QStringLiteral("Fair"), {"A", "B"})));
        QCOMPARE(*replaced, *id);
        QCOMPARE(m_store->find(*id)->content->headers, (QStringList{"A", "B"}));

        QCOMPARE(outcomeOf(m_store->rename(*id, QStringLiteral("web "))).error().code,
                 base::ErrorCode::TemplateNameTaken);
        QVERIFY(outcomeOf(m_store->rename(*id, QStringLiteral("FAIR"))).ok());
        QCOMPARE(namesIn(*m_store), (QStringList{"FAIR", "Web"}));
        QCOMPARE(m_store->find(*id)->content->headers, (QStringList{"A", "B"}));
    }

    void theVersionBeforeComesBack()
    {
        const auto id = outcomeOf(m_store->save(made(QStringLiteral("Fair"))));
        QVERIFY(!m_store->find(*id)->hasFormer);
        QVERIFY(!outcomeOf(m_store->restore(*id)).ok());
        QVERIFY(outcomeOf(m_store->replace(*id, made(QStringLiteral("Fair"), {"A", "B"}))).ok());
        QVERIFY(m_store->find(*id)->hasFormer);
        QVERIFY(outcomeOf(m_store->rename(*id, QStringLiteral("Expo"))).ok()); // is no new version
        QVERIFY(outcomeOf(m_store->restore(*id)).ok());
        QCOMPARE(m_store->find(*id)->content->headers, (QStringList{"Surname", "Firm"}));
        QCOMPARE(namesIn(*m_store), QStringList{"Expo"});
        QVERIFY(outcomeOf(m_store->restore(*id)).ok()); // and the later one is not lost
        QCOMPARE(m_store->find(*id)->content->headers, (QStringList{"A", "B"}));
        QVERIFY(outcomeOf(m_store->remove(*id)).ok());
        QVERIFY(QDir(path(QStringLiteral("templates"))).isEmpty());
    }

    void whatCannotBeReadIsListedAndLeftAlone()
    {
        const QString broken = path(QStringLiteral("templates/old.mappingtemplate.json"));
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("Fair")))).ok());
        write(broken, "{\n\"format\": \"crm-mapping-template\",\n oops");
        write(path(QStringLiteral("templates/readme.txt")), "no template");

        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("Web")))).ok());
        QCOMPARE(namesIn(*m_store), (QStringList{"Fair", "Web", "old.mappingtemplate.json"}));
        const StoredTemplate &last = m_store->all().back();
        QCOMPARE(last.content.error().code, base::ErrorCode::TemplateUnreadable);
        QCOMPARE(last.content.error().context.value(QStringLiteral("line")).toInt(), 3);
        QVERIFY(QFileInfo::exists(broken));
        QCOMPARE(outcomeOf(m_store->rename(last.id, QStringLiteral("New"))).error().code,
                 base::ErrorCode::TemplateUnreadable);

        QVERIFY(outcomeOf(m_store->remove(QStringLiteral("old.mappingtemplate.json"))).ok());
        QVERIFY(!QFileInfo::exists(broken));
        QCOMPARE(namesIn(*m_store), (QStringList{"Fair", "Web"}));
    }

    void aTemplateIsSharedAsAFile()
    {
        const auto id = outcomeOf(m_store->save(made(QStringLiteral("Fair"))));
        const QString shared = path(QStringLiteral("for you.mappingtemplate.json"));
        QVERIFY(outcomeOf(m_store->exportFile(*id, shared)).ok());
        QCOMPARE(outcomeOf(m_store->importFile(shared)).error().code, base::ErrorCode::TemplateNameTaken);
        const auto second = outcomeOf(m_store->importFile(shared, QStringLiteral("Fair of Anna")));
        QVERIFY(second.ok());
        QCOMPARE(namesIn(*m_store), (QStringList{"Fair", "Fair of Anna"}));
        MappingTemplate expected = made(QStringLiteral("Fair"));
        expected.name = QStringLiteral("Fair of Anna");
        QVERIFY(*m_store->find(*second)->content == expected);

        TemplateStore elsewhere(path(QStringLiteral("elsewhere")));
        QVERIFY(outcomeOf(elsewhere.importFile(shared)).ok());
        QVERIFY(*elsewhere.all().front().content == made(QStringLiteral("Fair")));
    }

    void failuresAreSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<base::ErrorCode>("code");
        QTest::newRow("no file") << QByteArray() << base::ErrorCode::FileNotFound;
        QTest::newRow("another file") << QByteArray("{\"a\": 1}") << base::ErrorCode::TemplateUnreadable;
        QTest::newRow("newer") << QByteArray("{\"format\": \"crm-mapping-template\", \"version\": 3}")
                               << base::ErrorCode::TemplateVersionUnknown;
    }
    void failuresAreSaid()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const base::ErrorCode, code);
        const QString file = path(QStringLiteral("given.json"));
        if (!content.isEmpty())
            write(file, content);
        QCOMPARE(outcomeOf(m_store->importFile(file)).error().code, code);
        QVERIFY(m_store->all().empty());
    }

    void whatCannotBeWrittenLeavesEverythingAsItWas()
    {
        write(path(QStringLiteral("templates")), "a file in the place of the folder");
        QCOMPARE(outcomeOf(m_store->save(made(QStringLiteral("Fair")))).error().code, base::ErrorCode::FileUnwritable);
        QCOMPARE(outcomeOf(m_store->remove(QStringLiteral("gone"))).error().code, base::ErrorCode::FileNotFound);
    }

    void theBestTemplateIsTheNewestOfTheSameHeaders_data()
    {
        QTest::addColumn<QStringList>("headers");
        QTest::addColumn<QString>("best");
        QTest::newRow("same headers: the newest") << QStringList{"c", "a", "b", "d", "E"} << "new";
        QTest::newRow("four of five") << QStringList{"a", "b", "c", "d", "x"} << "new";
        QTest::newRow("one more of six") << QStringList{"a", "b", "c", "d", "e", "f"} << "larger";
        QTest::newRow("three of five") << QStringList{"a", "b", "c", "x", "y"} << "";
        QTest::newRow("of another module") << QStringList{"q"} << "";
        QTest::newRow("no headers") << QStringList{} << "";
    }
    void theBestTemplateIsTheNewestOfTheSameHeaders()
    {
        QFETCH(const QStringList, headers);
        QFETCH(const QString, best);
        const QStringList five{"a", "b", "c", "d", "e"};
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("old"), five, 1))).ok());
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("new"), five, 9))).ok());
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("older"), five, 2))).ok());
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("larger"), five + QStringList{"f"}, 1))).ok());
        QVERIFY(outcomeOf(m_store->save(made(QStringLiteral("contacts"), {"q"}, 1, "Contacts"))).ok());
        const StoredTemplate *found = m_store->bestFor(crm::ModuleName(QStringLiteral("Leads")), headers);
        QCOMPARE(found ? found->name() : QString(), best);
    }

    void fileNamesAreOfPlainLetters_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("stem");
        QTest::newRow("plain") << "Fair leads 2026"
                               << "fair-leads-2026";
        QTest::newRow("accents") << QStringLiteral("Zürich – Straße") << "zurich-stra-e";
        QTest::newRow("kept by Windows") << "CON"
                                         << "con";
        QTest::newRow("slashes") << "../../a\\b:c*?"
                                 << "a-b-c";
        QTest::newRow("another script") << QStringLiteral("展示会") << "template";
        QTest::newRow("nothing") << ""
                                 << "template";
        QTest::newRow("long") << QString(300, QLatin1Char('x')) << QString(40, QLatin1Char('x'));
    }
    void fileNamesAreOfPlainLetters()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, stem);
        const QString file = session::templateFileName(name);
        const QRegularExpression shape(QStringLiteral("^%1-[0-9a-f]{12}\\.mappingtemplate\\.json$").arg(stem));
        QVERIFY2(shape.match(file).hasMatch(), qPrintable(file));
        QVERIFY(file != session::templateFileName(name));
    }

    void theFolderIsTheProgramsOwn()
    {
        QVERIFY(session::templatesFolderPath().endsWith(QLatin1String("/crm-import-wizard-test/templates")));
    }

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }

    static void write(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<TemplateStore> m_store;
};

WIZARD_TEST_MAIN(QCoreApplication, TestTemplateStore)
#include "tst_template_store.moc"
