#pragma once

#include "crm/Ids.h"
#include "ui/models/RowFault.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ui {

/// One field of the module (or one mapping entry whose field the module does not have) as the mapping board shows it.
struct FieldRow final {
    /// NotChecked: the module's fields are not loaded, so nobody can say.
    enum class Knowledge { Known, Unknown, NotChecked };

    crm::FieldName name;
    QString label;    ///< the API name when there is no label
    QString typeText; ///< "Text (80)"; empty when unknown
    Knowledge knowledge = Knowledge::Known;
    bool mandatory = false;
    bool lookup = false;    ///< takes a find_by
    bool automatic = false; ///< its entry was made by itself and gives way to what a person says
    bool writable = true;   ///< false: an import cannot fill it
    std::optional<int> column;
    QString columnHeader;
    std::vector<int> claimants; ///< other columns that are said to feed it too
    std::optional<QString> constant;
    QString findBy;
    QString suggestion; ///< API name that was probably meant; empty: none
    std::vector<RowFault> faults;

    [[nodiscard]] bool isMapped() const { return column || constant; }
    [[nodiscard]] bool isMissing() const { return mandatory && !isMapped(); }
    friend bool operator==(const FieldRow &a, const FieldRow &b) = default;
};

/// The fields of the module with what feeds them. Holds plain values; a field can be dragged from it and a column dropped
/// on it. Rows keep their places while their content changes.
class FieldsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { FieldColumn, SourceColumn, ConstantColumn, ColumnCount };
    enum Role { RowRole = Qt::UserRole + 1, NameRole }; ///< const FieldRow *, valid until the model changes; API name

    explicit FieldsModel(QObject *parent = nullptr);

    /// Rows that stay keep their order as long as the new order allows it; only what differs is announced.
    void setRows(std::vector<FieldRow> rows);
    [[nodiscard]] const std::vector<FieldRow> &rows() const { return m_rows; }
    [[nodiscard]] int rowOf(const crm::FieldName &field) const;           ///< -1: not there
    [[nodiscard]] static const FieldRow *rowAt(const QModelIndex &index); ///< through any proxy; null when invalid
    /// The whole row as one sentence, for screen readers.
    [[nodiscard]] static QString sentence(const FieldRow &row);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    /// EditRole of SourceColumn takes a column index, or an invalid value for none. Changes nothing by itself: see edited().
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    [[nodiscard]] QStringList mimeTypes() const override;
    /// A single cell of SourceColumn carries the column that feeds the field, everything else the field.
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    /// For one column; more than one need the rows as they are shown: see FieldsFilter.
    [[nodiscard]] DropHint dropHint(const QMimeData *data, const QModelIndex &target) const;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// The first column on the first field and so on; as many of the one as of the other.
    void columnsDropped(const std::vector<crm::ColumnIndex> &columns, const std::vector<crm::FieldName> &fields);
    void edited(const crm::FieldName &field, std::optional<crm::ColumnIndex> column); ///< chosen in the combo box

private:
    void removeMissing(const std::vector<FieldRow> &rows);
    bool insertNew(const std::vector<FieldRow> &rows);
    void updateContent(const std::vector<FieldRow> &rows);

    std::vector<FieldRow> m_rows;
};

} // namespace ui

Q_DECLARE_METATYPE(const ui::FieldRow *)
