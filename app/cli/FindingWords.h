#pragma once

#include "tabular/TableSummary.h"

#include <optional>

namespace cli {

/// Something that a person should know about the file, of any layer. Numbers that do not apply are empty.
struct InspectFinding final {
    const char *kind = "";      ///< a stable name, "short_row"
    std::optional<qint64> row;  ///< from 1, the header row included; in a workbook the sheet's
    std::optional<int> column;  ///< from 0
    std::optional<qint64> byte; ///< from 0, in the file
    std::optional<qint64> line; ///< text line, from 1
    qint64 count = 1;
    QString message; ///< one sentence
};

/// All findings of a file: first the bytes that are no text, place by place, then the workbook's own, then those of the rows.
[[nodiscard]] std::vector<InspectFinding> findingsOf(const tabular::TableSummary &summary);

/// The places where bytes are no text, as far as they are listed.
[[nodiscard]] std::vector<InspectFinding> invalidPlaces(const tabular::OpenedTable &table,
                                                        const tabular::csv::ScanReport &scan);

/// An error of reading; where it is one about bytes that are no text, its sentence names the first place as closely as it
/// is known.
[[nodiscard]] base::Error withPlace(const base::Error &error, const tabular::OpenedTable &table, int threads,
                                    const base::StopFlag &stop);

} // namespace cli
