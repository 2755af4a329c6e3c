#pragma once

#include <QtGlobal>

#include <span>
#include <string_view>

namespace tabular {

/// Something odd in a cell that is kept as it stands. `column` counts from 0.
struct CellRemark final {
    enum class Kind { NulByte, LoneQuote };
    Kind kind = Kind::NulByte;
    int column = 0;
    qint64 count = 0;

    friend bool operator==(const CellRemark &a, const CellRemark &b) = default;
};

/// One record while it passes by: nothing in it outlives the call that hands it over. Cells are UTF-8, without their
/// quotes. A blank line is no record.
struct RecordView final {
    qint64 number = 0; ///< of this record in the file, from 1, the header row included
    qint64 line = 0;   ///< text line it starts on, from 1; in a workbook the sheet's row
    qint64 offset = 0; ///< of its first byte in the UTF-8 text
    std::span<const std::string_view> cells;
    std::span<const CellRemark> remarks; ///< nearly always empty
    /// Where the record stands as one piece: cells are views into it, but for those that lost something of what stands
    /// there. Empty where there is no such piece.
    std::string_view text = {};
};

/// Takes records one after the other, in the thread that reads them.
class RecordSink {
public:
    virtual ~RecordSink() = default;
    /// False ends the reading; why is for the sink to keep.
    virtual bool take(const RecordView &record) = 0;
};

} // namespace tabular
