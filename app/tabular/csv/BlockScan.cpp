#include "tabular/csv/BlockScan.h"

#include "tabular/csv/BlockScanSets.h"

#include <cstring>

namespace tabular::csv {

void BlockCounts::add(const BlockCounts &more)
{
    runs += more.runs;
    runsOutside += more.runsOutside;
    lines += more.lines;
    for (std::size_t side = 0; side < 2; ++side) {
        irregular[side] |= more.irregular[side];
        lf[side] |= more.lf[side];
        crlf[side] |= more.crlf[side];
        cr[side] |= more.cr[side];
    }
    badUtf8 |= more.badUtf8;
}

void LaneWindow::clear()
{
    used = 0;
    count = 0;
    lines = 0;
    odd = false;
}

void RowEnds::goBackTo(const State &then)
{
    count = then.count;
    lines = then.lines;
    delimiters = then.delimiters;
    odd = false;
}

std::vector<BlockScan> allBlockScans()
{
    std::vector<BlockScan> all{plainBlockScan()};
    for (const auto &more : {vectorBlockScan(), wideBlockScan()}) {
        if (more)
            all.push_back(*more);
    }
    return all;
}

const BlockScan &blockScan()
{
    static const BlockScan best = allBlockScans().back();
    return best;
}

BlockCarry carryAfter(QByteArrayView before, const CsvSyntax &syntax)
{
    const QByteArrayView near = before.last(qMin(before.size(), blockBytes));
    std::array<char, blockBytes> block{};
    // Short text stands at the end of the block, so that it is what the next one sees; the zeros ahead mean nothing.
    if (!near.isEmpty())
        std::memcpy(block.data() + (blockBytes - near.size()), near.data(), static_cast<std::size_t>(near.size()));
    BlockCarry carry;
    BlockCounts ignored;
    blockScan().count(block.data(), 1, ~quint64(0), syntax, carry, ignored);
    carry.inside = 0;
    return carry;
}

} // namespace tabular::csv
