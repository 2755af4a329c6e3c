#include "crm/ErrorCatalogue.h"

#include "crm/ErrorTables.h"

#include <QString>

#include <algorithm>
#include <vector>

namespace crm {
namespace {

const std::vector<ErrorEntry> &allEntries()
{
    static const std::vector<ErrorEntry> entries = [] {
        std::vector<ErrorEntry> all;
        for (const auto table : {createJobErrors(), sharedErrors(), fileErrors(), signInErrors(), rowErrors()})
            all.insert(all.end(), table.begin(), table.end());
        return all;
    }();
    return entries;
}

const ErrorEntry *find(const QString &code, std::optional<ErrorSource> source)
{
    const auto &entries = allEntries();
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const ErrorEntry &entry) {
        return code == QLatin1String(entry.code) && (!source || entry.source == *source);
    });
    return found == entries.end() ? nullptr : &*found;
}

} // namespace

std::span<const ErrorEntry> errorCatalogue()
{
    return allEntries();
}

const ErrorEntry *findError(const QString &code, ErrorSource source)
{
    if (const ErrorEntry *own = find(code, source))
        return own;
    if (const ErrorEntry *shared = find(code, ErrorSource::AnyCall))
        return shared;
    return find(code, std::nullopt);
}

} // namespace crm
