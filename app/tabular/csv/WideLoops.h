// Included like WidePlanes.h, and behind BlockEnds.h: the quick loops over planes.

/// False: not for these blocks, or they hold what only the full loops know.
template <bool Counted>
inline bool layPlanes(const char *data, qsizetype blocks, const CsvSyntax &syntax, BlockCarry &carry, Planes &planes)
{
    if (blocks % 4 != 0 || blocks > static_cast<qsizetype>(Planes::blocks))
        return false;
    fillPlanes<Counted>(data, static_cast<std::size_t>(blocks), syntax, carry, planes);
    carry.careful = planes.rare;
    return !planes.rare;
}

inline bool countQuickly(const char *data, qsizetype blocks, const CsvSyntax &syntax, BlockCarry &carry,
                         BlockCounts &counts)
{
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    if (!layPlanes<true>(data, blocks, syntax, carry, planes))
        return false;
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
        putWords(_mm256_andnot_si256(words.inside, words.lineFeeds), outside.data() + block);
    }
    if (isAnyBitSet(blank))
        return false;
    carryOn(planes, size, insideAt, carry);
    counts.lines = counts.runs = planes.lineFeeds;
    counts.runsOutside = bitsIn(outside.data(), size);
    counts.lf = {static_cast<quint64>(counts.runsOutside), static_cast<quint64>(counts.runs - counts.runsOutside)};
    counts.irregular = {quint64(isAnyBitSet(irregular)), quint64(isAnyBitSet(irregularInside))};
    counts.badUtf8 = badUtf8(data, size, planes.notAscii, carry.utf8);
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

/// Eight at a time, and no loop over them, as in listBits(): so many cells seldom end in a block. Where there is no bit, the
/// instructions of this set give 64, and that is not looked at.
inline quint32 *listEights(quint64 bits, quint32 base, quint32 *into)
{
    const auto count = std::popcount(bits);
    for (quint32 *place = into;; place += 8) {
        for (int i = 0; i < 8; ++i, bits &= bits - 1)
            place[i] = base + static_cast<quint32>(std::countr_zero(bits));
        if (bits == 0)
            return into + count;
    }
}

/// What counts is kept in locals: the places it writes could, for all the compiler knows, be members.
inline void listCellEnds(const CellEnds &ends, std::size_t blocks, quint32 base, LaneWindow &window)
{
    quint32 *place = window.positions.data();
    quint32 lines = 0;
    for (std::size_t block = 0; block < blocks; ++block, base += blockBytes) {
        window.linesBefore[block] = lines;
        lines += static_cast<quint32>(std::popcount(window.breaks[block]));
        place = listEights(ends.bits[block], base, place);
    }
    window.count = static_cast<quint32>(place - window.positions.data());
    window.lines = lines;
    window.used = static_cast<quint32>(blocks);
}

inline bool indexQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax, bool checkUtf8,
                         BlockCarry &carry, LaneWindow &window)
{
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    if (!layPlanes<false>(data, blocks, syntax, carry, planes))
        return false;
    CellEnds ends;
    ends.insideAt = carry.inside != 0 ? 16 : 0;
    findCellEnds(planes, size, ends, window);
    Utf8Carry utf8 = carry.utf8;
    if (ends.odd || (checkUtf8 && badUtf8(data, size, planes.notAscii, utf8) != 0))
        return false;
    carryOn(planes, size, ends.insideAt, carry);
    carry.utf8 = utf8;
    listCellEnds(ends, size, base, window);
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

/// As with the places of cells, what counts is kept in locals. False: a row has another number of cells; nothing is listed.
inline bool listRows(const RowWords &words, std::size_t blocks, quint32 base, RowEnds &rows)
{
    quint32 count = rows.count;
    quint32 lines = rows.lines;
    quint32 delimiters = rows.delimiters;
    for (std::size_t block = 0; block < blocks; ++block, base += blockBytes) {
        const quint64 cells = words.cells[block];
        const quint64 breaks = words.breaks[block];
        for (quint64 left = words.rows[block]; left != 0; left &= left - 1) {
            const quint64 upTo = left ^ (left - 1);
            const quint32 before = delimiters + static_cast<quint32>(std::popcount(cells & upTo));
            if (before != rows.wanted)
                return false;
            delimiters -= before;
            rows.places[count] = base + static_cast<quint32>(std::countr_zero(left)) + 1;
            rows.breaks[count++] = lines + static_cast<quint32>(std::popcount(breaks & upTo));
        }
        lines += static_cast<quint32>(std::popcount(breaks));
        delimiters += static_cast<quint32>(std::popcount(cells));
    }
    rows.count = count;
    rows.lines = lines;
    rows.delimiters = delimiters;
    return true;
}

inline bool findEndsQuickly(const char *data, qsizetype blocks, quint32 base, const CsvSyntax &syntax,
                            BlockCarry &carry, RowEnds &rows)
{
    const auto size = static_cast<std::size_t>(blocks);
    Planes planes;
    if (!layPlanes<false>(data, blocks, syntax, carry, planes))
        return false;
    RowWords words;
    words.insideAt = carry.inside != 0 ? 16 : 0;
    findRowWords(planes, size, words);
    Utf8Carry utf8 = carry.utf8;
    if (words.odd || badUtf8(data, size, planes.notAscii, utf8) != 0 || !listRows(words, size, base, rows))
        return false;
    carryOn(planes, size, words.insideAt, carry);
    carry.utf8 = utf8;
    return true;
}
