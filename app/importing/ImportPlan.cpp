#include "importing/ImportPlan.h"

#include "base/SafeFile.h"
#include "crm/wire/CreateJobWire.h"
#include "importing/RequestLoss.h"
#include "tabular/encoding/TextEncoding.h"

#include <QDir>
#include <QFileInfo>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace importing {

namespace {

using Json = nlohmann::ordered_json;

constexpr qint64 planSizeLimit = 4 * 1024 * 1024;
constexpr int planVersion = 1;
/// A plan that changes cells: a program that knows nothing of that must not send them as they stand.
constexpr int planVersionWithCells = 2;
const char *const planFormat = "crm-import-plan";

base::Error unreadable(const QString &detail, const QVariantMap &context = {})
{
    return {base::ErrorCode::PlanUnreadable, detail, context, {}};
}

base::Error wrongKey(const char *key)
{
    return unreadable(QStringLiteral("wrong type"), {{QStringLiteral("key"), QLatin1String(key)}});
}

base::Error brokenAt(const QByteArray &json, std::size_t byte)
{
    const QByteArray before = json.left(static_cast<qsizetype>(byte));
    return unreadable(QStringLiteral("not JSON"), {{QStringLiteral("line"), before.count('\n') + 1}});
}

QString textOf(const Json &object, const char *key)
{
    const auto found = object.find(key);
    return found != object.end() && found->is_string() ? QString::fromStdString(found->get<std::string>()) : QString();
}

bool isMark(const QString &text, qsizetype most)
{
    const auto fits = [](QChar c) {
        return c.unicode() < 0x80 && !QStringLiteral("\"\r\n").contains(c) && !c.isNull();
    };
    return !text.isEmpty() && text.size() <= most && std::all_of(text.cbegin(), text.cend(), fits);
}

/// Fills `dialect` with what `object` says of its marks; gives the key that says something else, or null.
const char *readMarks(const Json &object, tabular::CsvDialect &dialect)
{
    if (object.contains("delimiter")) {
        const QString delimiter = textOf(object, "delimiter");
        if (!isMark(delimiter, 2))
            return "delimiter";
        dialect.delimiter = delimiter.toLatin1();
    }
    if (const auto quote = object.find("quote"); quote != object.end()) {
        const QString mark = textOf(object, "quote");
        if (!quote->is_null() && mark != u"\"" && !isMark(mark, 1))
            return "quote";
        dialect.quote = quote->is_null() ? '\0' : mark.at(0).toLatin1();
    }
    if (const auto comment = object.find("comment"); comment != object.end()) {
        const QString mark = textOf(object, "comment");
        if (!isMark(mark, 1))
            return "comment";
        dialect.comment = mark.at(0).toLatin1();
    }
    if (const auto backslash = object.find("backslash_escapes"); backslash != object.end()) {
        if (!backslash->is_boolean())
            return "backslash_escapes";
        dialect.backslashEscapes = backslash->get<bool>();
    }
    return nullptr;
}

bool readRow(const Json &object, const char *key, unsigned least, int &row)
{
    const auto found = object.find(key);
    if (found == object.end())
        return true;
    if (!found->is_number_unsigned() || found->get<quint64>() > 1'000'000 || found->get<quint64>() < least)
        return false;
    row = found->get<int>();
    return true;
}

constexpr std::pair<const char *, tabular::LongRows> longRowWords[] = {{"leave_out", tabular::LongRows::LeaveOut},
                                                                       {"widen", tabular::LongRows::Widen}};
constexpr std::pair<const char *, tabular::Utf8Lines> utf8LineWords[] = {{"read", tabular::Utf8Lines::Read},
                                                                         {"keep", tabular::Utf8Lines::Keep}};

/// Absent: `choice` stays. False: it is none of `words`.
template <class Words, class Choice>
bool readChoice(const Json &object, const char *key, const Words &words, Choice &choice)
{
    if (!object.contains(key))
        return true;
    const QString text = textOf(object, key);
    for (const auto &[word, meaning] : words) {
        if (text == QLatin1String(word)) {
            choice = meaning;
            return true;
        }
    }
    return false;
}

template <class Words, class Choice>
void addChoice(Json &json, const char *key, const Words &words, Choice choice)
{
    for (const auto &[word, meaning] : words) {
        if (choice == meaning)
            json[key] = word;
    }
}

base::Result<tabular::SourceFile> readSource(const Json &object)
{
    tabular::SourceFile source;
    if (!object.is_object())
        return wrongKey("source");
    source.path = textOf(object, "path");
    if (source.path.isEmpty())
        return wrongKey("path");
    if (const auto sheet = object.find("sheet"); sheet != object.end() && !sheet->is_null() && !sheet->is_string())
        return wrongKey("sheet");
    source.sheet = textOf(object, "sheet");
    if (!readRow(object, "header_row", 0, source.dialect.headerRow))
        return wrongKey("header_row");
    if (!readRow(object, "header_rows", 1, source.dialect.headerRows))
        return wrongKey("header_rows");
    if (const char *key = readMarks(object, source.dialect))
        return wrongKey(key);
    if (!readChoice(object, "long_rows", longRowWords, source.longRows))
        return wrongKey("long_rows");
    if (!readChoice(object, "utf8_lines", utf8LineWords, source.utf8Lines))
        return wrongKey("utf8_lines");
    if (object.contains("encoding")) {
        source.dialect.encoding = textOf(object, "encoding");
        if (!tabular::findEncoding(source.dialect.encoding))
            return wrongKey("encoding");
    }
    return source;
}

bool readValues(const Json &object, mapping::CellRule &rule)
{
    for (const auto &[from, to] : object.items()) {
        if (!to.is_string())
            return false;
        rule.values[QString::fromStdString(from)] = QString::fromStdString(to.get<std::string>());
    }
    return true;
}

bool readCells(const Json &object, mapping::CellRules &cells)
{
    if (!object.is_object())
        return false;
    for (const auto &[field, json] : object.items()) {
        if (!json.is_object() || (json.contains("pattern") && !json["pattern"].is_string()))
            return false;
        mapping::CellRule rule;
        rule.sourcePattern = textOf(json, "pattern");
        const auto values = json.find("values");
        if (values != json.end() && (!values->is_object() || !readValues(*values, rule)))
            return false;
        if (!rule.isEmpty())
            cells[crm::FieldName(QString::fromStdString(field))] = rule;
    }
    return true;
}

base::Result<ImportPlan> readFormat(const Json &json)
{
    ImportPlan plan;
    const auto version = json.find("version");
    if (version == json.end() || !version->is_number_integer())
        return wrongKey("version");
    if (*version != planVersion && *version != planVersionWithCells) {
        const QString found = QString::fromStdString(version->dump());
        return base::Error{base::ErrorCode::PlanVersionUnknown, {}, {{QStringLiteral("found"), found}}, {}};
    }
    plan.apiVersion = textOf(json, "api_version");
    if (json.contains("api_version") && !crm::findApiVersion(plan.apiVersion))
        return wrongKey("api_version");
    if (const auto source = json.find("source"); source != json.end() && !source->is_null()) {
        const base::Result<tabular::SourceFile> read = readSource(*source);
        if (!read)
            return read.error();
        plan.source = *read;
    }
    if (const auto cells = json.find("cells"); cells != json.end() && !readCells(*cells, plan.cells))
        return wrongKey("cells");
    const auto request = json.find("request");
    if (request == json.end() || !request->is_object())
        return wrongKey("request");
    const QByteArray body = QByteArray::fromStdString(request->dump());
    const base::Result<crm::BulkWriteRequest> decoded = crm::wire::decodeRequest(body);
    if (!decoded)
        return decoded.error();
    plan.request = *decoded;
    plan.lost = firstLoss(body, plan.request);
    return plan;
}

Json sourceAsJson(const tabular::SourceFile &source)
{
    const tabular::CsvDialect &dialect = source.dialect;
    const tabular::CsvDialect usual;
    Json json{{"path", source.path.toStdString()},
              {"sheet", source.sheet.isEmpty() ? Json() : Json(source.sheet.toStdString())},
              {"header_row", dialect.headerRow},
              {"delimiter", dialect.delimiter.toStdString()},
              {"encoding", dialect.encoding.toStdString()}};
    if (dialect.headerRows != usual.headerRows)
        json["header_rows"] = dialect.headerRows;
    if (dialect.quote != usual.quote)
        json["quote"] = dialect.quote == '\0' ? Json() : Json(std::string(1, dialect.quote));
    if (dialect.backslashEscapes != usual.backslashEscapes)
        json["backslash_escapes"] = dialect.backslashEscapes;
    if (dialect.comment != usual.comment)
        json["comment"] = std::string(1, dialect.comment);
    addChoice(json, "long_rows", longRowWords, source.longRows);
    addChoice(json, "utf8_lines", utf8LineWords, source.utf8Lines);
    return json;
}

Json cellsAsJson(const mapping::CellRules &cells)
{
    Json json = Json::object();
    for (const auto &[field, rule] : cells) {
        Json &one = json[field.text().toStdString()] = Json::object();
        if (!rule.sourcePattern.isEmpty())
            one["pattern"] = rule.sourcePattern.toStdString();
        for (const auto &[from, to] : rule.values)
            one["values"][from.toStdString()] = to.toStdString();
    }
    return json;
}

} // namespace

