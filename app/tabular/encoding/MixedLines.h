#pragma once

#include "tabular/CsvDialect.h"
#include "tabular/encoding/Utf8Decoder.h"

namespace tabular {

/// Text lines, from 1 (CR, LF and CRLF end a line).
struct LineNumbers final {
    static constexpr size_t mostListed = 1'000;

    std::vector<qint64> first; ///< at most `mostListed`
    qint64 count = 0;          ///< of all

    friend bool operator==(const LineNumbers &a, const LineNumbers &b) = default;
};

/// A stream of bytes as Utf8Decoder has it, which also finds the lines that are UTF-8 in a text of a Latin encoding of one
/// byte a character: what two programs wrote into one file. Those lines hold characters beyond ASCII, and all of them are
/// UTF-8; in a text that is what it says it is no line is. In other encodings such lines can be text, and none is looked
/// for. The same bytes give the same however they are cut. Used from one thread at a time.
class MixedLines final {
public:
    static constexpr qsizetype longestLine = 1024LL * 1024; ///< longer ones are taken as they are

    /// `lines`: Read has those lines as what they are, otherwise they are decoded as all others. Errors: those of
    /// Utf8Decoder::make().
    [[nodiscard]] static base::Result<MixedLines> make(const TextEncoding &encoding, InvalidBytes policy,
                                                       Utf8Lines lines);

    /// As Utf8Decoder has them.
    base::Status feed(QByteArrayView bytes, QByteArray &utf8);
    base::Status finish(QByteArray &utf8);
    [[nodiscard]] const InvalidPlaces &invalidPlaces() const { return m_decoder.invalidPlaces(); }

    [[nodiscard]] const LineNumbers &utf8Lines() const { return m_found; }

private:
    MixedLines(Utf8Decoder decoder, bool looks, Utf8Lines lines);
    base::Status takeLine(QByteArrayView line, QByteArray &utf8);
    void countEnd(char end);

    Utf8Decoder m_decoder;
    LineNumbers m_found;
    QByteArray m_begun;   ///< of a line whose end is not there yet
    qint64 m_line = 1;    ///< that the next byte stands on
    bool m_looks = false; ///< for such lines
    bool m_reads = false; ///< them as UTF-8
    bool m_afterCr = false;
    bool m_tooLong = false; ///< the begin of this line is decoded already
};

} // namespace tabular
