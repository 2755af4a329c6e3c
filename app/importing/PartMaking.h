#pragma once

#include "importing/MappedColumns.h"
#include "tabular/TableSummary.h"

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

/// What is to be cut, and where to.
struct PartsWanted final {
    tabular::SourceFile source;
    std::optional<tabular::TableSummary> table; ///< of `source`, where it is open already
    crm::BulkWriteRequest request;              ///< what it maps goes up; its indexes are the spreadsheet's
    mapping::CellRules cells;                   ///< how cells are changed on their way into the parts
    QString tempFolder;                         ///< a private folder is made below it
};

/// Cuts a spreadsheet into zips that hold the mapped columns. Meant for a pool thread; `progress` gets 0…100 from it.
/// Errors: those of tabular::summarise() and tabular::splitTable().
[[nodiscard]] base::Result<MadeParts> makeParts(const PartsWanted &wanted, const base::StopFlag &stop,
                                                const std::function<void(int)> &progress);

} // namespace importing
