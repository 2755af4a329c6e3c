#pragma once

#include "crm/Ids.h"

#include <optional>
#include <vector>

namespace crm {

/// How a request names a module; the id is optional.
struct ModuleRef final {
    ModuleName name;
    RecordId id;

    friend bool operator==(const ModuleRef &a, const ModuleRef &b) = default;
};

/// One entry of GET settings/modules.
struct Module final {
    ModuleName name;
    RecordId id;
    QString singularLabel;
    QString pluralLabel;
    QString generatedType; ///< default, custom, subform, linking, web
    bool visible = true;
    bool apiSupported = false;
    bool creatable = false;
    bool editable = false;
    int sequence = 0;

    /// Bulk write takes it: supported, visible, default or custom, creatable or editable, and none of the modules that the
    /// CRM excludes by name (Calls, Events, Notes, Attachments, Users).
    [[nodiscard]] bool takesBulkWrite() const;
};

} // namespace crm
