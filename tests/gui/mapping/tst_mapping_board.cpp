#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/ColumnPaint.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/models/MappingEditor.h"
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

    void byColumnTheFieldIsTyped_data();
    void byColumnTheFieldIsTyped();
    void clickFieldThenColumn();
    void spaceAcceptsAndGoesOn();
    void theButtonOfARowAccepts_data();
    void theButtonOfARowAccepts();
    void allProposalsAreOneCommand();
    void twoColumnsOnOneFieldIsAnErrorOnBoth();
    void whatMatchingChoseGivesWay();
    void severalColumnsAreDropped();
    void aFieldMovesBetweenRows();
    void refusedDropsSayWhy_data();
    void refusedDropsSayWhy();
    void wholeSelectionsAreOneCommand_data();
    void wholeSelectionsAreOneCommand();
    void nextProblemIsFound();
    void nothingMovesWhenTheWordsChange();
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

void MappingBoardTest::byColumnTheFieldIsTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("field");
    QTest::newRow("label") << "mobile"
                           << "Mobile";
    QTest::newRow("API name") << "Lead_Source"
                              << "Lead_Source";
    QTest::newRow("part of a label") << "sourc"
                                     << "Lead_Source";
    QTest::newRow("nothing like it") << "zzz" << QString();
    QTest::newRow("nothing") << "" << QString();
}

void MappingBoardTest::byColumnTheFieldIsTyped()
{
    QFETCH(QString, typed);
    QFETCH(QString, field);
    BoardFixture fixture(support::table(3));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.board.columns().select(1);
    QTest::keyClick(fixture.board.columns().table(), Qt::Key_F2);
    auto *combo = child<QComboBox>(fixture, "fieldChooser");
    QVERIFY(combo);
    combo->setEditText(typed);
    QTest::keyClick(combo, Qt::Key_Return);
    QTRY_VERIFY(!child<QComboBox>(fixture, "fieldChooser"));
    const auto fed = fixture.session.mapping().fieldsOf({1});
    QCOMPARE(fed.empty() ? QString() : fed.front().text(), field);
}

void MappingBoardTest::clickFieldThenColumn()
{
    BoardFixture fixture(support::table(3));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    QTest::mouseClick(fixture.board.fields().table()->viewport(), Qt::LeftButton, {}, fixture.fieldPoint("Company"));
    QVERIFY(child<QLabel>(fixture, "mappingStatus")->text().contains("Company"));
    QVERIFY(!child<QPushButton>(fixture, "cancelPickButton")->isHidden());
    QTest::mouseClick(fixture.board.columns().table()->viewport(), Qt::LeftButton, {}, fixture.columnPoint(2, 2));
    QCOMPARE(fixture.columnOf("Company"), std::optional(2));
    QVERIFY(child<QPushButton>(fixture, "cancelPickButton")->isHidden());
}

void MappingBoardTest::spaceAcceptsAndGoesOn()
{
    BoardFixture fixture(support::people(8));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.session.takeMatches(support::proposals(8));
    QCOMPARE(fixture.columnOf("Company"), std::optional(2)); // sure: applied
    QVERIFY(!fixture.columnOf("Lead_Source"));               // to be checked: proposed
    fixture.board.columns().select(3);
    QTest::keyClick(fixture.board.columns().table(), Qt::Key_Space);
    QCOMPARE(fixture.columnOf("Lead_Source"), std::optional(3));
    QCOMPARE(fixture.board.columns().current()->index, 4);
    QTest::keyClick(fixture.board.columns().table(), Qt::Key_Space);
    QCOMPARE(fixture.columnOf("Owner"), std::optional(4));
    QCOMPARE(fixture.session.mapping().find(named("Owner"))->findBy.text(), "email");
    QCOMPARE(fixture.undo.count(), 2);
}

void MappingBoardTest::theButtonOfARowAccepts_data()
{
    QTest::addColumn<int>("width");
    QTest::addRow("beside the word") << 1200;
    QTest::addRow("instead of the word") << 380;
}

void MappingBoardTest::theButtonOfARowAccepts()
{
    QFETCH(int, width);
    BoardFixture fixture(support::people(8));
    fixture.board.resize(width, 700);
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.session.takeMatches(support::proposals(8));
    const auto *table = fixture.board.columns().table();
    QRect cell = table->visualRect(table->model()->index(3, 2));
    cell.setHeight(ui::CardTable::cardHeight());
    const QRect button = ui::ColumnPaint::acceptButton(cell, Qt::LeftToRight);
    QVERIFY(cell.contains(button));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, cell.bottomRight() - QPoint(2, 2));
    QVERIFY(!fixture.columnOf("Lead_Source"));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, button.center());
    QCOMPARE(fixture.columnOf("Lead_Source"), std::optional(3));
}

