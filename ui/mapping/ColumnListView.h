#pragma once

#include "ui/mapping/DropView.h"

#include <QListView>
#include <QStyledItemDelegate>

namespace ui {

/// One column of the file as a card of two lines: number, header, where it goes; sample values.
class ColumnDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

/// The columns of the file. Shows a SourceColumnsModel, through any proxy.
class ColumnListView final : public DropView<QListView> {
    Q_OBJECT
public:
    explicit ColumnListView(QWidget *parent = nullptr);

Q_SIGNALS:
    void chosen(const QModelIndex &index);  ///< Enter: the column looks for its field
    void dropHint(const QString &sentence); ///< what letting go would do; empty when over nothing

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    [[nodiscard]] QPixmap chip(const QModelIndex &index) const override;
    void targetChanged(const QModelIndex &index, const QMimeData *carried) override;
};

} // namespace ui
