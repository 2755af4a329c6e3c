#include "ui/wizard/TableNotes.h"

#include "ui/text/Wording.h"

#include <QLocale>

namespace ui {

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
