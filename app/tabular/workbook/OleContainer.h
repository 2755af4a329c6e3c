#pragma once

#include <QString>

class QIODevice;

namespace tabular {

/// Whether `head` starts an OLE compound file: what Office wrote before 2007, and what it wraps encrypted files in.
[[nodiscard]] bool isOleContainer(const QByteArray &head);

/// What an OLE compound file holds: "encrypted" (an OOXML file with a password), "XLS", "DOC", "PPT", or "OLE" for
/// anything else. Looks for the names of its streams, without following its tables. Reads `device` from its start.
[[nodiscard]] QString oleContent(QIODevice &device);

} // namespace tabular
