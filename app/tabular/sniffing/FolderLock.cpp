#include "tabular/sniffing/FolderLock.h"

#include <QDir>

#ifdef Q_OS_UNIX
#include <cerrno>
#include <sys/file.h>
#endif

namespace tabular {

namespace {

constexpr QLatin1String lockName("lock");

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(lockName);
}

} // namespace

#ifdef Q_OS_UNIX

std::unique_ptr<FolderLock> FolderLock::take(const QString &folder)
{
    std::unique_ptr<FolderLock> lock(new FolderLock);
    lock->m_file.setFileName(pathIn(folder) + QLatin1String(".new"));
    if (!lock->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return nullptr;
    // Some file systems know no locks; there nothing is ever swept.
    ::flock(lock->m_file.handle(), LOCK_EX | LOCK_NB);
    // It gets its name when it is held, since a file of that name which nobody holds is one that was left.
    if (!QFile::rename(lock->m_file.fileName(), pathIn(folder)))
        return nullptr;
    return lock;
}

FolderLock::State FolderLock::stateOf(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return State::None;
    const bool free = file.open(QIODevice::ReadOnly) && ::flock(file.handle(), LOCK_EX | LOCK_NB) == 0;
    return free ? State::Left : State::Held;
}

FolderLock::~FolderLock()
{
    m_file.close();
    QFile::remove(pathIn(QFileInfo(m_file).path()));
}

#else

std::unique_ptr<FolderLock> FolderLock::take(const QString &folder)
{
    std::unique_ptr<FolderLock> lock(new FolderLock);
    lock->m_file.setFileName(pathIn(folder));
    if (!lock->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return nullptr;
    return lock;
}

/// Windows removes no file that Qt has open.
FolderLock::State FolderLock::stateOf(const QString &folder)
{
    QFile file(pathIn(folder));
    if (!file.exists())
        return State::None;
    return file.remove() ? State::Left : State::Held;
}

FolderLock::~FolderLock()
{
    m_file.remove();
}

#endif

} // namespace tabular
