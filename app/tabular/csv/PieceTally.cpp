#include "tabular/csv/PieceTally.h"

namespace tabular::csv {

PieceTally::PieceTally(std::shared_ptr<ByteSource> source, const std::vector<PieceSummary> &pieces,
                       const ScanOptions &options, ScanReport &report)
    : m_source(std::move(source))
    , m_pieces(pieces)
    , m_options(options)
    , m_report(report)
    , m_line(report.index.first().line)
{ }

base::Status PieceTally::addAll()
{
    for (std::size_t piece = 0; piece < m_pieces.size();) {
        if (!m_pieces[piece].irregular[m_inside]) {
            add(m_pieces[piece++]);
        } else if (auto read = readOn(piece); !read.ok()) {
            return read;
        }
    }
    return m_options.end >= 0 || m_readToEnd ? base::Done{} : endOfText();
}

void PieceTally::add(const PieceSummary &piece)
{
    const PieceSummary::Start &start = piece.start[m_inside];
    if (start.offset >= 0)
        m_report.index.add({start.offset, m_report.records + start.recordsEnded, m_line + start.lines, false});
    m_report.records += piece.recordsEnded[m_inside];
    m_line += piece.lines;
    noteLineEnds(piece.lineEnds[m_inside]);
    m_inside = m_inside != piece.flips;
}

/// Reads from the last sure place; on return `piece` is the first one that is not added yet.
base::Status PieceTally::readOn(std::size_t &piece)
{
    RecordReader reader(m_source, m_report.syntax,
                        {.begin = m_report.index.last(), .checkUtf8 = false, .stop = m_options.stop});
    RecordView record;
    for (;;) {
        const auto more = reader.next(record);
        if (!more.ok())
            return more.error();
        m_report.records = reader.place().records;
        m_readToEnd = !*more;
        if (*more && record.offset < m_pieces[piece].end)
            continue;
        for (; piece < m_pieces.size() && (!*more || record.offset >= m_pieces[piece].end); ++piece)
            noteLineEnds(m_pieces[piece].lineEnds[0]);
        if (piece == m_pieces.size())
            return base::Done{};
        m_report.index.add({record.offset, record.number - 1, record.line, false});
        if (rejoin(m_pieces[piece], record)) {
            ++piece;
            return base::Done{};
        }
    }
}

bool PieceTally::rejoin(const PieceSummary &piece, const RecordView &record)
{
    for (const bool inside : {false, true}) {
        const PieceSummary::Start &start = piece.start[inside];
        if (start.offset != record.offset || piece.irregular[inside])
            continue;
        m_report.records = record.number - 1 + piece.recordsEnded[inside] - start.recordsEnded;
        m_line = record.line + piece.lines - start.lines;
        noteLineEnds(piece.lineEnds[inside]);
        m_inside = inside != piece.flips;
        return true;
    }
    return false;
}

base::Status PieceTally::endOfText()
{
    const char last = m_pieces.empty() ? '\n' : m_pieces.back().lastByte;
    if (m_inside) {
        // The reader names the place where the quote was opened.
        std::size_t piece = m_pieces.size() - 1;
        return readOn(piece);
    }
    if (last != '\r' && last != '\n')
        ++m_report.records;
    if (last == '\r')
        noteLineEnds(PieceSummary::Cr);
    return base::Done{};
}

void PieceTally::noteLineEnds(quint8 kinds)
{
    m_report.lf |= (kinds & PieceSummary::Lf) != 0;
    m_report.crlf |= (kinds & PieceSummary::CrLf) != 0;
    m_report.cr |= (kinds & PieceSummary::Cr) != 0;
}

} // namespace tabular::csv
