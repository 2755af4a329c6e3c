#pragma once

#include <string>
#include <string_view>

namespace tabular {

/// What becomes of a column's cells on their way into a part. Cells are UTF-8. Used by the one thread that splits; several
/// splits may share one, so nothing in it may change.
class CellChange {
public:
    virtual ~CellChange() = default;
    /// Puts what goes out in the place of `cell` into `changed`. False: `cell` goes out as it stands; `changed` may then
    /// hold anything.
    [[nodiscard]] virtual bool change(std::string_view cell, std::string &changed) const = 0;
};

} // namespace tabular
