#pragma once

#include "tabular/TableReader.h"

namespace tabular {

/// Reads delimited UTF-8 text that is already in memory (result files, uploads in the practice CRM).
[[nodiscard]] std::unique_ptr<TableReader> readCsvText(const QByteArray &text, const CsvDialect &dialect);

} // namespace tabular
