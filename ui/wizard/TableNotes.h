#pragma once

#include "tabular/TableSummary.h"

#include <QCoreApplication>

namespace ui {

/// Something about a spreadsheet that its owner should know: what, where first, and what happens to it.
struct TableNote final {
    QString text;
    bool warns = false; ///< values may be other than the owner thinks

    friend bool operator==(const TableNote &a, const TableNote &b) = default;
};

/// What was seen in a spreadsheet, as sentences.
class TableNotes final {
    Q_DECLARE_TR_FUNCTIONS(TableNotes)
public:
    /// All, the important ones first. What the user has to decide (invalid bytes) is none of them.
    [[nodiscard]] static std::vector<TableNote> all(const tabular::TableSummary &table);
    [[nodiscard]] static QString of(const tabular::TableFinding &finding);
    [[nodiscard]] static QString of(const tabular::WorkbookFinding &finding);
    /// "37 rows, 4 columns, 2.1 kB"
    [[nodiscard]] static QString sizeOf(const tabular::TableSummary &table);
    [[nodiscard]] static QString columns(int count);
    /// "3 parts, 500 API credits each"
    [[nodiscard]] static QString partsOf(const tabular::TableSummary &table);
    [[nodiscard]] static int parts(const tabular::TableSummary &table);

private:
    [[nodiscard]] static QString ofCells(const tabular::TableFinding &finding);
    [[nodiscard]] static QString ofSheet(const tabular::WorkbookFinding &finding);
    [[nodiscard]] static QString longRowsLeftOut(const tabular::TableFinding &finding);
    [[nodiscard]] static std::optional<TableNote> replaced(const tabular::TableSummary &table);
    [[nodiscard]] static std::optional<TableNote> leftOut(const tabular::TableSummary &table);
};

} // namespace ui
