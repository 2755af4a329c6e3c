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

/// A folder without a lock may be one that is just being made.
constexpr qint64 settledAfterSeconds = 3'600;

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
    const auto lock = FolderLock::stateOf(folder.filePath());
    if (lock == FolderLock::State::None)
        return folder.lastModified().secsTo(QDateTime::currentDateTime()) > settledAfterSeconds;
    return lock == FolderLock::State::Left;
}

} // namespace

base::Result<PrivateFolder> PrivateFolder::create(const QString &parent)
{
    const QString where = parent.isEmpty() ? QDir::tempPath() : parent;
    removeLeftovers(where);
    auto folder = std::make_unique<QTemporaryDir>(QDir(where).filePath(nameStart + QLatin1String("XXXXXX")));
    if (folder->isValid()) {
        if (auto lock = FolderLock::take(folder->path()))
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
