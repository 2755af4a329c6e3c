#include "importing/RequestLoss.h"

#include "crm/wire/CreateJobWire.h"

#include <nlohmann/json.hpp>

namespace importing {

namespace {

using Json = nlohmann::ordered_json;

bool isEmpty(const Json &value)
{
    return value.is_null() || (value.is_string() && value.get_ref<const std::string &>().empty())
        || (value.is_structured() && value.empty());
}

QString lossIn(const Json &before, const Json &after, const QString &path);

QString lossInObject(const Json &before, const Json &after, const QString &path)
{
    for (const auto &[key, value] : before.items()) {
        const QString name = QString::fromStdString(key);
        const QString place = path.isEmpty() ? name : path + QLatin1Char('.') + name;
        const auto kept = after.find(key);
        if (kept == after.end() && !isEmpty(value))
            return place;
        if (const QString loss = kept == after.end() ? QString() : lossIn(value, *kept, place); !loss.isEmpty())
            return loss;
    }
    return {};
}

QString lossIn(const Json &before, const Json &after, const QString &path)
{
    if (before.is_object() && after.is_object())
        return lossInObject(before, after, path);
    if (!before.is_array() || !after.is_array())
        return {};
    for (size_t at = 0; at < before.size(); ++at) {
        const QString place = QStringLiteral("%1[%2]").arg(path).arg(at);
        const QString loss = at < after.size() ? lossIn(before[at], after[at], place) : place;
        if (!loss.isEmpty())
            return loss;
    }
    return {};
}

/// The key may stand in either place; requests are sent with it at the top.
void liftIgnoreEmpty(Json &body)
{
    const auto resources = body.find("resource");
    if (resources != body.end() && resources->is_array() && !resources->empty() && resources->front().is_object())
        resources->front().erase("ignore_empty");
}

} // namespace

QString firstLoss(const QByteArray &body, const crm::BulkWriteRequest &read)
{
    Json before = Json::parse(body.begin(), body.end(), nullptr, false);
    if (!before.is_object())
        return {};
    liftIgnoreEmpty(before);
    // The newest version knows every key that any of them knows.
    const QByteArray encoded = crm::wire::encodeRequest(read, crm::apiVersions().back());
    return lossIn(before, Json::parse(encoded.begin(), encoded.end()), {});
}

} // namespace importing
