#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/models/MappingMime.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDrag>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QPushButton>
#include <QTimer>
#include <QWindow>

using support::BoardFixture;

namespace {

crm::FieldName named(const QString &name)
{
    return crm::FieldName(name);
}

/// What Qt sends to a view while something is dragged over it and let go at `pos`; false when the view refuses.
bool dropOn(QAbstractItemView *view, const QMimeData &data, const QPoint &pos)
{
    QDragEnterEvent enter(pos, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &enter);
    QDragMoveEvent move(pos, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &move);
    if (!enter.isAccepted() || !move.isAccepted()) {
        QDragLeaveEvent leave;
        QApplication::sendEvent(view->viewport(), &leave);
        return false;
    }
    QDropEvent drop(pos, Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &drop);
    return drop.isAccepted();
}

template <class T>
T *child(BoardFixture &fixture, const char *name)
{
    return fixture.board.findChild<T *>(QString::fromLatin1(name));
}

} // namespace

/// The four ways to map, each through the views as a person uses them.
class MappingBoardTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void columnDroppedOnField();
    void fieldDroppedOnColumn();
    void foreignThingsCannotBeDropped();
    void wholeDragWithThePointer();
    void clickColumnThenField();
    void escapeEndsThePick();
    void comboBoxTakesTypedNames_data();
    void comboBoxTakesTypedNames();
    void menuOfColumn();
    void keyboardWalkWithUndoAndRedo();
    void everyWayMakesOneNamedCommand();
    void unknownFieldIsChangedToTheSuggestion();
    void anotherFileEmptiesUndo();
    void tabLeavesTheTable();
};

void MappingBoardTest::init()
{
    support::failOnWarnings();
    ui::applyTheme(*qApp, ui::Scheme::Light);
}

void MappingBoardTest::columnDroppedOnField()
{
    BoardFixture fixture(support::table(3));
    const auto data = ui::mappingMime::ofColumns({{2}});
    QVERIFY(dropOn(fixture.board.fields().table(), *data, fixture.fieldPoint("Mobile")));
    QCOMPARE(fixture.columnOf("Mobile"), std::optional(2));
    QCOMPARE(fixture.undo.undoText(), "Map column 2 to Mobile");
    QCOMPARE(fixture.board.fields().selected()->name.text(), "Mobile");
}

void MappingBoardTest::fieldDroppedOnColumn()
{
    BoardFixture fixture(support::table(3));
    const auto data = ui::mappingMime::ofField(named("Company"), {});
    QVERIFY(dropOn(fixture.board.columns().table(), *data, fixture.columnPoint(1)));
    QCOMPARE(fixture.columnOf("Company"), std::optional(1));
}

void MappingBoardTest::foreignThingsCannotBeDropped()
{
    BoardFixture fixture(support::table(3));
    QMimeData text;
    text.setText("2");
    QVERIFY(!dropOn(fixture.board.fields().table(), text, fixture.fieldPoint("Mobile")));
    const auto column = ui::mappingMime::ofColumns({{2}});
    QVERIFY(!dropOn(fixture.board.columns().table(), *column, fixture.columnPoint(0)));
    QVERIFY(fixture.session.mapping().entries().empty());
}

void MappingBoardTest::wholeDragWithThePointer()
{
    BoardFixture fixture(support::table(3));
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.board));
    QWindow *window = fixture.board.windowHandle();
    const auto inWindow = [&](QAbstractItemView *view, const QPoint &pos) {
        return view->viewport()->mapTo(&fixture.board, pos);
    };
    const QPoint from = inWindow(fixture.board.columns().table(), fixture.columnPoint(1));
    const QPoint to = inWindow(fixture.board.fields().table(), fixture.fieldPoint("Mobile"));
    QTimer::singleShot(50, &fixture.board, [&] {
        QTest::mouseMove(window, (from + to) / 2);
        QTest::mouseMove(window, to - QPoint(2, 2));
        QTest::mouseMove(window, to);
        QTest::mouseRelease(window, Qt::LeftButton, {}, to);
    });
    QTimer::singleShot(3000, &fixture.board, [] { QDrag::cancel(); });

    QTest::mousePress(window, Qt::LeftButton, {}, from);
    QTest::mouseMove(window, from + QPoint(4, 0));
    QTest::mouseMove(window, from + QPoint(30, 4)); // runs QDrag::exec()

    QTRY_COMPARE(fixture.columnOf("Mobile"), std::optional(1));
    QCOMPARE(fixture.undo.count(), 1);
}

void MappingBoardTest::clickColumnThenField()
{
    BoardFixture fixture(support::table(3));
    QTest::mouseClick(fixture.board.columns().table()->viewport(), Qt::LeftButton, {}, fixture.columnPoint(2));
    QCOMPARE(fixture.board.columns().model().picked(), 2);
    QVERIFY(child<QLabel>(fixture, "mappingStatus")->text().contains("column 2"));
    QTest::mouseClick(fixture.board.fields().table()->viewport(), Qt::LeftButton, {}, fixture.fieldPoint("Company"));
    QCOMPARE(fixture.columnOf("Company"), std::optional(2));
    QCOMPARE(fixture.board.columns().model().picked(), -1);
}

void MappingBoardTest::escapeEndsThePick()
{
    BoardFixture fixture(support::table(3));
    QTest::mouseClick(fixture.board.columns().table()->viewport(), Qt::LeftButton, {}, fixture.columnPoint(2));
    QTest::keyClick(fixture.board.columns().table(), Qt::Key_Escape);
    QCOMPARE(fixture.board.columns().model().picked(), -1);
    QTest::mouseClick(fixture.board.fields().table()->viewport(), Qt::LeftButton, {}, fixture.fieldPoint("Company"));
    QVERIFY(!fixture.columnOf("Company"));
}

