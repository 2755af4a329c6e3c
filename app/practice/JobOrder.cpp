#include "practice/JobOrder.h"

#include "practice/CallbackRules.h"
#include "practice/DatePattern.h"

#include <QSet>

namespace practice {

namespace {

using Refused = std::optional<Answer>;

constexpr int mappingsLimit = 200;

/// Reads one body; the first check that fails ends it.
class OrderReader final {
public:
    OrderReader(const QString &version, const CrmView &crm)
        : m_version(version)
        , m_crm(crm)
    { }

    base::Result<JobOrder, Answer> read(const QByteArray &bytes);

private:
    using Check = Refused (OrderReader::*)();

    Refused checkKeys();
    Refused checkResourceKeys();
    Refused checkMappingKeys();
    Refused checkCallbackKeys();
    Refused checkModule();
    Refused checkFieldNames();
    Refused checkDuplicates();
    Refused checkFindBy();
    Refused checkLookups();
    Refused checkFormats();
    Refused checkMandatory();
    Refused checkCallback();
    Refused checkFile();
    Refused checkColumns();
    Refused checkHeaderMapping();

    void fill();
    [[nodiscard]] bool isNewest() const { return m_version == QLatin1String("v8"); }
    [[nodiscard]] const Json &resource() const { return m_order.body["resource"][0]; }
    [[nodiscard]] bool hasMappings() const { return resource().contains("field_mappings"); }
    [[nodiscard]] bool isMapped(const PracticeField &field) const;
    [[nodiscard]] QString moduleName() const;
    [[nodiscard]] Answer invalidData(const QString &key, const QString &path) const;
    [[nodiscard]] Answer missingKey(const QString &key, const QString &path, const QString &field = {}) const;
    [[nodiscard]] Answer keyNotAvailable(const QString &key, const QString &path) const;
    [[nodiscard]] static QString mappingPath(size_t at, const char *key);

