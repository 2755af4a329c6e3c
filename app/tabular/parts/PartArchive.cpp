#include "tabular/parts/PartArchive.h"

#include <QFileInfo>
#include <QRegularExpression>

#include <libdeflate.h>

#include <algorithm>
#include <memory>

namespace tabular {

namespace {

// Parts are to be hardly larger than what zip makes by default. The quick level is as good as that, in five sixths of the
// time, but for text that says the same over and over.
constexpr int quickLevel = 5;
constexpr int thoroughLevel = 6;
constexpr size_t sampleBytes = 64 * 1024; ///< that tell which one is used
constexpr size_t repetitive = 4;          ///< packed to less than one part in so many
constexpr qsizetype nameLength = 100;     ///< characters
constexpr qsizetype nameBytes = 200;      ///< of UTF-8: file systems take 255, and the parts' numbers come behind it
constexpr quint32 localSignature = 0x04034B50;
constexpr quint32 centralSignature = 0x02014B50;
constexpr quint32 endSignature = 0x06054B50;
constexpr quint16 version = 20;
constexpr quint16 madeOnUnix = 3 << 8;
constexpr quint16 utf8Name = 0x0800;
constexpr quint16 deflated = 8;
constexpr quint16 firstOfJanuary1980 = 0x0021;
constexpr quint32 regularOwnerOnly = 0100600;

/// Little-endian fields, one after the other.
class Fields final {
public:
    Fields &two(quint32 value)
    {
        m_bytes.append(static_cast<char>(value & 0xFF)).append(static_cast<char>(value >> 8 & 0xFF));
        return *this;
    }
    Fields &four(quint32 value) { return two(value & 0xFFFF).two(value >> 16); }
    Fields &add(const QByteArray &bytes)
    {
        m_bytes.append(bytes);
        return *this;
    }
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

struct Entry final {
    QByteArray name;
    quint32 crc = 0;
    quint32 packed = 0;
    quint32 size = 0;
};

/// What both headers of an entry have in common.
QByteArray description(const Entry &entry)
{
    return Fields()
        .two(version)
        .two(utf8Name)
        .two(deflated)
        .two(0)
        .two(firstOfJanuary1980)
        .four(entry.crc)
        .four(entry.packed)
        .four(entry.size)
        .two(static_cast<quint32>(entry.name.size()))
        .two(0)
        .bytes();
}

QByteArray localHeader(const Entry &entry)
{
    return Fields().four(localSignature).add(description(entry)).add(entry.name).bytes();
}

QByteArray directory(const Entry &entry, quint32 offset)
{
    const QByteArray central = Fields()
                                   .four(centralSignature)
                                   .two(madeOnUnix | version)
                                   .add(description(entry))
                                   .two(0)
                                   .two(0)
                                   .two(0)
                                   .four(regularOwnerOnly << 16)
                                   .four(0)
                                   .add(entry.name)
                                   .bytes();
    const QByteArray end = Fields()
                               .four(endSignature)
                               .two(0)
                               .two(0)
                               .two(1)
                               .two(1)
                               .four(static_cast<quint32>(central.size()))
                               .four(offset)
                               .two(0)
                               .bytes();
    return central + end;
}

using Compressor = std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)>;

Compressor makeCompressor(int level)
{
    Compressor compressor(libdeflate_alloc_compressor(level), &libdeflate_free_compressor);
    Q_CHECK_PTR(compressor);
    return compressor;
}

/// The same for the same content, so that a part has the same bytes whenever it is made.
Compressor compressorFor(QByteArrayView content)
{
    Compressor quick = makeCompressor(quickLevel);
    const size_t sample = std::min(sampleBytes, static_cast<size_t>(content.size()));
    // Whatever does not fit in there is not repetitive.
    QByteArray packed(static_cast<qsizetype>(sample / repetitive), Qt::Uninitialized);
    const size_t bytes = libdeflate_deflate_compress(quick.get(), content.data(), sample, packed.data(),
                                                     static_cast<size_t>(packed.size()));
    return bytes == 0 ? std::move(quick) : makeCompressor(thoroughLevel);
}

} // namespace

QByteArray makePartArchive(const QString &entryName, QByteArrayView content)
{
    const Compressor compressor = compressorFor(content);
    const auto size = static_cast<size_t>(content.size());
    Entry entry{entryName.toUtf8(), libdeflate_crc32(0, content.data(), size), 0, static_cast<quint32>(size)};
    const qsizetype start = localHeader(entry).size();
    const size_t bound = libdeflate_deflate_compress_bound(compressor.get(), size);
    QByteArray archive(start + static_cast<qsizetype>(bound), Qt::Uninitialized);
    const size_t packed =
        libdeflate_deflate_compress(compressor.get(), content.data(), size, archive.data() + start, bound);
    entry.packed = static_cast<quint32>(packed);
    const QByteArray header = localHeader(entry);
    std::copy(header.cbegin(), header.cend(), archive.begin());
    archive.truncate(start + static_cast<qsizetype>(packed));
    archive.append(directory(entry, static_cast<quint32>(archive.size())));
    return archive;
}

namespace {

/// Never half of a character.
QString cut(QString name)
{
    name.truncate(nameLength);
    while (name.toUtf8().size() > nameBytes || (!name.isEmpty() && name.back().isHighSurrogate()))
        name.chop(1);
    return name.trimmed();
}

/// Windows takes these for devices, whatever is behind the first dot.
bool isDevice(const QString &name)
{
    static const QRegularExpression device(QStringLiteral("^(con|prn|aux|nul|(com|lpt)[0-9])( *\\.|$)"),
                                           QRegularExpression::CaseInsensitiveOption);
    return device.match(name).hasMatch();
}

} // namespace

QString partEntryName(const QString &sourceName)
{
    QString name = QFileInfo(sourceName).completeBaseName();
    for (QChar &c : name) {
        if (c.category() == QChar::Other_Control || QStringLiteral("\\/:*?\"<>|").contains(c))
            c = QLatin1Char('_');
    }
    name = cut(name);
    if (isDevice(name))
        name.prepend(QLatin1Char('_'));
    return (name.isEmpty() ? QStringLiteral("data") : name) + QStringLiteral(".csv");
}

} // namespace tabular
