#include "base/SafeFile.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace base {

namespace {

Error unwritable(const QString &path, const QString &why)
{
    return {ErrorCode::FileUnwritable, why, {{QStringLiteral("file"), path}}, {}};
}

/// A rename survives a power cut only once the folder that holds the name is on the disk too.
void syncFolder(const QString &folder)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_CLOEXEC);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#else
    Q_UNUSED(folder)
#endif
}

} // namespace

Status writeFileSafely(const QString &path, const QByteArray &content)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return unwritable(path, QStringLiteral("the folder cannot be made"));
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(path, file.errorString());
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    const bool written = file.write(content) == content.size();
    if (!written || !file.flush() || file.error() != QFileDevice::NoError) {
        const QString why = file.errorString();
        file.cancelWriting();
        return unwritable(path, why);
    }
#ifdef Q_OS_UNIX
    if (::fsync(file.handle()) != 0) {
        file.cancelWriting();
        return unwritable(path, QStringLiteral("the disk did not take the data"));
    }
#endif
    if (!file.commit())
        return unwritable(path, file.errorString());
    syncFolder(folder);
    return Done{};
}

Result<QByteArray> readSmallFile(const QString &path, qint64 limit)
{
    const QVariantMap context{{QStringLiteral("file"), path}, {QStringLiteral("limit"), limit}};
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::FileNotFound, {}, context, {}};
    if (!info.isFile())
        return Error{ErrorCode::NotARegularFile, {}, context, {}};
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::FileUnreadable, file.errorString(), context, {}};
    QByteArray content = file.read(limit + 1);
    if (file.error() != QFileDevice::NoError)
        return Error{ErrorCode::FileUnreadable, file.errorString(), context, {}};
    if (content.size() > limit)
        return Error{ErrorCode::TableTooLarge, {}, context, {}};
    return content;
}

} // namespace base
