#pragma once

#include "base/Observe.h"
#include "base/Result.h"

namespace tabular {

/// makePartArchive() that can be stopped: what libdeflate has begun it ends, which for a large part takes up to half a
/// second, but nobody waits for it. It works on bytes of its own in a thread of its own, and the process does not end
/// before it does. Error: Cancelled, within some 10 ms. Usable from any thread.
[[nodiscard]] base::Result<QByteArray> makePartArchive(const QString &entryName, const QByteArray &content,
                                                       const base::StopFlag &stop);

} // namespace tabular
