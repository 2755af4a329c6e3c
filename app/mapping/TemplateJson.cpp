#include "crm/wire/JsonReading.h"
#include "mapping/MappingTemplate.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <nlohmann/json.hpp>

#include <algorithm>

namespace mapping {

namespace {

using Json = nlohmann::ordered_json;
using Reader = crm::wire::StrictReader;
using Place = Reader::Place;

using namespace Qt::StringLiterals;

constexpr int templateVersion = 1;
constexpr qsizetype longestName = 200; ///< letters
const char *const templateFormat = "crm-mapping-template";

base::Error unreadable(const QString &detail, const QVariantMap &context = {})
{
    return {base::ErrorCode::TemplateUnreadable, detail, context, {}};
}

base::Error wrongKey(const QString &key)
{
    return unreadable(QStringLiteral("%1 is missing or not understood").arg(key), {{QStringLiteral("key"), key}});
}

std::string plain(const QString &text)
{
    return text.toStdString();
}

/// A constant can be of any type of JSON.
Json anyValue(const QJsonValue &value)
{
    return Json::parse(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact).toStdString()).front();
}

/// A column by its header; of several with one header also which of them; one that the file did not have by its index.
Json columnAsJson(int column, const QStringList &headers)
{
    if (column < 0 || column >= headers.size())
        return column;
    const QString &header = headers[column];
    if (headers.count(header) == 1)
        return plain(header);
    return {{"header", plain(header)}, {"number", headers.mid(0, column + 1).count(header)}};
}

Json valuesAsJson(const CellRule &rule)
{
    Json values = Json::object();
    for (const auto &[from, to] : rule.values)
        values[plain(from)] = plain(to);
    return values;
}

Json entryAsJson(const crm::FieldMapping &entry, const MappingTemplate &saved)
{
    Json json{{"field", plain(entry.field.text())}};
    if (entry.column)
        json["column"] = columnAsJson(entry.column->value, saved.headers);
    if (entry.defaultValue)
        json["constant"] = anyValue(*entry.defaultValue);
    if (!entry.findBy.isEmpty())
        json["find_by"] = plain(entry.findBy.text());
    if (!entry.format.isEmpty())
        json["format"] = plain(entry.format);
    if (entry.parentColumnIndex)
        json["parent_column_index"] = *entry.parentColumnIndex;
    if (const CellRule *rule = saved.mapping.ruleOf(entry.field)) {
        if (!rule->sourcePattern.isEmpty())
            json["pattern"] = plain(rule->sourcePattern);
        if (!rule->values.empty())
            json["values"] = valuesAsJson(*rule);
    }
    return json;
}

Json fieldAsJson(const FieldSnapshot &field)
{
    Json json{{"name", plain(field.name.text())}, {"label", plain(field.label)}, {"type", plain(field.dataType)}};
    if (field.length > 0)
        json["length"] = field.length;
    if (!field.writable)
        json["writable"] = false;
    if (!field.lookupModule.isEmpty())
        json["lookup_module"] = plain(field.lookupModule.text());
    for (const QString &value : field.values)
        json["values"].push_back(plain(value));
    return json;
}

/// The index that columnAsJson() wrote; absent when `headers` has no such column.
std::optional<int> columnFrom(const QJsonValue &value, const QStringList &headers)
{
    QString header = value.toString();
    int number = 1;
    if (value.isDouble() && value.toInt(-1) >= 0)
        return value.toInt();
    if (value.isObject()) {
        header = value["header"_L1].toString();
        number = value["number"_L1].toInt();
        if (!value["header"_L1].isString())
            return std::nullopt;
    } else if (!value.isString()) {
        return std::nullopt;
    }
    for (int i = 0; i < headers.size(); ++i) {
        if (headers[i] == header && --number == 0)
            return i;
    }
    return std::nullopt;
}

/// A text that has to be there.
QString needed(Reader &reader, const Place &place, QLatin1String key)
{
    const QString text = reader.text(place, key);
    if (text.trimmed().isEmpty())
        reader.wrongType(crm::wire::pathOf(place, key));
    return text;
}

CellRule ruleFrom(Reader &reader, const Place &place)
{
    CellRule rule;
    rule.sourcePattern = reader.text(place, "pattern"_L1);
    const auto values = reader.object(place, "values"_L1);
    for (const QString &from : values ? values->object.keys() : QStringList()) {
        const QJsonValue to = values->object.value(from);
        if (!to.isString())
            reader.wrongType(values->path + QLatin1Char('.') + from);
        rule.values[from] = to.toString();
    }
    return rule;
}

void readEntry(Reader &reader, const Place &place, MappingTemplate &read)
{
    crm::FieldMapping entry;
    entry.field = crm::FieldName(needed(reader, place, "field"_L1));
    if (const QJsonValue column = place.object.value("column"_L1); !column.isUndefined() && !column.isNull()) {
        const std::optional<int> index = columnFrom(column, read.headers);
        if (!index)
            return reader.wrongType(crm::wire::pathOf(place, "column"_L1));
        entry.column = crm::ColumnIndex{*index};
    }
    if (place.object.contains("constant"_L1))
        entry.defaultValue = place.object.value("constant"_L1);
    entry.findBy = crm::FieldName(reader.text(place, "find_by"_L1));
    entry.format = reader.text(place, "format"_L1);
    entry.parentColumnIndex = reader.integer(place, "parent_column_index"_L1);
    // A second one would replace the first without a word.
    if (read.mapping.find(entry.field))
        return reader.wrongType(crm::wire::pathOf(place, "field"_L1));
    read.mapping.setEntry(entry);
    read.mapping.setRule(entry.field, ruleFrom(reader, place));
}

void readIgnored(Reader &reader, const Place &root, MappingTemplate &read)
{
    const QJsonValue list = root.object.value("ignored"_L1);
    if (!list.isUndefined() && !list.isArray())
        return reader.wrongType(QStringLiteral("ignored"));
    const QJsonArray columns = list.toArray();
    for (int i = 0; i < columns.size(); ++i) {
        const std::optional<int> column = columnFrom(columns[i], read.headers);
        if (!column || read.mapping.stateOf({*column}) == ColumnState::Mapped)
            return reader.wrongType(QStringLiteral("ignored[%1]").arg(i));
        read.mapping.setIgnored({*column}, true);
    }
}

FieldSnapshot fieldFrom(Reader &reader, const Place &place)
{
    FieldSnapshot field;
    field.name = crm::FieldName(needed(reader, place, "name"_L1));
    field.label = reader.text(place, "label"_L1);
    field.dataType = reader.text(place, "type"_L1);
    field.length = reader.integer(place, "length"_L1).value_or(0);
    field.writable = reader.boolean(place, "writable"_L1).value_or(true);
    field.lookupModule = crm::ModuleName(reader.text(place, "lookup_module"_L1));
    field.values = reader.texts(place, "values"_L1);
    return field;
}

MappingTemplate readContent(Reader &reader, const Place &root)
{
    MappingTemplate read;
    read.name = needed(reader, root, "name"_L1).simplified();
    if (read.name.size() > longestName)
        reader.wrongType(QStringLiteral("name"));
    read.saved = QDateTime::fromString(reader.text(root, "saved"_L1), Qt::ISODate).toUTC();
    read.module = crm::ModuleName(needed(reader, root, "module"_L1));
    const auto operation = crm::findOperation(reader.text(root, "operation"_L1));
    if (!operation)
        reader.wrongType(QStringLiteral("operation"));
    read.operation = operation.value_or(crm::Operation::Insert);
    read.findBy = crm::FieldName(reader.text(root, "find_by"_L1));
    read.ignoreEmpty = reader.boolean(root, "ignore_empty"_L1).value_or(true);
    if (!root.object.contains("headers"_L1))
        reader.wrongType(QStringLiteral("headers"));
    read.headers = reader.texts(root, "headers"_L1);
    for (const Place &entry : reader.objects(root, "entries"_L1))
        readEntry(reader, entry, read);
    readIgnored(reader, root, read);
    for (const Place &field : reader.objects(root, "fields"_L1))
        read.fields.push_back(fieldFrom(reader, field));
    for (const QString &name : reader.texts(root, "mandatory"_L1))
        read.mandatory.emplace_back(name);
    return read;
}

} // namespace

