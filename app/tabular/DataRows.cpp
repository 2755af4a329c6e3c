#include "tabular/DataRows.h"

#include <QSet>

#include <algorithm>

namespace tabular {

namespace {

/// Often enough to stop at once, seldom enough not to be felt.
constexpr qint64 rowsBetweenLooks = 256;

} // namespace

base::Result<DataRows> DataRows::open(const SourceFile &source)
{
    auto opened = openTable(source);
    if (!opened.ok())
        return opened.error();
    DataRows rows;
    rows.m_reader = std::move(opened).value();
    if (const auto read = rows.readFirstRecords(source.dialect.headerRow); !read.ok())
        return read.error();
    return rows;
}

base::Status DataRows::readFirstRecords(int headerRow)
{
    Row row;
    for (int record = 0; record < qMax(1, headerRow); ++record) {
        const auto more = m_reader->next(row);
        if (!more.ok())
            return more.error();
        if (!*more)
            return base::Error{base::ErrorCode::TableEmpty, {}, {}, {}};
    }
    m_expectedWidth = row.cells.size();
    (headerRow > 0 ? m_header : m_firstRow) = std::move(row);
    return base::Done{};
}

base::Status DataRows::forEach(const base::StopFlag &stop, const std::function<void(int)> &progress,
                               const std::function<base::Status(Row &)> &take)
{
    Row row;
    bool more = m_firstRow.number > 0;
    if (more)
        row = std::move(m_firstRow);
    for (qint64 taken = 0;; ++taken) {
        if (taken % rowsBetweenLooks == 0) {
            if (stop.raised())
                return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
            if (progress)
                progress(static_cast<int>(100 * m_reader->bytesRead() / qMax<qint64>(1, m_reader->bytesTotal())));
        }
        if (taken > 0 || !more) {
            const auto read = m_reader->next(row);
            if (!read.ok())
                return read.error();
            more = *read;
        }
        if (!more)
            break;
        if (auto done = take(row); !done.ok())
            return done;
    }
    if (progress)
        progress(100);
    return base::Done{};
}

bool isBlank(const QString &cell)
{
    return std::all_of(cell.cbegin(), cell.cend(), [](QChar c) { return c.isSpace(); });
}

qsizetype usedWidth(const QStringList &cells, qsizetype expected)
{
    qsizetype width = cells.size();
    while (width > expected && isBlank(cells.at(width - 1)))
        --width;
    return qMax(width, expected);
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
