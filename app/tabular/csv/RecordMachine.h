#pragma once

#include "base/Error.h"
#include "tabular/RecordView.h"
#include "tabular/csv/CsvSyntax.h"

#include <QByteArrayView>

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace tabular::csv {

/// What a table may hold, so that a hostile or mistaken file cannot fill the memory.
inline constexpr qint64 cellLimit = 1024LL * 1024;   ///< bytes; for a quoted cell it means that its quote is not closed
inline constexpr qint64 recordLimit = 8 * cellLimit; ///< bytes
inline constexpr int columnLimit = 16'384;
inline constexpr qint64 quotedLineLimit = 1'000; ///< line breaks in one cell

/// Reads records byte by byte, with every rule of every dialect; the fast lane hands it what is not plain. It can stop
/// after any byte, so that it does not matter how the text is cut. Outside quotes CR, LF and CRLF end a record. A quote
/// inside an unquoted cell is kept and remarked on, as is a NUL byte; text behind a closing quote, or a quote that stays
/// open, is TableQuoteNotClosed. In a dialect with backslashes `\"` and `\\` in quotes stand for the second character.
class RecordMachine final {
public:
    enum class Stop {
        NeedsBytes, ///< all bytes were taken
        Between,    ///< behind a comment line
        Record,     ///< record() is there, until the next feed()
        Failed,     ///< error() is there, and nothing more can be read
        End,        ///< finish() found nothing more
    };

    RecordMachine(const CsvSyntax &syntax, bool checkUtf8);

    /// Goes on from a place between two records.
    void begin(const RecordPlace &place);
    /// Takes bytes up to the next stop and gives how many.
    qsizetype feed(QByteArrayView bytes);
    /// The text ends here: its last record may have no line end.
    void finish();

    [[nodiscard]] Stop stop() const { return m_stop; }
    [[nodiscard]] bool betweenRecords() const { return m_state == State::CellStart && m_ends.empty(); }
    [[nodiscard]] const RecordPlace &place() const { return m_place; }
    [[nodiscard]] RecordView record() const;
    [[nodiscard]] const base::Error &error() const { return *m_error; }

private:
    enum class State : quint8 { CellStart, Plain, PlainHalf, Quoted, Escape, QuoteSeen, QuoteHalf, Comment };

    void step(QByteArrayView bytes);
    void startCell(char first);
    void readPlain(QByteArrayView bytes);
    void readPlainHalf(char c);
    void readQuoted(QByteArrayView bytes);
    void readEscape(char c);
    void readAfterQuote(char c);
    void readQuoteHalf(char c);
    void readComment(QByteArrayView bytes);
    void keep(QByteArrayView run);
    void keepOddByte(char byte, CellRemark::Kind kind);
    void keepQuotedBreak(char byte);
    void endCell();
    void endRecord(char lineEnd);
    void finishRecord();
    void forgetRecord();
    [[nodiscard]] QByteArrayView cell() const;
    [[nodiscard]] int column() const { return static_cast<int>(m_ends.size()); }
    void failNotUtf8(qsizetype offset);
    void fail(base::ErrorCode code, qint64 line, qint64 limit = 0);

    CsvSyntax m_syntax;
    bool m_checkUtf8;
    std::array<bool, 256> m_endsPlain{};
    std::array<bool, 256> m_endsQuoted{};
    State m_state = State::CellStart;
    Stop m_stop = Stop::NeedsBytes;
    RecordPlace m_place; ///< of the next byte; `offset` while feed() runs: of its first one
    qsizetype m_at = 0;  ///< next byte of those that feed() was given
    bool m_cellQuoted = false;
    bool m_cellEndsWithCr = false;
    qint64 m_cellLine = 1;
    qint64 m_recordLine = 1;
    qint64 m_recordOffset = 0;
    std::string m_text; ///< all cells of the record
    std::size_t m_cellBegin = 0;
    std::vector<std::size_t> m_ends;
    std::vector<std::string_view> m_views;
    std::vector<CellRemark> m_remarks;
    std::optional<base::Error> m_error;
};

} // namespace tabular::csv
