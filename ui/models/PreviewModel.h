#pragma once

#include "tabular/TableSummary.h"

#include <QAbstractTableModel>

namespace ui {

/// The first rows of a spreadsheet as they were read. The row headers are the rows of the spreadsheet, its header row
/// counted, so that a person finds them there again.
class PreviewModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    explicit PreviewModel(QObject *parent = nullptr);

    void setTable(const std::optional<tabular::TableSummary> &table);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    QStringList m_headers;
    std::vector<QStringList> m_rows;
    int m_firstNumber = 1;
};

} // namespace ui
