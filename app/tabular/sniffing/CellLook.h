#pragma once

#include <QByteArrayView>

namespace tabular {

/// What a cell looks like at a glance; enough to tell names of columns from values.
enum class CellLook { Empty, Number, Date, Time, Email, Url, Phone, Boolean, Text };

[[nodiscard]] CellLook lookOf(QByteArrayView cell);

} // namespace tabular
