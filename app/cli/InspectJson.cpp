#include "cli/InspectReport.h"
#include "cli/ReasonWords.h"

#include <nlohmann/json.hpp>

namespace cli {

namespace {

using Json = nlohmann::ordered_json;

Json text(const QString &value)
{
    return value.isEmpty() ? Json() : Json(value.toStdString());
}

template <class T>
Json number(const std::optional<T> &value)
{
    return value ? Json(*value) : Json();
}

Json lineEnding(const tabular::csv::ScanReport &scan)
{
    const int kinds = int(scan.lf) + int(scan.crlf) + int(scan.cr);
    if (kinds > 1)
        return "mixed";
    if (scan.crlf)
        return "CRLF";
    if (scan.cr)
        return "CR";
    return scan.lf ? Json("LF") : Json();
}

Json columnJson(const tabular::ColumnProfile &column, size_t index)
{
    Json samples = Json::array();
    for (const tabular::SampleValue &sample : column.samples)
        samples.push_back(sample.text.toStdString());
    Json others = Json::array();
    for (const QString &pattern : column.otherPatterns)
        others.push_back(pattern.toStdString());
    return {{"index", index},
            {"name", column.header.toStdString()},
            {"type", tabular::name(column.shape).toStdString()},
            {"format", text(column.pattern)},
            {"filled", column.filled},
            {"distinct", column.distinct},
            {"max_length", column.longest},
            {"samples", samples},
            {"distinct_exact", column.distinctExact},
            {"fitting", column.fitting},
            {"other_formats", others},
            {"minimum", text(column.minimum)},
            {"maximum", text(column.maximum)}};
}

Json findingJson(const InspectFinding &finding)
{
    return {{"kind", finding.kind},
            {"row", number(finding.row)},
            {"column", number(finding.column)},
            {"byte", number(finding.byte)},
            {"message", finding.message.toStdString()},
            {"line", number(finding.line)},
            {"count", finding.count}};
}

Json reasonsJson(const tabular::Glance &look)
{
    const auto reason = [](const ReasonWords &why) { return Json{{"reason", why.name}, {"sure", why.sure}}; };
    Json why = Json::object();
    if (look.encoding)
        why["encoding"] = reason(whyEncoding(look));
    if (look.dialect) {
        why["delimiter"] = reason(whyDelimiter(look));
        why["quote"] = reason(whyQuote(look));
    }
    if (look.header)
        why["header_row"] = reason(whyHeader(look));
    return why;
}

Json sheetsJson(const tabular::Glance &look)
{
    Json sheets = Json::array();
    for (const tabular::Sheet &sheet : look.sheets)
        sheets.push_back({{"name", sheet.name.toStdString()}, {"hidden", sheet.hidden}, {"is_table", sheet.isTable}});
    return sheets;
}

/// The first character is that of the text, which may have said so itself.
std::string delimiterOf(const InspectReport &report)
{
    QByteArray delimiter = report.look.source.dialect.delimiter;
    delimiter.front() = report.summary.scan->syntax.delimiter;
    return delimiter.toStdString();
}

} // namespace

QByteArray reportAsJson(const InspectReport &report)
{
    const tabular::Glance &look = report.look;
    const tabular::CsvDialect &dialect = look.source.dialect;
    const bool book = isWorkbook(look);
    Json columns = Json::array();
    for (size_t i = 0; i < report.summary.profile->columns.size(); ++i)
        columns.push_back(columnJson(report.summary.profile->columns[i], i));
    Json findings = Json::array();
    for (const InspectFinding &finding : report.findings)
        findings.push_back(findingJson(finding));
    const qint64 rows = dataRows(report.summary);
    const Json json{
        {"format", look.format.toStdString()},
        {"sheet", text(look.source.sheet)},
        {"encoding", book ? Json() : text(dialect.encoding)},
        {"delimiter", book ? Json() : Json(delimiterOf(report))},
        {"quote", book || dialect.quote == 0 ? Json() : Json(std::string(1, dialect.quote))},
        {"line_ending", book ? Json() : lineEnding(*report.summary.scan)},
        {"header_row", dialect.headerRow == 0 ? Json() : Json(dialect.headerRow)},
        {"rows", rows},
        {"columns", columns},
        {"findings", findings},
        {"escape", book || dialect.quote == 0 ? Json() : Json(dialect.backslashEscapes ? "backslash" : "double")},
        {"comment", book || dialect.comment == 0 ? Json() : Json(std::string(1, dialect.comment))},
        {"bytes", look.bytes},
        {"member", text(look.member)},
        {"sheets", sheetsJson(look)},
        {"why", reasonsJson(look)},
        {"invalid_bytes", report.summary.scan->invalidBytes + report.summary.opened->replacedPlaces().count},
        {"parts", {{"at_least", fewestParts(rows, report.summary.scan->bytes)}, {"credits_each", creditsEach}}}};
    const std::string dumped = json.dump(2, ' ', false, Json::error_handler_t::replace);
    return QByteArray(dumped.data(), static_cast<qsizetype>(dumped.size()));
}

} // namespace cli
