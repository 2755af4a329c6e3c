#include "tabular/encoding/NonAsciiSample.h"

#include "tabular/encoding/ByteDecoder.h"

#include <QSet>

#include <algorithm>

namespace tabular {

namespace {

constexpr qsizetype sampleBytes = 8LL * 1024;
constexpr qsizetype longestCell = 1024;

/// None of them is the second byte of a character in any encoding, which a pipe may be.
bool endsCell(char c)
{
    return c == ',' || c == ';' || c == '\t' || c == '"' || c == '\r' || c == '\n';
}

struct Piece final {
    QByteArrayView bytes;
    bool startIsCut = false;
    bool endIsCut = false;
};

void collect(const Piece &piece, qsizetype room, QSet<QByteArray> &seen, QByteArray &sample)
{
    const char *const begin = piece.bytes.begin();
    const char *const end = piece.bytes.end();
    room += sample.size();
    for (const char *at = begin; at < end;) {
        const char *const stop = std::find_if(at, end, endsCell);
        const QByteArrayView cell(at, stop - at);
        const bool whole = (at != begin || !piece.startIsCut) && (stop != end || !piece.endIsCut);
        at = stop + 1;
        if (!whole || cell.size() > longestCell || asciiRun(cell) == cell.size())
            continue;
        if (sample.size() + cell.size() + 1 > room)
            return;
        const QByteArray copy = cell.trimmed().toByteArray();
        if (seen.contains(copy))
            continue;
        seen.insert(copy);
        sample += copy + '\n';
    }
}

} // namespace

QByteArray nonAsciiCells(const FilePieces &pieces)
{
    std::vector<Piece> all{{pieces.head, false, !pieces.headIsAll}};
    for (const QByteArray &bytes : pieces.between)
        all.push_back({bytes, true, true});
    if (!pieces.headIsAll)
        all.push_back({pieces.tail, true, false});
    QByteArray sample;
    QSet<QByteArray> seen;
    for (size_t i = 0; i < all.size(); ++i) {
        const auto left = static_cast<qsizetype>(all.size() - i);
        collect(all[i], (sampleBytes - sample.size()) / left, seen, sample);
    }
    return sample;
}

} // namespace tabular
