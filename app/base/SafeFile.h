#pragma once

#include "base/Result.h"

#include <QByteArray>

namespace base {

/// Replaces the file at `path` by `content`, or leaves the old one untouched and says why. Creates the folder. Guards
/// against QSaveFile reporting success on a full disk after it has destroyed the old file (measured with Qt 6.4.2). Only the owner may read the file.
Status writeFileSafely(const QString &path, const QByteArray &content);

/// The whole file, if it is a regular one of at most `limit` bytes.
Result<QByteArray> readSmallFile(const QString &path, qint64 limit);

} // namespace base
