#include "ui/mapping/DriftDelegate.h"

#include "ui/mapping/DriftModel.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>

#include <algorithm>

namespace ui {
namespace {

constexpr int itemPadding = space::s + space::m / 2; ///< at either side, as the style sheet and the style have it

const DriftModel &modelOf(const QModelIndex &index)
{
    return *qobject_cast<const DriftModel *>(index.model());
}

} // namespace

QSize DriftDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem styled = option;
    initStyleOption(&styled, index);
    const int sign = styled.icon.isNull() ? 0 : styled.decorationSize.width() + space::s;
    const int width = std::max(option.rect.width() - 2 * itemPadding - sign, lineHeight());
    const QRect words =
        styled.fontMetrics.boundingRect(QRect(0, 0, width, QWIDGETSIZE_MAX), Qt::TextWordWrap, styled.text);
    return {option.rect.width(), words.height() + 2 * space::s};
}

void DriftDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    if (index.column() == DriftModel::AnswerColumn)
        option->decorationPosition = QStyleOptionViewItem::Right;
}

QWidget *DriftDelegate::createEditor(QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("driftAnswer"));
    box->setAccessibleName(index.data(Qt::AccessibleTextRole).toString());
    for (const DriftOption &option : modelOf(index).optionsAt(index.row()))
        box->addItem(option.text);
    auto *self = const_cast<DriftDelegate *>(this);
    connect(box, &QComboBox::activated, self, [self, box] { self->finish(box); });
    // By then it may have been closed again.
    const auto open = [box] { box->isVisible() ? box->showPopup() : void(); };
    QMetaObject::invokeMethod(box, open, Qt::QueuedConnection);
    return box;
}

void DriftDelegate::finish(QWidget *editor)
{
    Q_EMIT commitData(editor);
    Q_EMIT closeEditor(editor);
}

void DriftDelegate::setEditorData(QWidget *editor, const QModelIndex &index) const
{
    const std::vector<DriftOption> options = modelOf(index).optionsAt(index.row());
    const mapping::DriftAnswer &given = modelOf(index).answers()[static_cast<size_t>(index.row())];
    const auto found = std::find_if(options.begin(), options.end(),
                                    [&given](const DriftOption &option) { return option.answer == given; });
    // Where nothing is proposed, doing without and accepting are one.
    qobject_cast<QComboBox *>(editor)->setCurrentIndex(
        found == options.end() ? 0 : static_cast<int>(found - options.begin()));
}

void DriftDelegate::setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const
{
    const int place = qobject_cast<QComboBox *>(editor)->currentIndex();
    const std::vector<DriftOption> options = modelOf(index).optionsAt(index.row());
    if (place >= 0 && place < static_cast<int>(options.size()))
        qobject_cast<DriftModel *>(model)->setAnswer(index.row(), options[static_cast<size_t>(place)].answer);
}

} // namespace ui
