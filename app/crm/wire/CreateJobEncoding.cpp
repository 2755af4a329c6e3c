#include "crm/wire/CreateJobWire.h"

#include <QJsonArray>
#include <QJsonObject>

#include <nlohmann/json.hpp>

namespace crm::wire {

namespace {

// QJsonObject sorts its keys; a body has to look like the ones people know from Zoho's pages.
using Json = nlohmann::ordered_json;

std::string utf8(const QString &text)
{
    return text.toStdString();
}

Json toJson(const QJsonValue &value);

Json toJson(const QJsonArray &array)
{
    Json json = Json::array();
    for (const QJsonValue &entry : array)
        json.push_back(toJson(entry));
    return json;
}

Json toJson(const QJsonObject &object)
{
    Json json = Json::object();
    for (auto entry = object.begin(); entry != object.end(); ++entry)
        json[utf8(entry.key())] = toJson(entry.value());
    return json;
}

Json numberToJson(const QJsonValue &value)
{
    const QVariant number = value.toVariant();
    if (number.typeId() == QMetaType::LongLong)
        return number.toLongLong();
    return number.toDouble();
}

Json toJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool();
    case QJsonValue::Double:
        return numberToJson(value);
    case QJsonValue::String:
        return utf8(value.toString());
    case QJsonValue::Array:
        return toJson(value.toArray());
    case QJsonValue::Object:
        return toJson(value.toObject());
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        break;
    }
    return nullptr;
}

void putText(Json &object, const char *key, const QString &text)
{
    if (!text.isEmpty())
        object[key] = utf8(text);
}

Json moduleJson(const ModuleRef &module, const ApiVersion &version)
{
    if (version.moduleIsText)
        return utf8(module.name.text());
    Json json = Json::object();
    putText(json, "api_name", module.name.text());
    putText(json, "id", module.id.text());
    return json;
}

Json callbackJson(const Callback &callback)
{
    Json json = Json::object();
    putText(json, "url", callback.url);
    putText(json, "method", callback.method);
    return json;
}

Json mappingJson(const FieldMapping &mapping)
{
    Json json = Json::object();
    putText(json, "api_name", mapping.field.text());
    if (mapping.column)
        json["index"] = mapping.column->value;
    putText(json, "find_by", mapping.findBy.text());
    putText(json, "format", mapping.format);
    if (mapping.defaultValue)
        json["default_value"]["value"] = toJson(*mapping.defaultValue);
    if (mapping.parentColumnIndex)
        json["parent_column_index"] = *mapping.parentColumnIndex;
    return json;
}

Json resourceJson(const BulkWriteRequest &request, const ApiVersion &version)
{
    Json json = Json::object();
    json["type"] = "data";
    if (request.module)
        json["module"] = moduleJson(*request.module, version);
    putText(json, "file_id", request.fileId.text());
    if (version.sendsFileNames) {
        for (const QString &name : request.fileNames)
            json["file_names"].push_back(utf8(name));
    }
    putText(json, "find_by", request.findBy.text());
    for (const FieldMapping &mapping : request.mappings)
        json["field_mappings"].push_back(mappingJson(mapping));
    return json;
}

} // namespace

QByteArray encodeRequest(const BulkWriteRequest &request, const ApiVersion &version, bool indented)
{
    Json json = Json::object();
    if (request.operation)
        json["operation"] = utf8(wireName(*request.operation));
    putText(json, "character_encoding", request.characterEncoding);
    if (request.ignoreEmpty)
        json["ignore_empty"] = *request.ignoreEmpty;
    if (request.callback)
        json["callback"] = callbackJson(*request.callback);
    json["resource"] = Json::array({resourceJson(request, version)});
    return QByteArray::fromStdString(json.dump(indented ? 2 : -1, ' ', false, Json::error_handler_t::replace));
}

} // namespace crm::wire
