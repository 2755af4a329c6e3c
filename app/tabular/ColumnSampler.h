#pragma once

#include "tabular/TableSummary.h"

namespace tabular {

/// Picks the telling values of one column while its cells pass by.
class ColumnSampler final {
public:
    void add(const QString &cell); ///< blank cells are passed over
    [[nodiscard]] qint64 filled() const { return m_filled; }
    /// A typical value (of middling length), the longest, and another one; cut at 500 characters.
    [[nodiscard]] QStringList samples() const;

private:
    QString m_longest;
    QStringList m_candidates;
    qint64 m_filled = 0;
};

} // namespace tabular
