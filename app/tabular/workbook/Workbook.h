#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/RecordView.h"

#include <QString>

#include <functional>
#include <memory>
#include <vector>

namespace tabular {

struct Sheet final {
    QString name;
    bool hidden = false;
    bool isTable = true; ///< false: a chart, a dialog or a sheet of macros

    friend bool operator==(const Sheet &a, const Sheet &b) = default;
};

/// Something in a sheet that a person should know before its rows are sent. One a kind: the first place, and how many.
struct WorkbookFinding final {
    enum class Kind {
        FormulaWithoutValue, ///< its cell is empty: the workbook was saved by a program that does not calculate
        ErrorValue,          ///< such as #N/A; the cell holds that text
        DigitsBeyond15,      ///< a whole number with more digits than spreadsheets keep; as stored
        ImpossibleDate,      ///< formatted as a date that does not exist; the cell holds the number
        MergedCells,         ///< the value stands in the first of the merged cells only
        HiddenRows,          ///< are read all the same
        HiddenColumns,       ///< are read all the same
        HiddenSheet,         ///< was read because it was asked for
        Macros,              ///< are there and were not looked at
        RowsOutOfOrder,      ///< the file does not hold the sheet's rows from top to bottom
    };
    Kind kind = Kind::ErrorValue;
    qint64 row = 0;  ///< the sheet's row, from 1; 0: of no row
    int column = -1; ///< from 0; -1: of no column
    qint64 count = 0;

    friend bool operator==(const WorkbookFinding &a, const WorkbookFinding &b) = default;
};

/// The sheets of a workbook as far as they are known, in its order.
struct SheetList final {
    std::vector<Sheet> sheets;
    bool areAll = true;

    friend bool operator==(const SheetList &a, const SheetList &b) = default;
};

/// How far readSheet() reads.
enum class SheetReach {
    Rows,    ///< to the end of the rows, and a little on where that may show the names of the other sheets
    AllNames ///< on to where all sheets are known
};

/// Done and all bytes of a part as its header claims them: good for a bar, and for nothing else.
using WorkbookProgress = std::function<void(qint64 done, qint64 total)>;

/// An open workbook, read by streaming: memory does not grow with the rows (but for an XLSX's table of shared texts).
/// Formats become text as follows. Text stays as it is. Numbers are written as stored, shortest, with a point. Dates
/// are ISO text (`2024-02-29`, `2024-02-29T13:45:00`, `13:45:00`) where the number's format says so. Booleans are
/// `true` and `false`. Of formulas the value last calculated counts. One thread at a time.
class Workbook {
public:
    virtual ~Workbook() = default;
    [[nodiscard]] virtual QString format() const = 0; ///< "XLSX" or "ODS"
    [[nodiscard]] virtual QString path() const = 0;

    /// In the workbook's order. At once for XLSX; in ODS the names are spread over the whole content, which the first
    /// call reads through. Errors: those of openWorkbook(), Cancelled.
    virtual base::Result<std::vector<Sheet>> sheets(const base::StopFlag &stop) = 0;

    /// What the last readSheet() came by on its way, or all once anybody read so far: costs nothing.
    [[nodiscard]] virtual SheetList knownSheets() const = 0;

    /// Hands each row that holds text to `sink`: cells up to the last filled one, `number` from 1, `line` the sheet's
    /// row, `offset` 0. Rows come as the file holds them, nearly always top to bottom (else the finding RowsOutOfOrder
    /// is there; saveSheetAsCsv() puts them in order). Ends early, well, when the sink wants no more, however far it should reach. `name` empty: the
    /// first visible sheet with a table, or the first at all. Errors: WorkbookSheetMissing ("found"), WorkbookBroken
    /// ("cell" like "B7" where it is known), WorkbookUnsafe, ZipUnreadable, ZipTooLarge, TableTooLarge ("limit": the
    /// shared texts), FileChanged, Cancelled. All have "file".
    virtual base::Status readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                                   const WorkbookProgress &progress = {}, SheetReach reach = SheetReach::Rows) = 0;

    /// About how long the text of a sheet gets (its name as for readSheet()), by what the headers claim of its parts: to
    /// see whether there is room for it. At most 1 GiB.
    [[nodiscard]] virtual qint64 textBytes(const QString &name) const = 0;

    /// Of the last readSheet(), as far as it read; in order of the kinds.
    [[nodiscard]] virtual std::vector<WorkbookFinding> findings() const = 0;
};

/// Opens an .xlsx, .xlsm or .ods file, told by its content. Errors: FileNotFound, NotARegularFile, FileUnreadable,
/// TableKindUnsupported ("found": XLS, XLSB, Numbers, DOCX, …), WorkbookEncrypted, WorkbookBroken, WorkbookUnsafe,
/// ZipUnreadable, ZipTooLarge. Every error has "file".
base::Result<std::unique_ptr<Workbook>> openWorkbook(const QString &path);

} // namespace tabular
