#pragma once

#include <QStringList>

namespace tabular {

[[nodiscard]] bool isBlank(const QString &cell);

/// A name of its own for each of `count` columns: the header's, "Column 3" for a missing one, "Email (2)" for a repeated.
[[nodiscard]] QStringList columnNames(const QStringList &header, qsizetype count);

} // namespace tabular
