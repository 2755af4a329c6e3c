#include "tests/gui/pages/FilePlace.h"
#include "tests/support/TestMain.h"
#include "ui/text/Translations.h"
#include "ui/widgets/TextLabel.h"

#include <QClipboard>
#include <QComboBox>
#include <QHeaderView>
#include <QLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSpinBox>
#include <QWheelEvent>

using namespace ui;
using Place = pages::FilePlace;

namespace {

const QString workbook = QStringLiteral(WIZARD_TEST_DATA "/workbooks/xlsxwriter-3.0.2.xlsx");

void collect(const QLayout &layout, std::vector<const QWidget *> &widgets)
{
    for (int i = 0; i < layout.count(); ++i) {
        QLayoutItem *item = layout.itemAt(i);
        if (const QWidget *widget = item->widget(); widget && widget->isVisible())
            widgets.push_back(widget);
        if (item->layout())
            collect(*item->layout(), widgets);
    }
}

QString nameOf(const QWidget &widget)
{
    return QLatin1String(widget.metaObject()->className()) + QLatin1Char(' ') + widget.objectName();
}

/// Widgets that lie on each other, or stick out of what they are in.
QStringList collisions(QWidget &page)
{
    QStringList found;
    QList<QWidget *> parents = page.findChildren<QWidget *>();
    parents << &page;
    for (const QWidget *parent : parents) {
        if (!parent->layout() || !parent->isVisible())
            continue;
        std::vector<const QWidget *> widgets;
        collect(*parent->layout(), widgets);
        for (size_t i = 0; i < widgets.size(); ++i) {
            if (!parent->rect().contains(widgets[i]->geometry()))
                found << nameOf(*widgets[i]) + QLatin1String(" is cut off");
            for (size_t j = 0; j < i; ++j) {
                if (widgets[i]->geometry().intersects(widgets[j]->geometry()))
                    found << nameOf(*widgets[i]) + QLatin1String(" lies on ") + nameOf(*widgets[j]);
            }
        }
    }
    return found;
}

QScrollArea *scrollOf(QWidget &page)
{
    return page.findChild<QScrollArea *>();
}

/// To the widget and, as long as nobody takes it, to what the widget is in: Qt does so with the events of a real wheel.
void wheelOver(QWidget *widget)
{
    const QPointF at = widget->rect().center();
    for (QWidget *next = widget; next; next = next->parentWidget()) {
        QWheelEvent event(at, widget->mapToGlobal(at), {}, {0, -120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase,
                          false);
        event.ignore();
        QApplication::sendEvent(next, &event);
        if (event.isAccepted())
            return;
    }
}

} // namespace

class TestFileLooks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp);
        applyTheme(*qApp, Scheme::Light);
    }
    void init() { support::failOnWarnings(); }
    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }

    void partsDoNotLieOnEachOther_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<bool>("sheet");
        QTest::addColumn<bool>("mirrored");
        for (const QSize size : {QSize(850, 590), QSize(1400, 900), QSize(600, 420), QSize(420, 240)}) {
            for (const bool sheet : {true, false}) {
                for (const bool mirrored : {false, true})
                    QTest::addRow("%d %s %s", size.width(), sheet ? "XLSX" : "CSV", mirrored ? "mirrored" : "plain")
                        << size << sheet << mirrored;
            }
        }
    }
    void partsDoNotLieOnEachOther()
    {
        QFETCH(QSize, size);
        QFETCH(bool, sheet);
        QFETCH(bool, mirrored);
        QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
        Place place;
        place.page.resize(size);
        place.open(sheet ? workbook : place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        const QByteArray name = QByteArray("file-looks-") + QTest::currentDataTag();
        place.picture(QByteArray(name).replace(' ', '-').constData());
        QCOMPARE(collisions(place.page).join(QLatin1Char('\n')), QString());
        QCOMPARE(scrollOf(place.page)->horizontalScrollBar()->maximum(), 0);
        if (auto *choices = place.in<QPushButton>("fileChoicesButton"); choices->isVisible()) {
            choices->click();
            place.picture(QByteArray(name + "-open").replace(' ', '-').constData());
            QCOMPARE(collisions(place.page).join(QLatin1Char('\n')), QString());
            QCOMPARE(scrollOf(place.page)->horizontalScrollBar()->maximum(), 0);
        }
    }

    /// Not even for the moment until layouts are asked to do their work.
    void goToRowLiesOnNothingWhileTheWindowShrinks()
    {
        Place place;
        place.page.resize(1400, 900);
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100'000)));
        Place::settle();
        const QWidget *foot = place.in<QWidget>("goToRow")->parentWidget();
        QVERIFY(foot->isVisible());
        for (const int width : {700, 560, 480, 900}) {
            place.page.resize(width, 900);
            std::vector<const QWidget *> parts;
            collect(*foot->layout(), parts);
            for (size_t i = 1; i < parts.size(); ++i)
                QVERIFY2(!parts[i]->geometry().intersects(parts[i - 1]->geometry()), qPrintable(nameOf(*parts[i])));
            QVERIFY2(parts[1]->width() >= parts[1]->minimumSizeHint().width(), qPrintable(nameOf(*parts[1])));
        }
    }

    void withLittleRoomTheRowsComeFirst()
    {
        Place place;
        place.page.resize(420, 260); // what large text leaves of a small window
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        Place::settle();
        auto *preview = place.in<QTableView>("preview");
        auto *choices = place.in<QPushButton>("fileChoicesButton");
        QVERIFY(choices->isVisible());
        QVERIFY(!place.in<QWidget>("encoding")->isVisible());
        const int top = preview->viewport()->mapTo(&place.page, QPoint()).y();
        const int rows = (place.page.height() - top) / preview->verticalHeader()->defaultSectionSize();
        QVERIFY2(rows >= 2, qPrintable(QString::number(rows)));
        QVERIFY2(place.words("fileDigest").contains(QLatin1String("Comma")), qPrintable(place.words("fileDigest")));
        QVERIFY(place.words("fileDigest").contains(QLatin1String("100 rows")));
        choices->click();
        QVERIFY(place.in<QWidget>("encoding")->isVisible());
        QVERIFY(place.in<QWidget>("filePath")->isVisible());
        choices->click();
        QVERIFY(!place.in<QWidget>("encoding")->isVisible());
        place.page.resize(900, 700);
        QVERIFY(place.in<QWidget>("encoding")->isVisible());
        QVERIFY(!choices->isVisible());
    }

    void whatIsWrongIsNeverFoldedAway()
    {
        Place place;
        place.page.resize(420, 260);
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        QVERIFY(!place.in<QWidget>("filePath")->isVisible());
        place.open(place.write(QStringLiteral("bad.pdf"), "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"));
        QVERIFY(place.in<QWidget>("filePathFaults")->isVisible());
        QVERIFY(!place.in<QPushButton>("fileChoicesButton")->isVisible());
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        // An input that is asked for is there, folded or not.
        QVERIFY(place.page.widgetOf({crm::InputRef::Kind::File, {}})->isVisible());
    }

    void theWheelScrollsThePageAndChangesNothing()
    {
        Place place;
        place.page.resize(700, 460);
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        QScrollBar *bar = scrollOf(place.page)->verticalScrollBar();
        QVERIFY(bar->maximum() > 0);
        place.in<QPushButton>("pasteTableButton")->setFocus();
        for (const char *input : {"headerRow", "goToRow"}) {
            bar->setValue(0);
            const int before = place.in<QSpinBox>(input)->value();
            wheelOver(place.in<QSpinBox>(input));
            QCOMPARE(place.in<QSpinBox>(input)->value(), before);
            QVERIFY2(bar->value() > 0, input);
        }
        for (const char *input : {"encoding", "delimiter"}) {
            bar->setValue(0);
            const int before = place.in<QComboBox>(input)->currentIndex();
            wheelOver(place.in<QComboBox>(input));
            QCOMPARE(place.in<QComboBox>(input)->currentIndex(), before);
            QVERIFY(bar->value() > 0);
        }
        for (const QWidget *widget : place.page.findChildren<QWidget *>())
            QVERIFY2(widget->focusPolicy() != Qt::WheelFocus, qPrintable(nameOf(*widget)));
        auto *goTo = place.in<QSpinBox>("goToRow");
        goTo->setFocus();
        goTo->setValue(50);
        wheelOver(goTo);
        QCOMPARE(goTo->value(), 49); // it has the focus: this wheel is meant for it
    }

    void fromRightToLeftEverythingBeginsAtTheRight()
    {
        QApplication::setLayoutDirection(Qt::RightToLeft);
        Place place;
        place.open(place.write(QStringLiteral("a.csv"), "Name,Phone\nWong,+49 30 1234\nDiaz,+39 6 5678\n"));
        const auto leftOf = [&place](const char *name) {
            return place.in<QWidget>(name)->mapTo(&place.page, QPoint()).x();
        };
        QVERIFY(leftOf("chooseFileButton") < leftOf("filePath"));
        QVERIFY(leftOf("delimiter") < leftOf("encoding"));
        for (const TextLabel *words : place.page.findChildren<TextLabel *>()) {
            if (words->isVisible() && !(words->alignment() & Qt::AlignHCenter))
                QVERIFY2((words->alignment() & Qt::AlignRight) && (words->alignment() & Qt::AlignAbsolute),
                         qPrintable(words->text()));
        }
        place.picture("file-mirrored");
    }

    void theKeyboardAloneIsEnough()
    {
        Place place;
        place.page.show();
        place.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&place.page));
        place.page.focusTitle(QStringLiteral("Step 3 of 8: File"));
        // Opened by its path, as it is typed.
        const QString path = place.write(QStringLiteral("a.csv"), "Report,\nName,City\nWong,London\nDiaz,Rome\n");
        tabTo("filePath");
        QTest::keyClicks(QApplication::focusWidget(), path);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(place.session.file().table.has_value());
        place.waitUntilRead();
        // The header row: by its number, and by Return on a row.
        tabTo("headerRow");
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Home);
        tabTo("preview");
        auto *preview = place.in<QTableView>("preview");
        QTest::keyClick(preview, Qt::Key_Home, Qt::ControlModifier);
        QVERIFY(preview->currentIndex().isValid());
        QTest::keyClick(preview, Qt::Key_Down);
        const int wanted = preview->model()->headerData(preview->currentIndex().row(), Qt::Vertical).toInt();
        QTest::keyClick(preview, Qt::Key_Return);
        QTRY_COMPARE(place.table().source.dialect.headerRow, wanted);
        place.waitUntilRead();
        tabTo("goToRow");
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::SelectAll);
        QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("4"));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QCOMPARE(place.rows()->headerData(preview->currentIndex().row(), Qt::Vertical).toInt(), 4);
        tabTo("chooseFileButton");
        // Back to the start, and a table from the clipboard.
        QGuiApplication::clipboard()->setText(QStringLiteral("Name\tCity\nAda\tBern\n"));
        QTest::keySequence(QApplication::focusWidget(), QKeySequence::Paste);
        QTRY_VERIFY(place.opener.path() != path);
        place.waitUntilRead();
        QCOMPARE(place.rows()->index(0, 1).data().toString(), QStringLiteral("Bern"));
    }

    void theSideBarSaysWhatNextSays_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::newRow("long rows") << pages::manyRows(20) + "a,b,c\n" << QString();
        QTest::newRow("zero bytes") << pages::manyRows(20) + QByteArray("a\0,b\n", 5) << QString();
        QTest::newRow("bytes that are no text") << pages::manyRows(20)
                + "Stra\xDF"
                  "e,1\n"
                                                << "UTF-8";
        QByteArray mixed("Name,City\n");
        for (int row = 2; row <= 60; ++row)
            mixed += row == 7 ? "J\xC3\xBCrgen,K\xC3\xB6ln\n" : "J\xFCrgen,K\xF6ln\n";
        QTest::newRow("lines in another encoding") << mixed << QString();
    }
    void theSideBarSaysWhatNextSays()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, encoding);
        Place place;
        ImportWizard &wizard = place.inWizard();
        place.open(place.write(QStringLiteral("a.csv"), bytes));
        if (!encoding.isEmpty()) {
            auto *box = place.in<QComboBox>("encoding");
            box->setCurrentIndex(box->findData(encoding));
            Q_EMIT box->activated(box->currentIndex());
            place.waitUntilRead();
        }
        const auto *footer = wizard.findChild<QLabel *>(QStringLiteral("footerMessage"));
        QVERIFY2(fileStep(wizard).startsWith(QLatin1String("Step 2 of 3: File, to do. ")),
                 qPrintable(fileStep(wizard)));
        wizard.findChild<QPushButton *>(QStringLiteral("nextButton"))->click();
        QCOMPARE(wizard.step(), session::WizardStep::File);
        QVERIFY(!footer->text().isEmpty());
        QVERIFY2(fileStep(wizard).endsWith(footer->text()), qPrintable(fileStep(wizard)));
        const QString question = footer->text();
        wizard.goTo(session::WizardStep::Callback);
        QCOMPARE(fileStep(wizard), QStringLiteral("Step 2 of 3: File, error. ") + question);
        wizard.goToInput({crm::InputRef::Kind::File, {}});
        QCOMPARE(QApplication::focusWidget(), place.in<QWidget>("replaceBytesButton"));
        place.in<QPushButton>("replaceBytesButton")->click();
        place.waitUntilRead();
        QCOMPARE(fileStep(wizard), QStringLiteral("Step 2 of 3: File, done"));
    }

    /// Of what the session knows nothing about, too.
    void aFileThatCannotBeReadLeavesItsStepOpen()
    {
        Place place;
        ImportWizard &wizard = place.inWizard();
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(20)));
        QCOMPARE(fileStep(wizard), QStringLiteral("Step 2 of 3: File, done"));
        place.page.openDropped(place.write(QStringLiteral("bad.pdf"), "%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n"));
        QVERIFY2(fileStep(wizard).startsWith(QLatin1String("Step 2 of 3: File, needs a look. ")),
                 qPrintable(fileStep(wizard)));
        place.waitUntilRead();
        QCOMPARE(fileStep(wizard), QStringLiteral("Step 2 of 3: File, needs a look. ") + place.page.whatIsMissing());
    }

    void tabGoesThroughTheStepAsItIsSeen_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size : {QSize(1024, 700), QSize(640, 560)})
            QTest::addRow("%d", size.width()) << size;
    }
    void tabGoesThroughTheStepAsItIsSeen()
    {
        QFETCH(QSize, size);
        Place place;
        ImportWizard &wizard = place.inWizard();
        wizard.resize(size);
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(200) + "a,b,c\n"));
        place.in<QPushButton>("moreReadingOptions")->click();
        Place::settle();
        const Tour tour = tabThrough(wizard);
        QCOMPARE(tour.wrong.join(QLatin1Char('\n')), QString());
        const std::vector<QWidget *> &stops = tour.stops;
        for (QWidget *input : place.page.findChildren<QWidget *>()) {
            const bool wanted = input->isVisible() && input->isEnabled() && (input->focusPolicy() & Qt::TabFocus)
                && !input->focusProxy();
            QVERIFY2(!wanted || std::find(stops.begin(), stops.end(), input) != stops.end(),
                     qPrintable(nameOf(*input)));
        }
        for (size_t i = 1; i < stops.size(); ++i) {
            const QRect before = placeOf(*stops[i - 1], place.page);
            const QRect now = placeOf(*stops[i], place.page);
            const bool sameLine = now.top() <= before.bottom() && before.top() <= now.bottom();
            const bool goesOn =
                sameLine ? now.left() >= before.left() : now.top() > before.bottom() || now.left() > before.right();
            QVERIFY2(goesOn, qPrintable(nameOf(*stops[i - 1]) + QStringLiteral(" then ") + nameOf(*stops[i])));
        }
    }

    void aLongRowIsAnsweredWithKeysAlone_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifier>("with");
        for (const QSize size : {QSize(1024, 700), QSize(420, 420)}) {
            QTest::addRow("%d, Alt+Right", size.width()) << size << int(Qt::Key_Right) << Qt::AltModifier;
            QTest::addRow("%d, Alt+N", size.width()) << size << int(Qt::Key_N) << Qt::AltModifier;
            QTest::addRow("%d, Enter", size.width()) << size << int(Qt::Key_Return) << Qt::NoModifier;
        }
    }
    void aLongRowIsAnsweredWithKeysAlone()
    {
        QFETCH(QSize, size);
        QFETCH(int, key);
        QFETCH(Qt::KeyboardModifier, with);
        Place place;
        ImportWizard &wizard = place.inWizard();
        wizard.resize(size);
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(200) + "a,b,c\n"));
        Place::settle();
        place.page.focusTitle(QStringLiteral("Step 2 of 3: File"));
        tabTo("replaceBytesButton");
        Place::settle();
        QVERIFY(isInSight(*QApplication::focusWidget()));
        QTest::keyClick(QApplication::focusWidget(), with == Qt::NoModifier ? Qt::Key_Return : Qt::Key_Space);
        place.waitUntilRead();
        QCOMPARE(place.table().source.longRows, tabular::LongRows::LeaveOut);
        QCOMPARE(QApplication::focusWidget(), place.in<QWidget>("preview"));
        QTRY_VERIFY(isInSight(*QApplication::focusWidget()));
        if (with == Qt::NoModifier)
            tabTo("nextButton");
        QTest::keyClick(QApplication::focusWidget(), static_cast<Qt::Key>(key), with);
        QTRY_COMPARE(wizard.step(), session::WizardStep::Callback);
    }

    void theFocusGoesFromOneQuestionToTheNext()
    {
        Place place;
        ImportWizard &wizard = place.inWizard();
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(20) + "a,b,c\n" + QByteArray("d\0,e\n", 5)));
        QTest::keyClick(&wizard, Qt::Key_Right, Qt::AltModifier);
        auto *usual = place.in<QPushButton>("replaceBytesButton");
        for (const char *question : {"zero byte", "more cells"}) {
            QVERIFY2(place.words("invalidBytes").contains(QLatin1String(question)), question);
            QCOMPARE(QApplication::focusWidget(), usual);
            QTest::keyClick(usual, Qt::Key_Space);
            place.waitUntilRead();
        }
        QCOMPARE(QApplication::focusWidget(), place.in<QWidget>("preview"));
        QVERIFY(place.page.whatIsMissing().isEmpty());
    }

    /// Large text in a small window: the buttons alone say nothing.
    void theQuestionIsInSightWithItsAnswer()
    {
        Place place;
        ImportWizard &wizard = place.inWizard();
        wizard.resize(400, 560);
        QVERIFY(QTest::qWaitForWindowActive(&wizard));
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(200) + "a,b,c\n"));
        Place::settle();
        QTest::keyClick(&wizard, Qt::Key_Right, Qt::AltModifier);
        QVERIFY(isInSight(*QApplication::focusWidget()));
        QVERIFY(isInSight(*place.in<QWidget>("invalidBytes")));
        // From below, too, where its last answer comes first.
        place.in<QWidget>("preview")->setFocus();
        scrollOf(place.page)->verticalScrollBar()->setValue(scrollOf(place.page)->verticalScrollBar()->maximum());
        QVERIFY(!isInSight(*place.in<QWidget>("invalidBytes")));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
        QCOMPARE(QApplication::focusWidget(), place.in<QWidget>("closeFileButton"));
        QVERIFY(isInSight(*place.in<QWidget>("invalidBytes")));
        wizard.grab().save(QStringLiteral(WIZARD_TEST_OUTPUT "/pages/file-question-low.png"));
    }

    void eachInputHasItsNameAndItsLabel()
    {
        Place place;
        place.open(place.write(QStringLiteral("a.csv"), pages::manyRows(100)));
        place.in<QPushButton>("moreReadingOptions")->click();
        for (const QWidget *widget : place.page.findChildren<QWidget *>()) {
            if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || qobject_cast<const QLabel *>(widget)
                || qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()))
                continue;
            const auto *button = qobject_cast<const QAbstractButton *>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(nameOf(*widget)));
            if (qobject_cast<const QComboBox *>(widget) || qobject_cast<const QSpinBox *>(widget))
                QVERIFY2(isBuddy(place.page, widget), qPrintable(nameOf(*widget)));
        }
    }