    QString m_version;
    CrmView m_crm;
    JobOrder m_order;
    const PracticeModule *m_module = nullptr;
};

const Json &mappingsOf(const Json &resource)
{
    static const Json none = Json::array();
    const auto found = resource.find("field_mappings");
    return found == resource.end() ? none : *found;
}

bool writable(const PracticeField &field, JobOrder::Operation operation)
{
    if (field.name == QLatin1String("id"))
        return operation != JobOrder::Operation::Insert;
    return !field.readOnly;
}

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

QString OrderReader::moduleName() const
{
    const Json &module = resource()["module"];
    return module.is_string() ? textOf(module) : textOf(module, "api_name");
}

Refused OrderReader::checkModule()
{
    for (const PracticeModule &module : m_crm.modules) {
        if (module.name == moduleName())
            m_module = &module;
    }
    if (!m_module)
        return refusal(400, QStringLiteral("MODULE_NOT_AVAILABLE"),
                       QStringLiteral("Requested module '%1' is not available.").arg(moduleName()));
    m_order.module = m_module->name;
    return std::nullopt;
}

Refused OrderReader::checkFieldNames()
{
    for (const Json &mapping : mappingsOf(resource())) {
        const QString name = textOf(mapping, "api_name");
        const PracticeField *field = m_module->find(name);
        if (!field)
            return refusal(400, QStringLiteral("INVALID_FIELD_NAME"),
                           QStringLiteral("invalid mapping. invalid api_name %1.").arg(name));
        if (!writable(*field, m_order.operation))
            return refusal(400, QStringLiteral("INVALID_FIELD"),
                           QStringLiteral("the field %1 cannot be written.").arg(name), {{"api_name", text(name)}});
    }
    return std::nullopt;
}

Refused OrderReader::checkDuplicates()
{
    QSet<QString> seen;
    const Json &mappings = mappingsOf(resource());
    for (size_t at = 0; at < mappings.size(); ++at) {
        const QString name = textOf(mappings[at], "api_name");
        if (holdsIndex(mappings[at]) && mappings[at]["index"].get<qint64>() < 0)
            return refusal(400, QStringLiteral("COLUMN_INDEX_NOT_FOUND"),
                           QStringLiteral("column index %1 is not found.").arg(textOf(mappings[at], "index")),
                           {{"api_name", text(name)}});
        if (seen.contains(name))
            return refusal(400, QStringLiteral("DUPLICATE_DATA"),
                           QStringLiteral("the field %1 is mapped more than once.").arg(name),
                           {{"api_name", text(name)}, {"json_path", text(mappingPath(at, "api_name"))}});
        seen.insert(name);
    }
    return std::nullopt;
}

Refused OrderReader::checkFindBy()
{
    const QString path = QStringLiteral("$.resource[0].find_by");
    const QString name = textOf(resource(), "find_by");
    if (name.isEmpty())
        return m_order.operation == JobOrder::Operation::Insert
            ? Refused()
            : Refused(keyNotAvailable(QStringLiteral("find_by"), path));
    if (!m_module->canFindBy(name))
        return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"),
                       {{"api_name", "find_by"}, {"json_path", text(path)}});
    m_order.findBy = m_module->indexOf(name);
    if (hasMappings() && !isMapped(*m_module->find(name)))
        return refusal(400, QStringLiteral("MANDATORY_FIELDS_NOT_MAPPED"),
                       QStringLiteral("All mandatory fields are not mapped for the layout [%1]").arg(name));
    return std::nullopt;
}

Refused OrderReader::checkLookups()
{
    const Json &mappings = mappingsOf(resource());
    for (size_t at = 0; at < mappings.size(); ++at) {
        const PracticeField *field = m_module->find(textOf(mappings[at], "api_name"));
        const QString findBy = textOf(mappings[at], "find_by");
        const QString path = mappingPath(at, "find_by");
        // The recorded jobs map Owner without find_by; other lookups need one.
        if (field->isLookup() && findBy.isEmpty())
            return keyNotAvailable(QStringLiteral("find_by"), path);
        bool known = findBy.isEmpty() || !(field->isLookup() || field->isOwner());
        if (field->isOwner())
            known = known || findBy == QLatin1String("id") || findBy == QLatin1String("email");
        for (const PracticeModule &module : m_crm.modules)
            known = known || (module.name == field->lookupModule && module.canFindBy(findBy));
        if (!known)
            return refusal(400, QStringLiteral("INVALID_DATA"), QStringLiteral("Invalid data"),
                           {{"api_name", text(field->name)}, {"json_path", text(path)}});
    }
    return std::nullopt;
}

Refused OrderReader::checkFormats()
{
    for (const Json &mapping : mappingsOf(resource())) {
        const PracticeField *field = m_module->find(textOf(mapping, "api_name"));
        const QString format = textOf(mapping, "format");
        const bool dated = field->type == QLatin1String("date") || field->type == QLatin1String("datetime");
        if (dated && !format.isEmpty() && !DatePattern::isKnown(format))
            return refusal(400, QStringLiteral("INVALID_FORMAT"),
                           QStringLiteral("the format %1 of the field %2 is not supported.").arg(format, field->name),
                           {{"api_name", text(field->name)}});
    }
    return std::nullopt;
}

bool OrderReader::isMapped(const PracticeField &field) const
{
    for (const Json &mapping : mappingsOf(resource())) {
        if (textOf(mapping, "api_name") == field.name)
            return true;
    }
    return false;
}

Refused OrderReader::checkMandatory()
{
    if (m_order.operation == JobOrder::Operation::Update || !hasMappings())
        return std::nullopt;
    QStringList missing;
    for (const PracticeField &field : m_module->fields) {
        if ((field.systemMandatory || field.layoutRequired) && !isMapped(field))
            missing.append(field.name);
    }
    if (missing.isEmpty())
        return std::nullopt;
    return refusal(400, QStringLiteral("MANDATORY_FIELDS_NOT_MAPPED"),
                   QStringLiteral("All mandatory fields are not mapped for the layout [%1]")
                       .arg(missing.join(QLatin1String(", "))));
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

} // namespace

base::Result<JobOrder, Answer> readOrder(const QByteArray &body, const QString &version, const CrmView &crm)
{
    return OrderReader(version, crm).read(body);
}

} // namespace practice