void MappingBoardTest::comboBoxTakesTypedNames_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<int>("column");
    QTest::newRow("number") << "2" << 2;
    QTest::newRow("header") << "header 1" << 1;
    QTest::newRow("part of a header") << "er 0" << 0;
    QTest::newRow("nothing like it") << "zzz" << -1;
    QTest::newRow("no such column") << "77" << -1;
}

void MappingBoardTest::comboBoxTakesTypedNames()
{
    QFETCH(QString, typed);
    QFETCH(int, column);
    BoardFixture fixture(support::table(3));
    fixture.board.fields().select(named("Mobile"));
    QTest::keyClick(fixture.board.fields().table(), Qt::Key_F2);
    auto *combo = child<QComboBox>(fixture, "columnChooser");
    QVERIFY(combo);
    QCOMPARE(combo->count(), 4);
    combo->setEditText(typed);
    QTest::keyClick(combo, Qt::Key_Return);
    QTRY_VERIFY(!child<QComboBox>(fixture, "columnChooser"));
    QCOMPARE(fixture.columnOf("Mobile").value_or(-1), column);
}

void MappingBoardTest::menuOfColumn()
{
    BoardFixture fixture(support::table(3));
    fixture.board.columns().select(1);
    if (QGuiApplication::platformName() == "minimal") { // it says so of every popup
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
        QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
    }
    Q_EMIT fixture.board.columns().table()->customContextMenuRequested(fixture.columnPoint(1));
    auto *menu = child<QMenu>(fixture, "columnMenu");
    QVERIFY(menu);
    QAction *mobile = nullptr;
    for (QAction *action : menu->actions().first()->menu()->actions())
        if (action->text() == "Mobile")
            mobile = action;
    QVERIFY(mobile);
    mobile->trigger();
    menu->close();
    QCOMPARE(fixture.columnOf("Mobile"), std::optional(1));
}

void MappingBoardTest::keyboardWalkWithUndoAndRedo()
{
    BoardFixture fixture(support::table(3));
    QApplication::setActiveWindow(&fixture.board);
    auto *list = fixture.board.columns().table();
    auto *table = fixture.board.fields().table();
    list->setFocus();
    fixture.board.columns().select(0);
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Return);
    QTRY_COMPARE(QApplication::focusWidget(), table);
    fixture.board.fields().select(named("Company"));
    QTest::keyClick(table, Qt::Key_Return);
    QCOMPARE(fixture.columnOf("Company"), std::optional(1));
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(!fixture.columnOf("Company"));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(fixture.columnOf("Company"), std::optional(1));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier);
    QVERIFY(!fixture.columnOf("Company"));
    QTest::keyClick(table, Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(fixture.columnOf("Company"), std::optional(1));
    list->setFocus();
    QTest::keyClick(list, Qt::Key_I, Qt::ControlModifier);
    QCOMPARE(fixture.session.mapping().stateOf({1}), mapping::ColumnState::Ignored);
}

void MappingBoardTest::everyWayMakesOneNamedCommand()
{
    BoardFixture fixture(support::table(3));
    const auto data = ui::mappingMime::ofColumns({{1}});
    QVERIFY(dropOn(fixture.board.fields().table(), *data, fixture.fieldPoint("Mobile")));
    fixture.undo.undo();
    fixture.board.columns().select(1);
    fixture.board.fields().select(named("Mobile"));
    child<QPushButton>(fixture, "mapButton")->click();
    QCOMPARE(fixture.undo.count(), 1);
    QCOMPARE(fixture.undo.undoText(), "Map column 1 to Mobile");
    child<QPushButton>(fixture, "undoButton")->click();
    QVERIFY(fixture.session.mapping().entries().empty());
    child<QPushButton>(fixture, "redoButton")->click();
    child<QPushButton>(fixture, "clearButton")->click();
    QVERIFY(!fixture.columnOf("Mobile"));
}

void MappingBoardTest::unknownFieldIsChangedToTheSuggestion()
{
    BoardFixture fixture(support::table(3));
    mapping::ColumnMapping mapping;
    mapping.mapColumn({0}, named("Last Name"));
    fixture.session.setMapping(mapping);
    QVERIFY(fixture.board.fields().select(named("Last Name")));
    const ui::FieldRow *row = fixture.board.fields().selected();
    QCOMPARE(row->knowledge, ui::FieldRow::Knowledge::Unknown);
    QCOMPARE(row->suggestion, "Last_Name");
    child<QPushButton>(fixture, "repairButton")->click();
    QCOMPARE(fixture.columnOf("Last_Name"), std::optional(0));
    QVERIFY(!fixture.columnOf("Last Name"));
    fixture.undo.undo();
    QCOMPARE(fixture.columnOf("Last Name"), std::optional(0));
}

void MappingBoardTest::anotherFileEmptiesUndo()
{
    BoardFixture fixture(support::table(3));
    const auto data = ui::mappingMime::ofColumns({{1}});
    QVERIFY(dropOn(fixture.board.fields().table(), *data, fixture.fieldPoint("Mobile")));
    session::FileChoice other;
    other.table = support::table(2);
    fixture.session.setFile(other);
    QCOMPARE(fixture.undo.count(), 0);
    QVERIFY(child<QLabel>(fixture, "mappingStatus")->text().contains("other columns"));
}

void MappingBoardTest::tabLeavesTheTable()
{
    BoardFixture fixture(support::table(3));
    QApplication::setActiveWindow(&fixture.board);
    auto *table = fixture.board.fields().table();
    table->setFocus();
    QTRY_COMPARE(QApplication::focusWidget(), table);
    QTest::keyClick(table, Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != table);
}

WIZARD_TEST_MAIN(QApplication, MappingBoardTest)
#include "tst_mapping_board.moc"
