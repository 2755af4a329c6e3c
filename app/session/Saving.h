#pragma once

#include "base/Observe.h"
#include "base/Result.h"

#include <QByteArray>
#include <QString>

namespace session {

/// Writes what the user wants to keep (a plan, a request, a result) to the place he chose, in the pool, for the window
/// itself touches no files. Replaces a file that is there, or leaves it untouched and says why: FileUnwritable, DiskFull.
[[nodiscard]] QFuture<base::Status> saveBytes(const QString &path, const QByteArray &bytes);

} // namespace session
