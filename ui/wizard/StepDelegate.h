#pragma once

#include <QStyledItemDelegate>

namespace ui {

/// Paints one step: a numbered disc or the sign of its state, the name, and the state in words below.
class StepDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    enum Role { Step = Qt::UserRole, Status };
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void setCompact(bool compact) { m_compact = compact; } ///< the sign alone
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    static void paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                           const QRect &words);

    bool m_compact = false;
};

} // namespace ui
