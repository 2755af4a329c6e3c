// Included like WidePlanes.h, and ahead of it.

/// What two bytes in a row must not be, by halves of bytes: 16 bits each, bit n for the half n. All rules are looked up at
/// once, since each has its bit in a byte.
struct Utf8Rule final {
    quint16 firstHigh;
    quint16 firstLow;
    quint16 secondHigh;
};

struct Utf8Tables final {
    static constexpr std::array<Utf8Rule, 8> rules = {{
        {0xF000, 0xFFFF, 0xF0FF}, // a lead without what it asks for
        {0x00FF, 0xFFFF, 0x0F00}, // ASCII, and more
        {0x1000, 0x0003, 0x0F00}, // C0, C1: two bytes for ASCII
        {0x4000, 0x0001, 0x0300}, // E0: three bytes for what has two
        {0x4000, 0x2000, 0x0C00}, // ED: half of a pair
        {0x8000, 0xFFE1, 0x0100}, // F0: four bytes for what has three; F5 and more: beyond the last character
        {0x8000, 0xFFF0, 0x0E00}, // F4 and more: beyond the last character
        {0x0F00, 0xFFFF, 0x0F00}, // right if one or two further ahead a long character begins
    }};
    using Table = std::array<quint8, 32>; ///< 16 entries, twice
    alignas(32) Table firstHigh{};
    alignas(32) Table firstLow{};
    alignas(32) Table secondHigh{};

    constexpr Utf8Tables()
    {
        for (std::size_t half = 0; half < 16; ++half) {
            for (std::size_t rule = 0; rule < rules.size(); ++rule) {
                put(firstHigh, half, rule, rules[rule].firstHigh);
                put(firstLow, half, rule, rules[rule].firstLow);
                put(secondHigh, half, rule, rules[rule].secondHigh);
            }
        }
    }
    static constexpr void put(Table &table, std::size_t half, std::size_t rule, quint16 halves)
    {
        const auto bit = static_cast<quint8>((halves >> half & 1) << rule);
        table[half] = static_cast<quint8>(table[half] | bit);
        table[half + 16] = table[half];
    }
};

template <class Part>
inline __m256i loadWide(const Part *from)
{
    return _mm256_loadu_si256(reinterpret_cast<const __m256i *>(from));
}

inline bool isAnyBitSet(__m256i bits)
{
    return _mm256_testz_si256(bits, bits) == 0;
}

/// Whether two blocks are UTF-8 as far as they go; what is half read goes on in `carry`.
inline bool areUtf8(const char *data, Utf8Carry &carry)
{
    static constexpr Utf8Tables tables;
    const __m256i firstHigh = loadWide(tables.firstHigh.data());
    const __m256i firstLow = loadWide(tables.firstLow.data());
    const __m256i secondHigh = loadWide(tables.secondHigh.data());
    const __m256i half = _mm256_set1_epi8(0x0F);
    const __m256i top = _mm256_set1_epi8(-128);
    // Differences of 0x80 and more: a lead of three bytes, of four.
    const __m256i belowThree = _mm256_set1_epi8(0xE0 - 0x80);
    const __m256i belowFour = _mm256_set1_epi8(0xF0 - 0x80);
    __m256i wrong = _mm256_setzero_si256();
    const auto [third, second, last] = carry.tail;
    __m256i before = _mm256_insert_epi32(
        wrong, static_cast<int>(quint32(last) << 24 | quint32(second) << 16 | quint32(third) << 8), 7);
    for (int part = 0; part < 4; ++part, data += 32) {
        const __m256i bytes = loadWide(data);
        const __m256i seam = _mm256_permute2x128_si256(before, bytes, 0x21);
        const __m256i one = _mm256_alignr_epi8(bytes, seam, 15);
        const __m256i two = _mm256_alignr_epi8(bytes, seam, 14);
        const __m256i three = _mm256_alignr_epi8(bytes, seam, 13);
        const __m256i byHigh = _mm256_shuffle_epi8(firstHigh, _mm256_and_si256(_mm256_srli_epi16(one, 4), half));
        const __m256i byLow = _mm256_shuffle_epi8(firstLow, _mm256_and_si256(one, half));
        const __m256i byNext = _mm256_shuffle_epi8(secondHigh, _mm256_and_si256(_mm256_srli_epi16(bytes, 4), half));
        const __m256i broken = _mm256_and_si256(_mm256_and_si256(byHigh, byLow), byNext);
        const __m256i longer = _mm256_or_si256(_mm256_subs_epu8(two, belowThree), _mm256_subs_epu8(three, belowFour));
        wrong = _mm256_or_si256(wrong, _mm256_xor_si256(broken, _mm256_and_si256(longer, top)));
        before = bytes;
    }
    carry = Utf8Carry::after(data);
    return !isAnyBitSet(wrong);
}

/// Not 0: somewhere bytes are not UTF-8. Of each two blocks a bit of `notAscii` tells whether they have to be looked at;
/// those a character reaches into are too.
inline quint64 badUtf8(const char *data, std::size_t blocks, quint64 notAscii, Utf8Carry &carry)
{
    bool good = true;
    if (carry.asks())
        notAscii |= 1;
    for (; notAscii != 0; notAscii &= notAscii - 1) {
        const auto two = static_cast<std::size_t>(std::countr_zero(notAscii));
        if (two == blocks / 2)
            break;
        good = areUtf8(data + static_cast<qsizetype>(two) * 2 * blockBytes, carry) && good;
        if (carry.asks())
            notAscii |= quint64(2) << two;
    }
    return good ? 0 : 1;
}
