#include "tabular/profile/DistinctCounter.h"

#include <array>
#include <cmath>
#include <limits>

namespace tabular {

namespace {

constexpr size_t registers = 4096;
constexpr int rankBits = 40;

/// So many are found at the first look in a small table; a large one must not take more memory than it has to.
qint64 mostIn(qint64 slots)
{
    return slots <= 1024 ? slots / 2 : slots / 8 * 7;
}

qint64 slotsFor(qint64 count, qint64 slots)
{
    while (count > mostIn(slots))
        slots *= 2;
    return slots;
}

/// The two series of Ertl's estimator ("New cardinality estimation algorithms for HyperLogLog sketches", 2017), which needs
/// no table of corrections. Only operations that every machine rounds alike.
double sigma(double x)
{
    if (x >= 1.0)
        return std::numeric_limits<double>::infinity();
    double y = 1.0;
    double sum = x;
    for (double before = -1.0; before != sum;) {
        x *= x;
        before = sum;
        sum += x * y;
        y += y;
    }
    return sum;
}

double tau(double x)
{
    if (x <= 0.0 || x >= 1.0)
        return 0.0;
    double y = 1.0;
    double sum = 1.0 - x;
    for (double before = -1.0; before != sum;) {
        x = std::sqrt(x);
        before = sum;
        y *= 0.5;
        sum -= (1.0 - x) * (1.0 - x) * y;
    }
    return sum / 3.0;
}

} // namespace

bool DistinctCounter::insert(quint64 hash, quint64 note)
{
    quint64 &slot = m_slots[placeOf(hash)];
    const bool isNew = slot == 0;
    slot = (hash >> noteBits << noteBits) | used | note;
    if (!isNew)
        return false;
    ++m_count;
    return grow();
}

void DistinctCounter::forgetNotes()
{
    for (quint64 &slot : m_slots)
        slot |= slot == 0 ? 0 : noNote;
}

bool DistinctCounter::grow()
{
    if (m_count > m_limit) {
        estimate();
        return false;
    }
    if (m_count < mostIn(static_cast<qint64>(m_slots.size())))
        return false;
    std::vector<quint64> old(m_slots.size() * 2);
    old.swap(m_slots);
    for (const quint64 slot : old) {
        if (slot != 0)
            m_slots[placeOf(slot)] = slot;
    }
    return true;
}

void DistinctCounter::estimate()
{
    m_registers.assign(registers, 0);
    for (const quint64 hash : m_slots) {
        if (hash != 0)
            observe(hash);
    }
    std::vector<quint64>().swap(m_slots);
}

void DistinctCounter::setLimit(qint64 limit)
{
    m_limit = qMin(m_limit, limit);
    if (isExact() && m_count > m_limit)
        estimate();
}

void DistinctCounter::merge(const DistinctCounter &other)
{
    setLimit(other.m_limit);
    if (!other.isExact() && isExact())
        estimate();
    for (const quint64 slot : other.m_slots) {
        // What this one noted of a value holds, what the other one noted means something else.
        if (slot != 0)
            add(slot, isExact() ? noteOf(slot) : noNote);
    }
    for (size_t i = 0; i < other.m_registers.size(); ++i)
        m_registers[i] = qMax(m_registers[i], other.m_registers[i]);
}

qint64 DistinctCounter::slotsNeeded(qint64 limit) const
{
    return slotsFor(isExact() ? qMin(m_count + 1, limit) : limit, fewestSlots);
}

qint64 DistinctCounter::count() const
{
    if (isExact())
        return m_count;
    std::array<int, rankBits + 2> histogram{};
    for (const quint8 rank : m_registers)
        ++histogram[rank];
    constexpr double m = registers;
    double z = m * tau(1.0 - histogram[rankBits + 1] / m);
    for (size_t rank = rankBits; rank >= 1; --rank)
        z = 0.5 * (z + histogram[rank]);
    z += m * sigma(histogram[0] / m);
    constexpr double alpha = 0.7213475204444817; // 1 / (2 ln 2)
    return qRound64(alpha * m * m / z);
}

} // namespace tabular
