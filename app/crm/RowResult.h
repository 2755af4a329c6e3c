#pragma once

#include "crm/Ids.h"

#include <QStringList>

#include <vector>

namespace crm {

enum class RowState { Added, Updated, Skipped, Unprocessed, Unknown };

/// One group of the ERRORS cell: a code and the columns it names ("CODE-column,column:CODE"). An empty code: the cell did not follow the grammar, `columns` holds it raw.
struct RowError final {
    QString code;
    QStringList columns;

    friend bool operator==(const RowError &a, const RowError &b) = default;
};

/// One line of a result file.
struct RowResult final {
    QStringList echoed; ///< the leading cells that the CRM repeats (at most three)
    RowState state = RowState::Unknown;
    QString stateText; ///< raw
    RecordId recordId;
    std::vector<RowError> errors;
    QString errorsText; ///< raw
};

/// A result file as the CRM returns it; `header` names every column of it.
struct ResultFile final {
    QStringList header;
    std::vector<RowResult> rows;
};

} // namespace crm
