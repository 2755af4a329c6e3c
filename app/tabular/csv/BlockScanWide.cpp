#include "tabular/csv/BlockScanSets.h"

#include <bit>

#if defined(__x86_64__) || defined(_M_X64)
#define WIZARD_AVX2
#include <immintrin.h>
#endif
#ifdef _MSC_VER
#include <intrin.h>
#endif

namespace tabular::csv {

#ifdef WIZARD_AVX2

namespace {

// All functions up to the end of the region may use these instructions; none is called before the processor was asked.
#if defined(__clang__)
#pragma clang attribute push(__attribute__((target("avx2,bmi,popcnt,pclmul"))), apply_to = function)
#elif defined(__GNUC__)
#pragma GCC push_options
#pragma GCC target("avx2,bmi,popcnt,pclmul")
#endif

struct Bytes64 final {
    __m256i low;
    __m256i high;

    static Bytes64 load(const char *from)
    {
        return {_mm256_loadu_si256(reinterpret_cast<const __m256i *>(from)),
                _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from + 32))};
    }
    static quint64 join(__m256i a, __m256i b)
    {
        return static_cast<quint32>(_mm256_movemask_epi8(a))
            | quint64(static_cast<quint32>(_mm256_movemask_epi8(b))) << 32;
    }
    [[nodiscard]] quint64 equal(char c) const
    {
        const __m256i wanted = _mm256_set1_epi8(c);
        return join(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
    }
    [[nodiscard]] quint64 atLeast(uchar least) const
    {
        const __m256i bound = _mm256_set1_epi8(static_cast<char>(least));
        return join(_mm256_cmpeq_epi8(_mm256_max_epu8(low, bound), low),
                    _mm256_cmpeq_epi8(_mm256_max_epu8(high, bound), high));
    }
    [[nodiscard]] __m256i anyOf(char c) const
    {
        const __m256i wanted = _mm256_set1_epi8(c);
        return _mm256_or_si256(_mm256_cmpeq_epi8(low, wanted), _mm256_cmpeq_epi8(high, wanted));
    }
    [[nodiscard]] __m256i either() const { return _mm256_or_si256(low, high); }
    [[nodiscard]] bool anyHigh() const { return _mm256_movemask_epi8(either()) != 0; }
    [[nodiscard]] bool anyHighOrZero() const
    {
        return _mm256_movemask_epi8(_mm256_or_si256(either(), anyOf('\0'))) != 0;
    }

    using Any = __m256i;
    void gather(char c, Any &any) const { any = _mm256_or_si256(any, anyOf(c)); }
    static quint64 found(Any any) { return static_cast<quint32>(_mm256_movemask_epi8(any)); }
};

/// Multiplication without carries by all ones adds up, without carries, all bits below each bit.
inline quint64 prefixXor(quint64 bits)
{
    const __m128i product =
        _mm_clmulepi64_si128(_mm_set_epi64x(0, static_cast<qint64>(bits)), _mm_set1_epi8(static_cast<char>(0xFF)), 0);
    return static_cast<quint64>(_mm_cvtsi128_si64(product));
}

#include "tabular/csv/BlockUtf8.h"

#include "tabular/csv/WideUtf8.h"

#include "tabular/csv/WidePlanes.h"

#include "tabular/csv/BlockLoops.h"

#include "tabular/csv/BlockIndex.h"

#include "tabular/csv/BlockEnds.h"

#include "tabular/csv/WideLoops.h"

#if defined(__clang__)
#pragma clang attribute pop
#elif defined(__GNUC__)
#pragma GCC pop_options
#endif

#ifdef _MSC_VER
bool machineHasIt()
{
    int leaf[4] = {};
    __cpuidex(leaf, 0, 0);
    if (leaf[0] < 7)
        return false;
    __cpuidex(leaf, 1, 0);
    constexpr int pclmul = 1 << 1;
    constexpr int popcnt = 1 << 23;
    constexpr int savedBySystem = 1 << 27;
    constexpr int avx = 1 << 28;
    constexpr int needed = pclmul | popcnt | savedBySystem | avx;
    // The system must keep the wide registers over a switch of threads too.
    if ((leaf[2] & needed) != needed || (_xgetbv(0) & 6) != 6)
        return false;
    __cpuidex(leaf, 7, 0);
    constexpr int bmi = 1 << 3;
    constexpr int avx2 = 1 << 5;
    return (leaf[1] & (bmi | avx2)) == (bmi | avx2);
}
#else
bool machineHasIt()
{
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("bmi") && __builtin_cpu_supports("popcnt")
        && __builtin_cpu_supports("pclmul");
}
#endif

} // namespace

std::optional<BlockScan> wideBlockScan()
{
    if (!machineHasIt())
        return {};
    return BlockScan{"wide", count, look, index, ends};
}

#else

std::optional<BlockScan> wideBlockScan()
{
    return {};
}

#endif

} // namespace tabular::csv
