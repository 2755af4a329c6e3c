#include "ui/mapping/ColumnDelegate.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/mapping/CardTable.h"
#include "ui/mapping/ColumnPaint.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace ui {

namespace {

QString itemText(const FieldRow &row)
{
    return row.label == row.name.text() ? row.label : QStringLiteral("%1 · %2").arg(row.label, row.name.text());
}

void addProposal(QComboBox &combo, const ColumnProposal &proposal)
{
    if (combo.findData(proposal.field.text()) < 0)
        combo.addItem(ColumnDelegate::tr("%1 (proposed)").arg(proposal.label), proposal.field.text());
    combo.setItemData(combo.count() - 1, proposal.reason, Qt::ToolTipRole);
}

bool same(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

} // namespace

ColumnDelegate::ColumnDelegate(const FieldsModel &fields, CardTable &view)
    : ChooserDelegate(&view)
    , m_fields(fields)
    , m_view(view)
{ }

void ColumnDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (!column)
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    QRect cell = option.rect;
    cell.setHeight(CardTable::cardHeight());
    const bool picked = index.data(SourceColumnsModel::PickedRole).toBool();
    const ColumnPaint paint{*painter, coloursOf(option.palette), option.direction, *column, picked};
    if (index.column() == SourceColumnsModel::HeaderColumn)
        paint.header(cell, m_view.isCompact());
    else if (index.column() == SourceColumnsModel::FieldColumn)
        paint.words(paintBox(*painter, boxIn(cell), paint.colours, option.direction, bool(column->proposal)));
    else
        paint.state(cell);
    painter->restore();
}

bool ColumnDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                 const QModelIndex &index)
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (event->type() == QEvent::MouseButtonRelease && index.column() == SourceColumnsModel::StateColumn && column
        && column->proposal) {
        QRect cell = option.rect;
        cell.setHeight(CardTable::cardHeight());
        if (ColumnPaint::acceptButton(cell, option.direction)
                .contains(static_cast<QMouseEvent *>(event)->position().toPoint())) {
            Q_EMIT accepted(index);
            return true;
        }
    }
    return ChooserDelegate::editorEvent(event, model, option, index);
}

QWidget *ColumnDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    if (index.column() != SourceColumnsModel::FieldColumn || !column)
        return nullptr;
    QComboBox *combo = newChooser(parent, QStringLiteral("fieldChooser"),
                                  tr("Field for %1").arg(columnTitle(column->index, column->header)));
    combo->addItem(tr("None"), QString());
    if (column->proposal)
        addProposal(*combo, *column->proposal);
    for (const ColumnProposal &other : column->others)
        addProposal(*combo, other);
    const auto add = [&](bool missing) {
        for (const FieldRow &row : m_fields.rows())
            if (row.isMissing() == missing && row.writable && row.knowledge != FieldRow::Knowledge::Unknown)
                combo->addItem(missing ? tr("%1 (mandatory)").arg(itemText(row)) : itemText(row), row.name.text());
    };
    add(true);
    add(false);
    return combo;
}

void ColumnDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    auto *combo = qobject_cast<QComboBox *>(editor);
    const SourceColumn *column = SourceColumnsModel::columnAt(index);
    const QString field = column->proposal ? column->proposal->field.text() : column->fields.value(0);
    const int known = combo->findData(field);
    combo->setCurrentIndex(known);
    if (known < 0)
        combo->setEditText(field);
    combo->lineEdit()->selectAll();
}

QString ColumnDelegate::fieldFor(const QString &text) const
{
    const QString wanted = text.trimmed();
    QString part;
    for (const FieldRow &row : m_fields.rows()) {
        const QString name = row.name.text();
        if (!row.writable || wanted.isEmpty())
            continue;
        if (same(row.label, wanted) || same(name, wanted) || same(itemText(row), wanted))
            return name;
        if (part.isEmpty() && itemText(row).contains(wanted, Qt::CaseInsensitive))
            part = name;
    }
    return part;
}

void ColumnDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const auto *combo = qobject_cast<QComboBox *>(editor);
    const QString text = combo->currentText().trimmed();
    // What stands there as an item is that item, also where its label is another field's name.
    const int item = combo->currentIndex() >= 0 && combo->itemText(combo->currentIndex()) == combo->currentText()
        ? combo->currentIndex()
        : combo->findText(text, Qt::MatchFixedString);
    if (text.isEmpty() || item == 0)
        model->setData(index, QString());
    else if (item > 0)
        model->setData(index, combo->itemData(item));
    // What matches nothing changes nothing.
    else if (const QString field = fieldFor(text); !field.isEmpty())
        model->setData(index, field);
}

} // namespace ui
