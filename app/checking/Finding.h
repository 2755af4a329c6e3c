#pragma once

#include "crm/InputRef.h"

#include <QVariantMap>

namespace checking {

/// What we can tell before anything is sent.
enum class Rule {
    AccountMissing,
    ModuleMissing,
    ModuleUnknown,
    OperationMissing,
    OperationNotAllowed, ///< the module cannot be created / edited through the API
    FindByMissing,       ///< update or upsert without a match field
    FindByNotMapped,     ///< the match field has no column
    FindByNotUnique,
    FileMissing,
    FileHasNoRows,
    FileTooManyRows,    ///< for one job; a warning (context: "jobs", "credits") where the file is split
    FileTooManyColumns, ///< of a file that is split those that are mapped
    FileTooLarge,       ///< as FileTooManyRows
    FileIdUsed,         ///< the known file ID has served a created job (context: "job")
    FileIdMalformed,    ///< not digits
    MappingEmpty,
    MandatoryFieldMissing, ///< per field
    FieldUnknown,          ///< mapped or match field that the module lacks (context: "suggestion" when one is near)
    FieldNotWritable,
    ColumnOutOfRange, ///< (context: "column", "columns")
    FieldMappedTwice, ///< fed by two or more (context: "feeders": column indexes with commas)
    ColumnMissing,    ///< neither a column nor a constant
    LookupNeedsFindBy,
    TooManyMappings,
    CallbackNotAUrl,
    CallbackSchemeNotHttp,
    CallbackHasNoHost,
    CallbackIsThisComputer,
    CallbackIsPrivate,
    CallbackHostIsBare, ///< a name without a dot, or under a name that never resolves (.local, .invalid …)
    CallbackHasUserInfo,
    CallbackMethodNotPost,
};

/// Error: the CRM is expected to refuse it. Warning: it will be taken, but look.
enum class Severity { Error, Warning };

struct Finding final {
    Rule rule = Rule::MappingEmpty;
    Severity severity = Severity::Error;
    crm::InputRef input;
    QVariantMap
        context; ///< keys: "field", "label", "column", "columns", "rows", "limit", "jobs", "credits", "host", "job", "suggestion", "feeders"

    friend bool operator==(const Finding &a, const Finding &b) = default;
};

/// A stable name of the rule for logs and `--json` output, e.g. "MandatoryFieldMissing".
[[nodiscard]] QString ruleName(Rule rule);

} // namespace checking
