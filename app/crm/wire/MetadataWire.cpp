#include "crm/wire/MetadataWire.h"

#include "crm/wire/ErrorWire.h"
#include "crm/wire/JsonReading.h"

#include <algorithm>

namespace crm::wire {

using namespace Qt::StringLiterals;

namespace {

bool isTrue(const QJsonObject &object, QLatin1String key, bool otherwise = false)
{
    return object.value(key).toBool(otherwise);
}

/// The objects of the array `key`; nothing for an answer that is not of that kind.
std::optional<std::vector<QJsonObject>> entriesOf(const ServerAnswer &answer, QLatin1String key)
{
    std::vector<QJsonObject> entries;
    if (answer.httpStatus == 204 && answer.body.trimmed().isEmpty())
        return entries;
    const auto root = readObject(answer.body);
    if (!root || !root->value(key).isArray() || saysError(answer.body))
        return std::nullopt;
    for (const QJsonValue &entry : root->value(key).toArray())
        entries.push_back(entry.toObject());
    return entries;
}

/// The list `key` of an answer, each entry read by `read`.
template <class T>
base::Result<std::vector<T>, ServerError> listOf(const ServerAnswer &answer, QLatin1String key,
                                                 T (*read)(const QJsonObject &))
{
    const auto entries = entriesOf(answer, key);
    if (!entries)
        return decodeError(answer);
    std::vector<T> list;
    std::transform(entries->begin(), entries->end(), std::back_inserter(list), read);
    return list;
}

/// The only entry of the list `key`.
template <class T>
base::Result<T, ServerError> entryOf(const ServerAnswer &answer, QLatin1String key, T (*read)(const QJsonObject &))
{
    const auto entries = entriesOf(answer, key);
    if (!entries || entries->empty())
        return decodeError(answer);
    return read(entries->front());
}

Module readModule(const QJsonObject &object)
{
    Module module;
    module.name = ModuleName(textAt(object, "api_name"_L1));
    module.id = RecordId(textAt(object, "id"_L1));
    module.singularLabel = textAt(object, "singular_label"_L1);
    module.pluralLabel = textAt(object, "plural_label"_L1);
    module.generatedType = textAt(object, "generated_type"_L1);
    // Versions up to v4 say it with a boolean, later ones with a word.
    module.visible =
        object.contains("status"_L1) ? textAt(object, "status"_L1) == "visible"_L1 : isTrue(object, "visible"_L1, true);
    module.apiSupported = isTrue(object, "api_supported"_L1);
    module.creatable = isTrue(object, "creatable"_L1);
    module.editable = isTrue(object, "editable"_L1);
    module.sequence = int(integerAt(object, "sequence_number"_L1).value_or(0));
    return module;
}

std::vector<PicklistValue> readPicklist(const QJsonArray &values)
{
    std::vector<PicklistValue> picklist;
    for (const QJsonValue &entry : values) {
        const QJsonObject object = entry.toObject();
        const QString display = textAt(object, "display_value"_L1);
        const QString actual = textAt(object, "actual_value"_L1);
        if (textAt(object, "type"_L1) != "unused"_L1)
            picklist.push_back({display, actual.isEmpty() ? display : actual});
    }
    return picklist;
}

/// Older versions name the related module by a text, newer ones by an object.
ModuleName lookupModule(const QJsonObject &lookup)
{
    const QJsonValue module = lookup.value("module"_L1);
    return ModuleName(module.isObject() ? textAt(module.toObject(), "api_name"_L1) : textOf(module));
}

void readRights(const QJsonObject &object, Field &field)
{
    const QJsonObject operations = object.value("operation_type"_L1).toObject();
    field.apiCreate = isTrue(operations, "api_create"_L1, true);
    field.apiUpdate = isTrue(operations, "api_update"_L1, true);
    field.systemMandatory = isTrue(object, "system_mandatory"_L1);
    // "field_read_only" is true for Owner as well, which can be written, and so tells nothing.
    field.readOnly = isTrue(object, "read_only"_L1);
    field.virtualField = isTrue(object, "virtual_field"_L1);
    field.custom = isTrue(object, "custom_field"_L1);
}

Field readField(const QJsonObject &object)
{
    Field field;
    field.name = FieldName(textAt(object, "api_name"_L1));
    field.label = textAt(object, "field_label"_L1);
    if (field.label.isEmpty())
        field.label = textAt(object, "display_label"_L1);
    field.dataType = textAt(object, "data_type"_L1);
    field.length = int(integerAt(object, "length"_L1).value_or(0));
    field.decimalPlaces = int(integerAt(object, "decimal_place"_L1).value_or(-1));
    field.unique = !object.value("unique"_L1).toObject().isEmpty() || isTrue(object, "unique"_L1);
    field.lookupModule = lookupModule(object.value("lookup"_L1).toObject());
    field.picklist = readPicklist(object.value("pick_list_values"_L1).toArray());
    readRights(object, field);
    return field;
}

Field idField()
{
    Field field;
    field.name = FieldName(QStringLiteral("id"));
    field.label = QStringLiteral("Record ID");
    field.dataType = QStringLiteral("bigint");
    field.apiCreate = false;
    field.apiUpdate = false;
    return field;
}

void readRequired(const QJsonObject &section, Layout &layout)
{
    // A subform's fields belong to another module, an unused section to no record.
    if (isTrue(section, "isSubformSection"_L1) || textAt(section, "type"_L1) == "unused"_L1)
        return;
    for (const QJsonValue &entry : section.value("fields"_L1).toArray()) {
        const QJsonObject field = entry.toObject();
        if (isTrue(field, "required"_L1) || isTrue(field, "system_mandatory"_L1))
            layout.required.emplace_back(textAt(field, "api_name"_L1));
    }
}

Layout readLayout(const QJsonObject &object)
{
    Layout layout;
    layout.id = RecordId(textAt(object, "id"_L1));
    layout.name = textAt(object, "name"_L1);
    // The customer may rename the standard layout; its API name stays. Old versions have no API name.
    layout.standard = object.contains("api_name"_L1) ? textAt(object, "api_name"_L1) == "Standard__s"_L1
                                                     : layout.name == "Standard"_L1;
    for (const QJsonValue &section : object.value("sections"_L1).toArray())
        readRequired(section.toObject(), layout);
    return layout;
}

Organisation readOrganisation(const QJsonObject &object)
{
    Organisation organisation;
    organisation.zgid = OrgId(textAt(object, "zgid"_L1));
    organisation.name = textAt(object, "company_name"_L1);
    organisation.type = textAt(object, "type"_L1);
    organisation.country = textAt(object, "country_code"_L1);
    if (organisation.country.isEmpty())
        organisation.country = textAt(object, "country"_L1);
    organisation.timeZone = textAt(object, "time_zone"_L1);
    return organisation;
}

CrmUser readUser(const QJsonObject &object)
{
    CrmUser user;
    user.id = RecordId(textAt(object, "id"_L1));
    user.name = textAt(object, "full_name"_L1);
    user.email = textAt(object, "email"_L1);
    user.profile = textAt(object.value("profile"_L1).toObject(), "name"_L1);
    user.timeZone = textAt(object, "time_zone"_L1);
    user.dateFormat = textAt(object, "date_format"_L1);
    return user;
}

} // namespace

base::Result<std::vector<Module>, ServerError> decodeModules(const ServerAnswer &answer)
{
    return listOf(answer, "modules"_L1, readModule);
}

base::Result<std::vector<Field>, ServerError> decodeFields(const ServerAnswer &answer)
{
    auto fields = listOf(answer, "fields"_L1, readField);
    // Old versions leave the id out, although every module has one that update and upsert can use.
    const auto isId = [](const Field &field) { return field.name == FieldName(QStringLiteral("id")); };
    if (fields.ok() && !fields->empty() && std::none_of(fields->begin(), fields->end(), isId))
        fields->push_back(idField());
    return fields;
}

base::Result<std::vector<Layout>, ServerError> decodeLayouts(const ServerAnswer &answer)
{
    return listOf(answer, "layouts"_L1, readLayout);
}

base::Result<Organisation, ServerError> decodeOrganisation(const ServerAnswer &answer)
{
    return entryOf(answer, "org"_L1, readOrganisation);
}

base::Result<CrmUser, ServerError> decodeCurrentUser(const ServerAnswer &answer)
{
    return entryOf(answer, "users"_L1, readUser);
}

} // namespace crm::wire
