#include "auth/Account.h"
#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDialogs.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/DriftDialog.h"
#include "ui/mapping/MappingPage.h"
#include "ui/mapping/TemplateOffer.h"
#include "ui/text/Translations.h"
#include "ui/widgets/Theme.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QTableView>
#include <QTemporaryDir>
#include <QThreadPool>

namespace {

crm::FieldName name(const char *text)
{
    return crm::FieldName(QLatin1String(text));
}

tabular::TableSummary tableOf(const QStringList &headers, const QString &path)
{
    tabular::TableSummary table;
    table.rows = 3;
    table.source.path = path;
    for (const QString &header : headers)
        table.columns.push_back({header, {QStringLiteral("a")}, 3});
    return table;
}

const QStringList fair{"Nachname", "Betrieb", "Where from", "Row"};

/// The page Mapping with templates in a folder of its own, Leads chosen and a file open.
struct TemplatePlace final {
    TemplatePlace()
    {
        session::ModuleChoice module;
        module.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}};
        module.operation = crm::Operation::Insert;
        session.setModule(module);
        session.setMetadata(support::leads());
        open(fair, QStringLiteral("fair 2025.csv"));
        page.resize(1000, 640);
        page.show();
    }

    void open(const QStringList &headers, const QString &path = QStringLiteral("fair 2026.csv"))
    {
        session::FileChoice file;
        file.table = tableOf(headers, path);
        session.setMapping({});
        session.setFile(file);
    }
    /// Last Name, Company and a value for Lead Source; the last column is left out.
    void map()
    {
        mapping::ColumnMapping made;
        made.mapColumn({0}, name("Last_Name"));
        made.mapColumn({1}, name("Company"));
        made.mapColumn({2}, name("Lead_Source"));
        made.setRule(name("Lead_Source"), {{}, {{QStringLiteral("Messe"), QStringLiteral("Trade Show")}}});
        made.setIgnored({3}, true);
        session.setMapping(made);
    }
    template <class W>
    W *in(const char *objectName)
    {
        return page.findChild<W *>(QLatin1String(objectName));
    }
    QAction *action(const char *objectName, const QString &inList = {})
    {
        auto *menu = in<QMenu>("templatesMenu");
        Q_EMIT menu->aboutToShow();
        if (inList.isEmpty())
            return menu->findChild<QAction *>(QLatin1String(objectName));
        for (QAction *each : menu->findChild<QMenu *>(QLatin1String(objectName))->actions()) {
            if (each->text().startsWith(inList))
                return each;
        }
        return nullptr;
    }
    void nameIt(const QString &text)
    {
        auto *input = in<QLineEdit>("templateName");
        QVERIFY(input);
        input->setText(text);
        QTest::keyClick(input, Qt::Key_Return);
    }
    void save(const QString &text)
    {
        action("saveTemplate")->trigger();
        nameIt(text);
        QTRY_COMPARE(said(), QStringLiteral("The mapping is kept as the template “%1”.").arg(text));
    }
    /// Kept, and then another file comes.
    void saveThenOpen(const QString &text, const QStringList &headers)
    {
        map();
        save(text);
        wanted = session.mapping();
        open(headers);
    }
    /// Whatever was asked of the pool has been answered, and what the answers asked in turn.
    static void comeToRest()
    {
        for (int i = 0; i < 5; ++i) {
            QThreadPool::globalInstance()->waitForDone();
            QCoreApplication::processEvents();
        }
    }
    [[nodiscard]] QString said() { return page.messages()->text(); }
    [[nodiscard]] bool isOffered() { return in<ui::TemplateOffer>("templateOffer")->isVisible(); }
    void press(const char *objectName) { QTest::mouseClick(in<QPushButton>(objectName), Qt::LeftButton); }
    ui::DriftDialog *dialog() { return in<ui::DriftDialog>("driftDialog"); }
    /// Opens the answers of the current row with a key and takes the one that begins so.
    void answer(int row, const QString &text)
    {
        auto *table = in<QTableView>("driftTable");
        table->setCurrentIndex(table->model()->index(row, 2));
        QTest::keyClick(table, Qt::Key_Space);
        // One that was used before goes with the next turn of the event loop.
        QComboBox *box = nullptr;
        for (QComboBox *each : table->findChildren<QComboBox *>())
            box = each->isVisible() ? each : box;
        QVERIFY(box);
        const int place = box->findText(text, Qt::MatchStartsWith);
        QVERIFY2(place >= 0, qPrintable(text));
        box->setCurrentIndex(place);
        Q_EMIT box->activated(place);
    }

    QTemporaryDir folder;
    support::FakeClock clock;
    support::MemoryCredentialStore credentials;
    support::ScriptedDialogs dialogs;
    session::ImportSession session;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::CrmConnection connection{session, accounts, credentials, clock,
                                      []() -> base::Result<session::PracticeAccess> { return base::Error{}; }};
    session::TemplateStore templates{folder.filePath(QStringLiteral("templates"))};
    QUndoStack undo;
    ui::MappingPage page{session, connection, templates, dialogs, undo};
    mapping::ColumnMapping wanted;
};

