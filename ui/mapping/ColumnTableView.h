#pragma once

#include "ui/mapping/CardTable.h"

namespace ui {

class FieldsModel;

/// The columns of the file: number, header and three telling values; the field that the column feeds, in a combo box; how
/// it stands and why. Shows a ColumnsFilter. Several rows can be chosen.
class ColumnTableView final : public CardTable {
    Q_OBJECT
public:
    explicit ColumnTableView(const FieldsModel &fields, QWidget *parent = nullptr);

Q_SIGNALS:
    void accepted(const QModelIndex &index); ///< the proposal of this row: its button, or Space on the current row

protected:
    [[nodiscard]] const std::vector<RowFault> &faultsOf(int row) const override;
    [[nodiscard]] std::vector<int> widthsIn(int width) const override;
    [[nodiscard]] bool isPicked(int row) const override;
    [[nodiscard]] QString nameOf(const QModelIndex &index) const override;
    [[nodiscard]] DropHint hintFor(const QMimeData *carried, const QModelIndex &index) const override;
    void keyPressEvent(QKeyEvent *event) override;
};

} // namespace ui
