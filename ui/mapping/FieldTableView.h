#pragma once

#include "ui/mapping/DropView.h"

#include <QTableView>

namespace ui {

class SourceColumnsModel;
struct FieldRow;

/// The fields of the module, one row a field, with the faults in words below the row. Shows a FieldsModel, through any
/// proxy. Rows differ in height only where there are faults.
class FieldTableView final : public DropView<QTableView> {
    Q_OBJECT
public:
    explicit FieldTableView(const SourceColumnsModel &columns, QWidget *parent = nullptr);

    void fitRows();              ///< to be called after the rows or their faults changed
    void setTaking(bool taking); ///< a column waits for its field: rows light up under the pointer
    void openChooser(int row, bool withList);

Q_SIGNALS:
    void rowClicked(const QModelIndex &index);
    void chosen(const QModelIndex &index); ///< Enter or F2 on a row
    void dropHint(const QString &sentence);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    [[nodiscard]] QPixmap chip(const QModelIndex &index) const override;
    void targetChanged(const QModelIndex &index, const QMimeData *carried) override;

private:
    [[nodiscard]] QRect rowRect(int row) const;
    [[nodiscard]] int faultsHeight(const FieldRow &row) const;
    void paintGround(QPainter &painter, int row) const;
    void paintFaults(QPainter &painter, int row) const;
    void setHovered(int row);

    int m_hovered = -1;
    bool m_taking = false;
};

} // namespace ui
