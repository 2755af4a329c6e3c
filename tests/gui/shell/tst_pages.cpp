#include "auth/Account.h"
#include "session/CrmConnection.h"
#include "session/RunController.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestMain.h"
#include "ui/accounts/AccountPage.h"
#include "ui/wizard/CallbackPage.h"
#include "ui/wizard/ImportWizard.h"
#include "ui/wizard/ModulePage.h"
#include "ui/wizard/StepList.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QVBoxLayout>

using namespace ui;
using crm::InputRef;
using session::WizardStep;

namespace {

/// Answers every question the same way and remembers it.
class OneAnswer final : public Dialogs {
public:
    QString openFile(QWidget *, const QString &, const QString &) override { return file; }
    QString saveFile(QWidget *, const QString &, const QString &, const QString &) override { return file; }
    bool confirm(QWidget *, const QString &, const QString &question, const QString &) override
    {
        asked.append(question);
        return agrees;
    }
    QString file;
    bool agrees = true;
    QStringList asked;
};

/// A page with one input, complete or not as the test says.
class PlainPage final : public Page {
public:
    PlainPage(WizardStep step, const QString &title)
        : Page(step, title, QStringLiteral("What it is for."))
        , input(new QLineEdit(this))
    {
        content()->addWidget(input);
    }
    QString whatIsMissing() const override { return missing; }
    QWidget *firstProblem() override { return input; }
    QWidget *widgetOf(const InputRef &ref) override { return ref == takes ? input : nullptr; }
    QString nextText() const override { return next; }
    bool goingOn() override { return goesOn; }
    void setMissing(const QString &sentence)
    {
        missing = sentence;
        Q_EMIT completeChanged();
    }
    QLineEdit *input;
    QString missing;
    QString next;
    bool goesOn = true;
    InputRef takes{InputRef::Kind::File, {}};
};

crm::Field field(const char *name, const char *label, bool mandatory, bool unique)
{
    crm::Field made;
    made.name = crm::FieldName(QString::fromLatin1(name));
    made.label = QString::fromLatin1(label);
    made.dataType = QStringLiteral("text");
    made.systemMandatory = mandatory;
    made.unique = unique;
    return made;
}

crm::Module module(const char *name, const char *plural)
{
    crm::Module made;
    made.name = crm::ModuleName(QString::fromLatin1(name));
    made.singularLabel = QString::fromLatin1(plural).chopped(1);
    made.pluralLabel = QString::fromLatin1(plural);
    made.generatedType = QStringLiteral("default");
    made.apiSupported = made.creatable = made.editable = true;
    return made;
}

session::AccountState signedIn(bool practice = false)
{
    session::AccountState account;
    account.connected = true;
    account.practice = practice;
    account.dataCentre = practice ? QString() : QStringLiteral("eu");
    account.apiHost = QUrl(QStringLiteral("https://www.zohoapis.eu"));
    account.organisation.name = QStringLiteral("Northwind Traders");
    account.organisation.type = QStringLiteral("sandbox");
    account.user.name = QStringLiteral("Ada Berg");
    account.modules = {module("Leads", "Leads"), module("Contacts", "Contacts"),
                       module("Warranty_Cards", "Warranties")};
    return account;
}

session::ModuleMetadata leads()
{
    session::ModuleMetadata metadata;
    metadata.module = crm::ModuleName(QStringLiteral("Leads"));
    metadata.fields = {field("Last_Name", "Last Name", true, false), field("Serial", "Serial Number", false, true)};
    return metadata;
}

} // namespace

class tst_pages : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init();
    void cleanup();

    void nextSaysWhatIsMissingAndGoesThere();
    void nextGoesOnAndBackGoesBack();
    void aPageMayActInsteadOfGoingOn();
    void anyStepMayBeVisited();
    void theStepListSpeaksInWords();
    void keysGoBackAndForth();
    void thePracticeBannerStaysAsLongAsPracticeDoes();
    void theAccountIsAlwaysInSight();
    void cancelAsksOnlyWhenSomethingWouldBeLost();
    void aCallbackIsCheckedAtOnce();
    void anEmptyCallbackIsNotBlamedBeforeNext();
    void theServersRefusalStandsUnderTheUrlUntilItIsCorrected();
    void aForeignMethodOfAPlanIsShown();
    void modulesAreSearched();
    void nothingIsChosenForTheUser();
    void updatingNeedsAMatchField();
    void mandatoryFieldsShowAtOnce();
    void whatIsMissingIsSaidUnderItsInputOnceAsked();
    void signedOutModulesSayWhy();
    void everyInputOfAccountHasItsName();
    void aTokenIsNeededToSignIn();
    void hostsFollowTheDataCentre();

