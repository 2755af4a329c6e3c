#pragma once

#include "base/Result.h"
#include "tabular/RecordView.h"

#include <QByteArray>

namespace cli {

/// Writes each record to standard output as a JSON array of strings on a line of its own, in pieces of 64 KiB.
class CellLines final : public tabular::RecordSink {
public:
    /// Records before `firstRecord` (from 1) are passed over.
    explicit CellLines(qint64 firstRecord)
        : m_firstRecord(firstRecord)
    { }

    /// False once nothing can be written any more.
    bool take(const tabular::RecordView &record) override;
    /// Writes the rest. Errors: DiskFull, FileUnwritable (also where the reader of a pipe has gone).
    [[nodiscard]] base::Status finish();

private:
    bool write();

    qint64 m_firstRecord;
    QByteArray m_lines;
    int m_problem = 0; ///< of the system; 0: none
};

/// Appends `text` (UTF-8) as a JSON string.
void appendJsonString(QByteArray &json, std::string_view text);

} // namespace cli
