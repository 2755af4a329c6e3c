#include "tabular/csv/BlockScan.h"
#include "tabular/csv/BlockScanSets.h"

#include <bit>
#include <cstring>

namespace tabular::csv {

namespace {

struct Bytes64 final {
    std::array<uchar, blockBytes> bytes;

    static Bytes64 load(const char *from)
    {
        Bytes64 block;
        std::memcpy(block.bytes.data(), from, blockBytes);
        return block;
    }
    template <class Test>
    [[nodiscard]] quint64 mask(const Test &test) const
    {
        quint64 bits = 0;
        for (std::size_t i = 0; i < bytes.size(); ++i)
            bits |= quint64(test(bytes[i])) << i;
        return bits;
    }
    [[nodiscard]] quint64 equal(char c) const
    {
        return mask([wanted = static_cast<uchar>(c)](uchar byte) { return byte == wanted; });
    }
    [[nodiscard]] quint64 atLeast(uchar least) const
    {
        return mask([least](uchar byte) { return byte >= least; });
    }
    [[nodiscard]] bool anyHigh() const { return atLeast(0x80) != 0; }
    [[nodiscard]] bool anyHighOrZero() const { return anyHigh() || equal('\0') != 0; }

    /// Whether a byte was met in any of several blocks.
    using Any = quint64;
    void gather(char c, Any &any) const { any |= equal(c); }
    static quint64 found(Any any) { return any; }
};

inline quint64 prefixXor(quint64 bits)
{
    for (int shift = 1; shift < 64; shift *= 2)
        bits ^= bits << shift;
    return bits;
}

#include "tabular/csv/BlockUtf8.h"

#include "tabular/csv/BlockLoops.h"

#include "tabular/csv/BlockIndex.h"

#include "tabular/csv/BlockEnds.h"

#include "tabular/csv/BlockQuick.h"

} // namespace

BlockScan plainBlockScan()
{
    return {"plain", count, look, index, ends};
}

} // namespace tabular::csv
