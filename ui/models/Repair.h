#pragma once

#include "crm/Ids.h"

#include <optional>

namespace ui {

/// Where in the dialog of a field one begins.
enum class FieldPlace { Constant, FindBy, Format, Values };

/// One action that mends a fault, or opens the place where a person mends it.
struct Repair final {
    enum class Deed {
        Rename,       ///< the entry belongs to the field `value`
        RemoveEntry,  ///< nothing feeds the field
        RemoveColumn, ///< its column feeds it no more, a constant stays
        KeepColumn,   ///< `column` feeds it alone
        FindBy,       ///< its records are found by `value`
        TakeFormat,   ///< its cells go up as they are written
        OpenField,    ///< the dialog of the field, at `place`
        OpenFile      ///< the step where the file is chosen
    };

    Deed deed = Deed::RemoveEntry;
    crm::FieldName field;
    QString label; ///< of the button
    QString value{};
    std::optional<int> column{};
    FieldPlace place = FieldPlace::Constant;

    friend bool operator==(const Repair &a, const Repair &b) = default;
};

} // namespace ui
