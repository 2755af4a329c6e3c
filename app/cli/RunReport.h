#pragma once

#include "cli/Verbs.h"
#include "importing/ImportRun.h"

#include <QJsonObject>

namespace cli {

/// Prints what a run does: lines for people, or with --json one object a line. Each object of a part says which of how
/// many it is ("part", "parts"); of several parts the last `result` is the sum of all and has no "part".
class RunReport final {
public:
    RunReport(const importing::ImportRun &run, bool json)
        : m_run(run)
        , m_json(json)
    { }

    void begun() const; ///< how many jobs it will be, once that is known
    void uploaded() const;
    void jobCreated() const;
    void polled() const;
    void partFinished() const;
    void finished() const;
    /// What is in the CRM and what is not, where a run of several parts ended early; nothing is printed for one part.
    void endedEarly() const;

    [[nodiscard]] QJsonObject ofPart(const char *event) const; ///< an object that says which part it is about
    [[nodiscard]] ExitCode exitCode() const;

private:
    [[nodiscard]] int parts() const;
    [[nodiscard]] QString contradiction() const;
    void print(QJsonObject event, const importing::RunResult &result) const;

    const importing::ImportRun &m_run;
    bool m_json;
};

/// "Parts 1 to 2 of 4 are in the CRM. Part 3 of 4 was refused. …": one sentence for each run of parts of one fate.
[[nodiscard]] QString fatesOf(const importing::RunParts &parts);

} // namespace cli
