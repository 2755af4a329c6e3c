#include "cli/FindingWords.h"

#include "cli/TextTable.h"
#include "tabular/opening/RowOnLine.h"

namespace cli {

namespace {

using TableKind = tabular::TableFinding::Kind;
using BookKind = tabular::WorkbookFinding::Kind;

constexpr size_t mostPlaces = 100;

/// %1 is how often it was seen; the second sentence is for more than once.
constexpr struct {
    TableKind kind;
    const char *name;
    const char *once;
    const char *often;
} tableWords[] = {
    {TableKind::ShortRow, "short_row", "1 row has fewer cells than the header; the missing ones count as blank",
     "%1 rows have fewer cells than the header; the missing ones count as blank"},
    {TableKind::LongRow, "long_row", "1 row has more cells than the header", "%1 rows have more cells than the header"},
    {TableKind::NulByte, "nul_byte", "1 zero byte stands in a cell", "%1 zero bytes stand in cells"},
    {TableKind::LoneQuote, "lone_quote", "1 quote stands inside an unquoted cell and is kept as text",
     "%1 quotes stand inside unquoted cells and are kept as text"},
    {TableKind::HeaderMissing, "header_missing", "1 column has no name and is numbered",
     "%1 columns have no name and are numbered"},
    {TableKind::HeaderRepeated, "header_repeated", "1 column name is there already and is numbered",
     "%1 column names are there already and are numbered"},
    {TableKind::FormulaStart, "formula_start", "1 cell begins like a formula; it is imported as text",
     "%1 cells begin like formulas; they are imported as text"},
    {TableKind::LongNumber, "long_number", "1 number has more than 15 digits, of which spreadsheet programs keep 15",
     "%1 numbers have more than 15 digits, of which spreadsheet programs keep 15"},
    {TableKind::LeadingZero, "leading_zero", "1 number begins with zeros, which spreadsheet programs drop",
     "%1 numbers begin with zeros, which spreadsheet programs drop"},
    {TableKind::InvisibleMark, "invisible_mark", "1 cell holds an invisible mark", "%1 cells hold invisible marks"}};

constexpr struct {
    BookKind kind;
    const char *name;
    const char *once;
    const char *often;
} bookWords[] = {
    {BookKind::FormulaWithoutValue, "formula_without_value", "1 formula was saved without its value and reads as blank",
     "%1 formulas were saved without their values and read as blank"},
    {BookKind::ErrorValue, "error_value", "1 cell holds an error such as #N/A", "%1 cells hold errors such as #N/A"},
    {BookKind::DigitsBeyond15, "digits_beyond_15", "1 number has more digits than spreadsheet programs show",
     "%1 numbers have more digits than spreadsheet programs show"},
    {BookKind::ImpossibleDate, "impossible_date", "1 cell is formatted as a date that does not exist",
     "%1 cells are formatted as dates that do not exist"},
    {BookKind::MergedCells, "merged_cells", "1 group of cells is merged; its value stands in the first one only",
     "%1 groups of cells are merged; their values stand in the first ones only"},
    {BookKind::HiddenRows, "hidden_rows", "1 row is hidden and is read all the same",
     "%1 rows are hidden and are read all the same"},
    {BookKind::HiddenColumns, "hidden_columns", "1 column is hidden and is read all the same",
     "%1 columns are hidden and are read all the same"},
    {BookKind::HiddenSheet, "hidden_sheet", "The sheet is hidden", "The sheet is hidden"},
    {BookKind::Macros, "macros", "The workbook holds macros, which were not looked at",
     "The workbook holds macros, which were not looked at"},
    {BookKind::RowsOutOfOrder, "rows_out_of_order", "The file does not hold the rows from top to bottom",
     "The file does not hold the rows from top to bottom"}};

template <class Words, class Finding>
InspectFinding worded(const Words &words, const Finding &finding)
{
    InspectFinding worded;
    for (const auto &entry : words) {
        if (entry.kind != finding.kind)
            continue;
        worded.kind = entry.name;
        worded.message = QString::fromLatin1(finding.count > 1 ? entry.often : entry.once);
        if (worded.message.contains(QLatin1String("%1")))
            worded.message = worded.message.arg(grouped(finding.count));
    }
    worded.count = qMax<qint64>(1, finding.count);
    if (finding.column >= 0)
        worded.column = finding.column;
    return worded;
}

/// "… (first in row 12, column 3)."
void endWithPlace(InspectFinding &finding)
{
    QStringList place;
    if (finding.row)
        place.append(QStringLiteral("row %1").arg(grouped(*finding.row)));
    if (finding.column)
        place.append(QStringLiteral("column index %1").arg(*finding.column));
    if (!place.isEmpty())
        finding.message += QStringLiteral(" (first in %1)").arg(place.join(QLatin1String(", ")));
    finding.message += QLatin1Char('.');
}

InspectFinding invalidPlace(qint64 offset, qint64 line)
{
    InspectFinding finding;
    finding.kind = "invalid_bytes";
    finding.byte = offset;
    finding.line = line;
    finding.message = QStringLiteral("Line %1 holds bytes that are no text in this encoding (byte %2).")
                          .arg(grouped(line), grouped(offset));
    return finding;
}

std::optional<qint64> rowOn(qint64 line, const tabular::OpenedTable &table, const tabular::csv::ScanReport &scan)
{
    const qint64 row = tabular::rowOnLine(table, scan, line);
    return row > 0 ? std::optional(row) : std::nullopt;
}

InspectFinding utf8Line(qint64 line, std::optional<qint64> row)
{
    InspectFinding finding;
    finding.kind = "utf8_line";
    finding.line = line;
    finding.row = row;
    finding.message = QStringLiteral("Line %1 is UTF-8, other lines are not; --utf8-lines read or keep decides on it.")
                          .arg(grouped(line));
    return finding;
}

/// "… : rows 3, 17, 40; …"
void nameLongRows(InspectFinding &finding, const tabular::TableSummary &summary)
{
    QStringList rows;
    for (const qint64 row : summary.profile->longRows)
        rows.append(grouped(row));
    const bool all = static_cast<qint64>(rows.size()) == finding.count;
    finding.message += QStringLiteral(" (row %1%2); ").arg(rows.join(QLatin1String(", ")), all ? "" : ", …");
    if (summary.source.longRows == tabular::LongRows::LeaveOut)
        finding.message += QLatin1String("they are left out.");
    else if (summary.source.longRows == tabular::LongRows::Widen || summary.source.dialect.headerRow == 0)
        finding.message += QLatin1String("the table is read that much wider.");
    else
        finding.message += QLatin1String("--long-rows leave-out or widen decides on them.");
}

void addUtf8Lines(const tabular::OpenedTable &table, const tabular::csv::ScanReport &scan,
                  std::vector<InspectFinding> &all)
{
    if (table.source().utf8Lines != tabular::Utf8Lines::Ask)
        return;
    for (const qint64 line : table.utf8Lines().first) {
        if (all.size() < mostPlaces)
            all.push_back(utf8Line(line, rowOn(line, table, scan)));
    }
}

} // namespace

std::vector<InspectFinding> findingsOf(const tabular::TableSummary &summary)
{
    std::vector<InspectFinding> all = invalidPlaces(*summary.opened, *summary.scan);
    addUtf8Lines(*summary.opened, *summary.scan, all);
    for (const tabular::WorkbookFinding &finding : summary.workbookFindings) {
        InspectFinding word = worded(bookWords, finding);
        if (finding.row > 0)
            word.row = finding.row;
        endWithPlace(word);
        all.push_back(std::move(word));
    }
    for (const tabular::TableFinding &finding : summary.findings) {
        if (finding.kind == TableKind::InvalidBytes || finding.kind == TableKind::Utf8Line)
            continue; // stands there place by place
        InspectFinding word = worded(tableWords, finding);
        if (finding.firstRow > 0)
            word.row = finding.firstRow;
        if (finding.kind == TableKind::LongRow)
            nameLongRows(word, summary);
        else
            endWithPlace(word);
        all.push_back(std::move(word));
    }
    return all;
}

std::vector<InspectFinding> invalidPlaces(const tabular::OpenedTable &table, const tabular::csv::ScanReport &scan)
{
    std::vector<InspectFinding> places;
    for (const tabular::csv::InvalidPlace &place : scan.invalid) {
        if (places.size() == mostPlaces)
            return places;
        InspectFinding finding = invalidPlace(place.offset, place.line);
        finding.row = place.row;
        finding.column = place.column - 1;
        places.push_back(std::move(finding));
    }
    for (const tabular::InvalidPlace &place : table.replacedPlaces().first) {
        if (places.size() == mostPlaces)
            return places;
        places.push_back(invalidPlace(place.offset, place.line));
        places.back().row = rowOn(place.line, table, scan);
    }
    return places;
}

base::Error withPlace(const base::Error &error, const tabular::OpenedTable &table, int threads,
                      const base::StopFlag &stop)
{
    if (error.code != base::ErrorCode::TableNotUtf8 && error.code != base::ErrorCode::TableBytesUndecodable)
        return error;
    const auto scan = tabular::csv::scanRecords(table.text(), table.textDialect(), {.threads = threads, .stop = stop});
    const auto places = scan.ok() ? invalidPlaces(table, *scan) : std::vector<InspectFinding>();
    if (places.empty())
        return error;
    const InspectFinding &first = places.front();
    QStringList place;
    if (first.row)
        place.append(QStringLiteral("row %1").arg(*first.row));
    place.append(QStringLiteral("line %1").arg(first.line.value_or(0)));
    place.append(QStringLiteral("byte %1").arg(first.byte.value_or(0)));
    const auto sentence = QStringLiteral("The file holds bytes that are no text in its encoding (first in %1).");
    return {base::ErrorCode::UsageWrong, sentence.arg(place.join(QLatin1String(", "))), {}, {}};
}

} // namespace cli
