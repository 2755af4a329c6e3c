#include "tabular/sniffing/OleDirectory.h"

#include <QtEndian>

namespace tabular {

namespace {

constexpr qsizetype headerBytes = 512;
constexpr qsizetype entryBytes = 128;
constexpr int mostSectors = 64;
constexpr quint32 firstSpecialSector = 0xFFFFFFFA;
constexpr qsizetype tablesInHeader = 109;

quint16 number16(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint16>(bytes.constData() + at);
}

quint32 number32(const QByteArray &bytes, qsizetype at)
{
    return qFromLittleEndian<quint32>(bytes.constData() + at);
}

QByteArray sectorOf(QIODevice &file, quint32 number, int shift)
{
    const qint64 size = qint64{1} << shift;
    return file.seek((qint64{number} + 1) * size) ? file.read(size) : QByteArray();
}

/// Follows the chain in the allocation table; the tables are listed in the header.
quint32 nextSector(QIODevice &file, const QByteArray &header, quint32 number, int shift)
{
    const quint32 perTable = (quint32{1} << shift) / 4;
    const quint32 table = number / perTable;
    if (table >= tablesInHeader)
        return firstSpecialSector;
    const quint32 tableSector = number32(header, 76 + 4 * qsizetype{table});
    if (tableSector >= firstSpecialSector)
        return firstSpecialSector;
    const QByteArray entries = sectorOf(file, tableSector, shift);
    const qsizetype at = 4 * qsizetype{number % perTable};
    return at + 4 <= entries.size() ? number32(entries, at) : firstSpecialSector;
}

void appendNames(const QByteArray &sector, QStringList &names)
{
    for (qsizetype at = 0; at + entryBytes <= sector.size(); at += entryBytes) {
        const quint16 bytes = number16(sector, at + 64);
        if (bytes < 2 || bytes > 64)
            continue;
        QString name;
        for (qsizetype i = 0; i + 2 < bytes; i += 2)
            name += QChar(number16(sector, at + i));
        names.append(name);
    }
}

} // namespace

QStringList oleStreamNames(QIODevice &file)
{
    const QByteArray header = file.seek(0) ? file.read(headerBytes) : QByteArray();
    if (header.size() < headerBytes)
        return {};
    const int shift = number16(header, 30);
    if (shift != 9 && shift != 12)
        return {};
    QStringList names;
    quint32 sector = number32(header, 48);
    for (int seen = 0; seen < mostSectors && sector < firstSpecialSector; ++seen) {
        appendNames(sectorOf(file, sector, shift), names);
        sector = nextSector(file, header, sector, shift);
    }
    return names;
}

} // namespace tabular
