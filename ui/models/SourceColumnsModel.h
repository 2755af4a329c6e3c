#pragma once

#include "mapping/ColumnMapping.h"
#include "ui/models/RowFault.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <vector>

namespace ui {

/// A field that is proposed for a column.
struct ColumnProposal final {
    crm::FieldName field;
    QString label;
    QString reason{}; ///< in one line, why

    friend bool operator==(const ColumnProposal &a, const ColumnProposal &b) = default;
};

/// One column of the file as the mapping board shows it.
struct SourceColumn final {
    int index = 0;    ///< zero-based
    QString header{}; ///< empty when the file's columns are not known
    QStringList samples{};
    mapping::ColumnState state = mapping::ColumnState::Undecided;
    QStringList feeds{};                      ///< labels of the fields it feeds
    int problems = 0;                         ///< fields it feeds that have a fault
    QStringList fields{};                     ///< API names of the fields it feeds
    QString facts{};                          ///< "Phone, 38 of 40 filled"; empty when nothing was counted
    QString reason{};                         ///< why it was mapped by itself; empty for what a person chose
    std::optional<ColumnProposal> proposal{}; ///< what one key press accepts; undecided columns alone have it
    std::vector<ColumnProposal> others{};     ///< what else it could be, the best first
    std::vector<RowFault> faults{};           ///< of the fields it feeds

    [[nodiscard]] bool onlyWarnings() const;
    [[nodiscard]] bool needsLook() const { return proposal || problems > 0; }
    friend bool operator==(const SourceColumn &a, const SourceColumn &b) = default;
};

/// "Column 2" or "Column 2, Mobile": how a sentence names a column.
[[nodiscard]] QString columnTitle(int index, const QString &header);

/// The columns of the file, in file order. Holds plain values; columns can be dragged from it and a field dropped on one.
class SourceColumnsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { HeaderColumn, FieldColumn, StateColumn, ColumnCount };
    enum Role { IndexRole = Qt::UserRole + 1, ColumnRole, PickedRole }; ///< ColumnRole: const SourceColumn *

    explicit SourceColumnsModel(QObject *parent = nullptr);

    /// The same columns with other states keep their rows (and so the selection); other columns reset the model.
    void setColumns(std::vector<SourceColumn> columns);
    [[nodiscard]] const std::vector<SourceColumn> &columns() const { return m_columns; }
    /// Through any proxy; null when invalid. Valid until the model changes.
    [[nodiscard]] static const SourceColumn *columnAt(const QModelIndex &index);
    [[nodiscard]] static QString sentence(const SourceColumn &column); ///< the whole row, for screen readers
    [[nodiscard]] static QString stateText(const SourceColumn &column);
    /// The column that waits for its field (click, click); -1: none.
    void setPicked(int column);
    [[nodiscard]] int picked() const { return m_picked; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// EditRole of FieldColumn takes an API name, or an empty text for none. Changes nothing by itself: see edited().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    /// A single field cell carries the field that the column feeds, everything else the columns.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    [[nodiscard]] DropHint dropHint(const QMimeData *data, const QModelIndex &target) const;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A field was dropped on a column; `from` is the column whose field it was. The model itself changes nothing.
    void fieldDropped(const crm::FieldName &field, crm::ColumnIndex column, std::optional<crm::ColumnIndex> from);
    void edited(crm::ColumnIndex column, const crm::FieldName &field); ///< chosen in the combo box; empty: none

private:
    [[nodiscard]] bool hasSameColumns(const std::vector<SourceColumn> &columns) const;

    std::vector<SourceColumn> m_columns;
    int m_picked = -1;
};

} // namespace ui

Q_DECLARE_METATYPE(const ui::SourceColumn *)
