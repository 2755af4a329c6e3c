#include "importing/PartMaking.h"

#include "tabular/TableSplit.h"
#include "tabular/opening/ProgressShare.h"

#include <QDir>
#include <QFileInfo>

namespace importing {

FileState fileStateOf(const QString &path)
{
    const QFileInfo file(path);
    return file.exists() ? FileState{file.size(), file.lastModified()} : FileState{};
}

base::Result<MadeParts> makeParts(const PartsWanted &wanted, const base::StopFlag &stop,
                                  const std::function<void(int)> &progress)
{
    const bool open = wanted.table && wanted.table->opened && wanted.table->scan;
    MadeParts made;
    made.source = fileStateOf(wanted.source.path);
    base::Result<tabular::TableSummary> table = open
        ? base::Result<tabular::TableSummary>(*wanted.table)
        : tabular::summarise(wanted.source, stop, tabular::share(progress, 0, 50));
    if (!table)
        return table.error();
    const QString place = wanted.tempFolder.isEmpty() ? QDir::tempPath() : wanted.tempFolder;
    QDir().mkpath(place);
    made.folder = std::make_shared<QTemporaryDir>(place + QStringLiteral("/upload-XXXXXX"));
    made.columns = mappedColumns(wanted.request, static_cast<int>(table->columns.size()), wanted.cells);
    tabular::PartPlan plan;
    plan.columns = made.columns;
    plan.folder = made.folder->path();
    auto parts = tabular::splitTable(*table->opened, table->profile.get(), plan, stop,
                                     tabular::share(progress, open ? 0 : 50, 100));
    if (!parts)
        return parts.error();
    made.parts = std::move(parts).value();
    return made;
}

} // namespace importing
