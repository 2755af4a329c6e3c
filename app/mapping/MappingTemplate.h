#pragma once

#include "base/Result.h"
#include "crm/Field.h"
#include "mapping/ColumnMapping.h"

#include <QByteArray>
#include <QDateTime>

namespace mapping {

/// What an import looks like to a template: what one is made of, and what one is applied to.
struct TemplateScene final {
    crm::ModuleName module;
    crm::Operation operation = crm::Operation::Insert;
    crm::FieldName findBy;
    bool ignoreEmpty = true;
    QStringList headers; ///< of the file, in its order
    /// By column, as far as known: how its dates or numbers can be read, the likeliest first (tabular::ColumnProfile).
    std::vector<QStringList> patterns;
    std::vector<crm::Field> fields;
    std::vector<crm::FieldName> mandatory; ///< that have to be mapped
    ColumnMapping mapping;                 ///< as it stands
};

/// A field as it was when the template was saved; what it is now may differ.
struct FieldSnapshot final {
    crm::FieldName name;
    QString label;
    QString dataType;
    int length = 0; ///< 0 when unknown
    bool writable = true;
    crm::ModuleName lookupModule;
    QStringList values; ///< of a picklist, as they are stored

    friend bool operator==(const FieldSnapshot &a, const FieldSnapshot &b) = default;
};

/// A mapping as it is kept for the next file of the same kind, and shared. No secrets and no rows of the file; of its cells
/// only those that the user himself mapped onto values of a picklist.
struct MappingTemplate final {
    QString name;
    QDateTime saved; ///< UTC; tells which of several is the newest
    crm::ModuleName module;
    crm::Operation operation = crm::Operation::Insert;
    crm::FieldName findBy; ///< the match field of update and upsert
    bool ignoreEmpty = true;
    QStringList headers;
    ColumnMapping mapping;             ///< its columns count in `headers`
    std::vector<FieldSnapshot> fields; ///< those that `mapping` feeds, as far as they were known
    std::vector<crm::FieldName> mandatory;

    friend bool operator==(const MappingTemplate &a, const MappingTemplate &b) = default;
};

[[nodiscard]] MappingTemplate makeTemplate(const QString &name, const QDateTime &saved, const TemplateScene &scene);

/// The same for files that have the same headers in any order (letter case, spaces, underscores and hyphens aside), as
/// often each.
[[nodiscard]] QByteArray headerFingerprint(const QStringList &headers);
/// 0 … 1: how many of the headers of both are in both.
[[nodiscard]] double sharedHeaders(const QStringList &one, const QStringList &other);
/// For each header of `from` its place in `to`, or -1. Of several that are called alike the one spelt the same goes first,
/// then their order decides.
[[nodiscard]] std::vector<int> placesOf(const QStringList &from, const QStringList &to);

/// "*.mappingtemplate.json" without the star.
inline constexpr QLatin1String templateSuffix{".mappingtemplate.json"};
/// Errors: TemplateUnreadable (context "line" where it is no JSON, "key" where a value is missing or not understood),
/// TemplateVersionUnknown (context "found").
base::Result<MappingTemplate> readTemplate(const QByteArray &json);
/// Readable, versioned; the same template always gives the same bytes.
[[nodiscard]] QByteArray writeTemplate(const MappingTemplate &saved);

} // namespace mapping
