#include "tests/support/TestMain.h"
#include "ui/text/ErrorText.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/DetailsBox.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/MessageBanner.h"
#include "ui/widgets/TextLabel.h"

#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QVBoxLayout>

using namespace ui;

namespace {

session::Fault localFault(checking::Severity severity = checking::Severity::Error)
{
    session::Fault fault;
    fault.input = {crm::InputRef::Kind::CallbackUrl, {}};
    fault.finding = checking::Finding{checking::Rule::CallbackIsThisComputer, severity, fault.input, {}};
    return fault;
}

session::Fault serverFault()
{
    session::Fault fault;
    fault.input = {crm::InputRef::Kind::CallbackUrl, {}};
    auto error = std::make_shared<crm::ServerError>();
    error->code = QStringLiteral("BRAND_NEW_CODE");
    error->message = QStringLiteral("No such thing");
    error->answer.httpStatus = 400;
    error->answer.body = QByteArrayLiteral("{\"code\":\"BRAND_NEW_CODE\"}");
    fault.refusal = error;
    return fault;
}

/// An input in a block, on the screen.
struct Scene final {
    QWidget window;
    QLineEdit *input = new QLineEdit;
    FieldBlock *block = nullptr;

    Scene()
    {
        input->setObjectName(QStringLiteral("callbackUrl"));
        block = new FieldBlock(QStringLiteral("Callback &URL"), input, QStringLiteral("A help line."));
        auto *column = new QVBoxLayout(&window);
        column->addWidget(block);
        window.resize(500, 300);
        window.show();
    }
    [[nodiscard]] QWidget *faults() const { return block->findChild<QWidget *>(QStringLiteral("callbackUrlFaults")); }
};

} // namespace

class tst_widgets : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { applyTheme(*qApp, Scheme::Light); }
    void init() { support::failOnWarnings(); }
    void anInputIsNamedByItsLabel();
    void faultsStandUnderTheInput();
    void aServerFaultSaysWhoseItIsAndShowsItsRawText();
    void aWarningIsNoError();
    void correctedFaultsGo();
    void troubleThatIsNoFaultIsShownToo();
    void detailsStartClosedAndCanBeCopied();
    void aBannerSaysOffersAndFallsSilent();
    void anEmptyStateOffersItsAction();
    void aChoiceCardIsPressedAnywhere();
    void bodyOfAChoiceShowsWhenChosen();
    void wrappedWordsAskForTheHeightTheyNeed();
};

void tst_widgets::anInputIsNamedByItsLabel()
{
    const Scene scene;
    QCOMPARE(scene.input->accessibleName(), QStringLiteral("Callback URL"));
    QLabel *label = nullptr;
    for (QLabel *each : scene.block->findChildren<QLabel *>())
        if (each->buddy() == scene.input)
            label = each;
    QVERIFY(label);
    QCOMPARE(scene.input->accessibleDescription(), QStringLiteral("A help line."));
}

void tst_widgets::faultsStandUnderTheInput()
{
    const Scene scene;
    scene.block->showFaults({localFault()});
    QVERIFY(scene.faults()->isVisible());
    const auto *text = scene.faults()->findChild<QLabel *>(QStringLiteral("faultText"));
    QVERIFY(text);
    QCOMPARE(text->text(), ErrorText::of(localFault()));
    QVERIFY(text->textInteractionFlags() & Qt::TextSelectableByKeyboard);
    QCOMPARE(text->focusPolicy(), Qt::StrongFocus);
    QVERIFY(scene.input->accessibleDescription().startsWith(text->text()));
    QVERIFY(scene.input->property("invalid").toBool());
    QTRY_VERIFY(scene.faults()->mapTo(&scene.window, QPoint()).y()
                >= scene.input->mapTo(&scene.window, QPoint()).y() + scene.input->height());
    QVERIFY(!scene.faults()->findChild<QLabel *>(QStringLiteral("fromServer")));
}

void tst_widgets::aServerFaultSaysWhoseItIsAndShowsItsRawText()
{
    const Scene scene;
    scene.block->showFaults({serverFault()});
    QVERIFY(scene.faults()->findChild<QLabel *>(QStringLiteral("fromServer"))->isVisible());
    auto *toggle = scene.faults()->findChild<QPushButton *>(QStringLiteral("detailsButton"));
    auto *raw = scene.faults()->findChild<QPlainTextEdit *>(QStringLiteral("detailsText"));
    QVERIFY(toggle && raw);
    QVERIFY(!raw->isVisible());
    toggle->click();
    QVERIFY(raw->isVisible());
    QVERIFY(raw->toPlainText().contains(QLatin1String("{\"code\":\"BRAND_NEW_CODE\"}")));
}

void tst_widgets::aWarningIsNoError()
{
    const Scene scene;
    scene.block->showFaults({localFault(checking::Severity::Warning)});
    QVERIFY(scene.faults()->isVisible());
    QVERIFY(!scene.input->property("invalid").toBool());
}

