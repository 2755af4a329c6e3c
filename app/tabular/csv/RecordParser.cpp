#include "tabular/csv/RecordParser.h"

namespace tabular::csv {

RecordParser::RecordParser(const CsvSyntax &syntax, bool checkUtf8, const RecordPlace &begin, const BlockScan &scan)
    : m_blocks(syntax.fitsBlocks())
    , m_lane(syntax, checkUtf8, scan)
    , m_machine(syntax, checkUtf8)
{
    m_machine.begin(begin);
}

void RecordParser::give(QByteArrayView chunk)
{
    Q_ASSERT(!m_inLane && m_at == m_chunk.size());
    m_ended = chunk.isEmpty();
    m_chunk = chunk;
    m_at = 0;
    if (m_machine.betweenRecords() && m_machine.stop() != RecordMachine::Stop::Failed)
        enterLane(m_machine.place());
}

void RecordParser::enterLane(const RecordPlace &place)
{
    if (!m_blocks || m_at == m_chunk.size())
        return;
    m_lane.enter(m_chunk, m_at, place);
    m_inLane = true;
}

void RecordParser::leaveLane()
{
    m_inLane = false;
    m_at = m_lane.at();
    m_machine.begin(m_lane.place());
}

RecordParser::Step RecordParser::next(RecordView &record)
{
    if (!m_inLane && m_machine.stop() == RecordMachine::Stop::Record)
        enterLane(m_machine.place());
    for (;;) {
        if (m_inLane) {
            if (m_lane.next(record))
                return Step::Record;
            leaveLane();
        }
        if (const auto step = stepMachine(record))
            return *step;
    }
}

/// Nothing, if the lane is open again.
std::optional<RecordParser::Step> RecordParser::stepMachine(RecordView &record)
{
    using Stop = RecordMachine::Stop;
    if (m_ended)
        m_machine.finish();
    else
        m_at += m_machine.feed(m_chunk.sliced(m_at));
    switch (m_machine.stop()) {
    case Stop::Record:
        record = m_machine.record();
        return Step::Record;
    case Stop::Between:
        enterLane(m_machine.place());
        return {};
    case Stop::NeedsBytes:
        return Step::NeedsChunk;
    case Stop::Failed:
        return Step::Failed;
    case Stop::End:
        break;
    }
    return Step::End;
}

const RecordPlace &RecordParser::place() const
{
    return m_inLane ? m_lane.place() : m_machine.place();
}

qsizetype RecordParser::ahead() const
{
    return m_chunk.size() - (m_inLane ? m_lane.at() : m_at);
}

} // namespace tabular::csv
