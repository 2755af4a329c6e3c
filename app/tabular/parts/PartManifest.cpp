#include "tabular/parts/PartManifest.h"

#include <QFileInfo>

#include <nlohmann/json.hpp>

namespace tabular {

namespace {

using Json = nlohmann::ordered_json;

std::string text(const QString &value)
{
    return value.toStdString();
}

Json sourceJson(const PartPlan &plan, const SourceFile &source, const QString &sha256)
{
    Json json{{"name", text(plan.sourceName)},
              {"bytes", plan.sourceBytes},
              {"encoding", text(source.dialect.encoding)},
              {"delimiter", source.dialect.delimiter.toStdString()},
              {"header_row", source.dialect.headerRow}};
    if (!source.sheet.isEmpty())
        json["sheet"] = text(source.sheet);
    if (!sha256.isEmpty())
        json["sha256"] = text(sha256);
    return json;
}

Json partJson(const SplitPart &part)
{
    return {{"file", text(QFileInfo(part.path).fileName())},
            {"csv_name", text(part.csvName)},
            {"rows", part.rows},
            {"first_row", part.source.firstRow()},
            {"last_row", part.source.lastRow()},
            {"csv_bytes", part.csvBytes},
            {"bytes", part.fileBytes},
            {"sha256", text(part.sha256)}};
}

} // namespace

QByteArray partManifest(const PartPlan &plan, const SourceFile &source, const std::vector<SplitPart> &parts,
                        const QString &sourceSha256)
{
    Json columns = Json::array();
    for (const PartColumn &column : plan.columns)
        columns.push_back({{"index", column.source}, {"name", text(column.header)}});
    Json list = Json::array();
    qint64 rows = 0;
    for (const SplitPart &part : parts) {
        list.push_back(partJson(part));
        rows += part.rows;
    }
    const Json json{
        {"source", sourceJson(plan, source, sourceSha256)},
        {"limits", {{"rows", plan.limits.rows}, {"columns", plan.limits.columns}, {"bytes", plan.limits.bytes}}},
        {"columns", columns},
        {"rows", rows},
        {"parts", list}};
    // A name from a file system may hold what is no text; it must not cost the manifest.
    const std::string dumped = json.dump(2, ' ', false, Json::error_handler_t::replace) + '\n';
    return QByteArray(dumped.data(), static_cast<qsizetype>(dumped.size()));
}

} // namespace tabular
