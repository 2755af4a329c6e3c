#pragma once

#include "cli/FindingWords.h"
#include "cli/TableChoice.h"

namespace cli {

/// Everything that `inspect` has found out about a file.
struct InspectReport final {
    tabular::Glance look;
    tabular::TableSummary summary;
    std::vector<InspectFinding> findings;
};

/// How many parts the rows make at least; each costs `creditsEach` API credits.
[[nodiscard]] qint64 fewestParts(qint64 rows, qint64 textBytes);
inline constexpr int creditsEach = 500;

/// All that the file has, long ones that are left out among them.
[[nodiscard]] qint64 dataRows(const tabular::TableSummary &summary);

/// One JSON object, indented, its keys in the documented order.
[[nodiscard]] QByteArray reportAsJson(const InspectReport &report);
/// For people.
[[nodiscard]] QStringList reportAsText(const InspectReport &report);

} // namespace cli
