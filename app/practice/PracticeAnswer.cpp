#include "practice/PracticeAnswer.h"

namespace practice {

Json text(const QString &value)
{
    return Json(value.toStdString());
}

QString textOf(const Json &value)
{
    if (value.is_string())
        return QString::fromStdString(value.get_ref<const std::string &>());
    if (value.is_number_unsigned())
        return QString::number(value.get<quint64>());
    if (value.is_number_integer())
        return QString::number(value.get<qint64>());
    return {};
}

QString textOf(const Json &object, const char *key)
{
    const auto found = object.is_object() ? object.find(key) : object.end();
    return found == object.end() ? QString() : textOf(*found);
}

Answer jsonAnswer(int status, const Json &json)
{
    // Cells may hold what is no valid UTF-16; the answer must still be JSON.
    const std::string body = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    return {status, QByteArray::fromStdString(body)};
}

Answer refusal(int status, const QString &code, const QString &message, const Json &details)
{
    return jsonAnswer(
        status, Json{{"status", "error"}, {"code", text(code)}, {"message", text(message)}, {"details", details}});
}

Answer gatewayRefusal(int status, const QString &message, const QString &hint)
{
    Json json{{"ERROR_CODE", status}, {"ERROR_MESSAGE", text(message)}};
    if (!hint.isEmpty())
        json["x-error"] = text(hint);
    return jsonAnswer(status, json);
}

} // namespace practice
