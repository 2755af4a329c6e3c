#pragma once

#include "mapping/MappingTemplate.h"

namespace mapping {

/// What takes the place of what was: a column of the file, a field of the module, a value (of a picklist, or the pattern
/// of cells). All empty: nothing does.
struct DriftTarget final {
    std::optional<crm::ColumnIndex> column;
    crm::FieldName field;
    QString value;

    [[nodiscard]] bool isEmpty() const { return !column && field.isEmpty() && value.isEmpty(); }
    friend bool operator==(const DriftTarget &a, const DriftTarget &b) = default;
};

/// One way in which the file or the module differs from what they were when the template was saved.
struct Drift final {
    /// In the order in which they are listed: what would be lost, what may be meant, what is new, what is merely otherwise.
    enum class Kind {
        MissingColumn,   ///< it fed `fields`, and nothing in the file looks like it
        MissingField,    ///< nothing in the module looks like it
        ReadOnlyField,   ///< the field is there, but cannot be written any more
        ValueRetired,    ///< the picklist has lost a value that a constant or mapped cells send
        MandatoryField,  ///< has to be mapped now, and the template has nothing for it
        RenamedColumn,   ///< as MissingColumn (or it was ignored), but `proposed` looks like it
        RenamedField,    ///< as MissingField, but `proposed` looks like it
        TypeChanged,     ///< `before` and `after` are data types
        LookupChanged,   ///< `before` and `after` are modules
        LengthShrunk,    ///< `before` and `after` are characters
        PatternChanged,  ///< the file's dates or numbers stand otherwise than `before`; `after` is how
        NewColumn,       ///< the template knows nothing of it; `fields` are those that it feeds now
        OtherOperation,  ///< `before` and `after` as on the wire
        OtherMatchField, ///< `before` and `after` are fields
        OtherBlanks      ///< `before` and `after`: "true" where blank cells are passed over
    };
    Kind kind = Kind::NewColumn;
    int column = -1; ///< in the template's headers; of a NewColumn in the file's
    crm::FieldName field;
    std::vector<crm::FieldName> fields;
    QString value;         ///< that is retired
    bool constant = false; ///< a constant sends it, not (only) mapped cells
    QString before;
    QString after;
    DriftTarget proposed;

    friend bool operator==(const Drift &a, const Drift &b) = default;
};

/// All that differs, each thing once, in the order of the kinds and then of columns and fields. Empty: applying the
/// template gives the very mapping that was saved. Depends on nothing but its input; with hundreds of columns that are
/// called otherwise it takes long enough to belong into a pool thread.
[[nodiscard]] std::vector<Drift> templateDrift(const MappingTemplate &saved, const TemplateScene &scene);

/// Whether going on without a look at it could surprise: all but new columns and what stays as the user has just chosen it.
[[nodiscard]] bool wantsLook(const Drift &drift);
/// There is nothing to answer: the difference belongs to another step.
[[nodiscard]] bool isNotice(const Drift &drift);

} // namespace mapping
