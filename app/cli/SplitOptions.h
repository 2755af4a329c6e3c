#pragma once

#include "cli/TableOptions.h"
#include "tabular/parts/PartPlan.h"

namespace cli {

/// What `split` was told.
struct SplitOptions final {
    TableOptions table;
    QString folder;
    tabular::PartLimits limits;
    std::vector<int> columns; ///< from 0, in the order in which they go out; empty: not given
    /// The mapped columns of a plan, under the names of their fields; empty: not given.
    std::vector<tabular::PartColumn> mapped;
    bool zip = true;
    bool force = false;
};

/// Reads what stands after `split`, a plan included; fills `options`. Gives the sentence that says what is wrong, else
/// nothing.
[[nodiscard]] QString readSplitOptions(const QStringList &arguments, SplitOptions &options);

} // namespace cli
