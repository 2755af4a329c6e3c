#pragma once

#include "tabular/CsvDialect.h"
#include "tabular/parts/PartPlan.h"

#include <QByteArray>

namespace tabular {

/// The parts of a split as JSON, for people and for whoever sends them later: source (name, bytes, encoding, delimiter,
/// header_row, sheet; sha256 where it is known), limits, columns [{index from 0, name}], rows in all, and parts [{file,
/// csv_name, rows, first_row, last_row, csv_bytes, bytes, sha256}]. No folders and no times: the same input gives the same
/// text. `bytes` is the size of the file, zipped or not.
[[nodiscard]] QByteArray partManifest(const PartPlan &plan, const SourceFile &source,
                                      const std::vector<SplitPart> &parts, const QString &sourceSha256 = {});

} // namespace tabular
