#pragma once

#include <QBuffer>
#include <QtEndian>
#include <QtTest>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <zlib.h>

/// Archives made in memory for tests.
namespace archives {

using Entries = QList<std::pair<QString, QByteArray>>;

/// `method` is Z_DEFLATED, or 0 for entries that are merely stored.
inline QByteArray zip(const Entries &entries, const char *password = nullptr, int method = Z_DEFLATED)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    QuaZip archive(&buffer);
    if (!archive.open(QuaZip::mdCreate))
        qFatal("the test cannot make its zip");
    for (const auto &[name, content] : entries) {
        QuaZipFile file(&archive);
        const auto sum = static_cast<quint32>(
            crc32(0, reinterpret_cast<const Bytef *>(content.constData()), static_cast<uInt>(content.size())));
        if (!file.open(QIODevice::WriteOnly, QuaZipNewInfo(name), password, sum, method)
            || file.write(content) != content.size())
            qFatal("the test cannot fill its zip");
        file.close();
    }
    archive.close();
    return bytes;
}

inline QByteArray gzip(const QByteArray &content)
{
    z_stream zlib{};
    QByteArray packed(static_cast<qsizetype>(compressBound(static_cast<uLong>(content.size()))) + 64,
                      Qt::Uninitialized);
    QByteArray copy = content;
    if (deflateInit2(&zlib, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        qFatal("the test cannot make its gzip file");
    zlib.next_in = reinterpret_cast<Bytef *>(copy.data());
    zlib.avail_in = static_cast<uInt>(copy.size());
    zlib.next_out = reinterpret_cast<Bytef *>(packed.data());
    zlib.avail_out = static_cast<uInt>(packed.size());
    if (deflate(&zlib, Z_FINISH) != Z_STREAM_END)
        qFatal("the test cannot fill its gzip file");
    packed.resize(static_cast<qsizetype>(zlib.total_out));
    deflateEnd(&zlib);
    return packed;
}

inline void put(QByteArray &bytes, qsizetype at, quint32 number, int width = 4)
{
    for (int i = 0; i < width; ++i)
        bytes[at + i] = static_cast<char>((number >> (8 * i)) & 0xFF);
}

/// An OLE container with so many directory entries; the names stand at the end of a directory of two sectors.
inline QByteArray ole(const QStringList &names)
{
    QByteArray bytes(4 * 512, '\0');
    bytes.replace(0, 8, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    put(bytes, 30, 9, 2);
    put(bytes, 48, 2); // the directory starts in sector 2 and goes on in sector 1
    put(bytes, 76, 0); // the allocation table is sector 0
    put(bytes, 512 + 8, 1);
    put(bytes, 512 + 4, 0xFFFFFFFE);
    qsizetype at = 1024;
    for (const QString &name : names) {
        for (qsizetype i = 0; i < name.size(); ++i)
            put(bytes, at + 2 * i, name.at(i).unicode(), 2);
        put(bytes, at + 64, static_cast<quint32>(2 * name.size() + 2), 2);
        at += 128;
    }
    return bytes;
}

} // namespace archives
