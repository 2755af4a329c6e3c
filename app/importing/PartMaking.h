#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "crm/BulkWriteRequest.h"
#include "tabular/CsvDialect.h"
#include "tabular/parts/PartPlan.h"

#include <QDateTime>
#include <QTemporaryDir>

#include <functional>
#include <memory>

namespace importing {

/// What tells whether a file is still the one that was read.
struct FileState final {
    qint64 bytes = -1;
    QDateTime changed;

    friend bool operator==(const FileState &a, const FileState &b) = default;
};
[[nodiscard]] FileState fileStateOf(const QString &path);

/// A spreadsheet cut into what one job takes each. The zips go with the folder.
struct MadeParts final {
    std::shared_ptr<QTemporaryDir> folder;
    FileState source;
    std::vector<tabular::PartColumn> columns; ///< that each part holds
    std::vector<tabular::SplitPart> parts;    ///< at least one
};

/// Cuts `source` into zips in a private folder below `tempFolder`, with the columns that `request` maps. Meant for a pool
/// thread; `progress` gets 0…100 from it. Errors: those of reading the table, of tabular::PartSplitter, FileChanged.
[[nodiscard]] base::Result<MadeParts> makeParts(const tabular::SourceFile &source, const crm::BulkWriteRequest &request,
                                                const QString &tempFolder, const base::StopFlag &stop,
                                                const std::function<void(int)> &progress);

} // namespace importing
