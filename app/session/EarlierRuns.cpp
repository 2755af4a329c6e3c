#include "session/EarlierRuns.h"

#include <algorithm>

namespace session {

namespace {

bool mayHaveWritten(const importing::RunParts &parts)
{
    return std::any_of(parts.parts.begin(), parts.parts.end(),
                       [](const importing::RunPart &part) { return part.mayBeIn(); });
}

} // namespace

bool RunAim::sameRows(const RunAim &other) const
{
    return host == other.host && org == other.org && source.path == other.source.path
        && source.sheet == other.source.sheet && module == other.module;
}

RunAim aimOf(const ImportSession &session, const tabular::SourceFile &source)
{
    const ModuleChoice &how = session.module();
    return {session.account().apiHost,
            session.account().organisation.zgid,
            source,
            how.module ? how.module->name : crm::ModuleName(),
            how.operation,
            how.findBy,
            session.mapping().entries(),
            session.mapping().rules()};
}

void EarlierRuns::note(const RunAim &aim, const std::shared_ptr<importing::RunParts> &parts)
{
    std::erase_if(m_runs, [&](const Run &run) { return run.aim == aim; });
    const bool several = parts && parts->parts.size() > 1;
    if (several && parts->next() < parts->parts.size() && mayHaveWritten(*parts))
        m_runs.push_back({aim, parts});
}

void EarlierRuns::forget(const RunAim &aim)
{
    std::erase_if(m_runs, [&](const Run &run) { return run.aim.sameRows(aim); });
}

std::shared_ptr<importing::RunParts> EarlierRuns::find(const RunAim &aim) const
{
    for (const Run &run : m_runs) {
        if (run.aim == aim && importing::fileStateOf(aim.source.path) == run.parts->source)
            return run.parts;
    }
    return nullptr;
}

std::shared_ptr<importing::RunParts> EarlierRuns::findOtherwise(const RunAim &aim) const
{
    const auto other =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &run) { return run.aim.sameRows(aim); });
    return other == m_runs.end() || find(aim) ? nullptr : other->parts;
}

} // namespace session