private:
    template <class Widget>
    Widget *find(const char *name) const
    {
        auto *found = window->findChild<Widget *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    void show(QWidget *page);
    void showWizard();

    std::unique_ptr<QTemporaryDir> folder;
    std::unique_ptr<support::FakeClock> clock;
    std::unique_ptr<support::MemoryCredentialStore> secrets;
    std::unique_ptr<auth::AccountList> accounts;
    std::unique_ptr<session::ImportSession> importSession;
    std::unique_ptr<session::CrmConnection> connection;
    std::unique_ptr<importing::FileLedger> ledger;
    std::unique_ptr<session::RunController> runs;
    std::unique_ptr<OneAnswer> dialogs;
    std::unique_ptr<QWidget> window;
    ImportWizard *wizard = nullptr;
    PlainPage *first = nullptr;
    PlainPage *second = nullptr;
    PlainPage *third = nullptr;
};

void tst_pages::init()
{
    support::failOnWarnings();
    folder = std::make_unique<QTemporaryDir>();
    clock = std::make_unique<support::FakeClock>();
    secrets = std::make_unique<support::MemoryCredentialStore>();
    accounts = std::make_unique<auth::AccountList>(folder->filePath(QStringLiteral("accounts.json")));
    importSession = std::make_unique<session::ImportSession>();
    connection = std::make_unique<session::CrmConnection>(
        *importSession, *accounts, *secrets, *clock,
        []() -> base::Result<session::PracticeAccess> { return base::Error{}; });
    ledger = std::make_unique<importing::FileLedger>(folder->filePath(QStringLiteral("files.json")));
    runs = std::make_unique<session::RunController>(*importSession, *connection, *ledger, *clock);
    dialogs = std::make_unique<OneAnswer>();
    window = std::make_unique<QWidget>();
    window->setLayout(new QVBoxLayout);
    window->resize(1024, 700);
}

void tst_pages::cleanup()
{
    window.reset();
    runs.reset();
    connection.reset();
    importSession.reset();
}

void tst_pages::show(QWidget *page)
{
    window->layout()->addWidget(page);
    window->show();
    window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(window.get()));
}

void tst_pages::showWizard()
{
    first = new PlainPage(WizardStep::Account, QStringLiteral("Account"));
    second = new PlainPage(WizardStep::Module, QStringLiteral("Module"));
    third = new PlainPage(WizardStep::File, QStringLiteral("File"));
    wizard = new ImportWizard(*importSession, *runs, *dialogs, {first, second, third});
    show(wizard);
}

void tst_pages::nextSaysWhatIsMissingAndGoesThere()
{
    showWizard();
    first->setMissing(QStringLiteral("Sign in to go on."));
    QCOMPARE(find<QLabel>("footerMessage")->text(), QStringLiteral("Sign in to go on."));
    find<QPushButton>("nextButton")->click();
    QCOMPARE(wizard->step(), WizardStep::Account);
    QCOMPARE(QApplication::focusWidget(), first->input);
    QCOMPARE(find<QPushButton>("nextButton")->accessibleDescription(), QStringLiteral("Sign in to go on."));
    first->setMissing({});
    QVERIFY(find<QLabel>("footerMessage")->text().isEmpty());
}

void tst_pages::nextGoesOnAndBackGoesBack()
{
    showWizard();
    QVERIFY(!find<QPushButton>("backButton")->isEnabled());
    find<QPushButton>("nextButton")->click();
    QCOMPARE(wizard->step(), WizardStep::Module);
    QVERIFY(qobject_cast<QLabel *>(QApplication::focusWidget()));
    QCOMPARE(qobject_cast<QLabel *>(QApplication::focusWidget())->accessibleName(),
             QStringLiteral("Step 2 of 3: Module"));
    find<QPushButton>("backButton")->click();
    QCOMPARE(wizard->step(), WizardStep::Account);
}

void tst_pages::aPageMayActInsteadOfGoingOn()
{
    showWizard();
    first->goesOn = false;
    first->next = QStringLiteral("Start Import");
    Q_EMIT first->completeChanged();
    QCOMPARE(find<QPushButton>("nextButton")->text(), QStringLiteral("Start Import"));
    find<QPushButton>("nextButton")->click();
    QCOMPARE(wizard->step(), WizardStep::Account);
}

