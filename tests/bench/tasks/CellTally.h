#pragma once

#include "bench/CellHash.h"
#include "tabular/RecordView.h"

#include <nlohmann/json.hpp>

namespace bench {

/// Touches every cell: counts them, adds up their bytes, and on request takes the checksum.
class CellTally final : public tabular::RecordSink {
public:
    explicit CellTally(bool check)
        : m_check(check)
    { }

    bool take(const tabular::RecordView &record) override;
    /// Appends what another thread has read right after ours.
    void append(const CellTally &next);
    [[nodiscard]] nlohmann::ordered_json answer() const;

private:
    bool m_check;
    std::uint64_t m_records = 0;
    std::uint64_t m_cells = 0;
    std::uint64_t m_bytes = 0;
    TableHash m_hash;
};

} // namespace bench
