#include "crm/ErrorCatalogue.h"

#include "crm/ErrorTables.h"
#include "crm/ServerError.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace crm {

namespace {

std::vector<ErrorEntry> allEntries()
{
    std::vector<ErrorEntry> entries;
    for (const auto part :
         {createJobErrors(), sharedErrors(), transferErrors(), metadataErrors(), oauthErrors(), rowErrors()})
        entries.insert(entries.end(), part.begin(), part.end());
    return entries;
}

/// How well an entry of `found` answers for `wanted`: lower is better.
int distance(ErrorSource found, ErrorSource wanted)
{
    if (found == wanted)
        return 0;
    return found == ErrorSource::AnyCall ? 1 : 2;
}

} // namespace

std::span<const ErrorEntry> errorCatalogue()
{
    static const std::vector<ErrorEntry> entries = allEntries();
    return entries;
}

const ErrorEntry *findError(const QString &code, ErrorSource source)
{
    const ErrorEntry *best = nullptr;
    for (const ErrorEntry &entry : errorCatalogue()) {
        const bool better = !best || distance(entry.source, source) < distance(best->source, source);
        if (better && code == QLatin1String(entry.code))
            best = &entry;
    }
    return best;
}

const ErrorEntry *findError(const ServerError &error, ErrorSource source)
{
    if (!error.code.isEmpty())
        return findError(error.code, source);
    // What the file server means by a status says nothing of other calls.
    const ErrorEntry *entry = findError(QString::number(error.answer.httpStatus), source);
    return entry && distance(entry->source, source) < 2 ? entry : nullptr;
}

} // namespace crm