void tst_pages::anyStepMayBeVisited()
{
    showWizard();
    first->setMissing(QStringLiteral("Something."));
    auto *list = find<StepList>("stepList");
    list->setFocus();
    list->selectionModel()->select(list->model()->index(2, 0), QItemSelectionModel::ClearAndSelect);
    QCOMPARE(wizard->step(), WizardStep::File);
    // The list keeps the focus, so that the arrow keys go on from there.
    QCOMPARE(QApplication::focusWidget(), list);
    QTest::keyClick(list, Qt::Key_Up);
    QCOMPARE(wizard->step(), WizardStep::Module);
}

void tst_pages::theStepListSpeaksInWords()
{
    showWizard();
    auto *list = find<StepList>("stepList");
    list->setStatus(WizardStep::Module, session::StepStatus::NeedsLook);
    QCOMPARE(list->model()->index(1, 0).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("Step 2 of 3: Module, needs a look"));
}

void tst_pages::keysGoBackAndForth()
{
    showWizard();
    first->input->setFocus();
    QTest::keyClick(first->input, Qt::Key_Right, Qt::AltModifier);
    QCOMPARE(wizard->step(), WizardStep::Module);
    QTest::keyClick(second->input, Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(wizard->step(), WizardStep::Account);
}

void tst_pages::thePracticeBannerStaysAsLongAsPracticeDoes()
{
    showWizard();
    QVERIFY(!find<QWidget>("practiceBanner")->isVisible());
    importSession->setAccount(signedIn(true));
    QVERIFY(find<QWidget>("practiceBanner")->isVisible());
    find<QPushButton>("nextButton")->click();
    QVERIFY(find<QWidget>("practiceBanner")->isVisible());
    importSession->setAccount({});
    QVERIFY(!find<QWidget>("practiceBanner")->isVisible());
}

void tst_pages::theAccountIsAlwaysInSight()
{
    showWizard();
    QCOMPARE(find<QLabel>("accountSummary")->text(), QStringLiteral("Not signed in"));
    importSession->setAccount(signedIn());
    const QString text = find<QLabel>("accountSummary")->text();
    for (const char *part : {"Northwind Traders", "Sandbox", "Europe", "Ada Berg"})
        QVERIFY2(text.contains(QLatin1String(part)), part);
}

void tst_pages::cancelAsksOnlyWhenSomethingWouldBeLost()
{
    showWizard();
    QSignalSpy wanted(wizard, &ImportWizard::closeWanted);
    find<QPushButton>("cancelButton")->click();
    QCOMPARE(wanted.size(), 1);
    QVERIFY(wizard->mayClose());
    QVERIFY(dialogs->asked.isEmpty());
    session::FileChoice file;
    file.fileId = crm::FileId(QStringLiteral("111111000000541958"));
    importSession->setFile(file);
    dialogs->agrees = false;
    QVERIFY(!wizard->mayClose());
    QCOMPARE(dialogs->asked.size(), 1);
}

void tst_pages::aCallbackIsCheckedAtOnce()
{
    auto *page = new CallbackPage(*importSession);
    show(page);
    QVERIFY(page->whatIsMissing().isEmpty());
    find<QCheckBox>("useCallback")->click();
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("callbackUrl"));
    QTest::keyClicks(find<QLineEdit>("callbackUrl"), QStringLiteral("http://127.0.0.1/x"));
    QVERIFY(find<QWidget>("callbackUrlFaults")->isVisible());
    QVERIFY(!page->whatIsMissing().isEmpty());
    find<QLineEdit>("callbackUrl")->clear();
    QTest::keyClicks(find<QLineEdit>("callbackUrl"), QStringLiteral("https://hooks.example.com/import"));
    QCOMPARE(importSession->callback()->url, QStringLiteral("https://hooks.example.com/import"));
    QVERIFY(!find<QWidget>("callbackUrlFaults")->isVisible());
    find<QCheckBox>("useCallback")->click();
    QVERIFY(!importSession->callback());
}

void tst_pages::anEmptyCallbackIsNotBlamedBeforeNext()
{
    auto *page = new CallbackPage(*importSession);
    show(page);
    find<QCheckBox>("useCallback")->click();
    QVERIFY(!find<QWidget>("callbackUrlFaults")->isVisible());
    QVERIFY(!page->whatIsMissing().isEmpty());
    QCOMPARE(page->firstProblem(), find<QLineEdit>("callbackUrl"));
    QVERIFY(find<QWidget>("callbackUrlFaults")->isVisible());
}

