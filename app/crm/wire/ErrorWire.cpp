#include "crm/wire/ErrorWire.h"

#include "crm/wire/JsonReading.h"

namespace crm::wire {

using namespace Qt::StringLiterals;

namespace {

bool isErrorStatus(const QJsonObject &object)
{
    const QString status = textAt(object, "status"_L1).toLower();
    return status == "error"_L1 || status == "failure"_L1;
}

bool isSuccessStatus(const QJsonObject &object)
{
    return textAt(object, "status"_L1).compare("success"_L1, Qt::CaseInsensitive) == 0;
}

/// Success codes all end this way ("SUCCESS", "FILE_UPLOAD_SUCCESS"). Some errors come without a status, never without
/// being told apart by their code.
bool isErrorCode(const QJsonObject &object)
{
    const QString code = textAt(object, "code"_L1);
    return !code.isEmpty() && !code.endsWith("SUCCESS"_L1) && !object.contains("status"_L1);
}

/// The keys of every list answer ("info": {"page": …}) must not be taken for a refusal, hence text only.
ServerError::Shape shapeOf(const QJsonObject &object)
{
    if (isSuccessStatus(object))
        return ServerError::Shape::Foreign;
    if (object.contains("ERROR_CODE"_L1) || object.contains("ERROR_MESSAGE"_L1))
        return ServerError::Shape::Gateway;
    if (!textAt(object, "code"_L1).isEmpty())
        return ServerError::Shape::Crm;
    if (object.value("x-info"_L1).isString() || object.value("info"_L1).isString())
        return ServerError::Shape::Download;
    if (object.value("error"_L1).isString())
        return ServerError::Shape::OAuth;
    return isErrorStatus(object) ? ServerError::Shape::Crm : ServerError::Shape::Foreign;
}

/// Everything but the keys that have a place of their own.
QJsonObject without(QJsonObject object, std::initializer_list<QLatin1String> keys)
{
    for (const QLatin1String key : keys)
        object.remove(key);
    return object;
}

QJsonObject crmDetails(const QJsonObject &object)
{
    const QJsonValue details = object.value("details"_L1);
    if (details.isObject() || details.isUndefined() || details.isNull())
        return details.toObject();
    return {{"details"_L1, details}};
}

void fillFrom(const QJsonObject &object, ServerError &error)
{
    switch (error.shape) {
    case ServerError::Shape::Gateway:
        error.code = textAt(object, "ERROR_CODE"_L1);
        error.message = textAt(object, "ERROR_MESSAGE"_L1);
        error.details = without(object, {"ERROR_CODE"_L1, "ERROR_MESSAGE"_L1});
        return;
    case ServerError::Shape::Download:
        error.code = textAt(object, "info"_L1);
        error.message = textAt(object, "x-info"_L1);
        error.details = without(object, {"info"_L1, "x-info"_L1});
        return;
    case ServerError::Shape::OAuth:
        error.code = textAt(object, "error"_L1);
        error.message = textAt(object, "error_description"_L1);
        error.details = without(object, {"error"_L1, "error_description"_L1});
        return;
    default:
        error.code = textAt(object, "code"_L1);
        error.message = textAt(object, "message"_L1);
        error.details = crmDetails(object);
    }
}

} // namespace

ServerError decodeError(const ServerAnswer &answer)
{
    ServerError error;
    error.answer = answer;
    if (answer.body.trimmed().isEmpty())
        return error;
    error.shape = ServerError::Shape::Foreign;
    if (const auto object = readObject(answer.body)) {
        error.shape = shapeOf(*object);
        fillFrom(*object, error);
    }
    return error;
}

bool saysError(const QByteArray &body)
{
    const auto object = readObject(body);
    if (!object || isSuccessStatus(*object))
        return false;
    return isErrorStatus(*object) || isErrorCode(*object) || object->contains("ERROR_CODE"_L1)
        || object->value("x-info"_L1).isString() || object->value("error"_L1).isString();
}

} // namespace crm::wire
