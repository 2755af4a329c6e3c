#include "tabular/OpenQuestion.h"

#include <algorithm>

namespace tabular {

namespace {

using Matter = OpenQuestion::Matter;
using Kind = TableFinding::Kind;

std::optional<OpenQuestion> about(Matter matter, const TableSummary &table, Kind kind)
{
    const auto found = std::find_if(table.findings.begin(), table.findings.end(),
                                    [kind](const TableFinding &finding) { return finding.kind == kind; });
    if (found == table.findings.end())
        return {};
    return OpenQuestion{matter, found->count, found->firstRow};
}

/// Only a copy with the places replaced was decided on; UTF-8 is read as it stands until then.
bool bytesWereReplaced(const TableSummary &table)
{
    return table.opened && table.opened->replacedPlaces().count > 0 && table.opened->decided();
}

} // namespace

std::optional<OpenQuestion> openQuestion(const TableSummary &table)
{
    if (table.source.utf8Lines == Utf8Lines::Ask) {
        if (const auto lines = about(Matter::Utf8Lines, table, Kind::Utf8Line))
            return lines;
    }
    if (!bytesWereReplaced(table)) {
        if (const auto bytes = about(Matter::InvalidBytes, table, Kind::InvalidBytes))
            return bytes;
    }
    // A copy in which bytes were replaced has none of these.
    if (const auto zeros = about(Matter::ZeroBytes, table, Kind::NulByte))
        return zeros;
    if (table.source.longRows == LongRows::Ask && table.source.dialect.headerRow > 0)
        return about(Matter::LongRows, table, Kind::LongRow);
    return {};
}

} // namespace tabular
