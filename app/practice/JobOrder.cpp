#include "practice/OrderReader.h"

#include "practice/CallbackRules.h"

namespace practice {

namespace {

constexpr int mappingsLimit = 200;

std::optional<JobOrder::Operation> operationOf(const QString &word)
{
    if (word == QLatin1String("insert"))
        return JobOrder::Operation::Insert;
    if (word == QLatin1String("update"))
        return JobOrder::Operation::Update;
    if (word == QLatin1String("upsert"))
        return JobOrder::Operation::Upsert;
    return std::nullopt;
}

QString defaultOf(const Json &mapping)
{
    const auto found = mapping.find("default_value");
    if (found == mapping.end() || !found->is_object())
        return {};
    const auto value = found->find("value");
    if (value != found->end() && value->is_boolean())
        return value->get<bool>() ? QStringLiteral("true") : QStringLiteral("false");
    return value == found->end()   ? QString()
        : value->is_number_float() ? QString::number(value->get<double>(), 'g', 15)
                                   : textOf(*value);
}

bool hasDefault(const Json &mapping)
{
    const auto found = mapping.find("default_value");
    return found != mapping.end() && found->is_object() && found->contains("value");
}

} // namespace

using Refused = std::optional<Answer>;

const Json &mappingsOf(const Json &resource)
{
    static const Json none = Json::array();
    const auto found = resource.find("field_mappings");
    return found == resource.end() ? none : *found;
}

bool holdsIndex(const Json &mapping)
{
    const auto found = mapping.find("index");
    return found != mapping.end() && !found->is_null();
}

Answer OrderReader::invalidData(const QString &key, const QString &path) const
{
    Json details = Json::object();
    if (isNewest())
        details = {{"api_name", text(key)}, {"json_path", text(path)}};
    return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"), details);
}

Answer OrderReader::missingKey(const QString &key, const QString &path, const QString &field) const
{
    const QString whose = field.isEmpty() ? QString() : QStringLiteral(" for field %1").arg(field);
    return refusal(400, QStringLiteral("MISSING_REQUIRED_KEY"),
                   QStringLiteral("required key %1%2 is not found in request body.").arg(key, whose),
                   isNewest() ? Json{{"json_path", text(path)}} : Json::object());
}

Answer OrderReader::keyNotAvailable(const QString &key, const QString &path) const
{
    return refusal(400, QStringLiteral("MANDATORY_NOT_FOUND"),
                   QStringLiteral("Required key %1 is not available").arg(key),
                   isNewest() ? Json{{"api_name", text(key)}, {"json_path", text(path)}} : Json::object());
}

QString OrderReader::mappingPath(size_t at, const char *key)
{
    return QStringLiteral("$.resource[0].field_mappings[%1].%2").arg(at).arg(QLatin1String(key));
}

base::Result<JobOrder, Answer> OrderReader::read(const QByteArray &bytes)
{
    m_order.body = Json::parse(bytes.cbegin(), bytes.cend(), nullptr, false);
    if (!m_order.body.is_object())
        return isNewest() ? refusal(400, QStringLiteral("REQUEST_BODY_NOT_SUPPORTED"),
                                    QStringLiteral("The request body is not supported"))
                          : invalidData({}, QStringLiteral("$"));
    static constexpr Check checks[] = {
        &OrderReader::checkKeys,         &OrderReader::checkResourceKeys, &OrderReader::checkMappingKeys,
        &OrderReader::checkCallbackKeys, &OrderReader::checkModule,       &OrderReader::checkFieldNames,
        &OrderReader::checkDuplicates,   &OrderReader::checkFindBy,       &OrderReader::checkLookups,
        &OrderReader::checkFormats,      &OrderReader::checkMandatory,    &OrderReader::checkCallback,
        &OrderReader::checkFile,         &OrderReader::checkColumns,      &OrderReader::checkHeaderMapping};
    for (const Check check : checks) {
        if (const Refused refused = (this->*check)())
            return *refused;
    }
    fill();
    return m_order;
}

Refused OrderReader::checkKeys()
{
    // An absent operation was recorded as INVALID_DATA, unlike every other absent key.
    const auto operation = operationOf(textOf(m_order.body, "operation"));
    if (!operation)
        return invalidData(QStringLiteral("operation"), QStringLiteral("$.operation"));
    m_order.operation = *operation;
    const auto resources = m_order.body.find("resource");
    if (resources == m_order.body.end())
        return missingKey(QStringLiteral("resource"), QStringLiteral("$.resource"));
    if (!resources->is_array() || resources->size() != 1 || !resources->front().is_object())
        return invalidData(QStringLiteral("resource"), QStringLiteral("$.resource"));
    for (const char *key : {"ignore_empty"}) {
        const auto found = m_order.body.find(key);
        if (found != m_order.body.end() && !found->is_boolean() && !found->is_null())
            return invalidData(QLatin1String(key), QStringLiteral("$.") + QLatin1String(key));
    }
    m_order.encoding = textOf(m_order.body, "character_encoding");
    if (!m_order.encoding.isEmpty() && !toUtf8({}, m_order.encoding))
        return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"),
                       {{"api_name", "character_encoding"}});
    return std::nullopt;
}

