#include "tabular/sniffing/PrivateOutput.h"

#include <QDir>
#include <QStorageInfo>

namespace tabular {

namespace {

constexpr qint64 spareBytes = 16LL * 1024 * 1024;

base::Error diskFull(const QString &folder, qint64 needed, qint64 left)
{
    return {base::ErrorCode::DiskFull,
            folder,
            {{QStringLiteral("file"), folder}, {QStringLiteral("needed"), needed}, {QStringLiteral("free"), left}},
            {}};
}

} // namespace

base::Result<PrivateOutput> PrivateOutput::create(const QString &folder, const QString &name)
{
    auto file = std::make_unique<QFile>(QDir(folder).filePath(name));
    const auto mode = QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered;
    if (!file->open(mode, QFileDevice::ReadOwner | QFileDevice::WriteOwner)) {
        return base::Error{
            base::ErrorCode::FileUnwritable, file->errorString(), {{QStringLiteral("file"), file->fileName()}}, {}};
    }
    return PrivateOutput(std::move(file));
}

PrivateOutput::~PrivateOutput()
{
    if (m_file)
        m_file->remove();
}

base::Status PrivateOutput::write(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return base::Done{};
    if (m_file->write(bytes.data(), bytes.size()) != bytes.size())
        return failure(bytes.size());
    return base::Done{};
}

base::Result<QString> PrivateOutput::keep()
{
    if (!m_file->flush() || m_file->error() != QFileDevice::NoError)
        return failure(0);
    const QString path = m_file->fileName();
    m_file->close();
    m_file.reset();
    return path;
}

/// Not every system says why it does not take the bytes, so the room that is left is looked at as well.
base::Error PrivateOutput::failure(qint64 wanted) const
{
    const QStorageInfo storage(m_file->fileName());
    const bool full = m_file->error() == QFileDevice::ResourceError || storage.bytesAvailable() < wanted;
    if (full)
        return diskFull(m_file->fileName(), wanted, storage.bytesAvailable());
    return {base::ErrorCode::FileUnwritable, m_file->errorString(), {{QStringLiteral("file"), m_file->fileName()}}, {}};
}

base::Status checkRoom(const QString &folder, qint64 bytes)
{
    const QStorageInfo storage(folder);
    // A file system that does not say how much room it has is tried.
    if (!storage.isValid() || storage.bytesTotal() <= 0 || storage.bytesAvailable() >= bytes + spareBytes)
        return base::Done{};
    return diskFull(folder, bytes + spareBytes, storage.bytesAvailable());
}

} // namespace tabular