void MappingBoardTest::allProposalsAreOneCommand()
{
    BoardFixture fixture(support::people(8));
    fixture.session.takeMatches(support::proposals(8));
    child<QPushButton>(fixture, "acceptAllButton")->click();
    QCOMPARE(fixture.columnOf("Lead_Source"), std::optional(3));
    QCOMPARE(fixture.columnOf("Owner"), std::optional(4));
    QCOMPARE(fixture.undo.count(), 1);
    QVERIFY(child<QPushButton>(fixture, "acceptAllButton")->isHidden());
    fixture.undo.undo();
    QVERIFY(!fixture.columnOf("Owner"));
    QCOMPARE(fixture.columnOf("Company"), std::optional(2));
}

void MappingBoardTest::twoColumnsOnOneFieldIsAnErrorOnBoth()
{
    BoardFixture fixture(support::table(4));
    fixture.board.editor().mapColumn({1}, named("Mobile"));
    const auto third = ui::mappingMime::ofColumns({{3}});
    const auto &fieldsModel = fixture.board.fields().model();
    const ui::DropHint hint =
        fieldsModel.dropHint(third.get(), fieldsModel.index(fieldsModel.rowOf(named("Mobile")), 0));
    QVERIFY(hint.fits);
    QVERIFY2(hint.sentence.contains("too, which column 1 feeds"), qPrintable(hint.sentence));
    fixture.board.editor().mapColumn({3}, named("Mobile"));
    const auto &columns = fixture.board.columns().model().columns();
    for (const int column : {1, 3}) {
        QCOMPARE(columns[size_t(column)].problems, 1);
        QVERIFY(columns[size_t(column)].faults.front().text.contains("1, 3"));
    }
    fixture.board.fields().select(named("Mobile"));
    QCOMPARE(fixture.board.fields().selected()->claimants, std::vector<int>{3});
    QVERIFY(!fixture.session.faults().onStep(session::WizardStep::Mapping).empty());

    fixture.board.editor().keepColumn({3}, named("Mobile"));
    QCOMPARE(fixture.columnOf("Mobile"), std::optional(3));
    QCOMPARE(fixture.session.mapping().stateOf({1}), mapping::ColumnState::Undecided);
    QVERIFY(fixture.board.fields().selected()->claimants.empty());
    fixture.undo.undo();
    QCOMPARE(fixture.session.mapping().columnsOf(named("Mobile")).size(), size_t(2));
}

void MappingBoardTest::whatMatchingChoseGivesWay()
{
    BoardFixture fixture(support::people(8));
    fixture.session.takeMatches(support::proposals(8));
    fixture.board.editor().mapColumn({6}, named("Company"));
    QCOMPARE(fixture.session.mapping().columnsOf(named("Company")), std::vector<crm::ColumnIndex>{{6}});
    QVERIFY(child<QLabel>(fixture, "mappingStatus")->text().contains("in place of column 2"));
}

void MappingBoardTest::severalColumnsAreDropped()
{
    BoardFixture fixture(support::table(4), 3);
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    const auto data = ui::mappingMime::ofColumns({{0}, {2}, {3}});
    QVERIFY(dropOn(fixture.board.fields().table(), *data, fixture.fieldPoint("Extra_0")));
    QCOMPARE(fixture.columnOf("Extra_0"), std::optional(0));
    QCOMPARE(fixture.columnOf("Extra_1"), std::optional(2));
    QCOMPARE(fixture.columnOf("Extra_2"), std::optional(3));
    QCOMPARE(fixture.undo.count(), 1);
}

void MappingBoardTest::aFieldMovesBetweenRows()
{
    BoardFixture fixture(support::table(4));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.board.editor().mapColumn({1}, named("Mobile"));
    const QAbstractItemModel *model = fixture.board.columns().table()->model();
    const std::unique_ptr<QMimeData> carried(model->mimeData({model->index(1, ui::SourceColumnsModel::FieldColumn)}));
    QVERIFY(dropOn(fixture.board.columns().table(), *carried, fixture.columnPoint(3)));
    QCOMPARE(fixture.session.mapping().columnsOf(named("Mobile")), std::vector<crm::ColumnIndex>{{3}});
    QCOMPARE(fixture.undo.undoText(), "Move Mobile to column 3");
}

void MappingBoardTest::refusedDropsSayWhy_data()
{
    QTest::addColumn<bool>("onColumns");
    QTest::addColumn<QString>("target");
    QTest::addColumn<std::vector<crm::ColumnIndex>>("columns");
    QTest::addColumn<QString>("reason");
    using Columns = std::vector<crm::ColumnIndex>;
    QTest::newRow("its own field") << false << "Mobile" << Columns{{1}} << "Column 1 feeds Mobile already.";
    QTest::newRow("columns on columns") << true << "0" << Columns{{1}} << "Columns are dropped on a field.";
    QTest::newRow("several on a taken field") << false << "Mobile" << Columns{{0}, {2}} << "Mobile is not";
    QTest::newRow("too many") << false << "Lead_Source" << Columns{{0}, {1}, {2}, {3}, {4}, {5}} << "not as many";
}