void keep(QWidget &widget, const QString &what)
{
    const QString path =
        QStringLiteral(WIZARD_TEST_OUTPUT "/templates-%1-%2.png").arg(what, QString::fromUtf8(QTest::currentDataTag()));
    QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT));
    for (int i = 0; i < 5; ++i)
        QCoreApplication::processEvents();
    QVERIFY2(widget.grab().save(path), qPrintable(path));
}

} // namespace

class TestTemplates final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        ui::installTranslations(*qApp);
        ui::applyTheme(*qApp, ui::Scheme::Light);
    }
    void init()
    {
        // A list that drops down asks the platform for more than the one without a screen can do.
        QTest::failOnWarning(QRegularExpression(QStringLiteral("^(?!This plugin does not support ).*")));
    }

    void aTemplateIsOfferedForTheNextFileAndAppliedAsOneStep_data();
    void aTemplateIsOfferedForTheNextFileAndAppliedAsOneStep();

    void whatWasAnsweredIsNotAskedAgain()
    {
        TemplatePlace place;
        place.saveThenOpen(QStringLiteral("Fair leads"), fair);
        QTRY_VERIFY(place.isOffered());
        place.press("notNowButton");
        QVERIFY(!place.isOffered());
        place.open(fair, QStringLiteral("fair 2027.csv"));
        QTRY_VERIFY(place.isOffered());
        place.open({QStringLiteral("Something else")});
        QVERIFY(!place.isOffered());
        place.open(fair);
        QSignalSpy changed(&place.templates, &session::TemplateStore::changed);
        place.templates.load();
        QVERIFY(changed.wait());
        TemplatePlace::comeToRest();
        QVERIFY(!place.isOffered());
    }

    void aFileThatIsMappedThatWayAlreadyIsOfferedNothing()
    {
        TemplatePlace place;
        place.map();
        place.save(QStringLiteral("Fair leads"));
        session::FileChoice other;
        other.table = tableOf(fair, QStringLiteral("fair 2026.csv"));
        place.session.setFile(other);
        QVERIFY(place.session.mapping().find(name("Company")));
        TemplatePlace::comeToRest();
        QVERIFY(!place.isOffered());
    }

    void differencesAreShownBeforeAnythingIsLost()
    {
        TemplatePlace place;
        place.saveThenOpen(QStringLiteral("Fair leads"), {"Family name", "Telephon", "Where from", "Row"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        QVERIFY(place.session.mapping().entries().empty());
        auto *table = place.in<QTableView>("driftTable");
        const QAbstractItemModelTester tester(table->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(place.in<QLabel>("driftHeading")->text(), QStringLiteral("3 differences to “Fair leads”"));
        const QStringList sentences{
            "Column “Betrieb” fills Company. The file has no such column. Answer: Go without Company.",
            "Column “Nachname” fills Last Name. The column seems to be called “Family name” now. Answer: Take “Family "
            "name”.",
            "There was no column “Telephon”. It is new in the file. Answer: Decide later."};
        for (int row = 0; row < 3; ++row) {
            QString sentence = table->model()->index(row, 1).data(Qt::AccessibleTextRole).toString();
            sentence.remove(QChar(0x2068)).remove(QChar(0x2069));
            QCOMPARE(sentence, sentences[row]);
        }
        place.press("cancelDriftButton");
        QVERIFY(place.session.mapping().entries().empty());
        QCOMPARE(place.undo.count(), 0);
        QTRY_VERIFY(!place.dialog());
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        session::ModuleChoice module = place.session.module();
        module.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Contacts")), {}};
        place.session.setModule(module);
        place.dialog()->accept();
        QVERIFY(place.session.mapping().entries().empty());
    }

    void answersAreGivenByKeyboardAndTakenOver()
    {
        TemplatePlace place;
        place.saveThenOpen(QStringLiteral("Fair leads"), {"Family name", "Telephon", "Where from", "Row"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        auto *table = place.in<QTableView>("driftTable");
        QTRY_VERIFY(table->hasFocus());
        place.answer(0, QStringLiteral("Take “\u2068Row"));
        table->setCurrentIndex(table->model()->index(1, 2));
        QTest::keyClick(table, Qt::Key_Delete);
        place.answer(2, QStringLiteral("Fill Mobile"));
        QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("Go without Last Name"));
        QTest::keyClick(table, Qt::Key_Return);
        QTRY_VERIFY(!place.dialog());
        mapping::ColumnMapping wanted;
        wanted.mapColumn({3}, name("Company"));
        wanted.mapColumn({2}, name("Lead_Source"));
        wanted.setRule(name("Lead_Source"), {{}, {{QStringLiteral("Messe"), QStringLiteral("Trade Show")}}});
        wanted.mapColumn({1}, name("Mobile"));
        QVERIFY(place.session.mapping() == wanted);
        QCOMPARE(place.undo.count(), 1);
        place.undo.undo();
        QVERIFY(place.session.mapping() == mapping::ColumnMapping{});
    }

    void buttonsAnswerAllThatIsSelected()
    {
        TemplatePlace place;
        place.saveThenOpen(QStringLiteral("Fair leads"), {"Family name", "Where from", "Row", "A", "B"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        auto *table = place.in<QTableView>("driftTable");
        table->selectAll();
        QVERIFY(!place.in<QPushButton>("chooseDriftButton")->isEnabled());
        place.press("leaveOutDriftButton");
        QCOMPARE(table->model()->index(1, 2).data().toString(), QStringLiteral("Go without Last Name"));
        QCOMPARE(table->model()->index(3, 2).data().toString(), QStringLiteral("Leave it out"));
        table->setCurrentIndex(table->model()->index(1, 0));
        place.press("acceptDriftButton");
        QVERIFY(table->model()->index(1, 2).data().toString().startsWith(QStringLiteral("Take")));
    }

    void oneFieldCannotBeFilledTwice()
    {
        TemplatePlace place;
        place.saveThenOpen(QStringLiteral("Fair leads"), fair + QStringList{"A", "B"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(!place.session.mapping().entries().empty());
        place.open(fair + QStringList{"A", "B"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(!place.session.mapping().entries().empty());
        place.open({"Nachname", "Where from", "Row", "A", "B"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        QVERIFY(!place.in<QLabel>("driftProblem")->isVisible());
        place.answer(1, QStringLiteral("Fill Mobile"));
        place.answer(2, QStringLiteral("Fill Mobile"));
        QVERIFY(place.in<QLabel>("driftProblem")->text().startsWith(QStringLiteral("Mobile would be filled twice.")));
        QVERIFY(place.in<QLabel>("driftProblem")->isVisible());
        QVERIFY(!place.in<QPushButton>("applyDriftButton")->isEnabled());
        place.answer(2, QStringLiteral("Decide later"));
        QVERIFY(place.in<QPushButton>("applyDriftButton")->isEnabled());
    }

    void whatThePresentMappingLosesIsSaid()
    {
        TemplatePlace place;
        place.map();
        place.save(QStringLiteral("Fair leads"));
        mapping::ColumnMapping other;
        other.mapColumn({1}, name("Mobile"));
        place.session.setMapping(other);
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(
            place.in<QLabel>("mappingStatus")
                ->text()
                .startsWith(QStringLiteral(
                    "The template “Fair leads” is applied: 3 fields are mapped. Not mapped any more: Mobile.")));
    }

    void namesThatAreTakenCannotBeGiven()
    {
        TemplatePlace place;
        place.map();
        place.action("saveTemplate")->trigger();
        QCOMPARE(place.in<QLineEdit>("templateName")->text(), QStringLiteral("fair 2025"));
        place.nameIt(QStringLiteral("Fair leads"));
        QTRY_VERIFY(!place.in<QLineEdit>("templateName"));
        QTRY_COMPARE(place.templates.all().size(), size_t(1));
        place.action("saveTemplate")->trigger();
        for (const char *taken : {"fair  LEADS", " "}) {
            place.in<QLineEdit>("templateName")->setText(QLatin1String(taken));
            QVERIFY(!place.in<QPushButton>("useNameButton")->isEnabled());
        }
        place.in<QLineEdit>("templateName")->setText(QStringLiteral("Fair leads 2"));
        QVERIFY(place.in<QPushButton>("useNameButton")->isEnabled());
    }

    void overwritingAndRemovingAskFirst()
    {
        TemplatePlace place;
        place.map();
        QVERIFY(!place.action("updateTemplate")->isEnabled());
        place.save(QStringLiteral("Fair & leads"));
        const auto saved = *place.templates.all().front().content;
        place.session.setMapping({});
        mapping::ColumnMapping other;
        other.mapColumn({1}, name("Mobile"));
        place.session.setMapping(other);
        QCOMPARE(place.action("updateTemplate")->text(), QStringLiteral("Update “Fair && leads”…"));

        place.dialogs.yes = false;
        place.action("updateTemplate")->trigger();
        place.action("removeTemplate", QStringLiteral("Fair"))->trigger();
        QCOMPARE(place.dialogs.asked.size(), 2);
        QVERIFY(place.dialogs.asked[0].contains(QStringLiteral("“Fair & leads” holds is replaced")));
        QVERIFY(place.dialogs.asked[0].contains(QStringLiteral("can be restored")));
        QVERIFY(place.dialogs.asked[1].contains(QStringLiteral("cannot be undone")));
        QSignalSpy changed(&place.templates, &session::TemplateStore::changed);
        place.templates.load();
        QVERIFY(changed.wait());
        QVERIFY(*place.templates.all().front().content == saved);

        place.dialogs.yes = true;
        place.action("updateTemplate")->trigger();
        QTRY_VERIFY(place.templates.all().front().content->mapping == other);
        place.action("restoreTemplate", QStringLiteral("Fair"))->trigger();
        QTRY_VERIFY(*place.templates.all().front().content == saved);
        QVERIFY(place.session.mapping() == other); // the one at hand is none of its business
        place.action("removeTemplate", QStringLiteral("Fair"))->trigger();
        QTRY_VERIFY(place.templates.all().empty());
        QVERIFY(place.session.mapping() == other);
    }

    void aTemplateIsRenamedSharedAndLoaded()
    {
        TemplatePlace place;
        place.map();
        place.save(QStringLiteral("Fair"));
        place.action("renameTemplate", QStringLiteral("Fair"))->trigger();
        place.nameIt(QStringLiteral("Fair: leads/2026"));
        QTRY_COMPARE(place.templates.all().front().name(), QStringLiteral("Fair: leads/2026"));

        const QString path = place.folder.filePath(QStringLiteral("shared.mappingtemplate.json"));
        place.dialogs.save << path;
        place.action("shareTemplate", QStringLiteral("Fair"))->trigger();
        QCOMPARE(place.dialogs.lastProposed, QStringLiteral("Fair- leads-2026.mappingtemplate.json"));
        QTRY_COMPARE(place.said(), QStringLiteral("The template is saved as shared.mappingtemplate.json."));

        place.dialogs.open << path;
        place.action("loadTemplate")->trigger();
        QTRY_VERIFY(place.in<QLineEdit>("templateName"));
        place.nameIt(QStringLiteral("Of Anna"));
        QTRY_COMPARE(place.said(), QStringLiteral("The template “Of Anna” is loaded. It is for the module Leads."));
        QCOMPARE(place.templates.all().size(), size_t(2));
        QVERIFY(place.templates.all()[1].content->mapping == place.session.mapping());
    }

    void whatCannotBeReadIsListedWithItsReason()
    {
        TemplatePlace place;
        QDir(place.folder.path()).mkdir(QStringLiteral("templates"));
        QFile broken(place.folder.filePath(QStringLiteral("templates/old.mappingtemplate.json")));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"format\": \"crm-mapping-template\", \"version\": 7}");
        broken.close();
        TemplatePlace::comeToRest();
        place.templates.load();
        QTRY_COMPARE(place.templates.all().size(), size_t(1));
        QAction *action = place.action("applyTemplate", QStringLiteral("old.mappingtemplate.json"));
        QCOMPARE(action->text(), QStringLiteral("old.mappingtemplate.json (cannot be read)"));
        action->trigger();
        QCOMPARE(place.said(),
                 QStringLiteral("This mapping template was saved by a newer version of the program. Update the program "
                                "to use it."));
        QVERIFY(!place.action("renameTemplate", QStringLiteral("old")));
        QVERIFY(place.action("removeTemplate", QStringLiteral("old")));
        place.dialogs.open << broken.fileName();
        place.page.messages()->clear();
        place.action("loadTemplate")->trigger();
        QTRY_VERIFY(place.said().startsWith(QStringLiteral("This mapping template was saved by a newer version")));
        QCOMPARE(place.templates.all().size(), size_t(1));
    }

    void pictures_data();
    void pictures();
};

void TestTemplates::aTemplateIsOfferedForTheNextFileAndAppliedAsOneStep_data()
{
    QTest::addColumn<QStringList>("headers");
    QTest::addColumn<QString>("offer");
    QTest::newRow("same columns") << fair << "You mapped a file with these columns before: “Fair leads”.";
    QTest::newRow("one more") << fair + QStringList{"Hall"}
                              << "You mapped a file with most of these columns before: “Fair leads”.";
}

void TestTemplates::aTemplateIsOfferedForTheNextFileAndAppliedAsOneStep()
{
    QFETCH(const QStringList, headers);
    QFETCH(const QString, offer);
    TemplatePlace place;
    QVERIFY(!place.isOffered());
    place.saveThenOpen(QStringLiteral("Fair leads"), headers);
    QTRY_VERIFY(place.isOffered());
    QCOMPARE(place.in<QLabel>("templateOfferText")->text(), offer);
    QCOMPARE(place.in<QPushButton>("showDifferencesButton")->isVisible(), headers.size() > 4);
    const mapping::ColumnMapping before = place.session.mapping();
    place.press("applyOfferButton");
    QTRY_VERIFY(place.session.mapping() == place.wanted);
    QVERIFY(!place.isOffered());
    QVERIFY(!place.dialog());
    QCOMPARE(place.undo.count(), 1);
    QCOMPARE(place.undo.undoText(), QStringLiteral("Apply template Fair leads"));
    QVERIFY(place.in<QLabel>("mappingStatus")
                ->text()
                .startsWith(QStringLiteral("The template “Fair leads” is applied: 3 fields are mapped.")));
    place.undo.undo();
    QVERIFY(place.session.mapping() == before);
    place.undo.redo();
    QVERIFY(place.session.mapping() == place.wanted);
}

void TestTemplates::pictures_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<int>("percent");
    QTest::addColumn<bool>("mirrored");
    QTest::newRow("light") << ui::Scheme::Light << 100 << false;
    QTest::newRow("dark") << ui::Scheme::Dark << 100 << false;
    QTest::newRow("light-200") << ui::Scheme::Light << 200 << false;
    QTest::newRow("dark-200") << ui::Scheme::Dark << 200 << false;
    QTest::newRow("light-mirrored") << ui::Scheme::Light << 100 << true;
}

/// The bar and the dialog as people see them, in a window that is small for such text.
void TestTemplates::pictures()
{
    QFETCH(const ui::Scheme, scheme);
    QFETCH(const int, percent);
    QFETCH(const bool, mirrored);
    const QFont before = QApplication::font();
    QFont font = before;
    font.setPointSizeF(before.pointSizeF() * percent / 100);
    QApplication::setFont(font);
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    ui::applyTheme(*qApp, scheme);
    {
        TemplatePlace place;
        place.page.resize(1024, 700);
        session::ModuleMetadata metadata = place.session.metadata();
        place.saveThenOpen(QStringLiteral("Fair leads"), fair + QStringList{"Hall"});
        QTRY_VERIFY(place.isOffered());
        keep(place.page, QStringLiteral("offer"));
        place.action("loadTemplate");
        place.in<QMenu>("templatesMenu")->ensurePolished();
        keep(*place.in<QMenu>("templatesMenu"), QStringLiteral("menu"));
        metadata.fields[0].length = 40;
        metadata.fields[3].picklist.pop_back();
        place.session.setMetadata(metadata);
        place.open({"Family name", "Telephon", "Where from", "Halle", "Row"});
        place.action("applyTemplate", QStringLiteral("Fair leads"))->trigger();
        QTRY_VERIFY(place.dialog());
        place.dialog()->resize(percent > 100 ? QSize(1024, 700) : QSize(884, 442));
        QVERIFY2(place.dialog()->minimumSizeHint().width() <= 1024, "the dialog does not fit a small window");
        QVERIFY2(place.dialog()->minimumSizeHint().height() <= 700, "the dialog does not fit a small window");
        keep(*place.dialog(), QStringLiteral("drift"));
    }
    QApplication::setFont(before);
    QApplication::setLayoutDirection(Qt::LeftToRight);
    ui::applyTheme(*qApp, ui::Scheme::Light);
}

WIZARD_TEST_MAIN(QApplication, TestTemplates)
#include "tst_templates.moc"
