#include "crm/wire/CreateJobWire.h"

#include "crm/wire/ErrorWire.h"
#include "crm/wire/JsonReading.h"

#include <QJsonDocument>

namespace crm::wire {

using namespace Qt::StringLiterals;

namespace {

using Place = StrictReader::Place;

base::Error brokenJson(const QByteArray &body, const QJsonParseError &problem)
{
    const QByteArray before = body.left(problem.offset);
    return {base::ErrorCode::PlanUnreadable,
            problem.errorString(),
            {{QStringLiteral("line"), int(before.count('\n')) + 1}},
            {}};
}

/// API version v2 names a module by a text, all later ones by an object.
std::optional<ModuleRef> readModule(StrictReader &reader, const Place &resource)
{
    const QJsonValue value = resource.object.value("module"_L1);
    if (value.isString())
        return ModuleRef{ModuleName(value.toString()), {}};
    const auto module = reader.object(resource, "module"_L1);
    if (!module)
        return std::nullopt;
    return ModuleRef{ModuleName(reader.text(*module, "api_name"_L1)), RecordId(reader.id(*module, "id"_L1))};
}

std::optional<Callback> readCallback(StrictReader &reader, const Place &root)
{
    const auto callback = reader.object(root, "callback"_L1);
    if (!callback)
        return std::nullopt;
    return Callback{reader.text(*callback, "url"_L1), reader.text(*callback, "method"_L1)};
}

FieldMapping readMapping(StrictReader &reader, const Place &place)
{
    FieldMapping mapping;
    mapping.field = FieldName(reader.text(place, "api_name"_L1));
    if (const auto index = reader.integer(place, "index"_L1))
        mapping.column = ColumnIndex{*index};
    mapping.findBy = FieldName(reader.text(place, "find_by"_L1));
    mapping.format = reader.text(place, "format"_L1);
    const auto constant = reader.object(place, "default_value"_L1);
    if (constant && constant->object.contains("value"_L1))
        mapping.defaultValue = constant->object.value("value"_L1);
    mapping.parentColumnIndex = reader.integer(place, "parent_column_index"_L1);
    return mapping;
}

void readResource(StrictReader &reader, const Place &resource, BulkWriteRequest &request)
{
    request.module = readModule(reader, resource);
    request.fileId = FileId(reader.id(resource, "file_id"_L1));
    request.fileNames = reader.texts(resource, "file_names"_L1);
    request.findBy = FieldName(reader.text(resource, "find_by"_L1));
    // Some of Zoho's own material puts this key here, so a request may have it in either place.
    if (const auto ignoreEmpty = reader.boolean(resource, "ignore_empty"_L1); ignoreEmpty && !request.ignoreEmpty)
        request.ignoreEmpty = ignoreEmpty;
    for (const Place &mapping : reader.objects(resource, "field_mappings"_L1))
        request.mappings.push_back(readMapping(reader, mapping));
}

BulkWriteRequest readRequest(StrictReader &reader, const Place &root)
{
    BulkWriteRequest request;
    request.operation = findOperation(reader.text(root, "operation"_L1));
    request.characterEncoding = reader.text(root, "character_encoding"_L1);
    request.ignoreEmpty = reader.boolean(root, "ignore_empty"_L1);
    request.callback = readCallback(reader, root);
    const std::vector<Place> resources = reader.objects(root, "resource"_L1);
    if (!resources.empty())
        readResource(reader, resources.front(), request);
    return request;
}

} // namespace

base::Result<BulkWriteRequest> decodeRequest(const QByteArray &body)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (problem.error != QJsonParseError::NoError)
        return brokenJson(body, problem);
    StrictReader reader;
    if (!document.isObject())
        reader.wrongType(QStringLiteral("$"));
    BulkWriteRequest request = readRequest(reader, {document.object(), {}});
    if (reader.error())
        return *reader.error();
    return request;
}

base::Result<CreatedJob, ServerError> decodeCreatedJob(const ServerAnswer &answer)
{
    const QJsonObject root = readObject(answer.body).value_or(QJsonObject());
    const QJsonObject details = root.value("details"_L1).toObject();
    const JobId id(textAt(details, "id"_L1));
    if (textAt(root, "status"_L1).compare("success"_L1, Qt::CaseInsensitive) != 0 || id.isEmpty())
        return decodeError(answer);
    const QJsonObject creator = details.value("created_by"_L1).toObject();
    CreatedJob job;
    job.id = id;
    job.createdBy.id = RecordId(textAt(creator, "id"_L1));
    job.createdBy.name = textAt(creator, "name"_L1);
    return job;
}

} // namespace crm::wire
