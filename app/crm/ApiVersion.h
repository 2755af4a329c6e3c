#pragma once

#include <QString>

#include <span>

namespace crm {

/// A version of the CRM's API, as data: where its bulk write calls differ.
struct ApiVersion final {
    const char *name;         ///< the path element: "v2.1"
    bool moduleIsText;        ///< v2: "module": "Leads" instead of an object
    bool sendsFileNames;      ///< v5 and later: "file_names" beside "file_id"
    bool uploadsToUploadHost; ///< v8: upload.zoho.… instead of content.zohoapis.…

    friend bool operator==(const ApiVersion &a, const ApiVersion &b) { return a.name == b.name; }
    friend bool operator!=(const ApiVersion &a, const ApiVersion &b) { return !(a == b); }
};

/// v2, v2.1, v3 … v8, oldest first. The entries live as long as the program.
[[nodiscard]] std::span<const ApiVersion> apiVersions();
[[nodiscard]] const ApiVersion &defaultApiVersion(); ///< v2.1
/// nullptr for a name that is none of them.
[[nodiscard]] const ApiVersion *findApiVersion(const QString &name);

} // namespace crm
