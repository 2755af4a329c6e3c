// Included like WidePlanes.h, and behind BlockEnds.h: the quick loops over planes.

inline void keepLineFeeds(const Four &words, std::size_t block, std::array<quint64, Planes::blocks> &all,
                          std::array<quint64, Planes::blocks> &outside)
{
    putWords(words.lineFeeds, all.data() + block);
    putWords(_mm256_andnot_si256(words.inside, words.lineFeeds), outside.data() + block);
}

inline bool countQuickly(const char *data, qsizetype blocks, const CsvSyntax &syntax, BlockCarry &carry,
                         BlockCounts &counts)
{
    if (!arePlanesOf(blocks))
        return false;
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    fillPlanes(data, size, syntax, carry, planes);
    alignas(32) std::array<quint64, Planes::blocks> lineFeeds;
    alignas(32) std::array<quint64, Planes::blocks> outside;
    __m256i irregular = _mm256_setzero_si256();
    __m256i irregularInside = irregular;
    __m256i blank = irregular;
    unsigned insideAt = carry.inside != 0 ? 16 : 0;
    for (std::size_t block = 0; block < size; block += 4) {
        const Four words = wordsOf(planes, block, insideAt);
        irregular = _mm256_or_si256(irregular, _mm256_andnot_si256(words.before, words.odd));
        irregularInside = _mm256_or_si256(irregularInside, _mm256_and_si256(words.before, words.odd));
        blank = _mm256_or_si256(blank, _mm256_and_si256(words.lineFeeds, words.prevLineFeeds));
        keepLineFeeds(words, block, lineFeeds, outside);
    }
    carry.careful = planes.rare;
    if (planes.rare || isAnyBitSet(blank))
        return false;
    carryOn(planes, size, insideAt, carry);
    counts.lines = counts.runs = bitsIn(lineFeeds.data(), size);
    counts.runsOutside = bitsIn(outside.data(), size);
    counts.lf = {static_cast<quint64>(counts.runsOutside), static_cast<quint64>(counts.runs - counts.runsOutside)};
    counts.irregular = {quint64(isAnyBitSet(irregular)), quint64(isAnyBitSet(irregularInside))};
    counts.badUtf8 = badUtf8(data, size, planes.fourNotAscii, carry.utf8);
    return true;
}

/// Where cells end, before the places are listed.
struct CellEnds final {
    alignas(32) std::array<quint64, LaneWindow::blocks> bits;
    bool odd = false;
    unsigned insideAt = 0;
};

inline void findCellEnds(const Planes &planes, std::size_t blocks, CellEnds &ends, LaneWindow &window)
{
    __m256i odd = _mm256_setzero_si256();
    for (std::size_t block = 0; block < blocks; block += 4) {
        const Four words = wordsOf(planes, block, ends.insideAt);
        const __m256i lineEnds = _mm256_andnot_si256(words.prevLineFeeds, words.lineFeeds);
        odd = _mm256_or_si256(odd, _mm256_andnot_si256(words.before, words.odd));
        putWords(_mm256_andnot_si256(words.inside, _mm256_or_si256(words.delimiters, lineEnds)),
                 ends.bits.data() + block);
        putWords(words.lineFeeds, window.breaks.data() + block);
        putWords(_mm256_andnot_si256(words.before, _mm256_and_si256(words.quotes, words.prevQuotes)),
                 window.escapes.data() + block);
    }
    ends.odd = isAnyBitSet(odd);
}

inline bool indexQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool checkUtf8,
                         BlockCarry &carry, LaneWindow &window)
{
    if (!arePlanesOf(blocks) || window.used != 0)
        return false;
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    fillPlanes(data, size, syntax, carry, planes);
    carry.careful = planes.rare;
    if (planes.rare)
        return false;
    CellEnds ends;
    ends.insideAt = carry.inside != 0 ? 16 : 0;
    findCellEnds(planes, size, ends, window);
    Utf8Carry utf8 = carry.utf8;
    if (ends.odd || (checkUtf8 && badUtf8(data, size, planes.fourNotAscii, utf8) != 0))
        return false;
    carryOn(planes, size, ends.insideAt, carry);
    carry.utf8 = utf8;
    for (std::size_t block = 0; block < size; ++block, base += blockBytes) {
        window.linesBefore[block] = window.lines;
        window.lines += static_cast<quint32>(std::popcount(window.breaks[block]));
        window.count += listBits(ends.bits[block], base, window.positions.data() + window.count);
    }
    window.used = static_cast<quint32>(size);
    return true;
}

/// The words by which rows are cut.
struct RowWords final {
    alignas(32) std::array<quint64, RowEnds::blocks> rows;  ///< line feeds outside
    alignas(32) std::array<quint64, RowEnds::blocks> cells; ///< delimiters outside
    alignas(32) std::array<quint64, RowEnds::blocks> breaks;
    bool odd = false;
    unsigned insideAt = 0;
};

inline void findRowWords(const Planes &planes, std::size_t blocks, RowWords &into)
{
    __m256i odd = _mm256_setzero_si256();
    for (std::size_t block = 0; block < blocks; block += 4) {
        const Four words = wordsOf(planes, block, into.insideAt);
        const __m256i blank = _mm256_and_si256(words.prevLineFeeds, words.lineFeeds);
        odd = _mm256_or_si256(odd, _mm256_andnot_si256(words.before, _mm256_or_si256(words.odd, blank)));
        putWords(_mm256_andnot_si256(words.before, words.lineFeeds), into.rows.data() + block);
        putWords(_mm256_andnot_si256(words.inside, words.delimiters), into.cells.data() + block);
        putWords(words.lineFeeds, into.breaks.data() + block);
    }
    into.odd = isAnyBitSet(odd);
}

inline bool listRows(const RowWords &words, std::size_t block, quint32 base, RowEnds &rows)
{
    const quint64 cells = words.cells[block];
    const quint64 breaks = words.breaks[block];
    for (quint64 left = words.rows[block]; left != 0; left &= left - 1) {
        const quint64 upTo = left ^ (left - 1);
        const quint32 before = rows.delimiters + static_cast<quint32>(std::popcount(cells & upTo));
        if (before != rows.wanted)
            return false;
        rows.delimiters -= before;
        rows.places[rows.count] = base + static_cast<quint32>(std::countr_zero(left)) + 1;
        rows.breaks[rows.count] = rows.lines + static_cast<quint32>(std::popcount(breaks & upTo));
        ++rows.count;
    }
    rows.lines += static_cast<quint32>(std::popcount(breaks));
    rows.delimiters += static_cast<quint32>(std::popcount(cells));
    return true;
}

inline bool findEndsQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax,
                            BlockCarry &carry, RowEnds &rows)
{
    if (!arePlanesOf(blocks))
        return false;
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    fillPlanes(data, size, syntax, carry, planes);
    carry.careful = planes.rare;
    if (planes.rare)
        return false;
    RowWords words;
    words.insideAt = carry.inside != 0 ? 16 : 0;
    findRowWords(planes, size, words);
    Utf8Carry utf8 = carry.utf8;
    if (words.odd || badUtf8(data, size, planes.fourNotAscii, utf8) != 0)
        return false;
    const RowEnds::State begin = rows.state();
    for (std::size_t block = 0; block < size; ++block, base += blockBytes) {
        if (!listRows(words, block, base, rows)) {
            rows.goBackTo(begin);
            return false;
        }
    }
    carryOn(planes, size, words.insideAt, carry);
    carry.utf8 = utf8;
    return true;
}
