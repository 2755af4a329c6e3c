#pragma once

#include "importing/RunParts.h"
#include "session/ImportSession.h"

namespace session {

/// What a run would write: which rows of which file, how, and where.
struct RunAim final {
    QUrl host;
    crm::OrgId org;
    tabular::SourceFile source;
    crm::ModuleName module;
    std::optional<crm::Operation> operation;
    crm::FieldName findBy;
    std::vector<crm::FieldMapping> mappings;
    mapping::CellRules cells;

    friend bool operator==(const RunAim &a, const RunAim &b) = default;
    /// The same file into the same module of the same CRM, in whatever way.
    [[nodiscard]] bool sameRows(const RunAim &other) const;
};
[[nodiscard]] RunAim aimOf(const ImportSession &session, const tabular::SourceFile &source);

/// The runs of several parts that were begun since the program started and did not come to their end. What they have sent
/// must not be sent again without the user's word.
class EarlierRuns final {
public:
    /// Takes note of a run that ended. One that is through, or of which nothing can be in the CRM, is forgotten.
    void note(const RunAim &aim, const std::shared_ptr<importing::RunParts> &parts);
    void forget(const RunAim &aim); ///< all of the same rows
    /// The run to go on with: same aim, file unchanged. Null when there is none.
    [[nodiscard]] std::shared_ptr<importing::RunParts> find(const RunAim &aim) const;
    /// Another run that has sent rows of the same file. Null when there is none.
    [[nodiscard]] std::shared_ptr<importing::RunParts> findOtherwise(const RunAim &aim) const;

private:
    struct Run final {
        RunAim aim;
        std::shared_ptr<importing::RunParts> parts;
    };
    std::vector<Run> m_runs;
};

} // namespace session
