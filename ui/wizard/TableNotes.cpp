#include "ui/wizard/TableNotes.h"

#include "checking/RequestCheck.h"
#include "tabular/opening/OpenedTable.h"
#include "ui/text/Wording.h"

#include <QLocale>

#include <algorithm>

namespace ui {
namespace {

bool warns(tabular::TableFinding::Kind kind)
{
    using Kind = tabular::TableFinding::Kind;
    return kind == Kind::ShortRow || kind == Kind::LongRow || kind == Kind::NulByte || kind == Kind::LoneQuote
        || kind == Kind::LongNumber;
}

bool warns(tabular::WorkbookFinding::Kind kind)
{
    using Kind = tabular::WorkbookFinding::Kind;
    return kind == Kind::FormulaWithoutValue || kind == Kind::ErrorValue || kind == Kind::DigitsBeyond15
        || kind == Kind::ImpossibleDate || kind == Kind::MergedCells || kind == Kind::HiddenRows;
}

} // namespace

std::vector<TableNote> TableNotes::all(const tabular::TableSummary &table)
{
    std::vector<TableNote> notes;
    for (const std::optional<TableNote> &note : {replaced(table), leftOut(table)}) {
        if (note)
            notes.push_back(*note);
    }
    for (const tabular::WorkbookFinding &finding : table.workbookFindings)
        notes.push_back({of(finding), warns(finding.kind)});
    for (const tabular::TableFinding &finding : table.findings) {
        const bool leftOut = finding.kind == tabular::TableFinding::Kind::LongRow
            && table.source.longRows == tabular::LongRows::LeaveOut;
        notes.push_back({leftOut ? longRowsLeftOut(finding) : of(finding), warns(finding.kind)});
    }
    std::erase_if(notes, [](const TableNote &note) { return note.text.isEmpty(); });
    std::stable_partition(notes.begin(), notes.end(), [](const TableNote &note) { return note.warns; });
    return notes;
}

QString TableNotes::longRowsLeftOut(const tabular::TableFinding &finding)
{
    return tr("%Ln row(s) have more cells than the header row and are left out, as you chose; the first is row %1.",
              nullptr, static_cast<int>(finding.count))
        .arg(QLocale().toString(finding.firstRow));
}

std::optional<TableNote> TableNotes::replaced(const tabular::TableSummary &table)
{
    if (!table.opened || !table.opened->decided() || table.opened->replacedPlaces().count == 0)
        return {};
    const tabular::InvalidPlaces &places = table.opened->replacedPlaces();
    const QString text =
        tr("%Ln place(s) of the file are no text and became the sign \uFFFD, as you chose; the first is "
           "on line %1.",
           nullptr, static_cast<int>(places.count))
            .arg(QLocale().toString(places.first.empty() ? 0 : places.first.front().line));
    return TableNote{text, true};
}

std::optional<TableNote> TableNotes::leftOut(const tabular::TableSummary &table)
{
    const qint64 count = table.opened ? table.opened->droppedZeros() : 0;
    if (count == 0)
        return {};
    return TableNote{tr("%Ln zero byte(s) were left out, as you chose.", nullptr, static_cast<int>(count)), true};
}

int TableNotes::parts(const tabular::TableSummary &table)
{
    return static_cast<int>(checking::jobsFor(table).most());
}

QString TableNotes::partsOf(const tabular::TableSummary &table)
{
    const int count = parts(table);
    return count == 1 ? tr("1 part, 500 API credits") : tr("%Ln part(s), 500 API credits each", nullptr, count);
}

QString TableNotes::of(const tabular::WorkbookFinding &finding)
{
    using Kind = tabular::WorkbookFinding::Kind;
    const int count = static_cast<int>(finding.count);
    const QString row = QLocale().toString(finding.row);
    const QString column = QLocale().toString(finding.column + 1);
    switch (finding.kind) {
    case Kind::FormulaWithoutValue:
        return tr("%Ln formula(s) have no value in the file, the first in row %1, column %2. Their cells count as "
                  "blank; save the workbook in a spreadsheet program first.",
                  nullptr, count)
            .arg(row, column);
    case Kind::ErrorValue:
        return tr("%Ln cell(s) hold an error such as #N/A, the first in row %1, column %2. They are imported with that "
                  "text.",
                  nullptr, count)
            .arg(row, column);
    case Kind::DigitsBeyond15:
        return tr("%Ln number(s) have more digits than spreadsheets show, the first in row %1, column %2. They are "
                  "imported as stored.",
                  nullptr, count)
            .arg(row, column);
    case Kind::ImpossibleDate:
        return tr("%Ln cell(s) are formatted as dates that do not exist, the first in row %1, column %2. The number is "
                  "imported.",
                  nullptr, count)
            .arg(row, column);
    case Kind::MergedCells:
        return tr("%Ln group(s) of cells are merged, the first in row %1, column %2. Only the first cell of each has "
                  "the value.",
                  nullptr, count)
            .arg(row, column);
    default:
        return ofSheet(finding);
    }
}

QString TableNotes::ofSheet(const tabular::WorkbookFinding &finding)
{
    using Kind = tabular::WorkbookFinding::Kind;
    const int count = static_cast<int>(finding.count);
    switch (finding.kind) {
    case Kind::HiddenRows:
        return tr("%Ln row(s) are hidden, the first is row %1. They are imported all the same.", nullptr, count)
            .arg(QLocale().toString(finding.row));
    case Kind::HiddenColumns:
        return tr("%Ln column(s) are hidden, the first is column %1. They are there to be mapped all the same.",
                  nullptr, count)
            .arg(QLocale().toString(finding.column + 1));
    case Kind::HiddenSheet:
        return tr("This sheet is hidden in the workbook.");
    case Kind::Macros:
        return tr("The workbook holds macros. They were not run, and nothing of them is imported.");
    case Kind::RowsOutOfOrder:
        return tr("The file does not hold the rows from top to bottom. They were put in order.");
    default:
        return {};
    }
}

QString TableNotes::of(const tabular::TableFinding &finding)
{
    using Kind = tabular::TableFinding::Kind;
    const int count = static_cast<int>(finding.count);
    const QString row = QLocale().toString(finding.firstRow);
    const QString column = QLocale().toString(finding.column + 1);
    switch (finding.kind) {
    case Kind::ShortRow:
        return tr("%Ln row(s) have fewer cells than the header row, the first is row %1. The missing ones count as "
                  "blank.",
                  nullptr, count)
            .arg(row);
    case Kind::LongRow:
        return tr("%Ln row(s) have more cells than the header row, the first is row %1. Look whether a delimiter "
                  "stands "
                  "inside a cell.",
                  nullptr, count)
            .arg(row);
    case Kind::NulByte:
        return tr("The file holds NUL characters, first in row %1. It may be damaged.").arg(row);
    case Kind::LoneQuote:
        return tr("A quotation mark stands inside an unquoted cell, first in row %1. It is taken as it is.").arg(row);
    case Kind::HeaderMissing:
        return tr("%Ln column(s) have no name in the header row, the first is column %1. Numbers stand in for names.",
                  nullptr, count)
            .arg(column);
    case Kind::HeaderRepeated:
        return tr("%Ln name(s) stand in the header row before, the first in column %1. Numbers tell them apart.",
                  nullptr, count)
            .arg(column);
    default:
        return ofCells(finding);
    }
}

QString TableNotes::ofCells(const tabular::TableFinding &finding)
{
    using Kind = tabular::TableFinding::Kind;
    const int count = static_cast<int>(finding.count);
    const QString row = QLocale().toString(finding.firstRow);
    const QString column = QLocale().toString(finding.column + 1);
    switch (finding.kind) {
    case Kind::FormulaStart:
        return tr("%Ln cell(s) start like a formula, the first in row %1, column %2. They are imported as they stand.",
                  nullptr, count)
            .arg(row, column);
    case Kind::LongNumber:
        return tr("%Ln number(s) have more than 15 digits, the first in row %1, column %2. Spreadsheet programs may "
                  "have changed the last digits.",
                  nullptr, count)
            .arg(row, column);
    case Kind::LeadingZero:
        return tr("%Ln number(s) start with a zero, the first in row %1, column %2. They are imported with it.",
                  nullptr, count)
            .arg(row, column);
    case Kind::InvisibleMark:
        return tr("%Ln cell(s) hold invisible marks, the first in row %1, column %2. They are imported with them.",
                  nullptr, count)
            .arg(row, column);
    default:
        return {};
    }
}

QString TableNotes::columns(int count)
{
    return tr("%Ln column(s)", nullptr, count);
}

QString TableNotes::sizeOf(const tabular::TableSummary &table)
{
    return tr("%1, %2, %3")
        .arg(Wording::rows(table.rows), columns(static_cast<int>(table.columns.size())), Wording::bytes(table.bytes));
}

} // namespace ui
