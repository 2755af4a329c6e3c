#include "tabular/csv/PieceScan.h"

#include <bit>
#include <cstring>

namespace tabular::csv {

namespace {

/// A start on one side is looked for this far; a start on the other side, which is hardly ever needed, less far.
constexpr qsizetype farBlocks = 256;
constexpr qsizetype nearBlocks = 16;

/// Whole blocks of a piece, then what is left, with zeros behind it.
struct LastBlock final {
    std::array<char, blockBytes> bytes{};
    quint64 valid = 0;
};

LastBlock lastBlock(QByteArrayView bytes)
{
    LastBlock block;
    const qsizetype left = bytes.size() % blockBytes;
    std::memcpy(block.bytes.data(), bytes.data() + (bytes.size() - left), static_cast<std::size_t>(left));
    block.valid = (quint64(1) << left) - 1;
    return block;
}

class StartFinder final {
public:
    StartFinder(qint64 offset, std::array<PieceSummary::Start, 2> &starts)
        : m_offset(offset)
        , m_starts(starts)
    { }
    void look(const BlockBits &bits)
    {
        for (std::size_t side = 0; side < 2; ++side) {
            const quint64 runs = bits.runs & (side == 0 ? ~bits.inside : bits.inside);
            if (m_starts[side].offset < 0 && bits.starts[side] != 0) {
                const int bit = std::countr_zero(bits.starts[side]);
                const quint64 ahead = (quint64(1) << bit) - 1;
                m_starts[side] = {m_offset + bit, m_runs[side] + std::popcount(runs & ahead),
                                  m_lines + std::popcount(bits.breaks & ahead)};
            }
            m_runs[side] += std::popcount(runs);
        }
        m_lines += std::popcount(bits.breaks);
        m_offset += blockBytes;
    }
    [[nodiscard]] bool wantsMore(qsizetype seen) const
    {
        const int found = int(m_starts[0].offset >= 0) + int(m_starts[1].offset >= 0);
        return found == 0 ? seen < farBlocks : found == 1 && seen < nearBlocks;
    }

private:
    qint64 m_offset;
    std::array<PieceSummary::Start, 2> &m_starts;
    std::array<qint64, 2> m_runs{};
    qint64 m_lines = 0;
};

void findStarts(QByteArrayView bytes, qint64 offset, const CsvSyntax &syntax, BlockCarry carry, PieceSummary &piece)
{
    StartFinder finder(offset, piece.start);
    const qsizetype blocks = bytes.size() / blockBytes;
    qsizetype i = 0;
    for (; i < blocks && finder.wantsMore(i); ++i)
        finder.look(blockScan().look(bytes.data() + i * blockBytes, ~quint64(0), syntax, carry));
    if (i == blocks && finder.wantsMore(i)) {
        const LastBlock rest = lastBlock(bytes);
        finder.look(blockScan().look(rest.bytes.data(), rest.valid, syntax, carry));
    }
}

} // namespace

PieceSummary summarise(QByteArrayView bytes, qint64 offset, bool last, const CsvSyntax &syntax, BlockCarry &carry)
{
    PieceSummary piece;
    findStarts(bytes, offset, syntax, carry, piece);
    BlockCounts counts;
    blockScan().count(bytes.data(), bytes.size() / blockBytes, ~quint64(0), syntax, carry, counts);
    if (last) {
        // Even when nothing is left: a character that is cut off at the end shows there.
        const LastBlock rest = lastBlock(bytes);
        blockScan().count(rest.bytes.data(), 1, rest.valid, syntax, carry, counts);
    }
    piece.end = offset + bytes.size();
    piece.recordsEnded = {counts.runsOutside, counts.runs - counts.runsOutside};
    piece.lines = counts.lines;
    for (std::size_t side = 0; side < 2; ++side) {
        piece.irregular[side] = counts.irregular[side] != 0 || !syntax.fitsBlocks();
        const int ends = (counts.lf[side] != 0 ? PieceSummary::Lf : 0)
            | (counts.crlf[side] != 0 ? PieceSummary::CrLf : 0) | (counts.cr[side] != 0 ? PieceSummary::Cr : 0);
        piece.lineEnds[side] = static_cast<quint8>(ends);
    }
    piece.badUtf8 = counts.badUtf8 != 0;
    piece.flips = carry.inside != 0;
    piece.lastByte = bytes.isEmpty() ? '\0' : bytes.back();
    carry.inside = 0;
    return piece;
}

} // namespace tabular::csv
