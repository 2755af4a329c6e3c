#include "crm/Module.h"

#include <QStringList>

namespace crm {

namespace {

bool excludedByName(const ModuleName &module)
{
    // The metadata calls these writable, but bulk write does not take them. "Meetings" is what newer versions call Events.
    static const QStringList names{QStringLiteral("Calls"), QStringLiteral("Events"),      QStringLiteral("Meetings"),
                                   QStringLiteral("Notes"), QStringLiteral("Attachments"), QStringLiteral("Users")};
    return names.contains(module.text());
}

} // namespace

bool Module::takesBulkWrite() const
{
    const bool ordinary = generatedType == QLatin1String("default") || generatedType == QLatin1String("custom");
    return apiSupported && visible && ordinary && (creatable || editable) && !excludedByName(name);
}

} // namespace crm
