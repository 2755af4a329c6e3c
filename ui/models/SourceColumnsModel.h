#pragma once

#include "mapping/ColumnMapping.h"

#include <QAbstractListModel>
#include <QStringList>

#include <vector>

namespace ui {

/// One column of the file as the mapping board shows it.
struct SourceColumn final {
    int index = 0;  ///< zero-based
    QString header; ///< empty when the file's columns are not known
    QStringList samples;
    mapping::ColumnState state = mapping::ColumnState::Undecided;
    QStringList feeds; ///< labels of the fields it feeds
    int problems = 0;  ///< fields it feeds that have a fault

    friend bool operator==(const SourceColumn &a, const SourceColumn &b) = default;
};

/// "Column 2" or "Column 2, Mobile": how a sentence names a column.
[[nodiscard]] QString columnTitle(int index, const QString &header);

/// The columns of the file, in file order. Holds plain values; a column can be dragged from it and a field dropped on it.
class SourceColumnsModel final : public QAbstractListModel {
    Q_OBJECT
public:
    enum Role { IndexRole = Qt::UserRole + 1, HeaderRole, SamplesRole, StateRole, FeedsRole, ProblemsRole, PickedRole };

    explicit SourceColumnsModel(QObject *parent = nullptr);

    /// The same columns with other states keep their rows (and so the selection); other columns reset the model.
    void setColumns(std::vector<SourceColumn> columns);
    [[nodiscard]] const std::vector<SourceColumn> &columns() const { return m_columns; }
    /// The column that waits for its field (click, click); -1: none.
    void setPicked(int column);
    [[nodiscard]] int picked() const { return m_picked; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A field was dropped on a column. The model itself changes nothing.
    void fieldDropped(const crm::FieldName &field, crm::ColumnIndex column);

private:
    [[nodiscard]] bool hasSameColumns(const std::vector<SourceColumn> &columns) const;

    std::vector<SourceColumn> m_columns;
    int m_picked = -1;
};

} // namespace ui
