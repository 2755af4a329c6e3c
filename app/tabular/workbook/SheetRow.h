#pragma once

#include "base/Result.h"
#include "tabular/RecordView.h"

#include <string>
#include <string_view>
#include <vector>

namespace tabular {

constexpr int sheetColumns = 16'384;      ///< that a sheet has
constexpr qint64 sheetRows = 1'048'576;   ///< that a sheet has
constexpr qint64 cellBytes = 1024 * 1024; ///< of one cell's text at most

/// A place as people name it: "B7".
[[nodiscard]] QString cellName(qint64 row, int column);

/// WorkbookBroken or WorkbookUnsafe at a place of the sheet.
[[nodiscard]] base::Error cellFailure(base::ErrorCode code, qint64 row, int column, const QString &detail);

/// The cells of one sheet row while they come in, in whatever order, and their way into a sink. Its buffers are used
/// again for each row.
class SheetRow final {
public:
    void clear();
    /// `text` must live until the row is handed over. Column from 0, below `sheetColumns`.
    void place(int column, std::string_view text) { put({column, text.data(), 0, text.size()}); }
    /// Copies `text`, for `count` columns from `column` on. False when the row holds too much text already.
    [[nodiscard]] bool placeCopy(int column, std::string_view text, int count = 1);

    /// Puts the cells in order, once all are there. The column that came twice, or -1.
    [[nodiscard]] int arrange();
    /// Of an arranged row. False when `sink` wants no more. A row without text is none and is not handed over.
    bool handTo(RecordSink &sink, qint64 line);
    [[nodiscard]] bool isEmpty() const { return m_cells.empty(); }
    /// How many rows were handed over.
    [[nodiscard]] qint64 count() const { return m_count; }

private:
    struct Cell final {
        int column;
        const char *data; ///< null: at `offset` of the copies
        size_t offset;
        size_t length;
    };
    void put(const Cell &cell);

    std::vector<Cell> m_cells;
    std::string m_copies;
    std::vector<std::string_view> m_views;
    qint64 m_count = 0;
    bool m_ordered = true;
};

} // namespace tabular
