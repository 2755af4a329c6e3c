#pragma once

#include "base/Observe.h"
#include "tabular/encoding/MixedLines.h"

#include <functional>

namespace tabular {

/// `progress` of all of these may be empty and gets 0…100 from the thread that reads.
///
/// Places and lines of a file that its encoding does not explain.
struct DecodedFile final {
    InvalidPlaces replaced;
    LineNumbers utf8Lines;
};

/// Decodes all of `path` in blocks of 1 MiB and hands the UTF-8 to `take`, whose failure ends it. Meant for a pool thread. Errors: those of openRegularFile(), TableBytesUndecodable (policy Refuse, or an
/// encoding that is not available), FileChanged (the file was written meanwhile), FileUnreadable, Cancelled.
[[nodiscard]] base::Result<DecodedFile> decodeFile(const QString &path, const TextEncoding &encoding,
                                                   InvalidBytes policy, Utf8Lines lines,
                                                   const std::function<base::Status(QByteArrayView)> &take,
                                                   const base::StopFlag &stop,
                                                   const std::function<void(int)> &progress = {});

/// All places of `path` that are no text in `encoding`, for the user to decide. Errors: those of decodeFile().
[[nodiscard]] base::Result<InvalidPlaces> findInvalidBytes(const QString &path, const TextEncoding &encoding,
                                                           const base::StopFlag &stop,
                                                           const std::function<void(int)> &progress = {});

/// The beginning of a text, at once, for previews and guesses.
struct HeadText final {
    QByteArray utf8; ///< whole characters; invalid places as U+FFFD
    bool isAll = false;
    InvalidPlaces places; ///< in the bytes that were read for it
};

/// At most `bytes` of UTF-8. Errors: those of openRegularFile(), TableBytesUndecodable (encoding not available).
[[nodiscard]] base::Result<HeadText> headText(const QString &path, const TextEncoding &encoding, qsizetype bytes);

} // namespace tabular
