#pragma once

#include "base/Result.h"
#include "importing/RunResult.h"

namespace importing {

/// Unpacks a result zip and reads the CSV in it; meant for a pool thread. `knownColumns` are the names that the cells of
/// the ERRORS column may hold. Rows with a STATUS word of their own count in the total only. Errors: those of
/// tabular::readZip() and of reading the table, AnswerNotUnderstood when there is no CSV or no STATUS column.
base::Result<RunResult> readResultArchive(const QByteArray &archive, const QStringList &knownColumns);

} // namespace importing
