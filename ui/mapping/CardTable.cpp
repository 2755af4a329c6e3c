#include "ui/mapping/CardTable.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/mapping/ChooserDelegate.h"

#include <QComboBox>
#include <QHeaderView>
#include <QHoverEvent>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPaintEvent>
#include <QPainter>

namespace ui {

using boardPaint::Ground;

CardTable::CardTable(int chooserColumn, QWidget *parent)
    : DropView<QTableView>(parent)
    , m_chooserColumn(chooserColumn)
{
    setProperty("cards", true); // whole rows are painted here, none of their cells by the style
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setWordWrap(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(cardHeight());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(10);
    prepareDrops();
    connect(this, &QTableView::clicked, this, &CardTable::rowClicked);
}

int CardTable::cardHeight()
{
    const int twoLines = lineHeight() + boardPaint::captionHeight() + 3 + 2 * space::s;
    return std::max(twoLines, ChooserDelegate::boxHeight() + boardPaint::captionHeight() + 2 + 2 * space::xs);
}

QRect CardTable::rowRect(int row) const
{
    return {0, rowViewportPosition(row), viewport()->width(), rowHeight(row)};
}

int CardTable::faultsHeight(int row) const
{
    return boardPaint::faultsHeight(faultsOf(row), viewport()->width());
}

void CardTable::fitRows()
{
    const int card = cardHeight();
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const int height = card + faultsHeight(row);
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

QSize CardTable::minimumSizeHint() const
{
    const int header = m_compact ? 0 : horizontalHeader()->sizeHint().height();
    return {DropView<QTableView>::minimumSizeHint().width(), 2 * cardHeight() + header + 2 * frameWidth()};
}

void CardTable::setTaking(bool taking)
{
    m_taking = taking;
    viewport()->setCursor(taking ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void CardTable::setCompact(bool compact)
{
    m_compact = compact;
    horizontalHeader()->setVisible(!compact);
    for (int column = 1; model() && column < model()->columnCount(); ++column)
        setColumnHidden(column, compact);
    shareWidth();
}

void CardTable::openChooser(int row, bool withList)
{
    const QModelIndex index = model()->index(row, m_chooserColumn);
    if (!index.isValid() || m_compact)
        return;
    setCurrentIndex(index);
    edit(index);
    if (auto *combo = qobject_cast<QComboBox *>(indexWidget(index)); combo && withList)
        combo->showPopup();
}

void CardTable::paintGround(QPainter &painter, int row) const
{
    const bool selected = selectionModel()->isRowSelected(row);
    const bool current = currentIndex().row() == row;
    const bool isTarget = (target().isValid() && target().row() == row) || (m_taking && m_hovered == row);
    const Ground ground = isTarget || isPicked(row) ? Ground::Target
        : selected && current && hasFocus()         ? Ground::Focused
        : selected                                  ? Ground::Selected
        : m_hovered == row                          ? Ground::Hovered
                                                    : Ground::Plain;
    boardPaint::ground(painter, rowRect(row), coloursOf(palette()), ground);
}

void CardTable::paintEvent(QPaintEvent *event)
{
    const int last = rowAt(event->rect().bottom());
    const int first = std::max(rowAt(event->rect().top()), 0);
    const int end = last < 0 ? model()->rowCount() : last + 1;
    {
        QPainter painter(viewport());
        for (int row = first; row < end; ++row)
            paintGround(painter, row);
    }
    DropView<QTableView>::paintEvent(event);
    QPainter painter(viewport());
    for (int row = first; row < end; ++row)
        boardPaint::faults(painter, rowRect(row).adjusted(0, cardHeight(), 0, 0), coloursOf(palette()), faultsOf(row),
                           layoutDirection());
}

void CardTable::shareWidth()
{
    const int width = viewport()->width();
    if (m_compact)
        setColumnWidth(0, width);
    const std::vector<int> widths = widthsIn(width);
    for (int column = 0; !m_compact && column < int(widths.size()); ++column)
        setColumnWidth(column, widths[size_t(column)]);
    fitRows();
}

void CardTable::resizeEvent(QResizeEvent *event)
{
    DropView<QTableView>::resizeEvent(event);
    shareWidth();
}

void CardTable::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (enters && state() != EditingState && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        DropView<QTableView>::keyPressEvent(event);
}

QModelIndex CardTable::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int column = std::max(currentIndex().column(), 0);
    if (action == MoveHome)
        return model()->index(0, column);
    if (action == MoveEnd)
        return model()->index(model()->rowCount() - 1, column);
    return DropView<QTableView>::moveCursor(action, modifiers);
}

void CardTable::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

bool CardTable::viewportEvent(QEvent *event)
{
    if (takeRepair(event))
        return true;
    // Also where the table appeared under a pointer that rests.
    const bool hovers = event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverMove;
    if (hovers)
        setHovered(rowAt(static_cast<QHoverEvent *>(event)->position().toPoint().y()));
    return DropView<QTableView>::viewportEvent(event);
}

/// Presses on the button of a fault mean that alone, not the row.
bool CardTable::takeRepair(QEvent *event)
{
    const bool presses = event->type() == QEvent::MouseButtonPress || event->type() == QEvent::MouseButtonDblClick;
    const auto *mouse =
        presses || event->type() == QEvent::MouseButtonRelease ? static_cast<QMouseEvent *>(event) : nullptr;
    const QModelIndex index =
        mouse && mouse->button() == Qt::LeftButton ? indexAt(mouse->position().toPoint()) : QModelIndex();
    const Repair *repair = index.isValid()
        ? boardPaint::repairAt(mouse->position().toPoint(), rowRect(index.row()).adjusted(0, cardHeight(), 0, 0),
                               faultsOf(index.row()), layoutDirection())
        : nullptr;
    // A copy: whoever listens changes the rows while the signal runs.
    if (repair && !presses)
        Q_EMIT repairChosen(index, Repair(*repair));
    return repair != nullptr;
}

void CardTable::leaveEvent(QEvent *event)
{
    setHovered(-1);
    DropView<QTableView>::leaveEvent(event);
}

QModelIndexList CardTable::dragged() const
{
    const QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.size() > 1)
        return rows;
    return currentIndex().isValid() ? QModelIndexList{currentIndex()} : QModelIndexList();
}

QPixmap CardTable::chip(const QModelIndexList &dragged) const
{
    const QString text =
        dragged.size() == 1 ? nameOf(dragged.first()) : tr("%Ln column(s)", nullptr, int(dragged.size()));
    return boardPaint::chip(text, palette(), devicePixelRatioF());
}

void CardTable::hintChanged(const QString &sentence)
{
    Q_EMIT dropHint(sentence);
}

} // namespace ui
