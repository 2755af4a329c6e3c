#include "ui/mapping/FieldDelegate.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/mapping/CardTable.h"
#include "ui/mapping/FieldPaint.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

QString itemText(const SourceColumn &column)
{
    return column.header.isEmpty() ? columnTitle(column.index, {})
                                   : QStringLiteral("%1 · %2").arg(QString::number(column.index), column.header);
}

} // namespace

FieldDelegate::FieldDelegate(const SourceColumnsModel &columns, CardTable &view)
    : ChooserDelegate(&view)
    , m_columns(columns)
    , m_view(view)
{ }

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FieldRow *row = FieldsModel::rowAt(index);
    if (!row)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    QRect cell = option.rect;
    cell.setHeight(CardTable::cardHeight());
    const FieldPaint paint{*painter, coloursOf(option.palette), option.direction, *row};
    if (index.column() == FieldsModel::FieldColumn) {
        paint.name(cell, m_view.isCompact());
    } else if (index.column() == FieldsModel::SourceColumn) {
        QRect box = boxIn(cell);
        const bool found = row->lookup && row->isMapped();
        if (found)
            box.moveTop(cell.top() + space::xs);
        paint.words(paintBox(*painter, box, paint.colours, option.direction, false));
        if (found)
            paint.findBy(QRect(box.left() + 2, box.bottom() + 2, box.width(), boardPaint::captionHeight()));
    } else {
        paint.constant(cell);
    }
    painter->restore();
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() != FieldsModel::SourceColumn)
        return nullptr;
    QComboBox *combo =
        newChooser(parent, QStringLiteral("columnChooser"), tr("Column for %1").arg(FieldsModel::rowAt(index)->label));
    combo->addItem(tr("None"));
    for (const SourceColumn &column : m_columns.columns())
        combo->addItem(itemText(column), column.index);
    return combo;
}

void FieldDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    const QVariant column = index.data(Qt::EditRole);
    const int known = column.isValid() ? combo->findData(column) : 0;
    combo->setCurrentIndex(known);
    if (known < 0)
        combo->setEditText(column.toString());
    combo->lineEdit()->selectAll();
}

std::optional<int> FieldDelegate::columnFor(const QString &text) const
{
    const QString wanted = text.trimmed();
    if (wanted.isEmpty())
        return {};
    bool isNumber = false;
    const int number = wanted.toInt(&isNumber);
    const bool headersKnown = !m_columns.columns().empty() && !m_columns.columns().front().header.isEmpty();
    if (isNumber && number >= 0 && (!headersKnown || number < int(m_columns.columns().size())))
        return number;
    std::optional<int> part;
    for (const SourceColumn &column : m_columns.columns()) {
        if (itemText(column).compare(wanted, Qt::CaseInsensitive) == 0
            || column.header.compare(wanted, Qt::CaseInsensitive) == 0)
            return column.index;
        if (!part && itemText(column).contains(wanted, Qt::CaseInsensitive))
            part = column.index;
    }
    return part;
}

void FieldDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *combo = qobject_cast<QComboBox *>(editor);
    const QString text = combo->currentText().trimmed();
    if (text.isEmpty() || text == combo->itemText(0)) {
        model->setData(index, QVariant());
        return;
    }
    // What matches nothing changes nothing.
    if (const auto column = columnFor(text))
        model->setData(index, *column);
}

} // namespace ui