Refused OrderReader::checkResourceKeys()
{
    for (const char *key : {"type", "module", "file_id"}) {
        const auto found = resource().find(key);
        if (found == resource().end() || found->is_null())
            return missingKey(QLatin1String(key), QStringLiteral("$.resource[0].") + QLatin1String(key));
    }
    if (textOf(resource(), "type") != QLatin1String("data"))
        return invalidData(QStringLiteral("type"), QStringLiteral("$.resource[0].type"));
    const Json &module = resource()["module"];
    if (module.is_string() != (m_version == QLatin1String("v2")) || !(module.is_string() || module.is_object()))
        return invalidData(QStringLiteral("module"), QStringLiteral("$.resource[0].module"));
    if (module.is_object() && textOf(module, "api_name").isEmpty())
        return missingKey(QStringLiteral("api_name"), QStringLiteral("$.resource[0].module.api_name"));
    return std::nullopt;
}

Refused OrderReader::checkMappingKeys()
{
    const Json &mappings = mappingsOf(resource());
    if (!mappings.is_array())
        return invalidData(QStringLiteral("field_mappings"), QStringLiteral("$.resource[0].field_mappings"));
    if (mappings.size() > mappingsLimit)
        return refusal(400, QStringLiteral("HEADER_LIMIT_EXCEEDED"),
                       QStringLiteral("more than %1 fields are mapped.").arg(mappingsLimit));
    for (size_t at = 0; at < mappings.size(); ++at) {
        const Json &mapping = mappings[at];
        if (!mapping.is_object())
            return invalidData(QStringLiteral("field_mappings"), QStringLiteral("$.resource[0].field_mappings"));
        const QString name = textOf(mapping, "api_name");
        if (name.isEmpty())
            return missingKey(QStringLiteral("api_name"), mappingPath(at, "api_name"));
        if (!holdsIndex(mapping) && !hasDefault(mapping))
            return missingKey(QStringLiteral("index"), mappingPath(at, "index"), name);
        if (holdsIndex(mapping) && !mapping["index"].is_number_integer())
            return invalidData(QStringLiteral("index"), mappingPath(at, "index"));
    }
    return std::nullopt;
}

Refused OrderReader::checkCallbackKeys()
{
    const auto callback = m_order.body.find("callback");
    if (callback == m_order.body.end() || callback->is_null())
        return std::nullopt;
    if (!callback->is_object())
        return invalidData(QStringLiteral("callback"), QStringLiteral("$.callback"));
    for (const char *key : {"url", "method"}) {
        if (!callback->contains(key))
            return missingKey(QLatin1String(key), QStringLiteral("$.callback.") + QLatin1String(key));
    }
    if (textOf(*callback, "method") == QLatin1String("post"))
        return std::nullopt;
    if (isNewest())
        return refusal(400, QStringLiteral("INVALID_CALLBACK_METHOD"),
                       QStringLiteral("Invalid callback method provided"),
                       {{"supported_callback_methods", Json::array({"post"})}});
    return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"), {{"api_name", "method"}});
}

