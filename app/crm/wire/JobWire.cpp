#include "crm/wire/JobWire.h"

#include "crm/wire/ErrorWire.h"
#include "crm/wire/JsonReading.h"

#include <QJsonDocument>

namespace crm::wire {

using namespace Qt::StringLiterals;

namespace {

QString firstText(std::initializer_list<QString> texts)
{
    for (const QString &text : texts) {
        if (!text.isEmpty())
            return text;
    }
    return {};
}

/// No message key is documented for a job that failed as a whole, so a message and, in its place, the details are taken
/// wherever they stand.
QString messageOf(const QJsonObject &object)
{
    const QString message = textAt(object, "message"_L1);
    const QJsonObject details = object.value("details"_L1).toObject();
    if (!message.isEmpty() || details.isEmpty())
        return message;
    return QString::fromUtf8(QJsonDocument(details).toJson(QJsonDocument::Compact));
}

std::optional<JobCounts> countsOf(const QJsonObject &file)
{
    const auto added = integerAt(file, "added_count"_L1);
    const auto updated = integerAt(file, "updated_count"_L1);
    const auto skipped = integerAt(file, "skipped_count"_L1);
    const auto total = integerAt(file, "total_count"_L1);
    if (!added && !updated && !skipped && !total)
        return std::nullopt;
    JobCounts counts{added.value_or(0), updated.value_or(0), skipped.value_or(0), 0};
    counts.total = total.value_or(counts.added + counts.updated + counts.skipped);
    return counts;
}

void readResource(const QJsonObject &resource, JobDetails &job)
{
    const QJsonObject file = resource.value("file"_L1).toObject();
    job.resourceCode = firstText({textAt(resource, "code"_L1), textAt(resource, "status"_L1), textAt(file, "code"_L1),
                                  textAt(file, "status"_L1)});
    job.fileName = textAt(file, "name"_L1);
    job.counts = countsOf(file);
    job.message = firstText({job.message, messageOf(resource), messageOf(file)});
}

JobDetails readJob(const QJsonObject &root)
{
    JobDetails job;
    job.id = JobId(textAt(root, "id"_L1));
    job.statusText = textAt(root, "status"_L1);
    job.state = jobStateFromWire(job.statusText);
    job.message = messageOf(root);
    job.downloadUrl = textAt(root.value("result"_L1).toObject(), "download_url"_L1);
    const QJsonObject creator = root.value("created_by"_L1).toObject();
    job.createdBy.id = RecordId(textAt(creator, "id"_L1));
    job.createdBy.name = textAt(creator, "name"_L1);
    job.createdTime = timeAt(root, "created_time"_L1);
    readResource(root.value("resource"_L1).toArray().first().toObject(), job);
    return job;
}

} // namespace

base::Result<UploadedFile, ServerError> decodeUpload(const ServerAnswer &answer)
{
    const QJsonObject root = readObject(answer.body).value_or(QJsonObject());
    const QJsonObject details = root.value("details"_L1).toObject();
    const FileId id(textAt(details, "file_id"_L1));
    if (textAt(root, "status"_L1).compare("success"_L1, Qt::CaseInsensitive) != 0 || id.isEmpty())
        return decodeError(answer);
    return UploadedFile{id, timeAt(details, "created_time"_L1)};
}

base::Result<JobDetails, ServerError> decodeJobDetails(const ServerAnswer &answer)
{
    const auto root = readObject(answer.body);
    // Any server may answer {"status": …}; only a job has an id or a resource beside it.
    const bool job = root && (root->contains("id"_L1) || root->value("resource"_L1).isArray())
        && !textAt(*root, "status"_L1).isEmpty();
    if (!job || saysError(answer.body))
        return decodeError(answer);
    return readJob(*root);
}

} // namespace crm::wire
