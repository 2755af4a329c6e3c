#include "ui/wizard/TableNotes.h"

#include "ui/text/Wording.h"

#include <QLocale>

namespace ui {

// One and many are sentences of their own: English has its plural forms only where a translation is loaded.
QString TableNotes::of(const tabular::TableFinding &finding)
{
    using Kind = tabular::TableFinding::Kind;
    const bool one = finding.count == 1;
    const QString count = QLocale().toString(finding.count);
    const QString row = QLocale().toString(finding.firstRow);
    const int column = finding.column + 1;
    switch (finding.kind) {
    case Kind::ShortRow:
        return one ? tr("Row %1 has fewer cells than the header row. The missing ones count as blank.").arg(row)
                   : tr("%1 rows have fewer cells than the header row, the first is row %2. The missing ones count as "
                        "blank.")
                         .arg(count, row);
    case Kind::LongRow:
        return one
            ? tr("Row %1 has more cells than the header row. Look whether a delimiter stands inside a cell.").arg(row)
            : tr("%1 rows have more cells than the header row, the first is row %2. Look whether a delimiter "
                 "stands inside a cell.")
                  .arg(count, row);
    case Kind::NulByte:
        return tr("The file holds NUL characters, first in row %1. It may be damaged.").arg(row);
    case Kind::LoneQuote:
        return tr("A quotation mark stands inside an unquoted cell, first in row %1. It is taken as it is.").arg(row);
    case Kind::HeaderMissing:
        return one && column > 0
            ? tr("Column %1 has no name in the header row. It is called by its number.").arg(column)
            : tr("%1 columns have no name in the header row. They are called by their numbers.").arg(count);
    case Kind::HeaderRepeated:
        return one && column > 0
            ? tr("The name of column %1 stands in the header row before. A number tells the two apart.").arg(column)
            : tr("%1 names stand in the header row more than once. Numbers tell them apart.").arg(count);
    }
    return {};
}

QString TableNotes::columns(int count)
{
    return count == 1 ? tr("1 column") : tr("%1 columns").arg(QLocale().toString(count));
}

QString TableNotes::sizeOf(const tabular::TableSummary &table)
{
    return tr("%1, %2, %3")
        .arg(Wording::rows(table.rows), columns(static_cast<int>(table.columns.size())), Wording::bytes(table.bytes));
}

} // namespace ui
