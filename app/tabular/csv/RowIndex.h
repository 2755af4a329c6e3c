#pragma once

#include "tabular/csv/CsvSyntax.h"

#include <vector>

namespace tabular::csv {

/// Where records begin, about one for each 512 KiB of text (64 kB of memory a GB). Places are in the order of the text.
class RowIndex final {
public:
    /// `begin` is where the first record may begin.
    explicit RowIndex(const RecordPlace &begin = {}) { m_places.push_back(begin); }

    /// Behind the last one; a place that is no further is ignored.
    void add(const RecordPlace &place);
    /// The last known place from which record `number` (from 1) lies ahead.
    [[nodiscard]] const RecordPlace &beforeRecord(qint64 number) const;
    /// The last known place that is not behind `offset`.
    [[nodiscard]] const RecordPlace &beforeByte(qint64 offset) const;
    [[nodiscard]] const RecordPlace &first() const { return m_places.front(); }
    [[nodiscard]] const RecordPlace &last() const { return m_places.back(); }
    [[nodiscard]] const std::vector<RecordPlace> &places() const { return m_places; }

    friend bool operator==(const RowIndex &a, const RowIndex &b) = default;

private:
    std::vector<RecordPlace> m_places; ///< never empty
};

} // namespace tabular::csv
