#pragma once

#include "crm/Ids.h"

#include <optional>
#include <vector>

namespace crm {

/// A place in the wizard that a fault belongs to. `field` is set for Mapping only.
struct InputRef final {
    enum class Kind {
        Account,
        Module,
        Operation,
        FindBy,
        File,
        Mapping,
        CallbackUrl,
        CallbackMethod,
        CharacterEncoding,
        Job
    };

    Kind kind = Kind::Job;
    FieldName field;

    /// The stable form of `run --json` and `explain --json`: "account", "module", "operation", "find_by", "file",
    /// "mapping:<api_name>" ("mapping" alone: the mappings as a whole), "callback.url", "callback.method",
    /// "character_encoding", "job".
    [[nodiscard]] QString toText() const;
    [[nodiscard]] static std::optional<InputRef> fromText(const QString &text);

    friend bool operator==(const InputRef &a, const InputRef &b) = default;
};

} // namespace crm
