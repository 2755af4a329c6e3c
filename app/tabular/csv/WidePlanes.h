// No pragma once: included by BlockScanWide.cpp alone, into its namespace, ahead of BlockLoops.h.
//
// The quick loops look at up to 128 blocks at a time, in two steps. The first only compares, and lays the answers down as
// planes: one bit for each byte. The second works out from the planes what is quoted, four blocks in one register. So the
// moves from wide registers to plain ones, of which the processor makes one a cycle, are as few as can be.

/// Answers for up to 128 blocks. A quote is in the first plane, a line feed in the second, a delimiter in both. The word ahead
/// of `begin` tells what lies ahead of the first block.
struct Planes final {
    static constexpr std::size_t blocks = 128;
    static constexpr std::size_t begin = 4; ///< so that each four blocks lie in a register's place

    using Plane = std::array<quint32, 2 * (begin + blocks)>; ///< halves of words: as such they are written more quickly
    alignas(32) Plane first;
    alignas(32) Plane second;
    quint64 notAscii = 0; ///< bit n: the two blocks from 2 n on hold bytes of 0x80 and more
    bool rare = false;    ///< a CR or, unless it is but counted, a NUL
    qint64 lineFeeds = 0; ///< if it is counted
};

/// For four blocks: what each begins with, by which of them hold an odd number of quotes (bits 0 to 3) and whether the
/// first one begins inside (bit 4).
struct InsideTable final {
    alignas(32) std::array<std::array<quint64, 4>, 32> begins{};

    constexpr InsideTable()
    {
        for (std::size_t key = 0; key < begins.size(); ++key) {
            bool inside = (key & 16) != 0;
            for (std::size_t block = 0; block < 4; ++block) {
                begins[key][block] = inside ? ~quint64(0) : 0;
                inside = inside != ((key >> block & 1) != 0);
            }
        }
    }
};

/// The words of four blocks.
struct Four final {
    __m256i quotes;
    __m256i lineFeeds;
    __m256i delimiters;
    __m256i inside;
    __m256i before; ///< the state ahead of each byte
    __m256i odd;    ///< breaks a rule if the state ahead of it is "outside"
    __m256i prevQuotes;
    __m256i prevLineFeeds;
};

inline void putWords(__m256i words, quint64 *into)
{
    _mm256_storeu_si256(reinterpret_cast<__m256i *>(into), words);
}

inline quint32 maskOf(__m256i bytes)
{
    return static_cast<quint32>(_mm256_movemask_epi8(bytes));
}

inline qint64 sumOfBytes(__m256i bytes)
{
    const __m256i sums = _mm256_sad_epu8(bytes, _mm256_setzero_si256());
    return _mm256_extract_epi64(sums, 0) + _mm256_extract_epi64(sums, 1) + _mm256_extract_epi64(sums, 2)
        + _mm256_extract_epi64(sums, 3);
}

/// `blocks` is a multiple of four.
template <bool Counted>
inline void fillPlanes(const char *data, std::size_t blocks, const CsvSyntax &syntax, const BlockCarry &carry,
                       Planes &planes)
{
    const __m256i quote = _mm256_set1_epi8(syntax.quote);
    const __m256i delimiter = _mm256_set1_epi8(syntax.delimiter);
    const __m256i lineFeed = _mm256_set1_epi8('\n');
    const __m256i carriageReturn = _mm256_set1_epi8('\r');
    constexpr std::size_t last = 2 * Planes::begin - 1;
    // A delimiter is all that is left to be ahead, if a separator is and it is neither of these.
    const bool delimited = carry.separator != 0 && carry.quote == 0 && carry.lineEnd == 0;
    planes.first[last] = static_cast<quint32>(delimited ? 1 : carry.quote) << 31;
    planes.second[last] = static_cast<quint32>(delimited ? 1 : carry.lineEnd) << 31;
    quint32 *first = planes.first.data() + 2 * Planes::begin;
    quint32 *second = planes.second.data() + 2 * Planes::begin;
    __m256i rare = _mm256_setzero_si256();
    __m256i least = lineFeed;
    // In each byte; two, since one would not hold what all parts may bring.
    __m256i lines = rare;
    __m256i moreLines = rare;
    quint64 notAscii = 0;
    for (std::size_t two = 0; two < blocks / 2; ++two) {
        __m256i all = _mm256_setzero_si256();
        for (int part = 0; part < 4; ++part, data += 32) {
            const __m256i bytes = loadWide(data);
            const __m256i ends = _mm256_cmpeq_epi8(bytes, delimiter);
            *first++ = maskOf(_mm256_or_si256(ends, _mm256_cmpeq_epi8(bytes, quote)));
            const __m256i breaks = _mm256_cmpeq_epi8(bytes, lineFeed);
            *second++ = maskOf(_mm256_or_si256(ends, breaks));
            rare = _mm256_or_si256(rare, _mm256_cmpeq_epi8(bytes, carriageReturn));
            all = _mm256_or_si256(all, bytes);
            if constexpr (Counted)
                (part % 2 == 0 ? lines : moreLines) = _mm256_sub_epi8(part % 2 == 0 ? lines : moreLines, breaks);
            else
                least = _mm256_min_epu8(least, bytes);
        }
        notAscii |= quint64(maskOf(all) != 0) << two;
    }
    planes.notAscii = notAscii;
    planes.lineFeeds = sumOfBytes(lines) + sumOfBytes(moreLines);
    planes.rare = isAnyBitSet(_mm256_or_si256(rare, _mm256_cmpeq_epi8(least, _mm256_setzero_si256())));
}