void tst_widgets::correctedFaultsGo()
{
    const Scene scene;
    scene.block->showFaults({serverFault(), localFault()});
    scene.block->showFaults({});
    QVERIFY(!scene.faults()->isVisible());
    QVERIFY(!scene.input->property("invalid").toBool());
    QCOMPARE(scene.input->accessibleDescription(), QStringLiteral("A help line."));
    QTRY_VERIFY(!scene.faults()->findChild<QLabel *>(QStringLiteral("faultText")));
}

void tst_widgets::troubleThatIsNoFaultIsShownToo()
{
    const Scene scene;
    scene.block->showTrouble(QStringLiteral("The host is unknown."), QStringLiteral("raw"));
    QVERIFY(scene.faults()->isVisible());
    QVERIFY(scene.input->accessibleDescription().contains(QLatin1String("The host is unknown.")));
    scene.block->showTrouble({});
    QVERIFY(!scene.faults()->isVisible());
}

void tst_widgets::detailsStartClosedAndCanBeCopied()
{
    DetailsBox box;
    QVERIFY(box.isHidden());
    box.setText(QStringLiteral("INVALID_DATA\nraw"));
    box.show();
    auto *toggle = box.findChild<QPushButton *>(QStringLiteral("detailsButton"));
    auto *raw = box.findChild<QPlainTextEdit *>();
    QVERIFY(!raw->isVisible());
    toggle->click();
    QVERIFY(raw->isVisible());
    for (QPushButton *button : box.findChildren<QPushButton *>())
        if (button != toggle)
            button->click();
    QCOMPARE(QApplication::clipboard()->text(), QStringLiteral("INVALID_DATA\nraw"));
    box.setText(QStringLiteral("another"));
    QVERIFY(!raw->isVisible());
    box.setText({});
    QVERIFY(box.isHidden());
}

void tst_widgets::aBannerSaysOffersAndFallsSilent()
{
    MessageBanner banner;
    QVERIFY(banner.isHidden());
    QSignalSpy pressed(&banner, &MessageBanner::actionRequested);
    banner.say(Tone::Warning, QStringLiteral("No keychain answers."));
    QVERIFY(!banner.isHidden());
    QCOMPARE(banner.text(), QStringLiteral("No keychain answers."));
    banner.offer(QStringLiteral("Try Again"));
    for (QPushButton *button : banner.findChildren<QPushButton *>())
        if (button->text() == QLatin1String("Try Again"))
            button->click();
    QCOMPARE(pressed.size(), 1);
    banner.clear();
    QVERIFY(banner.isHidden());
    QVERIFY(banner.text().isEmpty());
}

void tst_widgets::anEmptyStateOffersItsAction()
{
    EmptyState state(QStringLiteral("file"), QStringLiteral("Nothing yet."), QStringLiteral("Choose File…"));
    QSignalSpy pressed(&state, &EmptyState::actionRequested);
    state.findChild<QPushButton *>()->click();
    QCOMPARE(pressed.size(), 1);
    state.setAction({});
    QVERIFY(state.findChild<QPushButton *>()->isHidden());
}

void tst_widgets::aChoiceCardIsPressedAnywhere()
{
    ChoiceCard card(QStringLiteral("Add New Records"), QStringLiteral("Each row becomes a record."));
    card.resize(300, 100);
    card.show();
    QCOMPARE(card.button()->accessibleName(), QStringLiteral("Add New Records"));
    QTest::mouseClick(&card, Qt::LeftButton, {}, QPoint(card.width() - 5, card.height() - 5));
    QVERIFY(card.button()->isChecked());
}

void tst_widgets::bodyOfAChoiceShowsWhenChosen()
{
    ChoiceCard card(QStringLiteral("Type an ID"), {});
    auto *input = new QLineEdit;
    card.body()->addWidget(input);
    card.show();
    QVERIFY(!input->isVisible());
    card.button()->click();
    QVERIFY(input->isVisible());
}

void tst_widgets::wrappedWordsAskForTheHeightTheyNeed()
{
    QScrollArea area;
    area.setWidgetResizable(true);
    auto *sheet = new QWidget;
    auto *column = new QVBoxLayout(sheet);
    auto *card = new Card(QStringLiteral("A heading that does not fit into one line"));
    auto *label =
        new TextLabel(QStringLiteral("A sentence that is much longer than the narrow window it is shown in, so "
                                     "that it has to be broken into several lines."));
    card->body()->addWidget(label);
    column->addWidget(card);
    column->addStretch(1);
    area.setWidget(sheet);
    area.resize(260, 60);
    area.show();
    QVERIFY(QTest::qWaitForWindowExposed(&area));
    for (const auto *words : sheet->findChildren<TextLabel *>())
        if (words->isVisible())
            QTRY_VERIFY(words->height() >= words->heightForWidth(words->width()));
    // And nothing more: the sheet fits as soon as the window is high enough for what is on it.
    area.resize(260, sheet->heightForWidth(area.viewport()->width()) + 4);
    QTRY_VERIFY(!area.verticalScrollBar()->isVisible());
}

WIZARD_TEST_MAIN(QApplication, tst_widgets)
#include "tst_widgets.moc"
