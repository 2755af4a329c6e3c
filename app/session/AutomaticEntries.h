#pragma once

#include "mapping/ColumnMatcher.h"

#include <set>

namespace session {

/// The entries of a mapping that nobody made by hand: for exact names, and for what matching is sure of. One that was
/// touched since, or taken away, is a person's doing.
class AutomaticEntries final {
public:
    void forgetAll() { m_made.clear(); }
    /// `mapping` without those of them that stand in it as they were made.
    [[nodiscard]] mapping::ColumnMapping withoutThem(const mapping::ColumnMapping &mapping) const;
    /// From now on they are what `after` has and `before` has not.
    void becomeWhatIsNew(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after);
    /// `mapping` with entries for what is sure, where column and field are free. Those that stand make way for surer ones,
    /// and go when `operation` cannot write their field, or a column of this name was ignored before; a column whose entry
    /// a person took away stays without. Something less than sure changes nothing: values that speak against an exact name
    /// are a doubt to be shown, and no more. How dates and numbers go up follows from `profile` (null: not known).
    [[nodiscard]] mapping::ColumnMapping withMatches(const mapping::ColumnMapping &mapping,
                                                     const std::vector<mapping::ColumnMatch> &matches,
                                                     const std::vector<crm::Field> &fields, crm::Operation operation,
                                                     const tabular::TableProfile *profile);
    /// A person has made `after` of `before`. What he took away or changed is none of them any more, even where he makes the
    /// same by hand later, but for fields in `again`: undo brings those back as they were.
    void follow(const mapping::ColumnMapping &before, const mapping::ColumnMapping &after,
                const std::set<crm::FieldName> &again);
    /// Whether the entry of `field` is one of them, as it was made.
    [[nodiscard]] bool stands(const crm::FieldName &field, const mapping::ColumnMapping &mapping) const;
    [[nodiscard]] std::set<crm::FieldName> standing(const mapping::ColumnMapping &mapping) const;

private:
    [[nodiscard]] bool madeFor(crm::ColumnIndex column) const;
    struct Made final {
        crm::FieldMapping entry;
        bool taken = false; ///< by a person: what stands there now is his
    };
    [[nodiscard]] static bool standsIn(const Made &made, const mapping::ColumnMapping &mapping);
    std::vector<Made> m_made;
};

} // namespace session
