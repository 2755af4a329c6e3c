#include "tabular/csv/BlockScanSets.h"

#include <bit>

#if defined(__SSE2__) || defined(_M_X64)
#define WIZARD_SSE2
#include <emmintrin.h>
#elif defined(__aarch64__) || defined(_M_ARM64)
#define WIZARD_NEON
#include <arm_neon.h>
#endif

namespace tabular::csv {

#if defined(WIZARD_SSE2) || defined(WIZARD_NEON)

namespace {

#ifdef WIZARD_SSE2

struct Bytes64 final {
    __m128i part[4];

    static Bytes64 load(const char *from)
    {
        Bytes64 block;
        for (int i = 0; i < 4; ++i)
            block.part[i] = _mm_loadu_si128(reinterpret_cast<const __m128i *>(from + qptrdiff{16} * i));
        return block;
    }
    static quint64 bits(__m128i a) { return static_cast<quint32>(_mm_movemask_epi8(a)); }
    static quint64 join(__m128i a, __m128i b, __m128i c, __m128i d)
    {
        return bits(a) | bits(b) << 16 | bits(c) << 32 | bits(d) << 48;
    }
    [[nodiscard]] quint64 equal(char c) const
    {
        const __m128i wanted = _mm_set1_epi8(c);
        return join(_mm_cmpeq_epi8(part[0], wanted), _mm_cmpeq_epi8(part[1], wanted), _mm_cmpeq_epi8(part[2], wanted),
                    _mm_cmpeq_epi8(part[3], wanted));
    }
    [[nodiscard]] quint64 atLeast(uchar least) const
    {
        const __m128i bound = _mm_set1_epi8(static_cast<char>(least));
        const auto test = [bound](__m128i a) { return _mm_cmpeq_epi8(_mm_max_epu8(a, bound), a); };
        return join(test(part[0]), test(part[1]), test(part[2]), test(part[3]));
    }
    static __m128i either(__m128i a, __m128i b, __m128i c, __m128i d)
    {
        return _mm_or_si128(_mm_or_si128(a, b), _mm_or_si128(c, d));
    }
    [[nodiscard]] __m128i anyOf(char c) const
    {
        const __m128i wanted = _mm_set1_epi8(c);
        return either(_mm_cmpeq_epi8(part[0], wanted), _mm_cmpeq_epi8(part[1], wanted), _mm_cmpeq_epi8(part[2], wanted),
                      _mm_cmpeq_epi8(part[3], wanted));
    }
    [[nodiscard]] __m128i allHigh() const { return either(part[0], part[1], part[2], part[3]); }
    [[nodiscard]] bool anyHigh() const { return bits(allHigh()) != 0; }
    [[nodiscard]] bool anyHighOrZero() const { return bits(_mm_or_si128(allHigh(), anyOf('\0'))) != 0; }

    using Any = __m128i;
    void gather(char c, Any &any) const { any = _mm_or_si128(any, anyOf(c)); }
    static quint64 found(Any any) { return bits(any); }
};

#else

struct Bytes64 final {
    uint8x16_t part[4];

    static Bytes64 load(const char *from)
    {
        Bytes64 block;
        for (int i = 0; i < 4; ++i)
            block.part[i] = vld1q_u8(reinterpret_cast<const uint8_t *>(from + qptrdiff{16} * i));
        return block;
    }
    /// Each byte of all ones gives its own bit; neighbours are added until 64 bits are left.
    static quint64 join(uint8x16_t a, uint8x16_t b, uint8x16_t c, uint8x16_t d)
    {
        static const uint8_t weights[16] = {1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128};
        const uint8x16_t weight = vld1q_u8(weights);
        const uint8x16_t ab = vpaddq_u8(vandq_u8(a, weight), vandq_u8(b, weight));
        const uint8x16_t cd = vpaddq_u8(vandq_u8(c, weight), vandq_u8(d, weight));
        const uint8x16_t all = vpaddq_u8(ab, cd);
        return vgetq_lane_u64(vreinterpretq_u64_u8(vpaddq_u8(all, all)), 0);
    }
    [[nodiscard]] quint64 equal(char c) const
    {
        const uint8x16_t wanted = vdupq_n_u8(static_cast<uint8_t>(c));
        return join(vceqq_u8(part[0], wanted), vceqq_u8(part[1], wanted), vceqq_u8(part[2], wanted),
                    vceqq_u8(part[3], wanted));
    }
    [[nodiscard]] quint64 atLeast(uchar least) const
    {
        const uint8x16_t bound = vdupq_n_u8(least);
        return join(vcgeq_u8(part[0], bound), vcgeq_u8(part[1], bound), vcgeq_u8(part[2], bound),
                    vcgeq_u8(part[3], bound));
    }
    [[nodiscard]] bool anyHigh() const
    {
        return vmaxvq_u8(vorrq_u8(vorrq_u8(part[0], part[1]), vorrq_u8(part[2], part[3]))) >= 0x80;
    }
    [[nodiscard]] bool anyHighOrZero() const
    {
        const uint8x16_t least = vminq_u8(vminq_u8(part[0], part[1]), vminq_u8(part[2], part[3]));
        return anyHigh() || vminvq_u8(least) == 0;
    }

    using Any = uint8x16_t;
    void gather(char c, Any &any) const
    {
        const uint8x16_t wanted = vdupq_n_u8(static_cast<uint8_t>(c));
        any = vorrq_u8(any,
                       vorrq_u8(vorrq_u8(vceqq_u8(part[0], wanted), vceqq_u8(part[1], wanted)),
                                vorrq_u8(vceqq_u8(part[2], wanted), vceqq_u8(part[3], wanted))));
    }
    static quint64 found(Any any) { return vmaxvq_u8(any); }
};

#endif

inline quint64 prefixXor(quint64 bits)
{
    bits ^= bits << 1;
    bits ^= bits << 2;
    bits ^= bits << 4;
    bits ^= bits << 8;
    bits ^= bits << 16;
    return bits ^ (bits << 32);
}

#include "tabular/csv/BlockUtf8.h"

#include "tabular/csv/BlockLoops.h"

#include "tabular/csv/BlockIndex.h"

#include "tabular/csv/BlockEnds.h"

#include "tabular/csv/BlockQuick.h"

} // namespace

std::optional<BlockScan> vectorBlockScan()
{
    return BlockScan{"vector", count, look, index, ends};
}

#else

std::optional<BlockScan> vectorBlockScan()
{
    return {};
}

#endif

} // namespace tabular::csv
