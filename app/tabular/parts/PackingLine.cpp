#include "tabular/parts/PackingLine.h"

#include <QDir>
#include <QUuid>

namespace tabular {

PackingLine::PackingLine(const PartPlan &plan, base::StopFlag stop)
    : m_plan(plan)
    , m_stop(std::move(stop))
    , m_place(QDir(plan.folder).filePath(QStringLiteral(".%1-").arg(QUuid::createUuid().toString(QUuid::Id128))))
{
    m_pool.setMaxThreadCount(qMax(1, plan.threads));
}

PackingLine::~PackingLine()
{
    m_abandoned.raise();
    m_pool.waitForDone();
}

void PackingLine::add(RawPart part)
{
    const size_t index = m_added++;
    if (m_plan.threads <= 1) {
        keep(index, packPart(m_plan, std::move(part), placeOf(index), m_stop));
        return;
    }
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_running < m_plan.threads; });
    ++m_running;
    auto shared = std::make_shared<RawPart>(std::move(part));
    m_pool.start([this, index, shared] {
        keep(index, packPart(m_plan, std::move(*shared), placeOf(index), m_abandoned.raised() ? m_abandoned : m_stop));
        const std::lock_guard done(m_mutex);
        --m_running;
        m_changed.notify_all();
    });
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
    m_pool.waitForDone();
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
