#pragma once

#include "mapping/TemplateDrift.h"

namespace mapping {

/// What a person says to one difference. To accept is to take what was proposed; of a new column: to let it stand as it
/// stands now. To leave out is to do without: the column feeds nothing, the field gets nothing, the value is not sent.
struct DriftAnswer final {
    enum class Kind { Accept, Choose, LeaveOut };
    Kind kind = Kind::Accept;
    DriftTarget chosen; ///< for Choose

    friend bool operator==(const DriftAnswer &a, const DriftAnswer &b) = default;
};

/// What an answer leads to; empty: nothing takes the place of what was.
[[nodiscard]] DriftTarget targetOf(const Drift &drift, const DriftAnswer &answer);
/// All that may be chosen, the proposal first: columns in the order of the file, those that nothing claims before the others;
/// fields that are free and can be written, by label; values of the picklist; patterns, now and before. Empty for what is only said.
[[nodiscard]] std::vector<DriftTarget> choicesFor(const Drift &drift, const MappingTemplate &saved,
                                                  const TemplateScene &scene);

struct AppliedTemplate final {
    ColumnMapping mapping;
    /// Fields to which answers lead twice; the first holds. Empty in all that should be taken over.
    std::vector<crm::FieldName> twice;
};

/// The mapping that the template gives for this file and module. `drifts` is what templateDrift() gave for the same two;
/// answers that are missing at the end accept.
[[nodiscard]] AppliedTemplate applyTemplate(const MappingTemplate &saved, const TemplateScene &scene,
                                            const std::vector<Drift> &drifts,
                                            const std::vector<DriftAnswer> &answers = {});

} // namespace mapping
