#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/CsvDialect.h"
#include "tabular/RecordView.h"

#include <QStringList>

#include <memory>

namespace tabular {

/// One record. `number` counts records from 1 in the file (the header row included), `line` the text line it starts on.
struct Row final {
    qint64 number = 0;
    qint64 line = 0;
    QStringList cells;
    QList<CellRemark> remarks; ///< nearly always empty
};

/// Streams the records of one table, first to last; nothing else in the program knows what kind of file it comes from.
/// Used from one thread at a time. Blank lines are not records. Cells are text exactly as it stands in the file.
class TableReader {
public:
    virtual ~TableReader() = default;
    /// Fills `row` and gives true, or gives false at the end. After an error every call gives that error. Errors of
    /// delimited text, with "row", "line" and (except for quotes) "column", all counted from 1: TableNotUtf8,
    /// TableQuoteNotClosed ("line" is where the quote was opened), TableCellTooLong and TableTooManyColumns ("limit"),
    /// FileUnreadable.
    virtual base::Result<bool> next(Row &row) = 0;
    /// For progress: bytes read so far, of `bytesTotal()`.
    [[nodiscard]] virtual qint64 bytesRead() const = 0;
    [[nodiscard]] virtual qint64 bytesTotal() const = 0;
};

/// Opens `source` with the reader for its kind of file (today: delimited UTF-8 text). Errors: FileNotFound,
/// NotARegularFile, FileUnreadable, TableNotText (told by its content; context "found": XLSX, ODS, ZIP, GZIP, XLS, PDF,
/// HTML, XML, UTF-16 or UTF-32).
base::Result<std::unique_ptr<TableReader>> openTable(const SourceFile &source);

/// The delimiter that splits the first records most evenly, and a header row of 1; a one-column file gets a comma. A
/// first line "sep=;" decides alone. Errors: those of openTable().
base::Result<CsvDialect> detectDialect(const QString &path);

} // namespace tabular
