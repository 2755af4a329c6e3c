#pragma once

#include <QtGlobal>

#include <vector>

namespace tabular {

/// Which row of a sheet a record came from. Sheets are mostly without gaps, so only the jumps are kept.
class SheetLines final {
public:
    /// Records come in order, from 1 on, without gaps; rows grow.
    void append(qint64 row);
    /// `record` from 1; beyond the last one the rows go on as after it. 0 when there are no records.
    [[nodiscard]] qint64 rowOf(qint64 record) const;
    [[nodiscard]] qint64 records() const { return m_records; }

    friend bool operator==(const SheetLines &a, const SheetLines &b) = default;

private:
    struct Jump final {
        qint64 record;
        qint64 row;
        friend bool operator==(const Jump &a, const Jump &b) = default;
    };
    std::vector<Jump> m_jumps;
    qint64 m_records = 0;
};

} // namespace tabular
