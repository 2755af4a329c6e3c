#include "practice/DatePattern.h"
#include "practice/OrderReader.h"

#include <QSet>

namespace practice {

using Refused = std::optional<Answer>;

namespace {

bool writable(const PracticeField &field, JobOrder::Operation operation)
{
    if (field.name == QLatin1String("id"))
        return operation != JobOrder::Operation::Insert;
    return !field.readOnly;
}

} // namespace

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

QString OrderReader::moduleName() const
{
    const Json &module = resource()["module"];
    return module.is_string() ? textOf(module) : textOf(module, "api_name");
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

} // namespace practice
