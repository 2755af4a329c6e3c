#pragma once

#include "tabular/parts/PartPacker.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace tabular {

/// Packs raw parts in threads of its own, a few at a time, and keeps what comes out in the order of what went in. Used from
/// one thread; what dies with it is taken from the disk.
class PackingLine final {
public:
    /// `plan` must outlive it.
    PackingLine(const PartPlan &plan, base::StopFlag stop);
    ~PackingLine();

    /// Waits while all threads are busy.
    void add(RawPart part);
    /// A part that is on the disk already, at a place() asked for since the last part.
    void addPacked(PackedPart part);
    /// Where the next part is written, before it has its name.
    [[nodiscard]] QString place() const { return placeOf(m_added); }
    [[nodiscard]] bool failed();
    /// All parts, or the error of the first one that failed.
    base::Result<std::vector<PackedPart>> wait();

private:
    [[nodiscard]] QString placeOf(size_t index) const;
    void keep(size_t index, base::Result<std::vector<PackedPart>> packed);
    void packWhatComes();
    void end();

    const PartPlan &m_plan;
    base::StopFlag m_stop;
    base::StopFlag m_abandoned;
    QString m_place;
    size_t m_added = 0;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::pair<size_t, RawPart>> m_waiting;
    int m_underway = 0; ///< waiting, or being packed
    bool m_ended = false;
    bool m_failed = false;
    std::map<size_t, base::Result<std::vector<PackedPart>>> m_packed;
    std::vector<std::thread> m_threads;
};

} // namespace tabular