void tst_pages::theServersRefusalStandsUnderTheUrlUntilItIsCorrected()
{
    auto *page = new CallbackPage(*importSession);
    show(page);
    importSession->setCallback(
        crm::Callback{QStringLiteral("https://hooks.example.com/import"), QStringLiteral("post")});
    auto refusal = std::make_shared<crm::ServerError>();
    refusal->code = QStringLiteral("INVALID_CALLBACK_URL");
    refusal->details = {{QStringLiteral("reason"), QStringLiteral("possible ssrf attempt")}};
    importSession->showRefusal({{InputRef::Kind::CallbackUrl, {}}}, refusal);
    auto *text = find<QWidget>("callbackUrlFaults")->findChild<QLabel *>(QStringLiteral("faultText"));
    QVERIFY(text && text->isVisible());
    QVERIFY2(text->text().contains(QLatin1String("possible ssrf attempt")), qPrintable(text->text()));
    QTest::keyClick(find<QLineEdit>("callbackUrl"), Qt::Key_S);
    QVERIFY(!find<QWidget>("callbackUrlFaults")->isVisible());
}

void tst_pages::aForeignMethodOfAPlanIsShown()
{
    show(new CallbackPage(*importSession));
    importSession->setCallback(
        crm::Callback{QStringLiteral("https://hooks.example.com/import"), QStringLiteral("get")});
    QCOMPARE(find<QComboBox>("callbackMethod")->currentText(), QStringLiteral("get"));
    QVERIFY(find<QWidget>("callbackMethodFaults")->isVisible());
}

void tst_pages::modulesAreSearched()
{
    importSession->setAccount(signedIn());
    show(new ModulePage(*importSession, *connection));
    auto *list = find<QListView>("moduleList");
    QCOMPARE(list->model()->rowCount(), 3);
    QTest::keyClicks(find<QLineEdit>("moduleSearch"), QStringLiteral("warranty_"));
    QCOMPARE(list->model()->rowCount(), 1);
    QTest::keyClick(find<QLineEdit>("moduleSearch"), Qt::Key_Down);
    QVERIFY(importSession->module().module);
    QCOMPARE(importSession->module().module->name.text(), QStringLiteral("Warranty_Cards"));
    QTest::keyClicks(find<QLineEdit>("moduleSearch"), QStringLiteral("zzz"));
    QVERIFY(!list->isVisible());
    QCOMPARE(importSession->module().module->name.text(), QStringLiteral("Warranty_Cards"));
}

void tst_pages::nothingIsChosenForTheUser()
{
    importSession->setAccount(signedIn());
    auto *page = new ModulePage(*importSession, *connection);
    show(page);
    QVERIFY(!importSession->module().module);
    for (const char *name : {"operationInsert", "operationUpdate", "operationUpsert"})
        QVERIFY(!find<QRadioButton>(name)->isChecked());
    QVERIFY(!find<QWidget>("operationGroupFaults")->isVisible());
    QVERIFY(!page->whatIsMissing().isEmpty());
}

void tst_pages::updatingNeedsAMatchField()
{
    importSession->setAccount(signedIn());
    auto *page = new ModulePage(*importSession, *connection);
    show(page);
    importSession->setModule({crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, {}, {}, true});
    importSession->setMetadata(leads());
    QVERIFY(!find<QComboBox>("matchField")->isVisible());
    find<QRadioButton>("operationUpdate")->click();
    auto *match = find<QComboBox>("matchField");
    QVERIFY(match->isVisible());
    QCOMPARE(match->currentIndex(), -1);
    QVERIFY(find<QRadioButton>("blankClear")->isEnabled());
    QCOMPARE(page->firstProblem(), match);
    const int serial = match->findData(QStringLiteral("Serial"));
    QVERIFY(serial >= 0);
    QVERIFY(match->findData(QStringLiteral("Last_Name")) < 0);
    match->setCurrentIndex(serial);
    Q_EMIT match->activated(serial);
    QCOMPARE(importSession->module().findBy.text(), QStringLiteral("Serial"));
    QVERIFY(page->whatIsMissing().isEmpty());
    find<QRadioButton>("blankClear")->click();
    QVERIFY(!importSession->module().ignoreEmpty);
}

