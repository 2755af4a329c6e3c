#include "tabular/parts/PackingLine.h"

#include <QDir>
#include <QUuid>

namespace tabular {

PackingLine::PackingLine(const PartPlan &plan, base::StopFlag stop)
    : m_plan(plan)
    , m_stop(std::move(stop))
    , m_place(QDir(plan.folder).filePath(QStringLiteral(".%1-").arg(QUuid::createUuid().toString(QUuid::Id128))))
{ }

PackingLine::~PackingLine()
{
    m_abandoned.raise();
    end();
}

void PackingLine::add(RawPart part)
{
    const size_t index = m_added++;
    if (m_plan.threads <= 1) {
        keep(index, packPart(m_plan, std::move(part), placeOf(index), m_stop));
        return;
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_underway < m_plan.threads; });
    ++m_underway;
    m_waiting.emplace_back(index, std::move(part));
    if (m_threads.size() < static_cast<size_t>(m_plan.threads))
        m_threads.emplace_back([this] { packWhatComes(); });
    m_changed.notify_all();
}

/// What each thread does. They are threads of the language rather than of Qt's pool, since the thread sanitizer sees what
/// those hand over to each other.
void PackingLine::packWhatComes()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [this] { return m_ended || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        auto [index, part] = std::move(m_waiting.front());
        m_waiting.pop_front();
        lock.unlock();
        keep(index, packPart(m_plan, std::move(part), placeOf(index), m_abandoned.raised() ? m_abandoned : m_stop));
        lock.lock();
        --m_underway;
        m_changed.notify_all();
    }
}

void PackingLine::end()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
        m_changed.notify_all();
    }
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

void PackingLine::addPacked(PackedPart part)
{
    std::vector<PackedPart> packed;
    packed.push_back(std::move(part));
    keep(m_added++, std::move(packed));
}

bool PackingLine::failed()
{
    const std::lock_guard lock(m_mutex);
    return m_failed;
}

base::Result<std::vector<PackedPart>> PackingLine::wait()
{
    end();
    std::vector<PackedPart> all;
    for (auto &[index, packed] : m_packed) {
        if (!packed.ok())
            return packed.error();
        std::move(packed.value().begin(), packed.value().end(), std::back_inserter(all));
    }
    return all;
}

QString PackingLine::placeOf(size_t index) const
{
    return m_place + QStringLiteral("%1-").arg(index);
}

void PackingLine::keep(size_t index, base::Result<std::vector<PackedPart>> packed)
{
    const std::lock_guard lock(m_mutex);
    m_failed = m_failed || !packed.ok();
    m_packed.emplace(index, std::move(packed));
}

} // namespace tabular
