#pragma once

#include "crm/ApiVersion.h"
#include "crm/Module.h"

#include <QJsonValue>
#include <QStringList>

#include <array>

namespace crm {

enum class Operation { Insert, Update, Upsert };
inline constexpr std::array allOperations{Operation::Insert, Operation::Update, Operation::Upsert};

[[nodiscard]] QString wireName(Operation operation); ///< "insert", "update", "upsert"
[[nodiscard]] std::optional<Operation> findOperation(const QString &wireName);

/// One entry of field_mappings: a column, a constant, or both, for one field.
struct FieldMapping final {
    FieldName field;
    std::optional<ColumnIndex> column;
    FieldName findBy; ///< lookups: the field of the related module that the cells hold; empty: not sent
    QString format;   ///< dates and numbers; empty: not sent
    std::optional<QJsonValue> defaultValue; ///< the content of {"value": …}
    std::optional<int> parentColumnIndex;   ///< v5 and later, for children only; kept when a request is read

    friend bool operator==(const FieldMapping &a, const FieldMapping &b) = default;
};

struct Callback final {
    QString url;
    QString method = QStringLiteral("post");

    friend bool operator==(const Callback &a, const Callback &b) = default;
};

/// The body of a create-job call for one module. What a person has not decided yet is absent and
/// is left out of the body, so that incomplete requests, as support staff meet them, can be shown and sent too.
struct BulkWriteRequest final {
    std::optional<Operation> operation;
    QString characterEncoding; ///< empty: not sent
    std::optional<bool> ignoreEmpty;
    std::optional<Callback> callback;
    std::optional<ModuleRef> module;
    FileId fileId;         ///< empty: not sent
    QStringList fileNames; ///< sent by versions that know it
    FieldName findBy;      ///< update and upsert; empty: not sent
    std::vector<FieldMapping> mappings;

    friend bool operator==(const BulkWriteRequest &a, const BulkWriteRequest &b) = default;
    [[nodiscard]] const FieldMapping *mappingOf(const FieldName &field) const; ///< nullptr when not mapped
};

} // namespace crm