void tst_pages::mandatoryFieldsShowAtOnce()
{
    importSession->setAccount(signedIn());
    show(new ModulePage(*importSession, *connection));
    importSession->setModule(
        {crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, crm::Operation::Insert, {}, true});
    importSession->setMetadata(leads());
    const auto *text = find<QLabel>("mandatoryFields");
    QVERIFY(text->isVisible());
    QVERIFY2(text->text().contains(QLatin1String("Last Name")), qPrintable(text->text()));
    QVERIFY(!find<QRadioButton>("blankClear")->isEnabled());
}

void tst_pages::whatIsMissingIsSaidUnderItsInputOnceAsked()
{
    importSession->setAccount(signedIn());
    auto *page = new ModulePage(*importSession, *connection);
    show(page);
    importSession->setModule({crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, {}, {}, true});
    QVERIFY(!find<QWidget>("operationGroupFaults")->isVisible());
    QCOMPARE(page->firstProblem(), find<QRadioButton>("operationInsert"));
    QVERIFY(find<QWidget>("operationGroupFaults")->isVisible());
    find<QRadioButton>("operationInsert")->click();
    QVERIFY(!find<QWidget>("operationGroupFaults")->isVisible());
}

void tst_pages::signedOutModulesSayWhy()
{
    auto *page = new ModulePage(*importSession, *connection);
    QSignalSpy wanted(page, &Page::goTo);
    show(page);
    QVERIFY(!find<QListView>("moduleList")->isVisible());
    for (QPushButton *button : page->findChildren<QPushButton *>())
        if (button->isVisible() && button->text() == QLatin1String("Go to Account"))
            button->click();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<WizardStep>(), WizardStep::Account);
}

void tst_pages::everyInputOfAccountHasItsName()
{
    show(new AccountPage(*importSession, *connection, *dialogs));
    for (const char *name :
         {"usePracticeButton", "openPlanButton", "savedAccounts", "useSavedButton", "forgetButton", "accountName",
          "dataCentre", "apiDomain", "uploadDomain", "apiVersion", "accessToken", "keepToken", "signInButton"})
        QVERIFY2(window->findChild<QWidget *>(QLatin1String(name)), name);
    for (const char *name : {"accountName", "dataCentre", "apiDomain", "uploadDomain", "apiVersion", "accessToken"}) {
        bool labelled = false;
        for (const QLabel *label : window->findChildren<QLabel *>())
            labelled = labelled || (label->buddy() && label->buddy()->objectName() == QLatin1String(name));
        QVERIFY2(labelled, name);
    }
    QCOMPARE(find<QLineEdit>("accessToken")->echoMode(), QLineEdit::Password);
}

void tst_pages::aTokenIsNeededToSignIn()
{
    auto *page = new AccountPage(*importSession, *connection, *dialogs);
    show(page);
    QVERIFY(!page->whatIsMissing().isEmpty());
    find<QPushButton>("signInButton")->click();
    QVERIFY(find<QWidget>("accessTokenFaults")->isVisible());
    QCOMPARE(QApplication::focusWidget(), find<QLineEdit>("accessToken"));
    QCOMPARE(connection->state(), session::CrmConnection::State::SignedOut);
}

void tst_pages::hostsFollowTheDataCentre()
{
    show(new AccountPage(*importSession, *connection, *dialogs));
    auto *centre = find<QComboBox>("dataCentre");
    centre->setCurrentIndex(centre->findData(QStringLiteral("eu")));
    QCOMPARE(find<QLineEdit>("apiDomain")->text(), QStringLiteral("https://www.zohoapis.eu"));
    QCOMPARE(find<QLineEdit>("uploadDomain")->text(), QStringLiteral("https://content.zohoapis.eu"));
    find<QComboBox>("apiVersion")->setCurrentText(QStringLiteral("v8"));
    QCOMPARE(find<QLineEdit>("uploadDomain")->text(), QStringLiteral("https://upload.zoho.eu"));
    find<QLineEdit>("uploadDomain")->setText(QStringLiteral("https://files.example.com"));
    find<QComboBox>("apiVersion")->setCurrentText(QStringLiteral("v2.1"));
    QCOMPARE(find<QLineEdit>("uploadDomain")->text(), QStringLiteral("https://files.example.com"));
}

WIZARD_TEST_MAIN(QApplication, tst_pages)
#include "tst_pages.moc"
