#pragma once

#include "crm/BulkWriteRequest.h"

#include <QSet>

#include <map>

namespace mapping {

/// What becomes of a column's cells on their way to one field, before they go up; it is no part of the request.
struct CellRule final {
    /// How dates, times or numbers stand in the file, as tabular::ColumnProfile::pattern has it, or the mark between the
    /// values of a multi-select picklist; empty: they go as they stand.
    QString sourcePattern;
    std::map<QString, QString> values; ///< what stands in the file, and what is sent in its place

    [[nodiscard]] bool isEmpty() const { return sourcePattern.isEmpty() && values.empty(); }
    friend bool operator==(const CellRule &a, const CellRule &b) = default;
};

/// By the field that the cells feed.
using CellRules = std::map<crm::FieldName, CellRule>;

/// How one column stands: feeding fields, left out on purpose, or not decided yet.
enum class ColumnState { Undecided, Mapped, Ignored };

/// The mapping of one import as a value: which column feeds which field, constants, columns left out on purpose. Entries
/// keep the order in which they were made (it is the order of field_mappings in the request). A field has at most one
/// entry. Where two columns are said to feed one field the first keeps the entry and the other is a claim, which a person
/// has to settle: an error on both until then. One column may feed several fields. An entry for a field that the module
/// does not have is kept and shown, never dropped.
class ColumnMapping final {
public:
    ColumnMapping() = default;
    /// Takes entries as they are, incomplete ones too; of several for one field the later ones are claims. A column that
    /// feeds a field is not ignored, whatever `ignored` says.
    explicit ColumnMapping(std::vector<crm::FieldMapping> entries, QSet<int> ignored = {}, const CellRules &rules = {});

    [[nodiscard]] const std::vector<crm::FieldMapping> &entries() const { return m_entries; }
    [[nodiscard]] const QSet<int> &ignoredColumns() const { return m_ignored; }
    [[nodiscard]] const crm::FieldMapping *find(const crm::FieldName &field) const;
    /// Entries and, behind them, claims: what a request says.
    [[nodiscard]] std::vector<crm::FieldMapping> everything() const;
    /// All columns that are said to feed the field, the entry's first. Two or more: to be settled.
    [[nodiscard]] std::vector<crm::ColumnIndex> columnsOf(const crm::FieldName &field) const;
    /// Claimed ones too.
    [[nodiscard]] std::vector<crm::FieldName> fieldsOf(crm::ColumnIndex column) const;
    [[nodiscard]] ColumnState stateOf(crm::ColumnIndex column) const;

    /// Feeds `field` from `column` alone; keeps the entry's constant, format and find_by. The column is no longer ignored.
    void mapColumn(crm::ColumnIndex column, const crm::FieldName &field);
    /// As mapColumn() where no other column feeds the field; else the column is a claim.
    void claimField(crm::ColumnIndex column, const crm::FieldName &field);
    /// This column feeds the field no more. Without it a constant stays, or the first claim becomes the entry.
    void removeColumn(crm::ColumnIndex column, const crm::FieldName &field);
    /// Adds or replaces the entry as a whole; claims stay.
    void setEntry(const crm::FieldMapping &entry);
    /// Without a value the constant goes, and with it an entry that has no column. Keeps column, format and find_by.
    void setConstant(const crm::FieldName &field, const std::optional<QJsonValue> &value);
    /// What changes the cells for `field`; nullptr: nothing does. A rule goes with the entry of its field.
    [[nodiscard]] const CellRule *ruleOf(const crm::FieldName &field) const;
    [[nodiscard]] const CellRules &rules() const { return m_rules; }
    void setRule(const crm::FieldName &field, const CellRule &rule); ///< an empty one goes, as one without an entry
    void clearField(const crm::FieldName &field);
    /// removeColumn() of all fields that it feeds. Being ignored is not changed.
    void clearColumn(crm::ColumnIndex column);
    /// A column that becomes ignored is cleared first.
    void setIgnored(crm::ColumnIndex column, bool ignored);

    /// Entry, claims and rule of one field become what `from` has.
    void takeField(const crm::FieldName &field, const ColumnMapping &from);

    friend bool operator==(const ColumnMapping &a, const ColumnMapping &b) = default;

private:
    std::vector<crm::FieldMapping> m_entries;
    std::vector<crm::FieldMapping> m_claims;
    QSet<int> m_ignored;
    CellRules m_rules;
};

/// Whether entry, claims and rule of one field are the same in both.
[[nodiscard]] bool agreeOn(const crm::FieldName &field, const ColumnMapping &a, const ColumnMapping &b);

} // namespace mapping
