#pragma once

#include "base/Error.h"
#include "tabular/RecordView.h"

#include <string>
#include <vector>

namespace fuzz {

/// Records as one text, for comparing what two ways of reading give; the cells are kept too.
class RecordText final : public tabular::RecordSink {
public:
    bool take(const tabular::RecordView &record) override
    {
        text += "\n" + std::to_string(record.number) + ' ' + std::to_string(record.line) + ' '
            + std::to_string(record.offset);
        std::vector<std::string> &kept = cells.emplace_back();
        for (const std::string_view cell : record.cells) {
            text += ' ' + std::to_string(cell.size()) + ':';
            text += cell;
            kept.emplace_back(cell);
        }
        for (const tabular::CellRemark &remark : record.remarks)
            text += " remark " + std::to_string(int(remark.kind)) + ' ' + std::to_string(remark.column) + ' '
                + std::to_string(remark.count);
        return true;
    }
    void fail(const base::Error &error)
    {
        failure = describe(error);
        code = error.code;
        failed = true;
    }
    /// What a user would see of it.
    [[nodiscard]] static std::string describe(const base::Error &error)
    {
        std::string text = base::name(error.code);
        for (const char *key : {"row", "line", "column", "limit"})
            text += ' ' + error.context.value(QLatin1String(key)).toString().toStdString();
        return text;
    }
    [[nodiscard]] std::string all() const { return text + '\n' + failure; }

    std::string text;
    std::string failure;
    std::vector<std::vector<std::string>> cells;
    base::ErrorCode code{};
    bool failed = false;
};

} // namespace fuzz
