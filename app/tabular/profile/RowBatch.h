#pragma once

#include "tabular/RecordView.h"
#include "tabular/profile/CellHash.h"

#include <array>
#include <vector>

namespace tabular {

/// Some rows, kept so that they can be gone through column by column: what the processor learns of a column's cells, and
/// what it has of them in its caches, then serves the next ones.
class RowBatch final {
public:
    static constexpr size_t mostRows = 64;
    struct Place final {
        quint32 begin = 0; ///< in text()
        quint32 size = 0;
    };

    RowBatch();
    /// Rows have up to so many cells. It must be empty.
    void setColumns(size_t columns);
    /// Copies the first `width` cells. False: not of a row as long as that.
    bool add(const RecordView &row, size_t width);
    [[nodiscard]] bool isFull() const { return m_rows == mostRows || m_used > textBytes; }
    [[nodiscard]] bool isEmpty() const { return m_rows == 0; }
    void clear();

    [[nodiscard]] size_t rows() const { return m_rows; }
    /// The cells of a column, one for each row; empty where the row has none.
    [[nodiscard]] const Place *column(size_t column) const { return m_places.data() + column * mostRows; }
    [[nodiscard]] qint64 number(size_t row) const { return m_numbers[row]; }
    /// hashPadding bytes can be read behind any cell.
    [[nodiscard]] const char *text() const { return m_text.data(); }
    [[nodiscard]] std::string_view cell(Place place) const { return {text() + place.begin, place.size}; }

private:
    static constexpr size_t textBytes = size_t{24} * 1024;
    static constexpr size_t longestRow = size_t{16} * 1024;

    [[nodiscard]] Place copy(std::string_view bytes);

    size_t m_columns = 0;
    size_t m_rows = 0;
    size_t m_used = 0; ///< of the text
    std::vector<char> m_text;
    std::vector<Place> m_places; ///< column by column
    std::array<qint64, mostRows> m_numbers{};
};

} // namespace tabular
