#include "crm/ApiVersion.h"

#include <algorithm>
#include <array>

namespace crm {

namespace {

constexpr std::array versions{
    ApiVersion{"v2", true, false, false},    //
    ApiVersion{"v2.1", false, false, false}, //
    ApiVersion{"v3", false, false, false},   //
    ApiVersion{"v4", false, false, false},   //
    ApiVersion{"v5", false, true, false},    //
    ApiVersion{"v6", false, true, false},    //
    ApiVersion{"v7", false, true, false},    //
    ApiVersion{"v8", false, true, true},
};

} // namespace

std::span<const ApiVersion> apiVersions()
{
    return versions;
}

const ApiVersion &defaultApiVersion()
{
    return versions[1];
}

const ApiVersion *findApiVersion(const QString &name)
{
    const auto *found = std::find_if(versions.begin(), versions.end(),
                                     [&](const ApiVersion &version) { return name == QLatin1String(version.name); });
    return found == versions.end() ? nullptr : found;
}

} // namespace crm
