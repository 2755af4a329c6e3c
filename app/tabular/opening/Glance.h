#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/CsvDialect.h"
#include "tabular/encoding/EncodingGuess.h"
#include "tabular/encoding/InvalidPlaces.h"
#include "tabular/sniffing/DialectGuess.h"
#include "tabular/sniffing/FileKind.h"
#include "tabular/workbook/Workbook.h"

#include <QStringList>

#include <memory>

namespace tabular {

struct TableFile;

/// A record at the top of a table, as it stands: nothing is taken for a header yet.
struct TopRecord final {
    qint64 row = 0; ///< in a workbook the sheet's row, else the record's number, from 1
    QStringList cells;

    friend bool operator==(const TopRecord &a, const TopRecord &b) = default;
};

/// A first look at a file of any kind and size: what it is, how it is best read and why, and its first records read that
/// way. Costs the same for any size (an archive's one table is unpacked only as far as it must be).
struct Glance final {
    static constexpr int mostRecords = 100;

    FileKind kind = FileKind::DelimitedText;
    QString format;            ///< for people and `--json`: "CSV", "XLSX" or "ODS"
    QString member;            ///< the table's name in an archive; never a path
    qint64 bytes = 0;          ///< of the file
    SourceFile source;         ///< path, sheet and dialect by which `top` was read
    std::vector<Sheet> sheets; ///< of a workbook, as far as they are known
    /// False for an ODS whose names stand behind rows that were not read: completeSheets() reads them, and an OpenedTable
    /// has come by them.
    bool sheetsAreAll = true;
    std::optional<EncodingGuess> encoding; ///< of text: all candidates with their words
    std::optional<DialectGuess> dialect;   ///< of text: what speaks for each part of it
    std::optional<HeaderGuess> header;     ///< of text and workbooks
    InvalidPlaces invalid;                 ///< in what was decoded for the look
    std::vector<TopRecord> top;            ///< at most `mostRecords`
    bool topIsAll = false;
    /// What was unpacked of an archive, null otherwise. Handed on, it spares glanceAs() and OpenedTable::open() the same
    /// work; they look whether the archive is still what it was.
    std::shared_ptr<const TableFile> unpacked;
};

/// Looks at `path` and makes all choices. `usualPage` as in guessEncoding(). Meant for a pool thread. Errors, with "file":
/// those of lookAt() and openWorkbook(), TableEmpty, TableNotText / TableKindUnsupported ("found") for what is no table,
/// ArchiveHoldsNoTable, ArchiveHoldsSeveral, ZipUnreadable, ZipTooLarge, FileUnreachable,
/// FileChanged (the look failed, and another program was writing), Cancelled.
[[nodiscard]] base::Result<Glance> glanceAt(const QString &path, QStringView usualPage, const base::StopFlag &stop);

/// The same with the user's choices: sheet and dialect of `source` hold, the guesses are there beside them. Errors also:
/// TableBytesUndecodable when the encoding is not available here, WorkbookSheetMissing.
[[nodiscard]] base::Result<Glance> glanceAs(const SourceFile &source, QStringView usualPage, const base::StopFlag &stop,
                                            const std::shared_ptr<const TableFile> &unpacked = {});

/// Reads the names that a glance left out, which takes as long as the file is large. Errors: those of openWorkbook() and
/// Workbook::sheets().
[[nodiscard]] base::Status completeSheets(Glance &glance, const base::StopFlag &stop);

} // namespace tabular
