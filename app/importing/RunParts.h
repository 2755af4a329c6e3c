#pragma once

#include "importing/PartMaking.h"
#include "importing/RunResult.h"
#include "tabular/PartWriter.h"

namespace importing {

/// One part of a run, as far as it has got.
struct RunPart final {
    enum class Fate {
        NotSent, ///< no job was created for it
        Refused, ///< by the create call
        Unknown, ///< whether its job was created
        Created, ///< its job was created, and nobody has seen it end
        Failed,  ///< the CRM gave its job up; records may have been written
        In,      ///< its result is there
        LeftOut  ///< a person says that its rows are in the CRM
    };

    std::optional<tabular::Part> file; ///< absent: the request has a file ID
    tabular::SourceRows rows;
    Fate fate = Fate::NotSent;
    std::optional<crm::CreatedJob> job;

    [[nodiscard]] bool settled() const { return fate == Fate::In || fate == Fate::LeftOut; }
    [[nodiscard]] bool mayBeIn() const { return fate != Fate::NotSent && fate != Fate::Refused; }
    [[nodiscard]] bool doubtful() const { return fate == Fate::Unknown || fate == Fate::Failed; }
};

/// The parts of one spreadsheet and what has become of them. A later run goes on with the same ones, so that no part is
/// sent twice; the zips live as long as this does.
struct RunParts final {
    std::shared_ptr<QTemporaryDir> folder;
    FileState source;                         ///< of the spreadsheet when it was cut
    std::vector<tabular::PartColumn> columns; ///< of each part; empty: the request's indexes hold as they are
    std::vector<RunPart> parts;
    RunResult sum; ///< of the parts that are In

    /// Of the first part that is not settled; parts.size() when all are.
    [[nodiscard]] size_t next() const;
    [[nodiscard]] qint64 rowsIn() const; ///< sent with the parts that are In; -1: not known
};

/// What was cut, with nothing sent yet.
[[nodiscard]] std::shared_ptr<RunParts> partsFrom(MadeParts made);
/// For a file that is uploaded already.
[[nodiscard]] std::shared_ptr<RunParts> oneUploadedPart(const tabular::SourceRows &rows);

} // namespace importing
