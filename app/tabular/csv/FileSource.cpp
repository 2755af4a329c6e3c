#include "tabular/csv/FileSource.h"

#include <QDir>
#include <QFile>

#ifdef Q_OS_WIN
#ifndef NOMINMAX
#define NOMINMAX
#endif
#include <windows.h>
#else
#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>
#endif

namespace tabular::csv {

namespace {

base::Error openFailure(base::ErrorCode code, const QString &path, const QString &detail)
{
    return {code, detail, {{QStringLiteral("file"), path}}, {}};
}

} // namespace

base::Result<std::unique_ptr<ByteSource>> FileSource::open(const QString &path)
{
    if (!path.startsWith(QLatin1String(":/")))
        return openOnDisk(path);
    QFile resource(path);
    if (!resource.open(QIODevice::ReadOnly))
        return openFailure(base::ErrorCode::FileNotFound, path, resource.errorString());
    return std::unique_ptr<ByteSource>(std::make_unique<MemorySource>(resource.readAll()));
}

FileSource::FileSource(QString path, qintptr handle)
    : m_path(std::move(path))
    , m_handle(handle)
    , m_seen(look())
{ }

base::Error FileSource::failure(base::ErrorCode code, const QString &detail) const
{
    return openFailure(code, m_path, detail);
}

base::Result<qsizetype> FileSource::readAt(qint64 offset, std::span<char> into)
{
    // What was added since is not read; unchanged() tells of it.
    const qint64 wanted = qMin(static_cast<qint64>(into.size()), qMax<qint64>(0, m_seen.size - offset));
    qint64 taken = 0;
    while (taken < wanted) {
        const qint64 more = readOnce(offset + taken, into.data() + taken, wanted - taken);
        if (more < 0) {
            const QString detail = qt_error_string();
            const bool changed = !(look() == m_seen);
            return failure(changed ? base::ErrorCode::FileChanged : base::ErrorCode::FileUnreadable, detail);
        }
        if (more == 0)
            return failure(base::ErrorCode::FileChanged, QStringLiteral("shorter than when it was opened"));
        taken += more;
    }
    return static_cast<qsizetype>(taken);
}

base::Status FileSource::unchanged() const
{
    if (!(look() == m_seen))
        return failure(base::ErrorCode::FileChanged);
    return base::Done{};
}

#ifdef Q_OS_WIN

namespace {

HANDLE handleOf(qintptr handle)
{
    return reinterpret_cast<HANDLE>(handle);
}

} // namespace

base::Result<std::unique_ptr<ByteSource>> FileSource::openOnDisk(const QString &path)
{
    const QString native = QDir::toNativeSeparators(path);
    const HANDLE handle = CreateFileW(reinterpret_cast<const wchar_t *>(native.utf16()), GENERIC_READ,
                                      FILE_SHARE_READ | FILE_SHARE_WRITE | FILE_SHARE_DELETE, nullptr, OPEN_EXISTING,
                                      FILE_ATTRIBUTE_NORMAL, nullptr);
    if (handle == INVALID_HANDLE_VALUE) {
        const DWORD code = GetLastError();
        const bool missing = code == ERROR_FILE_NOT_FOUND || code == ERROR_PATH_NOT_FOUND;
        const bool inUse = code == ERROR_SHARING_VIOLATION || code == ERROR_LOCK_VIOLATION;
        return openFailure(missing     ? base::ErrorCode::FileNotFound
                               : inUse ? base::ErrorCode::FileInUse
                                       : base::ErrorCode::FileUnreadable,
                           path, qt_error_string(static_cast<int>(code)));
    }
    std::unique_ptr<FileSource> source(new FileSource(path, reinterpret_cast<qintptr>(handle)));
    if (!source->m_seen.regular)
        return openFailure(base::ErrorCode::NotARegularFile, path, {});
    return std::unique_ptr<ByteSource>(std::move(source));
}

FileSource::~FileSource()
{
    CloseHandle(handleOf(m_handle));
}

FileSource::Seen FileSource::look() const
{
    BY_HANDLE_FILE_INFORMATION info;
    if (GetFileType(handleOf(m_handle)) != FILE_TYPE_DISK || !GetFileInformationByHandle(handleOf(m_handle), &info))
        return {};
    FILE_STANDARD_INFO standard;
    const bool pending = GetFileInformationByHandleEx(handleOf(m_handle), FileStandardInfo, &standard, sizeof(standard))
        && standard.DeletePending;
    const auto join = [](DWORD high, DWORD low) { return static_cast<qint64>(quint64(high) << 32 | low); };
    return {join(info.nFileSizeHigh, info.nFileSizeLow),
            join(info.ftLastWriteTime.dwHighDateTime, info.ftLastWriteTime.dwLowDateTime),
            (info.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) == 0, pending};
}

qint64 FileSource::readOnce(qint64 offset, char *into, qint64 bytes) const
{
    // The place goes with the call, so that threads do not move each other's.
    OVERLAPPED place = {};
    place.Offset = static_cast<DWORD>(quint64(offset) & 0xFFFFFFFFU);
    place.OffsetHigh = static_cast<DWORD>(quint64(offset) >> 32);
    DWORD taken = 0;
    constexpr qint64 most = 64 * 1024 * 1024;
    if (!ReadFile(handleOf(m_handle), into, static_cast<DWORD>(qMin(bytes, most)), &taken, &place))
        return GetLastError() == ERROR_HANDLE_EOF ? 0 : -1;
    return taken;
}

#else

base::Result<std::unique_ptr<ByteSource>> FileSource::openOnDisk(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    // Without O_NONBLOCK a named pipe would wait here for its writer; regular files do not care.
    const int handle = ::open(name.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (handle < 0) {
        const bool missing = errno == ENOENT || errno == ENOTDIR || errno == ELOOP;
        const bool inUse = errno == EWOULDBLOCK || errno == EBUSY;
        return openFailure(missing     ? base::ErrorCode::FileNotFound
                               : inUse ? base::ErrorCode::FileInUse
                                       : base::ErrorCode::FileUnreadable,
                           path, qt_error_string());
    }
    std::unique_ptr<FileSource> source(new FileSource(path, handle));
    if (!source->m_seen.regular)
        return openFailure(base::ErrorCode::NotARegularFile, path, {});
    return std::unique_ptr<ByteSource>(std::move(source));
}

FileSource::~FileSource()
{
    ::close(static_cast<int>(m_handle));
}

FileSource::Seen FileSource::look() const
{
    struct stat info = {};
    if (::fstat(static_cast<int>(m_handle), &info) != 0)
        return {};
#ifdef Q_OS_DARWIN
    const auto &time = info.st_mtimespec;
#else
    const auto &time = info.st_mtim;
#endif
    constexpr qint64 second = 1'000'000'000;
    return {static_cast<qint64>(info.st_size), static_cast<qint64>(time.tv_sec) * second + time.tv_nsec,
            S_ISREG(info.st_mode), info.st_nlink == 0};
}

qint64 FileSource::readOnce(qint64 offset, char *into, qint64 bytes) const
{
    ssize_t taken = -1;
    do {
        taken = ::pread(static_cast<int>(m_handle), into, static_cast<std::size_t>(bytes), static_cast<off_t>(offset));
    } while (taken < 0 && errno == EINTR);
    return taken;
}

#endif

} // namespace tabular::csv
