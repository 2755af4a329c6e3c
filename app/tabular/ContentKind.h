#pragma once

#include <QByteArrayView>
#include <QString>

namespace tabular {

/// What the first and the last bytes of a file tell about a file that is no delimited UTF-8 text: "XLSX", "ODS", "ZIP",
/// "GZIP", "XLS", "PDF", "HTML", "XML", "UTF-16" or "UTF-32"; empty when nothing speaks against text.
[[nodiscard]] QString foreignKind(QByteArrayView head, QByteArrayView tail);

} // namespace tabular
