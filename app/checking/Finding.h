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
    FileUndecided,      ///< what tabular::openQuestion() asks; the run ends before anything is sent (context: "matter")
    FileTooManyRows,    ///< for one job; a warning (context: "jobs", "credits") where the file is split
    FileTooManyColumns, ///< of a file that is split those that are mapped
    FileTooLarge,       ///< as FileTooManyRows
    FileIdUsed,         ///< the known file ID has served a created job (context: "job")
    FileIdMalformed,    ///< not digits
    MappingEmpty,
    MandatoryFieldMissing, ///< per field
    MandatoryCellsBlank, ///< it is mapped, but rows have no value for it (context: "rows" that have none, "column", "header")
    FieldUnknown,        ///< mapped or match field that the module lacks (context: "suggestion" when one is near)
    FieldNotWritable,
    ColumnOutOfRange, ///< (context: "column", "columns")
    FieldMappedTwice, ///< fed by two or more (context: "feeders": column indexes with commas)
    ColumnMissing,    ///< neither a column nor a constant
    LookupNeedsFindBy,
    LayoutUnknown, ///< the constant for Layout is the ID of none of the module's layouts (context: "layout")
    TooManyMappings,
    FormatUndecided, ///< no row tells how the column is to be read (context: "pattern", "other")
    FormatMissing,   ///< dates are not as the CRM expects them, and nothing says so (context: "pattern")
    ValuesAdded,   ///< values that a picklist lacks, which the CRM adds (context: "values", "more", "cells", "sampled")
    ValuesRefused, ///< values that a boolean is not (context as above)
    ValuesUnconverted, ///< values that cannot be converted as their rule says, and go up as they stand (context as above)
    ValuesTooLong,     ///< (context: "longest", "limit")
    ValuesOfWrongType, ///< no dates, numbers, addresses (context: "cells", "row", "type")
    CellsNotChanged,   ///< the file is uploaded already, so that nothing can become of its cells
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
        context; ///< keys: "field", "label", "column", "columns", "rows", "limit", "jobs", "credits", "host", "job", "suggestion", "feeders", and those that a
    ///< rule names; of rules on values also "header"

    friend bool operator==(const Finding &a, const Finding &b) = default;
};

/// A stable name of the rule for logs and `--json` output, e.g. "MandatoryFieldMissing".
[[nodiscard]] QString ruleName(Rule rule);

} // namespace checking
