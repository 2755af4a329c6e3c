#include "tabular/sniffing/PrivateFolder.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace tabular {

namespace {

constexpr QLatin1String nameStart("crm-import-wizard-work-");
constexpr QLatin1String lockName("lock");

/// A folder without a lock may be one that is just being made.
constexpr qint64 settledAfterSeconds = 3'600;

QString lockPath(const QString &folder)
{
    return QDir(folder).filePath(lockName);
}

bool isOurs(const QFileInfo &folder)
{
#ifdef Q_OS_UNIX
    return !folder.isSymLink() && folder.ownerId() == ::geteuid();
#else
    return !folder.isSymLink();
#endif
}

bool isAbandoned(const QFileInfo &folder)
{
    const QString lock = lockPath(folder.filePath());
    if (!QFileInfo::exists(lock))
        return folder.lastModified().secsTo(QDateTime::currentDateTime()) > settledAfterSeconds;
    QLockFile held(lock);
    // The lock of a process that is gone counts as free, one that is merely old does not.
    held.setStaleLockTime(0);
    return held.tryLock(0);
}

} // namespace

base::Result<PrivateFolder> PrivateFolder::create(const QString &parent)
{
    const QString where = parent.isEmpty() ? QDir::tempPath() : parent;
    removeLeftovers(where);
    auto folder = std::make_unique<QTemporaryDir>(QDir(where).filePath(nameStart + QLatin1String("XXXXXX")));
    if (folder->isValid()) {
        auto lock = std::make_unique<QLockFile>(lockPath(folder->path()));
        lock->setStaleLockTime(0);
        if (lock->tryLock(0))
            return PrivateFolder(std::move(folder), std::move(lock));
    }
    return base::Error{base::ErrorCode::FileUnwritable, folder->errorString(), {{QStringLiteral("file"), where}}, {}};
}

int PrivateFolder::removeLeftovers(const QString &parent)
{
    const QDir where(parent.isEmpty() ? QDir::tempPath() : parent);
    int removed = 0;
    const auto wanted = QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot;
    for (const QFileInfo &folder : where.entryInfoList({nameStart + QLatin1Char('*')}, wanted)) {
        if (isOurs(folder) && isAbandoned(folder))
            removed += QDir(folder.filePath()).removeRecursively() ? 1 : 0;
    }
    return removed;
}

} // namespace tabular
