#include "practice/JobJson.h"

namespace practice {

namespace {

const char *word(JobStage stage)
{
    switch (stage) {
    case JobStage::Added:
        return "ADDED";
    case JobStage::InProgress:
        return "INPROGRESS";
    case JobStage::Completed:
        return "COMPLETED";
    }
    return "";
}

bool hasParents(const QString &version)
{
    return version >= QLatin1String("v5");
}

/// Every key of every mapping is repeated; what was not sent is null.
Json mappingsJson(const Json &resource, const QString &version)
{
    Json mappings = Json::array();
    const auto sent = resource.find("field_mappings");
    if (sent == resource.end())
        return mappings;
    std::vector<const char *> keys{"api_name", "index", "find_by", "format", "default_value"};
    if (hasParents(version))
        keys.insert(keys.end(), {"module", "parent_column_index"});
    for (const Json &mapping : *sent) {
        Json echoed;
        for (const char *key : keys)
            echoed[key] = mapping.contains(key) ? mapping[key] : Json();
        mappings.push_back(echoed);
    }
    return mappings;
}

Json fileJson(const PracticeJob &job)
{
    Json file{{"status", word(job.stage)}};
    if (job.stage == JobStage::Added)
        return file;
    file["name"] = text(job.fileName);
    file["added_count"] = job.counts.added;
    file["skipped_count"] = job.counts.skipped;
    file["updated_count"] = job.counts.updated;
    file["total_count"] = job.counts.total();
    return file;
}

Json moduleJson(const Json &sent, const QString &version)
{
    const bool asText = version == QLatin1String("v2");
    if (sent.is_object())
        return asText ? sent["api_name"] : sent;
    return asText ? sent : Json{{"api_name", sent}};
}

Json resourceJson(const PracticeJob &job, const QString &version)
{
    const Json &sent = job.order.body["resource"][0];
    Json resource{{"status", word(job.stage)}};
    if (version != QLatin1String("v2"))
        resource["code"] = job.stage == JobStage::Completed ? "SUCCESS" : word(job.stage);
    resource["type"] = "data";
    resource["module"] = moduleJson(sent["module"], version);
    if (sent.contains("find_by"))
        resource["find_by"] = sent["find_by"];
    resource["field_mappings"] = mappingsJson(sent, version);
    resource["file"] = fileJson(job);
    return resource;
}

QString downloadUrl(const PracticeJob &job, const QString &version, const QString &base)
{
    if (version <= QLatin1String("v2.1"))
        return QStringLiteral("%1/v2/crm/%2/bulk-write/%3/%3.zip").arg(base, practiceOrgId(), job.id);
    return QStringLiteral("/%1/crm/org%2/bulk-write/%3/%3.zip").arg(version, practiceOrgId(), job.id);
}

} // namespace

Json creatorJson(const PracticeUser &user)
{
    return {{"id", text(user.id)}, {"name", text(user.fullName())}};
}

Json jobJson(const PracticeJob &job, const PracticeUser &creator, const QString &version, const QString &base)
{
    Json json{{"status", word(job.stage)}};
    if (job.stage != JobStage::Added)
        json["character_encoding"] = job.order.encoding.isEmpty() ? Json("UTF-8") : text(job.order.encoding);
    json["resource"] = Json::array({resourceJson(job, version)});
    json["id"] = text(job.id);
    if (job.order.body.contains("callback"))
        json["callback"] = job.order.body["callback"];
    if (job.stage == JobStage::Completed)
        json["result"] = {{"download_url", text(downloadUrl(job, version, base))}};
    json["created_by"] = creatorJson(creator);
    json["operation"] = job.order.body["operation"];
    json["ignore_empty"] = job.order.ignoreEmpty;
    json["created_time"] = text(job.created.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00")));
    return json;
}

} // namespace practice
