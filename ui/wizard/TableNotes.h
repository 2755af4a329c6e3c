#pragma once

#include "tabular/TableSummary.h"

#include <QCoreApplication>

namespace ui {

/// What was seen in a spreadsheet, as sentences.
class TableNotes final {
    Q_DECLARE_TR_FUNCTIONS(TableNotes)
public:
    [[nodiscard]] static QString of(const tabular::TableFinding &finding);
    /// "37 rows, 4 columns, 2.1 kB"
    [[nodiscard]] static QString sizeOf(const tabular::TableSummary &table);
    [[nodiscard]] static QString columns(int count);

private:
    [[nodiscard]] static QString ofCells(const tabular::TableFinding &finding);
};

} // namespace ui