void MappingBoardTest::refusedDropsSayWhy()
{
    QFETCH(bool, onColumns);
    QFETCH(QString, target);
    QFETCH(std::vector<crm::ColumnIndex>, columns);
    QFETCH(QString, reason);
    BoardFixture fixture(support::table(6));
    fixture.board.editor().mapColumn({1}, named("Mobile"));
    QAbstractItemView *view = fixture.board.fields().table();
    if (onColumns)
        view = fixture.board.columns().table();
    const QPoint pos = onColumns ? fixture.columnPoint(target.toInt()) : fixture.fieldPoint(target);
    const auto data = ui::mappingMime::ofColumns(columns);
    QDragEnterEvent enter(pos, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &enter);
    QDragMoveEvent move(pos, Qt::CopyAction, data.get(), Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &move);
    QVERIFY(!move.isAccepted());
    const QString said = child<QLabel>(fixture, "mappingStatus")->text();
    QVERIFY2(said.contains(reason), qPrintable(said));
    QDragLeaveEvent leave;
    QApplication::sendEvent(view->viewport(), &leave);
    QVERIFY(!child<QLabel>(fixture, "mappingStatus")->text().contains(reason));
}

void MappingBoardTest::wholeSelectionsAreOneCommand_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("undoText");
    QTest::newRow("ignore what is undecided") << "ignoreUndecidedAction"
                                              << "Ignore 2 column(s)";
    QTest::newRow("swap") << "swapAction"
                          << "Swap columns 0 and 1";
    QTest::newRow("clear") << "clearAllAction"
                           << "Clear everything";
}

void MappingBoardTest::wholeSelectionsAreOneCommand()
{
    QFETCH(QString, action);
    QFETCH(QString, undoText);
    BoardFixture fixture(support::table(4));
    mapping::ColumnMapping before;
    before.mapColumn({0}, named("Mobile"));
    before.mapColumn({0}, named("Company"));
    before.setIgnored({1}, true);
    fixture.session.setMapping(before);
    auto *table = fixture.board.columns().table();
    table->selectionModel()->select(QItemSelection(table->model()->index(0, 0), table->model()->index(1, 2)),
                                    QItemSelectionModel::ClearAndSelect);
    fixture.board.findChild<QAction *>(action)->trigger();
    const mapping::ColumnMapping &after = fixture.session.mapping();
    QCOMPARE(fixture.undo.undoText(), undoText);
    if (action == "swapAction") {
        QCOMPARE(after.fieldsOf({1}).size(), size_t(2));
        QCOMPARE(after.ignoredColumns(), QSet<int>{0});
    } else if (action == "clearAllAction") {
        QVERIFY(after.entries().empty());
        QVERIFY(after.ignoredColumns().isEmpty());
    } else {
        QCOMPARE(after.ignoredColumns(), (QSet<int>{1, 2, 3}));
        QCOMPARE(after.fieldsOf({0}).size(), size_t(2));
    }
    QCOMPARE(fixture.undo.count(), 1);
    fixture.undo.undo();
    QCOMPARE(after, before);
}

void MappingBoardTest::nextProblemIsFound()
{
    BoardFixture fixture(support::people(8));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.session.takeMatches(support::proposals(8));
    auto *table = fixture.board.columns().table();
    table->setFocus();
    for (const int column : {3, 4, 3}) {
        QTest::keyClick(table, Qt::Key_F8);
        QCOMPARE(fixture.board.columns().current()->index, column);
    }
    QTest::keyClick(table, Qt::Key_F8, Qt::ShiftModifier);
    QCOMPARE(fixture.board.columns().current()->index, 4);
}

/// What is dragged must not lose its target because a sentence above takes more lines than the one before.
void MappingBoardTest::nothingMovesWhenTheWordsChange()
{
    BoardFixture fixture(support::table(3));
    fixture.board.resize(700, 700);
    QVERIFY(QTest::qWaitForWindowExposed(&fixture.board));
    const auto top = [&] { return fixture.board.columns().table()->mapTo(&fixture.board, QPoint()).y(); };
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    const int before = top();
    fixture.board.say(QString("Words ").repeated(60));
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(top(), before);
    fixture.board.pick(1);
    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    QCOMPARE(top(), before);
}

WIZARD_TEST_MAIN(QApplication, MappingBoardTest)
#include "tst_mapping_board.moc"
