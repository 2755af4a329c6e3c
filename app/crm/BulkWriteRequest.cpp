#include "crm/BulkWriteRequest.h"

#include <algorithm>

namespace crm {

QString wireName(Operation operation)
{
    switch (operation) {
    case Operation::Insert:
        return QStringLiteral("insert");
    case Operation::Update:
        return QStringLiteral("update");
    case Operation::Upsert:
        break;
    }
    return QStringLiteral("upsert");
}

std::optional<Operation> findOperation(const QString &name)
{
    const auto *found = std::find_if(allOperations.begin(), allOperations.end(),
                                     [&](Operation operation) { return wireName(operation) == name; });
    if (found == allOperations.end())
        return std::nullopt;
    return *found;
}

const FieldMapping *BulkWriteRequest::mappingOf(const FieldName &field) const
{
    const auto found = std::find_if(mappings.begin(), mappings.end(),
                                    [&](const FieldMapping &mapping) { return mapping.field == field; });
    return found == mappings.end() ? nullptr : &*found;
}

} // namespace crm
