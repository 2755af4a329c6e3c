#pragma once

#include "ui/widgets/Theme.h"

#include <QStyledItemDelegate>

class QComboBox;

namespace ui {

/// What both tables of the board share in their cells: a box that looks like a combo box and becomes one, with
/// type-ahead. The upper part of a row (CardTable::cardHeight()) is painted; what stands below is the view's business.
class ChooserDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    [[nodiscard]] static int boxHeight();
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// An empty combo box that ends the editing when something was chosen or Return was pressed.
    [[nodiscard]] QComboBox *newChooser(QWidget *parent, const QString &objectName, const QString &name) const;
    [[nodiscard]] static QRect boxIn(const QRect &cell);
    /// The box; gives the room for words in it, as it stands on the screen.
    static QRect paintBox(QPainter &painter, const QRect &box, const Colours &colours, Qt::LayoutDirection direction,
                          bool proposed);
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void finish(QWidget *editor);
};

} // namespace ui
