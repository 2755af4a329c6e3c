#include "tabular/ColumnNames.h"

#include <QSet>

#include <algorithm>

namespace tabular {

bool isBlank(const QString &cell)
{
    return std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isSpace(); });
}

QStringList columnNames(const QStringList &header, qsizetype count)
{
    // A name made up here must not take one that stands further right.
    const QSet<QString> given(header.cbegin(), header.cend());
    QSet<QString> taken;
    QStringList names;
    for (qsizetype column = 0; column < count; ++column) {
        const QString own = header.value(column);
        const QString base = isBlank(own) ? QStringLiteral("Column %1").arg(column + 1) : own;
        QString name = base;
        const bool madeUp = isBlank(own);
        for (int n = 2; taken.contains(name) || ((madeUp || n > 2) && given.contains(name)); ++n)
            name = QStringLiteral("%1 (%2)").arg(base).arg(n);
        taken.insert(name);
        names.append(name);
    }
    return names;
}

} // namespace tabular