/// `insideAt` is 16 if the first of the four begins inside, else 0; it goes on to the next four.
inline Four wordsOf(const Planes &planes, std::size_t block, unsigned &insideAt)
{
    static constexpr InsideTable table;
    const quint32 *const firstAt = planes.first.data() + 2 * (Planes::begin + block);
    const quint32 *const secondAt = planes.second.data() + 2 * (Planes::begin + block);
    const __m256i first = loadWide(firstAt);
    const __m256i second = loadWide(secondAt);
    const __m256i firstBefore = loadWide(firstAt - 2);
    const __m256i secondBefore = loadWide(secondAt - 2);
    Four words;
    words.quotes = _mm256_andnot_si256(second, first);
    words.lineFeeds = _mm256_andnot_si256(first, second);
    words.delimiters = _mm256_and_si256(first, second);
    __m256i inside = words.quotes;
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 1));
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 2));
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 4));
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 8));
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 16));
    inside = _mm256_xor_si256(inside, _mm256_slli_epi64(inside, 32));
    const auto flips = static_cast<unsigned>(_mm256_movemask_pd(_mm256_castsi256_pd(inside)));
    words.inside = _mm256_xor_si256(inside, loadWide(table.begins[flips | insideAt].data()));
    insideAt ^= (static_cast<unsigned>(std::popcount(flips)) & 1U) << 4;
    words.before = _mm256_xor_si256(words.inside, words.quotes);
    words.prevQuotes = _mm256_or_si256(_mm256_slli_epi64(words.quotes, 1),
                                       _mm256_srli_epi64(_mm256_andnot_si256(secondBefore, firstBefore), 63));
    words.prevLineFeeds = _mm256_or_si256(_mm256_slli_epi64(words.lineFeeds, 1),
                                          _mm256_srli_epi64(_mm256_andnot_si256(firstBefore, secondBefore), 63));
    const __m256i separators = _mm256_or_si256(first, second);
    const __m256i prevSeparators = _mm256_or_si256(_mm256_slli_epi64(separators, 1),
                                                   _mm256_srli_epi64(_mm256_or_si256(firstBefore, secondBefore), 63));
    words.odd = _mm256_or_si256(_mm256_andnot_si256(separators, words.prevQuotes),
                                _mm256_andnot_si256(prevSeparators, words.quotes));
    return words;
}

/// What goes on behind the planes' last block.
inline void carryOn(const Planes &planes, std::size_t blocks, unsigned insideAt, BlockCarry &carry)
{
    const quint32 first = planes.first[2 * (Planes::begin + blocks) - 1];
    const quint32 second = planes.second[2 * (Planes::begin + blocks) - 1];
    carry.inside = insideAt != 0 ? ~quint64(0) : 0;
    carry.quote = (first & ~second) >> 31;
    carry.cr = 0;
    carry.lineEnd = (second & ~first) >> 31;
    carry.separator = (first | second) >> 31;
}

/// How many bits are set in so many words, a multiple of four. Four sums, so that the compiler does not take wide
/// registers for it: they are slower here.
inline qint64 bitsIn(const quint64 *words, std::size_t count)
{
    std::array<qint64, 4> sums{};
    for (const quint64 *const end = words + count; words != end; words += 4) {
        sums[0] += std::popcount(words[0]);
        sums[1] += std::popcount(words[1]);
        sums[2] += std::popcount(words[2]);
        sums[3] += std::popcount(words[3]);
    }
    return sums[0] + sums[1] + sums[2] + sums[3];
}
