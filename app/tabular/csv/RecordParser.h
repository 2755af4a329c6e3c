#pragma once

#include "tabular/csv/RecordLane.h"
#include "tabular/csv/RecordMachine.h"

namespace tabular::csv {

/// Records from chunks of text: the fast lane wherever it may, the state machine for all else. What comes out is what the
/// machine alone would give. Knows nothing of files.
class RecordParser final {
public:
    enum class Step { NeedsChunk, Record, Failed, End };

    RecordParser(const CsvSyntax &syntax, bool checkUtf8, const RecordPlace &begin,
                 const BlockScan &scan = blockScan());

    /// The next bytes, at most 1 MiB; they stay where they are until the next call. An empty chunk ends the text.
    void give(QByteArrayView chunk);
    /// `record` is valid until the next call.
    Step next(RecordView &record);
    [[nodiscard]] const base::Error &error() const { return m_machine.error(); }
    /// Behind the last record. Not meant for the middle of one.
    [[nodiscard]] const RecordPlace &place() const;
    /// Bytes of the chunks given so far that lie behind those records.
    [[nodiscard]] qsizetype ahead() const;

private:
    void enterLane(const RecordPlace &place);
    void leaveLane();
    std::optional<Step> stepMachine(RecordView &record);

    bool m_blocks;
    RecordLane m_lane;
    RecordMachine m_machine;
    QByteArrayView m_chunk;
    qsizetype m_at = 0; ///< what the machine has taken of the chunk
    bool m_inLane = false;
    bool m_ended = false;
};

} // namespace tabular::csv
