#pragma once

#include "crm/Ids.h"

#include <memory>
#include <optional>
#include <vector>

class QMimeData;

namespace ui {

/// What is carried while a column or a field is dragged. The types belong to this program alone: nothing dragged in from
/// elsewhere can be mistaken for a column, and a column dropped elsewhere is nothing.
namespace mappingMime {
inline constexpr auto columnType = "application/x-crm-import-wizard-column";
inline constexpr auto fieldType = "application/x-crm-import-wizard-field";

/// The caller (Qt's drag) owns the result.
[[nodiscard]] std::unique_ptr<QMimeData> ofColumns(const std::vector<crm::ColumnIndex> &columns);
/// `origin`: the column that feeds it and that it was taken from.
[[nodiscard]] std::unique_ptr<QMimeData> ofField(const crm::FieldName &field, std::optional<crm::ColumnIndex> origin,
                                                 const QString &label = {});
/// Empty for null, for other types and for content that is not all columns (not digits, negative).
[[nodiscard]] std::vector<crm::ColumnIndex> columnsIn(const QMimeData *data);
[[nodiscard]] std::optional<crm::FieldName> fieldIn(const QMimeData *data);
[[nodiscard]] QString labelIn(const QMimeData *data); ///< of the field; its API name where there is none
[[nodiscard]] std::optional<crm::ColumnIndex> originIn(const QMimeData *data);
} // namespace mappingMime

} // namespace ui
