#include "tabular/sniffing/Unpacker.h"

#include "tabular/sniffing/GzipStream.h"
#include "tabular/sniffing/ProbedFile.h"

#include <QDir>
#include <QtEndian>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/unzip.h>

#include <libdeflate.h>

#include <functional>
#include <memory>
#include <optional>

namespace tabular {

namespace {

constexpr qint64 unpackedBlockBytes = 256 * 1024;
constexpr qint64 harmlessBytes = 16LL * 1024 * 1024;
constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;

base::Error unreadable(const QString &why)
{
    return {base::ErrorCode::ZipUnreadable, why, {}, {}};
}

/// What is small enough is unpacked in one piece, which takes half the time of doing it block by block: nothing else stands
/// between a person and the first rows of a workbook in an archive. Whatever is odd about the bytes is left to the blocks,
/// which know what to say of it. `size` is what the archive claims, and as much memory as there is for it.
std::optional<QByteArray> inflatedAtOnce(const QByteArray &packed, qint64 size, quint32 sum)
{
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    QByteArray whole(static_cast<qsizetype>(size), Qt::Uninitialized);
    const auto room = static_cast<size_t>(whole.size());
    const bool done = inflater
        && libdeflate_deflate_decompress(inflater.get(), packed.constData(), static_cast<size_t>(packed.size()),
                                         whole.data(), room, nullptr)
            == LIBDEFLATE_SUCCESS;
    if (!done || libdeflate_crc32(0, whole.constData(), room) != sum)
        return {};
    return whole;
}

/// The entry that `zip`, which reads from `file`, is at.
std::optional<QByteArray> entryAtOnce(QIODevice &file, QuaZip &zip, const QuaZipFileInfo64 &info)
{
    if (info.method != deflated || info.uncompressedSize == 0 || info.uncompressedSize > harmlessBytes
        || info.compressedSize > harmlessBytes)
        return {};
    QuaZipFile entry(&zip);
    int method = 0;
    int level = 0;
    if (!entry.open(QIODevice::ReadOnly, &method, &level, true))
        return {};
    // The library copies byte by byte; it only has to say where the bytes are.
    const auto at = static_cast<qint64>(unzGetCurrentFileZStreamPos64(zip.getUnzFile()));
    if (at == 0 || !file.seek(at))
        return {};
    const QByteArray packed = file.read(static_cast<qint64>(info.compressedSize));
    return inflatedAtOnce(packed, static_cast<qint64>(info.uncompressedSize), static_cast<quint32>(info.crc));
}

/// Gives the next bytes and how many they are: 0 at the end, and less when they cannot be read.
using NextBlock = std::function<qint64(char *to, qint64 room)>;

/// Of `entry`, which is open. What is merely stored is read from `file`: the library copies byte by byte.
NextBlock blocksOf(QIODevice &file, QuaZip &zip, QuaZipFile &entry, const QuaZipFileInfo64 &info)
{
    const auto at = static_cast<qint64>(unzGetCurrentFileZStreamPos64(zip.getUnzFile()));
    const bool fits =
        info.compressedSize == info.uncompressedSize && info.uncompressedSize <= static_cast<quint64>(file.size());
    if (info.method != stored || !fits || at == 0 || !file.seek(at))
        return [&entry](char *to, qint64 room) { return entry.read(to, room); };
    return [&file, left = static_cast<qint64>(info.uncompressedSize)](char *to, qint64 room) mutable {
        const qint64 got = file.read(to, qMin(room, left));
        left -= qMax(got, qint64{0});
        return got;
    };
}

/// All of a gzip file of one member; its last four bytes claim the size.
std::optional<QByteArray> gzipAtOnce(QIODevice &file)
{
    if (file.size() < 18 || file.size() > harmlessBytes) // a header and a trailer have so many at least
        return {};
    const QByteArray packed = file.readAll();
    file.seek(0);
    const auto size = qFromLittleEndian<quint32>(packed.constData() + packed.size() - sizeof(quint32));
    if (size == 0 || size > harmlessBytes)
        return {};
    const std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> inflater(
        libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    QByteArray whole(static_cast<qsizetype>(size), Qt::Uninitialized);
    size_t read = 0;
    const bool done = inflater
        && libdeflate_gzip_decompress_ex(inflater.get(), packed.constData(), static_cast<size_t>(packed.size()),
                                         whole.data(), size, &read, nullptr)
            == LIBDEFLATE_SUCCESS;
    if (!done || read != static_cast<size_t>(packed.size()))
        return {};
    return whole;
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

base::Result<QString> Unpacker::keepUnlessStopped(PrivateOutput &out) const
{
    if (m_stop.raised())
        return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
    return out.keep();
}

base::Result<QString> Unpacker::unpackGzip(const QString &path) const
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    auto out = newOutput(m_folder);
    if (!out.ok())
        return out.error();
    qint64 total = 0;
    if (const auto whole = m_limits.head == 0 ? gzipAtOnce(**file) : std::nullopt) {
        if (auto taken = take(*out, *whole, total, (*file)->size()); !taken.ok())
            return taken.error();
        report(1, 1);
        return keepUnlessStopped(*out);
    }
    GzipStream stream(**file);
    QByteArray block(unpackedBlockBytes, Qt::Uninitialized);
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
    const auto whole = m_limits.head == 0 ? entryAtOnce(**file, zip, info) : std::nullopt;
    if (!whole && !entry.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("the entry cannot be opened (%1)").arg(entry.getZipError()));
    auto out = newOutput(m_folder);
    if (!out.ok())
        return out.error();
    qint64 total = 0;
    if (whole) {
        if (auto taken = take(*out, *whole, total, (*file)->size()); !taken.ok())
            return taken.error();
        report(1, 1);
        return keepUnlessStopped(*out);
    }
    const NextBlock next = blocksOf(**file, zip, entry, info);
    QByteArray block(unpackedBlockBytes, Qt::Uninitialized);
    quint32 sum = 0;
    for (qint64 got = next(block.data(), block.size()); got > 0; got = next(block.data(), block.size())) {
        if (auto taken = take(*out, QByteArrayView(block).first(got), total, (*file)->size()); !taken.ok())
            return taken.error();
        if (isEnough(total))
            return out->keep();
        sum = libdeflate_crc32(sum, block.constData(), static_cast<size_t>(got));
        report(total, static_cast<qint64>(info.uncompressedSize));
    }
    // The library checks the sum only when as many bytes came as the header claims, so it is checked here.
    if (entry.getZipError() != UNZ_OK || static_cast<quint64>(total) != info.uncompressedSize || sum != info.crc)
        return unreadable(QStringLiteral("the entry is damaged (%1)").arg(entry.getZipError()));
    return out->keep();
}

} // namespace tabular
