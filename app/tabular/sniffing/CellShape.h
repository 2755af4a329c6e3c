#pragma once

#include <QByteArrayView>

namespace tabular {

/// What a cell looks like at a glance; enough to tell names of columns from values.
enum class CellShape { Empty, Number, Date, Time, Email, Url, Phone, Boolean, Text };

[[nodiscard]] CellShape shapeOf(QByteArrayView cell);

} // namespace tabular
