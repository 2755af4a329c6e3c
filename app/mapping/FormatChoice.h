#pragma once

#include "crm/Field.h"
#include "mapping/ColumnMapping.h"
#include "tabular/profile/ColumnProfile.h"

namespace mapping {

/// How dates, times or numbers go up for a field.
struct Carriage final {
    QString format;        ///< FieldMapping::format
    QString sourcePattern; ///< CellRule::sourcePattern; empty: the cells go up as they stand

    friend bool operator==(const Carriage &a, const Carriage &b) = default;
};

/// For cells that stand as `pattern` says. Where the CRM reads that pattern, `format` announces it and the cells stay (a
/// format is announced even where it is the CRM's default, for that is not the one that people expect). Else they are
/// rewritten: days as "yyyy-MM-dd", times as "yyyy-MM-dd HH:mm:ss", times with a zone in ISO 8601 without a format, since
/// no letter for a zone is known, numbers as plain ones, which need none.
[[nodiscard]] Carriage carriageOf(const crm::Field &field, const QString &pattern);
/// The same, but rewritten in any case, so that cells in other layouts of one meaning go up too.
[[nodiscard]] Carriage rewritten(const crm::Field &field, const QString &pattern);
/// Whether cells for `field` are dates, times or numbers.
[[nodiscard]] bool takesFormat(const crm::Field &field);

/// One way to read a column, and how it would go up then.
struct FormatCandidate final {
    tabular::PatternFit fit;
    Carriage carriage;
};

/// What a column's values say about how they are to be read. Empty without candidates: the field takes no format, or the
/// column holds nothing of the kind.
struct FormatTable final {
    std::vector<FormatCandidate> candidates; ///< the most fitting one first
    qint64 values = 0;                       ///< that are not blank, of every row
    bool decided = false;                    ///< the first one, and no other, fits the most
    qint64 decisiveRow = 0;                  ///< that can only be read by the first one; 0: none, or none is needed
    QString decisiveText;
};
[[nodiscard]] FormatTable formatTable(const crm::Field &field, const tabular::ColumnProfile &profile);

/// For a field that has just got its column: says how its cells go up where the column leaves no doubt. Where it does,
/// what the entry says stays only if it is one of the readings. Does nothing without an entry that has a column.
void takeFormat(ColumnMapping &mapping, const crm::Field &field, const tabular::ColumnProfile &profile);
/// The same where field and column are known; `table` may be null.
void takeFormat(ColumnMapping &mapping, const crm::FieldName &name, const std::vector<crm::Field> &fields,
                const tabular::TableProfile *table);

} // namespace mapping
