#pragma once

#include "practice/JobOrder.h"
#include "practice/RecordStore.h"

#include <QMap>

#include <map>

namespace practice {

/// The stores by module name; their places in memory stay while others come.
using Stores = std::map<QString, RecordStore>;

/// A cell as it will be stored, or the row code that refuses it.
struct CellVerdict final {
    QString value;
    const char *code = nullptr; ///< nullptr: accepted
};

/// The rules for one cell by the type of its field.
class RowRules final {
public:
    RowRules(const std::vector<PracticeModule> &modules, const std::vector<PracticeUser> &users, const Stores &stores)
        : m_modules(modules)
        , m_users(users)
        , m_stores(stores)
    { }

    /// `cell` is not blank. Text is stored exactly as it is; an unknown picklist value is accepted (the caller adds it).
    [[nodiscard]] CellVerdict judge(const PracticeField &field, const OrderedField &mapping, const QString &cell) const;

private:
    [[nodiscard]] CellVerdict judgeLookup(const PracticeField &field, const QString &findBy, const QString &cell) const;
    [[nodiscard]] CellVerdict judgeOwner(const QString &findBy, const QString &cell) const;

    const std::vector<PracticeModule> &m_modules;
    const std::vector<PracticeUser> &m_users;
    const Stores &m_stores;
};

} // namespace practice
