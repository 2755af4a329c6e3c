#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Puts the sign of a row's result before its word.
class ResultDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace ui
