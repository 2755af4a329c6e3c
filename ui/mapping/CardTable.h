#pragma once

#include "ui/mapping/DropView.h"

#include <QTableView>

#include <vector>

namespace ui {

/// What both tables of the board share: rows of two lines with the faults in words below, a ground that shows what is
/// selected, pointed at or held over, a combo box in one column, and a narrow form that shows the first column alone.
class CardTable : public DropView<QTableView> {
    Q_OBJECT
public:
    [[nodiscard]] static int cardHeight(); ///< two lines and the space around them

    void fitRows();              ///< to be called after the rows or their faults changed
    void setTaking(bool taking); ///< something waits for its partner: rows light up under the pointer
    void setCompact(bool compact);
    [[nodiscard]] bool isCompact() const { return m_compact; }
    void openChooser(int row, bool withList);             ///< nothing while compact
    [[nodiscard]] QSize minimumSizeHint() const override; ///< two cards: with fewer there is no finding one's way

Q_SIGNALS:
    void rowClicked(const QModelIndex &index);
    void chosen(const QModelIndex &index); ///< Enter or F2 on a row
    void dropHint(const QString &sentence);
    void repairChosen(const QModelIndex &index, const ui::Repair &repair); ///< the button of a fault was pressed

protected:
    CardTable(int chooserColumn, QWidget *parent);

    [[nodiscard]] virtual const std::vector<RowFault> &faultsOf(int row) const = 0;
    /// Widths of all columns in `width`, where they are all shown.
    [[nodiscard]] virtual std::vector<int> widthsIn(int width) const = 0;
    [[nodiscard]] virtual bool isPicked(int row) const = 0; ///< waits for its partner
    [[nodiscard]] virtual QString nameOf(const QModelIndex &index) const = 0;

    [[nodiscard]] QModelIndexList dragged() const override;
    [[nodiscard]] QPixmap chip(const QModelIndexList &dragged) const override;
    void hintChanged(const QString &sentence) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    /// Home and End go to the first and the last row, as in a list: whole rows are chosen here.
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    bool viewportEvent(QEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] int faultsHeight(int row) const;
    void paintGround(QPainter &painter, int row) const;
    void shareWidth();
    void setHovered(int row);
    bool takeRepair(QEvent *event);

    int m_chooserColumn;
    int m_hovered = -1;
    bool m_taking = false;
    bool m_compact = false;
};

} // namespace ui
