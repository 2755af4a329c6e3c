#include "ui/models/RowPages.h"

#include "importing/PoolWork.h"

namespace ui {
namespace {

// Rows that have been scrolled past are not worth fetching any more.
constexpr size_t mostWanted = 3;

} // namespace

RowPages::RowPages(QObject *parent)
    : QObject(parent)
{ }

RowPages::~RowPages() = default;

void RowPages::setTable(std::shared_ptr<const tabular::OpenedTable> table,
                        std::shared_ptr<const tabular::csv::ScanReport> scan, qint64 aboveData)
{
    ++m_current;
    m_table = std::move(table);
    m_scan = std::move(scan);
    m_aboveData = aboveData;
    m_pages.clear();
    m_wanted.clear();
    m_fetching.reset();
    m_failed = false;
}

const QStringList *RowPages::row(qint64 number)
{
    const qint64 page = number / pageRows;
    if (const Rows *rows = m_pages.object(page)) {
        const auto place = static_cast<size_t>(number % pageRows);
        return place < rows->size() ? &(*rows)[place] : nullptr;
    }
    if (m_table && m_scan && !m_failed)
        want(page);
    return nullptr;
}

void RowPages::want(qint64 page)
{
    if (m_fetching == page || (!m_wanted.empty() && m_wanted.back() == page))
        return;
    std::erase(m_wanted, page);
    m_wanted.push_back(page);
    if (m_wanted.size() > mostWanted)
        m_wanted.erase(m_wanted.begin());
    if (!m_fetching)
        fetchNext();
}

void RowPages::fetchNext()
{
    if (m_wanted.empty())
        return;
    const qint64 page = m_wanted.back();
    m_wanted.pop_back();
    m_fetching = page;
    const auto work = [table = m_table, scan = m_scan,
                       first = page * pageRows - m_aboveData](const std::function<void(int)> &) {
        base::Result<Rows> rows = tabular::rowsFrom(*table, *scan, first, pageRows);
        if (!rows)
            return rows;
        for (QStringList &row : *rows) {
            for (QString &cell : row)
                cell.truncate(keptCharacters);
        }
        return rows;
    };
    importing::workInPool(
        this, work, [](int) {},
        [this, page, asked = m_current](const base::Result<Rows> &rows) {
            if (asked == m_current)
                take(page, rows);
        });
}

void RowPages::take(qint64 page, const base::Result<Rows> &rows)
{
    m_fetching.reset();
    if (!rows) {
        m_failed = true;
        m_wanted.clear();
        Q_EMIT failed(rows.error());
        return;
    }
    const auto count = static_cast<qint64>(rows->size());
    m_pages.insert(page, new Rows(*rows));
    fetchNext();
    Q_EMIT fetched(page * pageRows, count);
}

} // namespace ui
