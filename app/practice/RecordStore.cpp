#include "practice/RecordStore.h"

#include <algorithm>

namespace practice {

namespace {

QString valueIn(const Record &record, int field)
{
    const auto at = static_cast<size_t>(field);
    return at < record.values.size() ? record.values[at] : QString();
}

} // namespace

RecordStore::Positions &RecordStore::index(int field) const
{
    const auto known = m_indexes.find(field);
    if (known != m_indexes.end())
        return *known;
    Positions positions;
    for (size_t at = 0; at < m_records.size(); ++at) {
        const QString key = valueIn(m_records[at], field).toCaseFolded();
        if (!key.isEmpty())
            positions.insert(key, static_cast<int>(at));
    }
    return *m_indexes.insert(field, positions);
}

std::optional<int> RecordStore::find(int field, const QString &value) const
{
    const auto [first, last] = index(field).equal_range(value.toCaseFolded());
    return first == last ? std::nullopt : std::optional(*std::min_element(first, last));
}

std::optional<int> RecordStore::findId(const QString &id) const
{
    const auto found = m_ids.constFind(id);
    return found == m_ids.cend() ? std::nullopt : std::optional(*found);
}

void RecordStore::add(Record record)
{
    const int position = static_cast<int>(m_records.size());
    m_ids.insert(record.id, position);
    for (auto it = m_indexes.begin(); it != m_indexes.end(); ++it) {
        const QString key = valueIn(record, it.key()).toCaseFolded();
        if (!key.isEmpty())
            it->insert(key, position);
    }
    m_records.push_back(std::move(record));
}

void RecordStore::change(int position, int field, const QString &value)
{
    Record &record = m_records[static_cast<size_t>(position)];
    const auto at = static_cast<size_t>(field);
    if (record.values.size() <= at)
        record.values.resize(at + 1);
    const auto known = m_indexes.find(field);
    if (known != m_indexes.end()) {
        known->remove(record.values[at].toCaseFolded(), position);
        if (!value.isEmpty())
            known->insert(value.toCaseFolded(), position);
    }
    record.values[at] = value;
}

void RecordStore::touch(int position, const QDateTime &when)
{
    m_records[static_cast<size_t>(position)].modified = when;
}

void RecordStore::setOwner(int position, const QString &userId)
{
    m_records[static_cast<size_t>(position)].ownerId = userId;
}

} // namespace practice
