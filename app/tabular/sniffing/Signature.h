#pragma once

#include <QByteArrayView>
#include <QString>

namespace tabular {

/// What the first bytes say of a file that is no text: "ZIP", "GZIP", "OLE" (the container of old and of encrypted
/// workbooks), "PDF", "PNG" and more; empty when they say nothing.
[[nodiscard]] QString signatureOf(QByteArrayView head);

/// "HTML" or "XML" for text (UTF-8) that starts as such, else empty.
[[nodiscard]] QString markupOf(QByteArrayView utf8);

/// Whether bytes in an 8-bit or multi-byte encoding can be text at all: hardly any control characters.
[[nodiscard]] bool looksLikeText(QByteArrayView bytes);

} // namespace tabular
