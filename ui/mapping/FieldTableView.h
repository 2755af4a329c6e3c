#pragma once

#include "ui/mapping/CardTable.h"

namespace ui {

class SourceColumnsModel;

/// The fields of the module, one row a field: its name and kind, the column that feeds it in a combo box, its constant.
/// Shows a FieldsFilter.
class FieldTableView final : public CardTable {
    Q_OBJECT
public:
    explicit FieldTableView(QWidget *parent = nullptr);
    void setColumns(const SourceColumnsModel &columns); ///< what the combo boxes offer; once

    void setPicked(const QString &field); ///< the API name of the field that waits for its column; empty: none

protected:
    [[nodiscard]] const std::vector<RowFault> &faultsOf(int row) const override;
    [[nodiscard]] std::vector<int> widthsIn(int width) const override;
    [[nodiscard]] bool isPicked(int row) const override;
    [[nodiscard]] QString nameOf(const QModelIndex &index) const override;
    [[nodiscard]] DropHint hintFor(const QMimeData *carried, const QModelIndex &index) const override;

private:
    QString m_picked;
};

} // namespace ui
