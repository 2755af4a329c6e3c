#pragma once

#include "tabular/csv/PieceScan.h"
#include "tabular/csv/RecordCounter.h"

namespace tabular::csv {

/// Adds up the pieces of a text in their order, each on the side of quotes it truly begins on. Where quotes are irregular
/// the records are read instead, until one begins where a later piece has one.
class PieceTally final {
public:
    /// `report` holds the syntax and an index with the begin of the text.
    PieceTally(std::shared_ptr<ByteSource> source, const std::vector<PieceSummary> &pieces, const ScanOptions &options,
               ScanReport &report);
    base::Status addAll();

private:
    void add(const PieceSummary &piece);
    base::Status readOn(std::size_t &piece);
    bool rejoin(const PieceSummary &piece, const RecordView &record);
    base::Status endOfText();
    void noteLineEnds(quint8 kinds);

    std::shared_ptr<ByteSource> m_source;
    const std::vector<PieceSummary> &m_pieces;
    const ScanOptions &m_options;
    ScanReport &m_report;
    bool m_inside = false;
    qint64 m_line = 1;
    bool m_readToEnd = false;
};

} // namespace tabular::csv
