#pragma once

#include "session/ImportSession.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

namespace ui {

/// The header of a column as the file has it; empty when the file is not known.
[[nodiscard]] QString headerOf(const session::ImportSession &session, int column);

/// The columns of the file with what they feed (as `fields` has it), what is proposed for them and why.
[[nodiscard]] std::vector<SourceColumn> columnsContent(const session::ImportSession &session,
                                                       const std::vector<FieldRow> &fields);

} // namespace ui
