#include "tabular/ZipReader.h"

#include <QBuffer>

#include <quazip/quacrc32.h>
#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace tabular {

namespace {

constexpr qint64 blockBytes = 64LL * 1024;

/// Damaged archives send the library beyond the end, which QBuffer would write a warning about each time.
class QuietBuffer final : public QBuffer {
public:
    bool seek(qint64 position) override { return position >= 0 && position <= size() && QBuffer::seek(position); }
};

base::Error unreadable(const QString &why)
{
    return {base::ErrorCode::ZipUnreadable, why, {}, {}};
}

base::Error tooLarge(const QString &what, qint64 limit)
{
    return {base::ErrorCode::ZipTooLarge, what, {{QStringLiteral("limit"), limit}}, {}};
}

/// Reads one entry; `room` is how many bytes may still come.
base::Result<QByteArray> unpack(QuaZip &zip, const QuaZipFileInfo64 &info, qint64 room)
{
    QuaZipFile file(&zip);
    if (info.isEncrypted())
        return unreadable(QStringLiteral("an entry is encrypted"));
    if (!file.open(QIODevice::ReadOnly))
        return unreadable(QStringLiteral("an entry cannot be opened (%1)").arg(file.getZipError()));
    QByteArray content;
    for (QByteArray block = file.read(blockBytes); !block.isEmpty(); block = file.read(blockBytes)) {
        content += block;
        if (content.size() > room)
            return tooLarge(QStringLiteral("bytes"), room);
    }
    if (file.getZipError() != UNZ_OK)
        return unreadable(QStringLiteral("an entry is damaged (%1)").arg(file.getZipError()));
    // The library checks the sum only when as many bytes came as the header claims, so it is checked here.
    if (static_cast<quint64>(content.size()) != info.uncompressedSize || QuaCrc32().calculate(content) != info.crc)
        return unreadable(QStringLiteral("an entry's check sum is wrong"));
    return content;
}

} // namespace

base::Result<std::vector<ZipEntry>> readZip(const QByteArray &archive, const ZipLimits &limits)
{
    QuietBuffer buffer;
    buffer.setData(archive);
    QuaZip zip(&buffer);
    if (!zip.open(QuaZip::mdUnzip))
        return unreadable(QStringLiteral("no zip archive (%1)").arg(zip.getZipError()));
    qint64 room = qMin(limits.bytes, archive.size() * limits.ratio);
    std::vector<ZipEntry> entries;
    int seen = 0;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info))
            return unreadable(QStringLiteral("the directory is damaged"));
        if (++seen > limits.entries)
            return tooLarge(QStringLiteral("entries"), limits.entries);
        if (info.name.endsWith(QLatin1Char('/')))
            continue;
        auto content = unpack(zip, info, room);
        if (!content.ok())
            return content.error();
        room -= content->size();
        entries.push_back({info.name, std::move(content).value()});
    }
    if (zip.getZipError() != UNZ_OK)
        return unreadable(QStringLiteral("the directory is damaged (%1)").arg(zip.getZipError()));
    return entries;
}

} // namespace tabular