private:
    /// What the side bar says of the step.
    static QString fileStep(const ImportWizard &wizard)
    {
        const auto *steps = wizard.findChild<QAbstractItemView *>(QStringLiteral("stepList"));
        return steps->model()->index(1, 0).data(Qt::AccessibleTextRole).toString();
    }

    static QRect placeOf(const QWidget &widget, const QWidget &in)
    {
        return {widget.mapTo(&in, QPoint()), widget.size()};
    }

    /// Whatever it is in shows it, or its top if it is larger than that.
    static bool isInSight(const QWidget &widget)
    {
        const QRect shown = widget.visibleRegion().boundingRect();
        return shown.width() == widget.width() && shown.top() == 0 && shown.height() >= std::min(widget.height(), 60);
    }

    struct Tour final {
        std::vector<QWidget *> stops; ///< all widgets of the page that Tab goes to
        QStringList wrong;            ///< out of sight when they have the focus, or no different then
    };

    static Tour tabThrough(ImportWizard &wizard)
    {
        Page &page = *wizard.page(session::WizardStep::File);
        page.focusTitle(QStringLiteral("Step 2 of 3: File"));
        Tour tour;
        for (int i = 0; i < 60; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *now = QApplication::focusWidget();
            if (!page.isAncestorOf(now))
                break;
            tour.stops.push_back(now);
            Place::settle();
            if (!isInSight(*now))
                tour.wrong << nameOf(*now) + QStringLiteral(" is not in sight");
            const QImage with = wizard.grab().toImage();
            now->clearFocus();
            const QImage without = wizard.grab().toImage();
            now->setFocus(Qt::TabFocusReason);
            if (with == without)
                tour.wrong << nameOf(*now) + QStringLiteral(" does not show the focus");
        }
        return tour;
    }

    static bool isBuddy(const QWidget &page, const QWidget *input)
    {
        const auto labels = page.findChildren<QLabel *>();
        return std::any_of(labels.begin(), labels.end(),
                           [input](const QLabel *label) { return label->buddy() == input && label->isVisible(); });
    }

    /// Fails when Tab does not get there.
    static void tabTo(const char *name)
    {
        for (int i = 0; i < 40; ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            if (QApplication::focusWidget()->objectName() == QLatin1String(name))
                return;
        }
        QFAIL(name);
    }
};

WIZARD_TEST_MAIN(QApplication, TestFileLooks)
#include "tst_file_looks.moc"
