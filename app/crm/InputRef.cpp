#include "crm/InputRef.h"

#include <algorithm>
#include <array>

namespace crm {

namespace {

struct KindName final {
    InputRef::Kind kind;
    const char *name;
};

constexpr std::array kindNames{
    KindName{InputRef::Kind::Account, "account"},
    KindName{InputRef::Kind::Module, "module"},
    KindName{InputRef::Kind::Operation, "operation"},
    KindName{InputRef::Kind::FindBy, "find_by"},
    KindName{InputRef::Kind::File, "file"},
    KindName{InputRef::Kind::Mapping, "mapping"},
    KindName{InputRef::Kind::CallbackUrl, "callback.url"},
    KindName{InputRef::Kind::CallbackMethod, "callback.method"},
    KindName{InputRef::Kind::CharacterEncoding, "character_encoding"},
    KindName{InputRef::Kind::Job, "job"},
};

constexpr QLatin1String mappingPrefix{"mapping:"};

} // namespace

QString InputRef::toText() const
{
    if (kind == Kind::Mapping && !field.isEmpty())
        return mappingPrefix + field.text();
    const auto *found =
        std::find_if(kindNames.begin(), kindNames.end(), [this](const KindName &entry) { return entry.kind == kind; });
    return QLatin1String(found == kindNames.end() ? "job" : found->name);
}

std::optional<InputRef> InputRef::fromText(const QString &text)
{
    if (text.startsWith(mappingPrefix) && text.size() > mappingPrefix.size())
        return InputRef{Kind::Mapping, FieldName(text.mid(mappingPrefix.size()))};
    const auto *found = std::find_if(kindNames.begin(), kindNames.end(),
                                     [&](const KindName &entry) { return text == QLatin1String(entry.name); });
    if (found == kindNames.end())
        return std::nullopt;
    return InputRef{found->kind, {}};
}

} // namespace crm
