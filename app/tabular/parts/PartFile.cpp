#include "tabular/parts/PartFile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStorageInfo>

namespace tabular {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
constexpr qint64 reserve = 200'000'000;

base::Error unwritable(const QString &path, const QString &why, bool full = false)
{
    return {
        full ? base::ErrorCode::DiskFull : base::ErrorCode::FileUnwritable, why, {{QStringLiteral("file"), path}}, {}};
}

} // namespace

PartFile::PartFile(QString path)
    : m_path(std::move(path))
{ }

PartFile::PartFile(PartFile &&other) noexcept
    : m_path(std::move(other.m_path))
    , m_written(std::exchange(other.m_written, {}))
    , m_open(std::move(other.m_open))
{ }

PartFile::~PartFile()
{
    end(); // an open file cannot be removed everywhere
    if (!m_written.isEmpty())
        QFile::remove(m_written);
}

base::Status PartFile::begin()
{
    const QFileInfo place(m_path);
    if (place.exists() && !place.isFile())
        return unwritable(m_path, QStringLiteral("something else is in its place"));
    if (!QDir().mkpath(place.absolutePath()))
        return unwritable(m_path, QStringLiteral("the folder cannot be made"));
    const QString temporary = m_path + QStringLiteral(".unfinished");
    auto file = std::make_unique<QFile>(temporary);
    if (file->exists() && !file->remove())
        return unwritable(m_path, file->errorString());
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, ownerOnly))
        return unwritable(m_path, file->errorString());
    m_written = temporary;
    m_open = std::move(file);
    return base::Done{};
}

base::Status PartFile::append(const char *bytes, qint64 size)
{
    if (m_open->write(bytes, size) != size || m_open->error() != QFileDevice::NoError)
        return unwritable(m_path, m_open->errorString(), m_open->error() == QFileDevice::ResourceError);
    return base::Done{};
}

void PartFile::end()
{
    m_open.reset();
}

base::Status PartFile::write(const QByteArray &content)
{
    if (auto begun = begin(); !begun.ok())
        return begun;
    auto written = append(content.constData(), content.size());
    end();
    return written;
}

base::Status PartFile::keep(const QString &path)
{
    const QFileInfo place(path);
    if (place.exists() && (!place.isFile() || !QFile::remove(path)))
        return unwritable(path, QStringLiteral("something else is in its place"));
    if (!QFile::rename(m_written, path))
        return unwritable(path, QStringLiteral("it cannot be renamed"));
    m_written.clear();
    return base::Done{};
}

base::Status checkFreeSpace(const QString &folder, qint64 inputBytes)
{
    QDir place(folder);
    while (!place.exists() && !place.isRoot())
        place.setPath(QFileInfo(place.absolutePath()).path());
    const QStorageInfo storage(place.absolutePath());
    const qint64 needed = reserve + 3 * inputBytes;
    if (!storage.isValid() || storage.bytesAvailable() >= needed)
        return base::Done{};
    return base::Error{base::ErrorCode::DiskFull,
                       QStringLiteral("too little free space"),
                       {{QStringLiteral("file"), folder},
                        {QStringLiteral("needed"), needed},
                        {QStringLiteral("free"), storage.bytesAvailable()}},
                       {}};
}

} // namespace tabular
