#include "importing/PartMaking.h"

#include "importing/MappedColumns.h"
#include "tabular/DataRows.h"
#include "tabular/parts/PartSplitter.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace importing {

namespace {

/// Hands rows on as the splitter wants them.
class RowFeed final {
public:
    explicit RowFeed(tabular::PartSplitter &splitter)
        : m_splitter(splitter)
    { }

    base::Status take(const tabular::Row &row)
    {
        m_width = qMax(m_width, row.cells.size());
        m_text.clear();
        m_cells.clear();
        for (const QString &cell : row.cells)
            m_text.push_back(cell.toUtf8());
        for (const QByteArray &cell : m_text)
            m_cells.emplace_back(cell.constData(), static_cast<size_t>(cell.size()));
        // Why it wants no more is said by its finish().
        if (!m_splitter.take({row.number, row.line, 0, m_cells, {}}))
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        return base::Done{};
    }
    [[nodiscard]] qsizetype width() const { return m_width; }

private:
    tabular::PartSplitter &m_splitter;
    std::vector<QByteArray> m_text;
    std::vector<std::string_view> m_cells;
    qsizetype m_width = 0;
};

struct Cut final {
    std::vector<tabular::SplitPart> parts;
    int width = 0; ///< of the widest row
};

base::Result<Cut> cut(const tabular::SourceFile &source, const tabular::PartPlan &plan, const base::StopFlag &stop,
                      const std::function<void(int)> &progress)
{
    auto rows = tabular::DataRows::open(source);
    if (!rows)
        return rows.error();
    tabular::PartSplitter splitter(plan, stop);
    if (const base::Status begun = splitter.begin(); !begun)
        return begun.error();
    RowFeed feed(splitter);
    const base::Status read = rows->forEach(stop, progress, [&feed](tabular::Row &row) { return feed.take(row); });
    auto parts = splitter.finish();
    if (!read && (parts || read.error().code != base::ErrorCode::Cancelled))
        return read.error();
    if (!parts)
        return parts.error();
    return Cut{std::move(parts).value(), static_cast<int>(qMax(feed.width(), rows->expectedWidth()))};
}

bool reachBeyond(const std::vector<tabular::PartColumn> &columns, int width)
{
    return std::any_of(columns.begin(), columns.end(),
                       [width](const tabular::PartColumn &column) { return column.source >= width; });
}

} // namespace

FileState fileStateOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? FileState{file.size(), file.lastModified()} : FileState{};
}

base::Result<MadeParts> makeParts(const tabular::SourceFile &source, const crm::BulkWriteRequest &request,
                                  const QString &tempFolder, const base::StopFlag &stop,
                                  const std::function<void(int)> &progress)
{
    const QString place = tempFolder.isEmpty() ? QDir::tempPath() : tempFolder;
    QDir().mkpath(place);
    MadeParts made;
    made.folder = std::make_shared<QTemporaryDir>(place + QStringLiteral("/upload-XXXXXX"));
    made.source = fileStateOf(source.path);
    made.columns = mappedColumns(request);
    tabular::PartPlan plan;
    plan.sourceName = QFileInfo(source.path).fileName();
    plan.sourceBytes = qMax<qint64>(0, made.source.bytes);
    plan.columns = made.columns;
    plan.folder = made.folder->path();
    base::Result<Cut> done = cut(source, plan, stop, progress);
    // Only the end tells how wide the table is. A column that it does not have must not go up as blanks.
    if (done && reachBeyond(made.columns, done->width)) {
        plan.columns = made.columns = mappedColumns(request, done->width);
        done = cut(source, plan, stop, progress);
    }
    if (!done)
        return done.error();
    if (fileStateOf(source.path) != made.source)
        return base::Error{base::ErrorCode::FileChanged, {}, {{QStringLiteral("file"), source.path}}, {}};
    made.parts = std::move(done->parts);
    return made;
}

} // namespace importing
