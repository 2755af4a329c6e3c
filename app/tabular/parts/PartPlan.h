#pragma once

#include "tabular/parts/CellChange.h"
#include "tabular/parts/PartLimits.h"
#include "tabular/parts/SourceRows.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace tabular {

/// A column as it goes out: where it stands in the source (from 0), what the header row calls it and what becomes of its
/// cells.
struct PartColumn final {
    int source = 0;
    QString header;
    std::shared_ptr<const CellChange> change = {}; ///< null: they go out as they stand

    friend bool operator==(const PartColumn &a, const PartColumn &b) = default;
};

/// All columns in their order under the names that columnNames() gives them.
[[nodiscard]] std::vector<PartColumn> everyColumn(const QStringList &names);

/// How a table is cut into parts, and where they go.
struct PartPlan final {
    QString sourceName; ///< names the parts ("people-001.zip") and the CSV in each ("people.csv")
    qint64 sourceBytes =
        0; ///< for the free space that must be there; 0: not known, only the fixed reserve is asked for
    std::vector<PartColumn> columns;
    PartLimits limits;
    qsizetype widestRow = 0;        ///< a row with anything beyond so many cells is long; 0: none is
    bool leavesLongRowsOut = false; ///< false: the first long row ends it
    QString folder;                 ///< made if need be
    bool zip = true;                ///< false: plain CSV files
    bool hashed = true;             ///< false: no SHA-256, which takes about as long as all else of a plain part
    bool lineFeeds = false;         ///< rows end in LF as in the source; false: in CRLF. splitText() sees to it.
    int threads = 1; ///< that pack; 1: the thread that splits does it. One part more than threads is in memory.
};

/// A part that was made.
struct SplitPart final {
    QString path;
    QString csvName; ///< of the entry in the zip
    qint64 rows = 0; ///< data rows
    qint64 csvBytes = 0;
    qint64 fileBytes = 0;
    QString sha256; ///< of the file, lower-case hex; empty where the plan wants none
    SourceRows source;
};

} // namespace tabular
