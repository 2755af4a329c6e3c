#pragma once

#include "crm/Ids.h"

#include <memory>
#include <optional>

class QMimeData;

namespace ui {

/// What is carried while a column or a field is dragged. The types belong to this program alone: nothing dragged in from
/// elsewhere can be mistaken for a column, and a column dropped elsewhere is nothing.
namespace mappingMime {
inline constexpr auto columnType = "application/x-crm-import-wizard-column";
inline constexpr auto fieldType = "application/x-crm-import-wizard-field";

/// The caller (Qt's drag) owns the result.
[[nodiscard]] std::unique_ptr<QMimeData> ofColumn(crm::ColumnIndex column);
[[nodiscard]] std::unique_ptr<QMimeData> ofField(const crm::FieldName &field);
/// Absent for null, for other types and for content that is no column (not digits, negative).
[[nodiscard]] std::optional<crm::ColumnIndex> columnIn(const QMimeData *data);
[[nodiscard]] std::optional<crm::FieldName> fieldIn(const QMimeData *data);
} // namespace mappingMime

} // namespace ui