Refused OrderReader::checkCallback()
{
    const auto callback = m_order.body.find("callback");
    if (callback == m_order.body.end() || callback->is_null())
        return std::nullopt;
    const QString url = textOf(*callback, "url");
    if (!refusesCallback(url))
        return std::nullopt;
    return refusal(400, QStringLiteral("INVALID_CALLBACK_URL"),
                   QStringLiteral("Invalid URL '%1' for callback.").arg(url), {{"reason", "possible ssrf attempt"}});
}

Refused OrderReader::checkFile()
{
    m_order.fileId = textOf(resource(), "file_id");
    const auto upload = m_crm.uploads.constFind(m_order.fileId);
    if (upload == m_crm.uploads.cend())
        return isNewest() ? refusal(400, QStringLiteral("FILE_NOT_FOUND"), QStringLiteral("File not found"))
                          : refusal(400, QStringLiteral("INVALID_FILE_ID"), QStringLiteral("improper file id"));
    if (!upload->usedBy.isEmpty() || !toUtf8(upload->csv.raw, m_order.encoding))
        return refusal(400, QStringLiteral("FILE_NOT_SUPPORTED"), QStringLiteral("File not supported for bulk write"));
    return std::nullopt;
}

Refused OrderReader::checkColumns()
{
    const auto columns = m_crm.uploads[m_order.fileId].csv.header.size();
    for (const Json &mapping : mappingsOf(resource())) {
        if (holdsIndex(mapping) && mapping["index"].get<qint64>() >= columns)
            return refusal(400, QStringLiteral("COLUMN_INDEX_NOT_FOUND"),
                           QStringLiteral("column index %1 is not found.").arg(textOf(mapping, "index")),
                           {{"api_name", text(textOf(mapping, "api_name"))}});
    }
    return std::nullopt;
}

Refused OrderReader::checkHeaderMapping()
{
    if (hasMappings())
        return std::nullopt;
    // Without mappings the header row names the fields; "Account_Name.id" also says how a lookup is found.
    Json mappings = Json::array();
    const QStringList &header = m_crm.uploads[m_order.fileId].csv.header;
    for (qsizetype column = 0; column < header.size(); ++column) {
        Json mapping{{"api_name", text(header[column].section(QLatin1Char('.'), 0, 0))}, {"index", column}};
        if (header[column].contains(QLatin1Char('.')))
            mapping["find_by"] = text(header[column].section(QLatin1Char('.'), 1));
        mappings.push_back(mapping);
    }
    m_order.body["resource"][0]["field_mappings"] = mappings;
    for (const Check check : {&OrderReader::checkFieldNames, &OrderReader::checkDuplicates, &OrderReader::checkFindBy,
                              &OrderReader::checkLookups, &OrderReader::checkMandatory}) {
        if (const Refused refused = (this->*check)())
            return refused;
    }
    return std::nullopt;
}

void OrderReader::fill()
{
    const auto ignore = m_order.body.find("ignore_empty");
    const auto own = resource().find("ignore_empty");
    m_order.ignoreEmpty = (ignore != m_order.body.end() && ignore->is_boolean() && ignore->get<bool>())
        || (own != resource().end() && own->is_boolean() && own->get<bool>());
    for (const Json &mapping : mappingsOf(resource())) {
        OrderedField field;
        field.field = m_module->indexOf(textOf(mapping, "api_name"));
        field.column = holdsIndex(mapping) ? mapping["index"].get<int>() : -1;
        field.findBy = textOf(mapping, "find_by");
        field.format = textOf(mapping, "format");
        field.defaultValue = defaultOf(mapping);
        m_order.fields.push_back(field);
    }
}

base::Result<JobOrder, Answer> readOrder(const QByteArray &body, const QString &version, const CrmView &crm)
{
    return OrderReader(version, crm).read(body);
}

} // namespace practice
