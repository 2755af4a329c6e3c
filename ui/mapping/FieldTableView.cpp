#include "ui/mapping/FieldTableView.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/mapping/FieldDelegate.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/MappingMime.h"

#include <QComboBox>
#include <QHeaderView>
#include <QKeyEvent>
#include <QPaintEvent>
#include <QPainter>

namespace ui {

using boardPaint::Ground;

FieldTableView::FieldTableView(const SourceColumnsModel &columns, QWidget *parent)
    : DropView<QTableView>(parent)
{
    setItemDelegate(new FieldDelegate(columns, this));
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
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
    verticalHeader()->setDefaultSectionSize(FieldDelegate::cardHeight());
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setMinimumSectionSize(10);
    prepareDrops();
    connect(this, &QTableView::clicked, this, &FieldTableView::rowClicked);
}

QRect FieldTableView::rowRect(int row) const
{
    return {0, rowViewportPosition(row), viewport()->width(), rowHeight(row)};
}

int FieldTableView::faultsHeight(const FieldRow &row) const
{
    if (row.faults.empty())
        return 0;
    const QFontMetrics metrics(fontOf(TextRole::Body));
    const int width = viewport()->width() - 3 * space::m - lineHeight();
    int height = space::s;
    for (const RowFault &fault : row.faults)
        height += metrics.boundingRect(0, 0, width, 10000, Qt::TextWordWrap, fault.text).height() + space::xs;
    return height;
}

void FieldTableView::fitRows()
{
    const int card = FieldDelegate::cardHeight();
    for (int row = 0; model() && row < model()->rowCount(); ++row) {
        const FieldRow *field = FieldsModel::rowAt(model()->index(row, 0));
        const int height = card + (field ? faultsHeight(*field) : 0);
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

void FieldTableView::setTaking(bool taking)
{
    m_taking = taking;
    viewport()->setCursor(taking ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void FieldTableView::openChooser(int row, bool withList)
{
    const QModelIndex index = model()->index(row, FieldsModel::SourceColumn);
    if (!index.isValid())
        return;
    setCurrentIndex(index);
    edit(index);
    if (auto *combo = qobject_cast<QComboBox *>(indexWidget(index)); combo && withList)
        combo->showPopup();
}

void FieldTableView::paintGround(QPainter &painter, int row) const
{
    const bool selected = selectionModel()->isRowSelected(row);
    const Ground ground = target().isValid() && target().row() == row ? Ground::Target
        : m_taking && m_hovered == row                                ? Ground::Target
        : selected && hasFocus()                                      ? Ground::Focused
        : selected                                                    ? Ground::Selected
        : m_hovered == row                                            ? Ground::Hovered
                                                                      : Ground::Plain;
    boardPaint::ground(painter, rowRect(row), coloursOf(palette()), ground);
}

void FieldTableView::paintFaults(QPainter &painter, int row) const
{
    const FieldRow *field = FieldsModel::rowAt(model()->index(row, 0));
    if (!field || field->faults.empty())
        return;
    const Colours colours = coloursOf(palette());
    const QFont font = fontOf(TextRole::Body);
    const int sign = lineHeight();
    int top = rowRect(row).top() + FieldDelegate::cardHeight();
    for (const RowFault &fault : field->faults) {
        const Tone tone = fault.warning ? Tone::Warning : Tone::Error;
        QRect words(2 * space::m + sign - space::xs, top, viewport()->width() - 3 * space::m - sign, 10000);
        words.setHeight(QFontMetrics(font).boundingRect(words, Qt::TextWordWrap, fault.text).height());
        icon(fault.warning ? QStringLiteral("warning") : QStringLiteral("error"), tone)
            .paint(&painter,
                   QStyle::visualRect(layoutDirection(), viewport()->rect(), QRect(space::m, top, sign, sign)));
        painter.setFont(font);
        painter.setPen(colours.ink(tone));
        painter.drawText(QStyle::visualRect(layoutDirection(), viewport()->rect(), words), Qt::TextWordWrap,
                         fault.text);
        top += words.height() + space::xs;
    }
}

void FieldTableView::paintEvent(QPaintEvent *event)
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
        paintFaults(painter, row);
}

void FieldTableView::resizeEvent(QResizeEvent *event)
{
    DropView<QTableView>::resizeEvent(event);
    const int width = viewport()->width();
    const int constant = std::min(width / 4, lineHeight() * 10);
    const int source = std::min(width * 36 / 100, lineHeight() * 18);
    setColumnWidth(FieldsModel::ConstantColumn, constant);
    setColumnWidth(FieldsModel::SourceColumn, source);
    setColumnWidth(FieldsModel::FieldColumn, width - constant - source);
    fitRows();
}

void FieldTableView::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (enters && state() != EditingState && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        DropView<QTableView>::keyPressEvent(event);
}

void FieldTableView::setHovered(int row)
{
    if (row == m_hovered)
        return;
    m_hovered = row;
    viewport()->update();
}

void FieldTableView::mouseMoveEvent(QMouseEvent *event)
{
    setHovered(rowAt(event->position().toPoint().y()));
    DropView<QTableView>::mouseMoveEvent(event);
}

void FieldTableView::leaveEvent(QEvent *event)
{
    setHovered(-1);
    DropView<QTableView>::leaveEvent(event);
}

QPixmap FieldTableView::chip(const QModelIndex &index) const
{
    return boardPaint::chip(FieldsModel::rowAt(index)->label, palette(), devicePixelRatioF());
}

void FieldTableView::targetChanged(const QModelIndex &index, const QMimeData *carried)
{
    const auto column = mappingMime::columnIn(carried);
    const FieldRow *row = FieldsModel::rowAt(index);
    Q_EMIT dropHint(column && row ? tr("Let go to map column %1 to %2.").arg(QString::number(column->value), row->label)
                                  : QString());
}

} // namespace ui
