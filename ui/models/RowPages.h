#pragma once

#include "tabular/opening/OpenedTable.h"

#include <QCache>
#include <QObject>

#include <optional>

namespace ui {

/// The records of an open table, those above its first data row included, fetched in the pool page by page as they are looked at; a few pages are kept. Main
/// thread.
class RowPages final : public QObject {
    Q_OBJECT
public:
    static constexpr qint64 pageRows = 128;
    static constexpr int keptPages = 16;
    static constexpr qsizetype keptCharacters = 2'000; ///< of a cell: a preview shows no more

    explicit RowPages(QObject *parent = nullptr);
    ~RowPages() override;

    /// Null: there are no rows. What is still being fetched of the table before comes to nothing.
    void setTable(std::shared_ptr<const tabular::OpenedTable> table,
                  std::shared_ptr<const tabular::csv::ScanReport> scan, qint64 aboveData);
    /// Record `number` (from 0, the first `aboveData` stand above the data rows); null while it is being fetched, which asking for it begins.
    [[nodiscard]] const QStringList *row(qint64 number);

Q_SIGNALS:
    void fetched(qint64 first, qint64 count); ///< row() gives these now
    void failed(const base::Error &error);    ///< nothing more is fetched of this table

private:
    using Rows = std::vector<QStringList>;

    void want(qint64 page);
    void fetchNext();
    void take(qint64 page, const base::Result<Rows> &rows);

    std::shared_ptr<const tabular::OpenedTable> m_table;
    std::shared_ptr<const tabular::csv::ScanReport> m_scan;
    QCache<qint64, Rows> m_pages{keptPages};
    std::vector<qint64> m_wanted; ///< the one looked at last is the last one
    std::optional<qint64> m_fetching;
    qint64 m_aboveData = 0;
    quint64 m_current = 0; ///< tells late rows of another table apart
    bool m_failed = false;
};

} // namespace ui
