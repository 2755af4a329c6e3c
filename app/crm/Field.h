#pragma once

#include "crm/BulkWriteRequest.h"

namespace crm {

struct PicklistValue final {
    QString display;
    QString actual; ///< what is stored and what a cell must hold

    friend bool operator==(const PicklistValue &a, const PicklistValue &b) = default;
};

/// One entry of GET settings/fields. An id field for update and upsert is part of every module's fields.
struct Field final {
    FieldName name;
    QString label;          ///< translated for the signed-in user
    QString dataType;       ///< text, email, phone, picklist, lookup, ownerlookup, … (an open set)
    int length = 0;         ///< characters; 0 when unknown
    int decimalPlaces = -1; ///< -1 when unknown
    bool systemMandatory = false;
    bool readOnly = false;
    bool custom = false;
    bool virtualField = false;
    bool apiCreate = true; ///< may be written by insert
    bool apiUpdate = true; ///< may be written by update
    bool unique = false;
    ModuleName lookupModule; ///< of a lookup; empty otherwise
    std::vector<PicklistValue> picklist;

    /// Lookups, owners and users, which need a `find_by`.
    [[nodiscard]] bool isLookup() const;
    [[nodiscard]] bool isLayout() const;   ///< takes the ID of a layout, or its name from a cell
    [[nodiscard]] bool isDateLike() const; ///< date or datetime: takes a format
    /// Whether a column may be mapped onto it (not formula, auto-number, roll-up, file, image, subform …).
    /// `id` can be mapped for update and upsert although the CRM marks it as never writable.
    [[nodiscard]] bool canBeMapped(Operation operation) const;
    /// Whether update and upsert can find records by it: id, unique fields, the module's own duplicate-check field.
    [[nodiscard]] bool canFindRecords(const ModuleName &module) const;

    friend bool operator==(const Field &a, const Field &b) = default;
};

/// One layout of GET settings/layouts: the only place that tells what is mandatory in a layout.
struct Layout final {
    RecordId id;
    QString name;
    bool standard = false;
    std::vector<FieldName> required;
};

/// The layout with this ID; an empty one means the one that the CRM takes where nothing is said. nullptr: none.
[[nodiscard]] const Layout *findLayout(const std::vector<Layout> &layouts, const RecordId &id);

/// The field by which the CRM looks for duplicates in a module, so that lookups can find its records by it too; empty for a
/// module that has none.
[[nodiscard]] FieldName duplicateField(const ModuleName &module);

/// The fields that an insert (or upsert) has to map, in the order of the module's fields: those that the system requires
/// and those that the layout `layout` (the standard one when empty) requires.
[[nodiscard]] std::vector<FieldName> mandatoryFields(const std::vector<Field> &fields,
                                                     const std::vector<Layout> &layouts, const RecordId &layout = {});

} // namespace crm
