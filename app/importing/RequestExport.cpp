#include "importing/RequestExport.h"

#include <nlohmann/json.hpp>

namespace importing {

namespace {

using Json = nlohmann::ordered_json;

/// Inside single quotes a POSIX shell reads everything as it stands; only the quote itself has to step outside.
QByteArray quoted(QByteArray text)
{
    text.replace('\'', "'\\''");
    return '\'' + text + '\'';
}

std::string text(const QString &value)
{
    return value.toStdString();
}

} // namespace

QByteArray requestAsCurl(const QByteArray &body, const QUrl &url)
{
    return "curl --request POST " + quoted(url.toEncoded()) + " \\\n"
        + "  --header \"Authorization: Zoho-oauthtoken $ACCESS_TOKEN\" \\\n"
        + "  --header 'Content-Type: application/json' \\\n" + "  --data-binary " + quoted(body) + '\n';
}

QByteArray requestAsPostmanItem(const QByteArray &body, const QUrl &url)
{
    const QString host = QStringLiteral("{{api-domain}}");
    Json path = Json::array();
    for (const QString &part : url.path().split(QLatin1Char('/'), Qt::SkipEmptyParts))
        path.push_back(text(part));
    Json item;
    item["name"] = "Create Bulk Write Job";
    Json &request = item["request"];
    request["auth"] = {
        {"type", "bearer"},
        {"bearer", Json::array({{{"key", "token"}, {"value", "{{access-token}}"}, {"type", "string"}}})}};
    request["method"] = "POST";
    request["header"] = Json::array();
    request["body"] = {{"mode", "raw"}, {"raw", body.toStdString()}, {"options", {{"raw", {{"language", "json"}}}}}};
    request["url"] = {{"raw", text(host + url.path())}, {"host", Json::array({text(host)})}, {"path", path}};
    request["description"] = "Creates a bulk write job for a file that was uploaded before.";
    item["response"] = Json::array();
    return QByteArray::fromStdString(item.dump(2, ' ', false, Json::error_handler_t::replace)) + '\n';
}

} // namespace importing
