#include "ui/mapping/FieldDelegate.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace ui {

namespace {

QString itemText(const SourceColumn &column)
{
    return column.header.isEmpty() ? columnTitle(column.index, {})
                                   : QStringLiteral("%1 · %2").arg(QString::number(column.index), column.header);
}

int boxHeight()
{
    return lineHeight() + space::m;
}

QRect boxIn(const QRect &cell)
{
    const int top = cell.top() + (FieldDelegate::cardHeight() - boxHeight()) / 2;
    return {cell.left() + space::xs, top, cell.width() - space::s, boxHeight()};
}

void paintName(QPainter &painter, const QRect &cell, const Colours &colours, const FieldRow &row)
{
    const QRect inner(cell.left() + space::m, cell.top() + space::s, cell.width() - space::m - space::s, lineHeight());
    QFont strong = fontOf(TextRole::Body);
    strong.setWeight(QFont::DemiBold);
    const QString badge = row.knowledge == FieldRow::Knowledge::Unknown ? FieldDelegate::tr("Unknown field")
        : row.mandatory                                                 ? FieldDelegate::tr("Mandatory")
                                                                        : QString();
    const int badgeWidth = badge.isEmpty()
        ? 0
        : QFontMetrics(fontOf(TextRole::Caption)).horizontalAdvance(badge) + 2 * space::s + space::s;
    const QRect name = inner.adjusted(0, 0, -badgeWidth, 0);
    const int used = boardPaint::line(painter, name, strong, colours.text, row.label);
    if (!badge.isEmpty()) {
        const bool unknown = row.knowledge == FieldRow::Knowledge::Unknown;
        const Tone tone = unknown ? Tone::Error : row.isMissing() ? Tone::Warning : Tone::Neutral;
        boardPaint::pill(painter, inner.adjusted(used + space::s, 0, 0, 0), colours, tone, badge);
    }
    const QRect second(inner.left(), inner.bottom() + 3, inner.width(), boardPaint::captionHeight());
    QFont code = fontOf(TextRole::Code);
    code.setPointSizeF(fontOf(TextRole::Caption).pointSizeF());
    const int codeUsed = boardPaint::line(painter, second, code, colours.mutedText, row.name.text());
    if (!row.typeText.isEmpty() && codeUsed + space::m < second.width())
        boardPaint::line(painter, second.adjusted(codeUsed + space::s, 0, 0, 0), fontOf(TextRole::Caption),
                         colours.mutedText, QStringLiteral("·  ") + row.typeText);
}

void paintSource(QPainter &painter, const QRect &cell, const Colours &colours, const FieldRow &row)
{
    QRect box = boxIn(cell);
    const bool found = row.lookup && row.isMapped();
    if (found)
        box.moveTop(cell.top() + space::xs);
    painter.setPen(QPen(colours.border, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const int sign = lineHeight() * 4 / 5;
    icon(QStringLiteral("chevron-down"))
        .paint(&painter, box.right() - sign - space::s, box.center().y() - sign / 2, sign, sign);
    QRect words = box.adjusted(space::s, 0, -sign - space::m, 0);
    if (row.column) {
        const QString number = QString::number(*row.column);
        const int width =
            std::max(QFontMetrics(fontOf(TextRole::Caption)).horizontalAdvance(number) + space::m, lineHeight() + 2);
        const QRect badge(words.left() - space::xs, box.center().y() - lineHeight() / 2 - 1, width, lineHeight() + 2);
        boardPaint::badge(painter, badge, colours, number, true);
        words.setLeft(badge.right() + space::s);
    }
    boardPaint::line(painter, words, fontOf(TextRole::Body), row.column ? colours.text : colours.mutedText,
                     !row.column                      ? FieldDelegate::tr("None")
                         : row.columnHeader.isEmpty() ? columnTitle(*row.column, {})
                                                      : row.columnHeader);
    if (found)
        boardPaint::line(painter, QRect(box.left() + 2, box.bottom() + 2, box.width(), boardPaint::captionHeight()),
                         fontOf(TextRole::Caption), colours.mutedText,
                         row.findBy.isEmpty() ? FieldDelegate::tr("find by: not chosen")
                                              : FieldDelegate::tr("find by: %1").arg(row.findBy));
}

void paintConstant(QPainter &painter, const QRect &cell, const Colours &colours, const FieldRow &row)
{
    const QRect rect(cell.left() + space::s, cell.top(), cell.width() - space::m, FieldDelegate::cardHeight());
    if (row.constant)
        boardPaint::pill(painter, rect, colours, Tone::Info,
                         row.constant->isEmpty() ? FieldDelegate::tr("empty") : *row.constant);
    else
        boardPaint::line(painter, rect, fontOf(TextRole::Body), colours.mutedText, QStringLiteral("–"));
}

} // namespace

FieldDelegate::FieldDelegate(const SourceColumnsModel &columns, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_columns(columns)
{ }

int FieldDelegate::cardHeight()
{
    return std::max(lineHeight() + boardPaint::captionHeight() + 3 + 2 * space::s,
                    boxHeight() + boardPaint::captionHeight() + 2 + 2 * space::xs);
}

void FieldDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const FieldRow *row = FieldsModel::rowAt(index);
    if (!row)
        return;
    const Colours colours = coloursOf(option.palette);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(option.rect);
    if (index.column() == FieldsModel::FieldColumn)
        paintName(*painter, option.rect, colours, *row);
    else if (index.column() == FieldsModel::SourceColumn)
        paintSource(*painter, option.rect, colours, *row);
    else
        paintConstant(*painter, option.rect, colours, *row);
    painter->restore();
}

QSize FieldDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {lineHeight() * 6, cardHeight()};
}

QWidget *FieldDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    if (index.column() != FieldsModel::SourceColumn)
        return nullptr;
    auto *combo = new QComboBox(parent);
    combo->setObjectName(QStringLiteral("columnChooser"));
    combo->setAccessibleName(tr("Column for %1").arg(FieldsModel::rowAt(index)->label));
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->addItem(tr("None"));
    for (const SourceColumn &column : m_columns.columns())
        combo->addItem(itemText(column), column.index);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->setMaxVisibleItems(12);
    auto *self = const_cast<FieldDelegate *>(this); // an editor is made in a const function, but ends in a signal
    connect(
        combo, &QComboBox::activated, combo, [self, combo] { self->finish(combo); }, Qt::QueuedConnection);
    // The list of completions takes Return for itself when none of them is picked; the text may be enough all the same.
    connect(
        combo->lineEdit(), &QLineEdit::returnPressed, combo, [self, combo] { self->finish(combo); },
        Qt::QueuedConnection);
    return combo;
}

bool FieldDelegate::eventFilter(QObject *object, QEvent *event)
{
    // The base class would end the editor a second time: the chooser ends itself when Return was pressed in it.
    if (event->type() == QEvent::KeyPress && object->objectName() == QLatin1String("columnChooser")) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void FieldDelegate::finish(QWidget *editor)
{
    // The view hides an editor that has ended, before it deletes it.
    if (editor->isHidden())
        return;
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor);
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

void FieldDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const
{
    QRect box = boxIn(option.rect);
    box.setHeight(std::max(box.height(), editor->sizeHint().height()));
    editor->setGeometry(box);
}

} // namespace ui
