#pragma once

#include <span>

namespace practice {

/// A field as it is written down. `traits` are words separated by blanks: system, layout, readonly, unique, custom,
/// decimals=N, lookup=Module; `values` are the picklist's, separated by bars.
struct FieldRow final {
    const char *name;
    const char *label;
    const char *type;
    int length;
    const char *traits = "";
    const char *values = "";
};

[[nodiscard]] std::span<const FieldRow> leadFields();
[[nodiscard]] std::span<const FieldRow> contactFields();
[[nodiscard]] std::span<const FieldRow> accountFields();
[[nodiscard]] std::span<const FieldRow> dealFields();
[[nodiscard]] std::span<const FieldRow> machineFields();
/// What every module has: id, layout, who made and changed a record and when.
[[nodiscard]] std::span<const FieldRow> systemFields();

} // namespace practice
