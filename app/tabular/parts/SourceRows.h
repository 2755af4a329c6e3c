#pragma once

#include <QtGlobal>

#include <optional>
#include <vector>

namespace tabular {

/// Where the rows of a part come from. Rows of a part count from 0; rows (records, the header row included) and lines of the
/// source from 1, ascending. Only where a number does not follow the one before is anything stored: 8 bytes a place.
class SourceRows final {
public:
    void append(qint64 row, qint64 line) { append(row, line, 1); }
    /// `count` rows whose numbers and lines follow one another.
    void append(qint64 row, qint64 line, qint64 count);

    [[nodiscard]] qint64 size() const { return m_size; }
    [[nodiscard]] qint64 rowOf(qint64 partRow) const { return m_rows.at(partRow); }
    [[nodiscard]] qint64 lineOf(qint64 partRow) const { return m_lines.at(partRow); }
    /// Empty where the source's row is not in this part.
    [[nodiscard]] std::optional<qint64> partRowOf(qint64 row) const { return m_rows.find(row, m_size, false); }
    /// The part's row that starts on `line` or runs over it; empty before the first row. After the last row's start there
    /// is no telling where it ends, so every later line belongs to it.
    [[nodiscard]] std::optional<qint64> partRowAtLine(qint64 line) const { return m_lines.find(line, m_size, true); }
    [[nodiscard]] qint64 firstRow() const { return m_size == 0 ? 0 : rowOf(0); }
    [[nodiscard]] qint64 lastRow() const { return m_size == 0 ? 0 : rowOf(m_size - 1); }
    [[nodiscard]] SourceRows slice(qint64 from, qint64 count) const;
    [[nodiscard]] size_t bytes() const { return m_rows.bytes() + m_lines.bytes(); }

    friend bool operator==(const SourceRows &a, const SourceRows &b) = default;

private:
    /// Ascending numbers as runs of consecutive ones.
    class Numbers final {
    public:
        void append(qint64 index, qint64 number, qint64 count);
        [[nodiscard]] qint64 at(qint64 index) const;
        [[nodiscard]] std::optional<qint64> find(qint64 number, qint64 size, bool orBefore) const;
        [[nodiscard]] size_t bytes() const { return m_runs.capacity() * sizeof(Run); }

        friend bool operator==(const Numbers &a, const Numbers &b) = default;

    private:
        struct Run final {
            quint32 index = 0;
            quint32 number = 0; ///< less m_first

            friend bool operator==(const Run &a, const Run &b) = default;
        };

        qint64 m_first = 0;
        qint64 m_next = -1;
        std::vector<Run> m_runs;
    };

    Numbers m_rows;
    Numbers m_lines;
    qint64 m_size = 0;
};

} // namespace tabular
