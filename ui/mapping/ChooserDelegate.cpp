#include "ui/mapping/ChooserDelegate.h"

#include "ui/mapping/CardTable.h"

#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPainter>

namespace ui {

int ChooserDelegate::boxHeight()
{
    return lineHeight() + space::m;
}

QRect ChooserDelegate::boxIn(const QRect &cell)
{
    const int top = cell.top() + (CardTable::cardHeight() - boxHeight()) / 2;
    return {cell.left() + space::xs, top, cell.width() - space::s, boxHeight()};
}

QRect ChooserDelegate::paintBox(QPainter &painter, const QRect &box, const Colours &colours,
                                Qt::LayoutDirection direction, bool proposed)
{
    painter.setPen(proposed ? QPen(colours.accent, 1, Qt::DashLine) : QPen(colours.border, 1));
    painter.setBrush(proposed ? colours.wash(Tone::Accent) : colours.surface);
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    const int sign = lineHeight() * 4 / 5;
    const QRect arrow(box.right() - sign - space::s, box.center().y() - sign / 2, sign, sign);
    icon(QStringLiteral("chevron-down")).paint(&painter, QStyle::visualRect(direction, box, arrow));
    return QStyle::visualRect(direction, box, box.adjusted(space::s, 0, -sign - space::m, 0));
}

QSize ChooserDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {lineHeight() * 6, CardTable::cardHeight()};
}

QComboBox *ChooserDelegate::newChooser(QWidget *parent, const QString &objectName, const QString &name) const
{
    auto *combo = new QComboBox(parent);
    combo->setObjectName(objectName);
    combo->setAccessibleName(name);
    combo->setEditable(true);
    combo->setInsertPolicy(QComboBox::NoInsert);
    combo->completer()->setFilterMode(Qt::MatchContains);
    combo->completer()->setCompletionMode(QCompleter::PopupCompletion);
    combo->setMaxVisibleItems(12);
    auto *self = const_cast<ChooserDelegate *>(this); // an editor is made in a const function, but ends in a signal
    connect(
        combo, &QComboBox::activated, combo, [self, combo] { self->finish(combo); }, Qt::QueuedConnection);
    // The list of completions takes Return for itself when none of them is picked; the text may be enough all the same.
    connect(
        combo->lineEdit(), &QLineEdit::returnPressed, combo, [self, combo] { self->finish(combo); },
        Qt::QueuedConnection);
    return combo;
}

bool ChooserDelegate::eventFilter(QObject *object, QEvent *event)
{
    if (object->property("ended").toBool())
        return false;
    // The base class would end the editor a second time: the chooser ends itself when Return was pressed in it.
    if (event->type() == QEvent::KeyPress && qobject_cast<QComboBox *>(object)) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter)
            return false;
    }
    return QStyledItemDelegate::eventFilter(object, event);
}

void ChooserDelegate::finish(QWidget *editor)
{
    // Return in a text that is an item's says both that it was chosen and that the text is done.
    if (editor->property("ended").toBool())
        return;
    editor->setProperty("ended", true);
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor);
}

void ChooserDelegate::updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                                           const QModelIndex &) const
{
    QRect box = boxIn(option.rect);
    box.setHeight(std::max(box.height(), editor->sizeHint().height()));
    editor->setGeometry(box);
}

} // namespace ui
