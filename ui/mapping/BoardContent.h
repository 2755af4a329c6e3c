#pragma once

#include "session/ImportSession.h"
#include "ui/models/FieldsModel.h"
#include "ui/models/SourceColumnsModel.h"

namespace ui {

/// All that the mapping board shows, made from the session as plain values.
struct BoardContent final {
    std::vector<SourceColumn> columns;
    std::vector<FieldRow> fields; ///< those in need of a look, then mandatory, then mapped, then the others by label
    bool columnsKnown = false;    ///< false: a file ID alone, or no file; columns are then mere numbers
    int mapped = 0;
    int ignored = 0;
    int undecided = 0;
    int proposed = 0;
    int needLook = 0;    ///< columns with a proposal or a problem
    QStringList missing; ///< labels of mandatory fields without column or constant
    int faulty = 0;      ///< fields with a fault
};

/// `order`: API names in the order shown now; fields in it keep that order, so that nothing moves under the pointer.
[[nodiscard]] BoardContent boardContent(const session::ImportSession &session, const QStringList &order = {});

} // namespace ui
