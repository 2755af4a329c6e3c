#pragma once

#include "tabular/RecordView.h"
#include "tabular/csv/BlockScan.h"

#include <QByteArrayView>

#include <memory>
#include <vector>

namespace tabular::csv {

/// The quick way through plain records that lie wholly in one chunk of at most 1 MiB: cells are views into the chunk,
/// found in bitmaps. It stops ahead of the first record that holds anything odd, and ahead of the chunk's unfinished last
/// one; these are for RecordMachine, which must go on from place().
class RecordLane final {
public:
    /// `scan` is one of allBlockScans().
    RecordLane(const CsvSyntax &syntax, bool checkUtf8, const BlockScan &scan);

    /// `chunk` stays where it is while records of it are in use; `place` is that of chunk[at].
    void enter(QByteArrayView chunk, qsizetype at, const RecordPlace &place);
    /// The next plain record. False: there is none before place().
    bool next(RecordView &record);
    /// Where the record that comes next may begin; blank lines may stand there.
    [[nodiscard]] const RecordPlace &place() const { return m_place; }
    /// The same place in the chunk.
    [[nodiscard]] qsizetype at() const { return m_from; }

private:
    bool fillWindow();
    bool unquote(std::string_view &cell);
    [[nodiscard]] qsizetype plainUpTo(qsizetype at) const;
    [[nodiscard]] std::string_view withoutDoubledQuotes(const char *begin, const char *end);
    bool endRecord(qsizetype lineEnd, RecordView &record);
    void openRecord();
    [[nodiscard]] qint64 lineBehind(qsizetype at) const;

    CsvSyntax m_syntax;
    bool m_checkUtf8;
    BlockScan m_scan;
    QByteArrayView m_chunk;
    BlockCarry m_carry;
    std::unique_ptr<LaneWindow> m_window;
    qsizetype m_windowBegin = 0; ///< in the chunk
    qint64 m_windowLine = 1;     ///< text line it begins on
    qsizetype m_scanned = 0;     ///< of the chunk
    quint32 m_next = 0;          ///< position of the window
    RecordPlace m_place;
    qsizetype m_from = 0;      ///< m_place in the chunk
    qsizetype m_cellBegin = 0; ///< of the cell that is read
    qsizetype m_plainUpTo = 0; ///< plainUpTo() here
    qint64 m_recordLine = 1;
    qint64 m_recordOffset = 0;
    std::size_t m_cellCount = 0;
    std::vector<std::string_view> m_cells;
    std::unique_ptr<char[]> m_unquoted; ///< as long as the longest chunk; its pages are touched only when needed
    std::size_t m_unquotedBytes = 0;
};

} // namespace tabular::csv
