#include "tabular/sniffing/Unpacker.h"

#include "tabular/sniffing/GzipStream.h"
#include "tabular/sniffing/ProbedFile.h"

#include <QDir>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <zlib.h>

namespace tabular {

namespace {

constexpr qint64 unpackedBlockBytes = 256 * 1024;
constexpr qint64 harmlessBytes = 16LL * 1024 * 1024;

base::Error unreadable(const QString &why)
{
    return {base::ErrorCode::ZipUnreadable, why, {}, {}};
}

/// What is unpacked may be an archive again, and its table comes to lie beside it.
base::Result<PrivateOutput> newOutput(const QString &folder)
{
    int number = 1;
    const auto name = [&number] { return QStringLiteral("unpacked-%1").arg(number); };
    while (QFile::exists(QDir(folder).filePath(name())))
        ++number;
    return PrivateOutput::create(folder, name());
}

} // namespace

Unpacker::Unpacker(QString folder, UnpackLimits limits, base::StopFlag stop, std::function<void(int)> progress)
    : m_folder(std::move(folder))
    , m_limits(limits)
    , m_stop(std::move(stop))
    , m_progress(std::move(progress))
{ }

void Unpacker::report(qint64 done, qint64 all) const
{
    if (m_progress)
        m_progress(static_cast<int>(qMin(qint64{100}, 100 * done / qMax(qint64{1}, all))));
}

base::Status Unpacker::take(PrivateOutput &out, QByteArrayView block, qint64 &total, qint64 packed) const
{
    if (m_stop.raised())
        return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
    total += block.size();
    const qint64 byRatio = qMax(harmlessBytes, packed * m_limits.ratio);
    if (total > m_limits.bytes || total > byRatio) {
        return base::Error{base::ErrorCode::ZipTooLarge,
                           total > m_limits.bytes ? QStringLiteral("bytes") : QStringLiteral("ratio"),
                           {{QStringLiteral("limit"), qMin(m_limits.bytes, byRatio)}},
                           {}};
    }
    return out.write(block);
}

base::Result<QString> Unpacker::unpackGzip(const QString &path) const
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    auto out = newOutput(m_folder);
    if (!out.ok())
        return out.error();
    GzipStream stream(**file);
    QByteArray block(unpackedBlockBytes, Qt::Uninitialized);
    qint64 total = 0;
    while (true) {
        const auto got = stream.read(block.data(), block.size());
        if (!got.ok())
            return got.error();
        if (*got == 0)
            break;
        if (auto taken = take(*out, QByteArrayView(block).first(*got), total, stream.bytesTaken()); !taken.ok())
            return taken.error();
        if (isEnough(total))
            break;
        report(stream.bytesTaken(), (*file)->size());
    }
    return out->keep();
}

base::Result<QString> Unpacker::unpackZipMember(const QString &path, const QString &member) const
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    QuaZip zip(file->get());
    zip.setAutoClose(false);
    QuaZipFileInfo64 info;
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(member, QuaZip::csSensitive)
        || !zip.getCurrentFileInfo(&info))
        return unreadable(QStringLiteral("no such entry (%1)").arg(zip.getZipError()));
    QuaZipFile entry(&zip);
    if (info.isEncrypted())
        return base::Error{base::ErrorCode::TableKindUnsupported,
                           {},
                           {{QStringLiteral("found"), QStringLiteral("Encrypted ZIP")}},
                           {}};
    if (!entry.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("the entry cannot be opened (%1)").arg(entry.getZipError()));
    auto out = newOutput(m_folder);
    if (!out.ok())
        return out.error();
    QByteArray block(unpackedBlockBytes, Qt::Uninitialized);
    qint64 total = 0;
    uLong sum = crc32(0, nullptr, 0);
    for (qint64 got = entry.read(block.data(), block.size()); got > 0; got = entry.read(block.data(), block.size())) {
        if (auto taken = take(*out, QByteArrayView(block).first(got), total, (*file)->size()); !taken.ok())
            return taken.error();
        if (isEnough(total))
            return out->keep();
        sum = crc32(sum, reinterpret_cast<const Bytef *>(block.constData()), static_cast<uInt>(got));
        report(total, static_cast<qint64>(info.uncompressedSize));
    }
    // The library checks the sum only when as many bytes came as the header claims, so it is checked here.
    if (entry.getZipError() != UNZ_OK || static_cast<quint64>(total) != info.uncompressedSize || sum != info.crc)
        return unreadable(QStringLiteral("the entry is damaged (%1)").arg(entry.getZipError()));
    return out->keep();
}

} // namespace tabular