base::Result<MappingTemplate> readTemplate(const QByteArray &json)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        const int line = static_cast<int>(json.left(problem.offset).count('\n')) + 1;
        return unreadable(problem.errorString(), {{QStringLiteral("line"), line}});
    }
    const QJsonObject root = document.object();
    if (root.value("format"_L1).toString() != QLatin1String(templateFormat))
        return wrongKey(QStringLiteral("format"));
    const QJsonValue version = root.value("version"_L1);
    if (!version.isDouble())
        return wrongKey(QStringLiteral("version"));
    if (version.toDouble() != templateVersion)
        return base::Error{base::ErrorCode::TemplateVersionUnknown,
                           {},
                           {{QStringLiteral("found"), version.toVariant().toString()}},
                           {}};
    Reader reader;
    MappingTemplate read = readContent(reader, {root, {}});
    if (reader.error())
        return wrongKey(reader.error()->context.value(QStringLiteral("key")).toString());
    return read;
}

QByteArray writeTemplate(const MappingTemplate &saved)
{
    Json json{{"format", templateFormat},
              {"version", templateVersion},
              {"name", plain(saved.name)},
              {"saved", plain(saved.saved.toUTC().toString(Qt::ISODate))},
              {"module", plain(saved.module.text())},
              {"operation", plain(crm::wireName(saved.operation))}};
    if (!saved.findBy.isEmpty())
        json["find_by"] = plain(saved.findBy.text());
    json["ignore_empty"] = saved.ignoreEmpty;
    json["headers"] = Json::array();
    for (const QString &header : saved.headers)
        json["headers"].push_back(plain(header));
    json["entries"] = Json::array();
    for (const crm::FieldMapping &entry : saved.mapping.entries())
        json["entries"].push_back(entryAsJson(entry, saved));
    QList<int> ignored = saved.mapping.ignoredColumns().values();
    std::sort(ignored.begin(), ignored.end());
    json["ignored"] = Json::array();
    for (const int column : ignored)
        json["ignored"].push_back(columnAsJson(column, saved.headers));
    json["fields"] = Json::array();
    for (const FieldSnapshot &field : saved.fields)
        json["fields"].push_back(fieldAsJson(field));
    json["mandatory"] = Json::array();
    for (const crm::FieldName &field : saved.mandatory)
        json["mandatory"].push_back(plain(field.text()));
    return QByteArray::fromStdString(json.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace mapping
