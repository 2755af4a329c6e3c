#include "session/Saving.h"

#include "base/SafeFile.h"

namespace session {

QFuture<base::Status> saveBytes(const QString &path, const QByteArray &bytes)
{
    return base::runInPool([path, bytes] { return base::writeFileSafely(path, bytes); });
}

} // namespace session
