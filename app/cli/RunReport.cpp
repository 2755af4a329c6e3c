#include "cli/RunReport.h"

#include "checking/RequestCheck.h"
#include "cli/Output.h"

namespace cli {

namespace {

using Fate = importing::RunPart::Fate;

QJsonObject withCounts(QJsonObject json, const crm::JobCounts &counts)
{
    json.insert(QStringLiteral("added"), counts.added);
    json.insert(QStringLiteral("updated"), counts.updated);
    json.insert(QStringLiteral("skipped"), counts.skipped);
    json.insert(QStringLiteral("total"), counts.total);
    return json;
}

/// %1: the part, or the parts; %2: of how many.
constexpr struct {
    Fate fate;
    const char *one;
    const char *several;
} fates[] = {{Fate::In, "Part %1 of %2 is in the CRM.", "Parts %1 of %2 are in the CRM."},
             {Fate::LeftOut, "Part %1 of %2 was left out.", "Parts %1 of %2 were left out."},
             {Fate::Refused, "Part %1 of %2 was refused.", "Parts %1 of %2 were refused."},
             {Fate::Unknown, "Nobody can tell whether the job of part %1 of %2 was created.",
              "Nobody can tell whether the jobs of parts %1 of %2 were created."},
             {Fate::Created, "The job of part %1 of %2 was created, and its end was not seen.",
              "The jobs of parts %1 of %2 were created, and their end was not seen."},
             {Fate::Failed, "The CRM gave up the job of part %1 of %2.", "The CRM gave up the jobs of parts %1 of %2."},
             {Fate::NotSent, "Part %1 of %2 was not sent.", "Parts %1 of %2 were not sent."}};

QString fateSentence(Fate fate, size_t first, size_t last, size_t count)
{
    for (const auto &entry : fates) {
        if (entry.fate != fate)
            continue;
        const QString which = first == last ? QString::number(first) : QStringLiteral("%1 to %2").arg(first).arg(last);
        return QString::fromLatin1(first == last ? entry.one : entry.several).arg(which).arg(count);
    }
    return {};
}

} // namespace

QString fatesOf(const importing::RunParts &all)
{
    const std::vector<importing::RunPart> &parts = all.parts;
    QStringList sentences;
    for (size_t first = 0, last = 0; first < parts.size(); first = last) {
        while (last < parts.size() && parts[last].fate == parts[first].fate)
            ++last;
        sentences << fateSentence(parts[first].fate, first + 1, last, parts.size());
    }
    return sentences.join(QLatin1Char(' '));
}

int RunReport::parts() const
{
    return m_run.parts() ? static_cast<int>(m_run.parts()->parts.size()) : 0;
}

QJsonObject RunReport::ofPart(const char *event) const
{
    QJsonObject json{{QStringLiteral("event"), QString::fromLatin1(event)}};
    if (m_run.partNow() > 0) {
        json.insert(QStringLiteral("part"), m_run.partNow());
        json.insert(QStringLiteral("parts"), parts());
    }
    return json;
}

void RunReport::begun() const
{
    if (parts() > 1)
        printTrouble(QStringLiteral("Warning: The spreadsheet is sent in %1 jobs, %2 API credits each: %3 in all.")
                         .arg(parts())
                         .arg(checking::creditsPerJob)
                         .arg(parts() * checking::creditsPerJob));
}

void RunReport::uploaded() const
{
    endProgress();
    if (!m_json) {
        printLine(QStringLiteral("Uploaded; file ID %1").arg(m_run.fileId().text()));
        return;
    }
    QJsonObject json = ofPart("uploaded");
    json.insert(QStringLiteral("file_id"), m_run.fileId().text());
    if (const auto &part = m_run.part()) {
        json.insert(QStringLiteral("rows"), part->rows);
        json.insert(QStringLiteral("columns"), part->columns);
    }
    printEvent(json);
}

void RunReport::jobCreated() const
{
    const crm::CreatedJob &job = *m_run.job();
    if (!m_json) {
        printLine(QStringLiteral("Job %1 created by %2").arg(job.id.text(), job.createdBy.name));
        return;
    }
    const QJsonObject createdBy{{QStringLiteral("id"), job.createdBy.id.text()},
                                {QStringLiteral("name"), job.createdBy.name}};
    QJsonObject json = ofPart("job_created");
    json.insert(QStringLiteral("id"), job.id.text());
    json.insert(QStringLiteral("created_by"), createdBy);
    printEvent(json);
}

void RunReport::polled() const
{
    const auto &details = m_run.details();
    if (!details)
        return;
    printProgress(
        parts() > 1
            ? QStringLiteral("Part %1 of %2, job status: %3").arg(m_run.partNow()).arg(parts()).arg(details->statusText)
            : QStringLiteral("Job status: %1").arg(details->statusText));
    if (!m_json)
        return;
    QJsonObject json = ofPart("job_status");
    json.insert(QStringLiteral("id"), details->id.text());
    json.insert(QStringLiteral("status"), details->statusText);
    printEvent(details->counts ? withCounts(json, *details->counts) : json);
}

void RunReport::print(QJsonObject event, const importing::RunResult &result) const
{
    endProgress();
    const crm::JobCounts &counts = result.counts;
    if (m_json) {
        event.insert(QStringLiteral("unprocessed"), result.unprocessed);
        printEvent(withCounts(event, counts));
        return;
    }
    printLine(QStringLiteral("%1 rows = %2 added + %3 updated + %4 skipped + %5 unprocessed")
                  .arg(counts.total)
                  .arg(counts.added)
                  .arg(counts.updated)
                  .arg(counts.skipped)
                  .arg(result.unprocessed));
}

void RunReport::partFinished() const
{
    if (parts() < 2)
        return;
    const importing::PartResult &part = m_run.result()->parts.back();
    importing::RunResult alone;
    alone.counts = part.counts;
    alone.unprocessed = part.unprocessed;
    print(ofPart("result"), alone);
}

void RunReport::finished() const
{
    if (!m_run.result())
        return;
    if (const QString doubt = contradiction(); !doubt.isEmpty())
        printTrouble(doubt);
    QJsonObject event = ofPart("result");
    if (parts() > 1)
        event.remove(QStringLiteral("part"));
    print(event, *m_run.result());
}

void RunReport::endedEarly() const
{
    if (parts() > 1)
        printTrouble(fatesOf(*m_run.parts()));
}

/// Why the counts cannot be trusted; empty when they can.
QString RunReport::contradiction() const
{
    const importing::RunResult &result = *m_run.result();
    const crm::JobCounts &counts = result.counts;
    crm::JobCounts asTheCrmCounts = counts; // which takes rows it did not process for skipped ones
    asTheCrmCounts.skipped += result.unprocessed;
    if (result.serverCounts && *result.serverCounts != counts && *result.serverCounts != asTheCrmCounts)
        return QStringLiteral("The result file and the CRM's own counts differ; look at both.");
    if (const qint64 sent = m_run.parts()->rowsIn(); sent >= 0 && sent != counts.total)
        return QStringLiteral("%1 rows were sent, but the result tells of %2.").arg(sent).arg(counts.total);
    return counts.total == 0 ? QStringLiteral("The job ended, but its result tells of no row.") : QString();
}

ExitCode RunReport::exitCode() const
{
    if (m_run.state() != importing::RunState::Finished || !m_run.result() || !contradiction().isEmpty())
        return NetworkTrouble;
    const crm::JobCounts &counts = m_run.result()->counts;
    return counts.added + counts.updated == counts.total ? AllRowsIn : SomeRowsRefused;
}

} // namespace cli