base::Result<ImportPlan> readPlan(const QByteArray &json)
{
    Json parsed;
    try {
        parsed = Json::parse(json.begin(), json.end());
    } catch (const Json::parse_error &error) {
        return brokenAt(json, error.byte);
    }
    if (!parsed.is_object())
        return unreadable(QStringLiteral("not an object"));
    if (textOf(parsed, "format") == QLatin1String(planFormat))
        return readFormat(parsed);
    if (!parsed.contains("resource") && !parsed.contains("operation"))
        return unreadable(QStringLiteral("neither a plan nor a create-job body"));
    const base::Result<crm::BulkWriteRequest> decoded = crm::wire::decodeRequest(json);
    if (!decoded)
        return decoded.error();
    ImportPlan plan;
    plan.request = *decoded;
    plan.exactBody = json;
    plan.lost = firstLoss(json, plan.request);
    return plan;
}

base::Result<ImportPlan> readPlanFile(const QString &path)
{
    const base::Result<QByteArray> json = base::readSmallFile(path, planSizeLimit);
    if (!json)
        return json.error();
    base::Result<ImportPlan> plan = readPlan(*json);
    if (!plan) {
        base::Error error = plan.error();
        error.context.insert(QStringLiteral("file"), path);
        return error;
    }
    if (plan->source)
        plan->source->path = QDir::cleanPath(QFileInfo(path).absoluteDir().absoluteFilePath(plan->source->path));
    return plan;
}

QByteArray writePlan(const ImportPlan &plan)
{
    crm::BulkWriteRequest request = plan.request;
    if (plan.source)
        request.fileId = {};
    const crm::ApiVersion *known = crm::findApiVersion(plan.apiVersion);
    const crm::ApiVersion &version = known ? *known : crm::defaultApiVersion();
    Json json;
    json["format"] = planFormat;
    json["version"] = plan.cells.empty() ? planVersion : planVersionWithCells;
    json["api_version"] = version.name;
    if (plan.source)
        json["source"] = sourceAsJson(*plan.source);
    if (!plan.cells.empty())
        json["cells"] = cellsAsJson(plan.cells);
    json["request"] = Json::parse(crm::wire::encodeRequest(request, version).toStdString());
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace importing
