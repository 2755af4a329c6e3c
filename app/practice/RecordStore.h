#pragma once

#include "practice/PracticeModules.h"

#include <QDateTime>
#include <QHash>
#include <QMultiHash>

#include <optional>

namespace practice {

/// One record; `values` stand in the order of the module's fields, as text in the CRM's own form (ISO dates, ids of
/// lookups). An empty text is no value.
struct Record final {
    /// Why a record refuses to be changed.
    enum class Lock : quint8 { None, AwaitsApproval, Blocked, InProcess };

    QString id;
    std::vector<QString> values;
    QString ownerId;
    QDateTime created;
    QDateTime modified;
    Lock lock = Lock::None;
};

/// The records of one module, in the order of their making, found by the values of unique and key fields (any case).
class RecordStore final {
public:
    [[nodiscard]] const std::vector<Record> &records() const { return m_records; }
    [[nodiscard]] const Record &at(int position) const { return m_records[static_cast<size_t>(position)]; }
    /// The first record whose field holds `value`; field `id` is asked for by findId().
    [[nodiscard]] std::optional<int> find(int field, const QString &value) const;
    [[nodiscard]] std::optional<int> findId(const QString &id) const;

    void add(Record record);
    void change(int position, int field, const QString &value);
    void touch(int position, const QDateTime &when);
    void setOwner(int position, const QString &userId);

private:
    using Positions = QMultiHash<QString, int>;
    Positions &index(int field) const;

    std::vector<Record> m_records;
    QHash<QString, int> m_ids;
    mutable QHash<int, Positions> m_indexes; ///< made when a field is first searched
};

} // namespace practice
