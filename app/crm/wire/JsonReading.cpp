#include "crm/wire/JsonReading.h"

#include <QJsonDocument>

namespace crm::wire {

namespace {

/// Qt keeps whole numbers exactly, as long as they fit; anything larger has become a double and is not trusted.
std::optional<qint64> exactInteger(const QJsonValue &value)
{
    const QVariant variant = value.toVariant();
    if (variant.typeId() == QMetaType::LongLong)
        return variant.toLongLong();
    return std::nullopt;
}

bool isAbsent(const QJsonValue &value)
{
    return value.isUndefined() || value.isNull();
}

} // namespace

std::optional<QJsonObject> readObject(const QByteArray &body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body);
    if (!document.isObject())
        return std::nullopt;
    return document.object();
}

QString textOf(const QJsonValue &value)
{
    if (const auto number = exactInteger(value))
        return QString::number(*number);
    return value.toString();
}

QString textAt(const QJsonObject &object, QLatin1String key)
{
    return textOf(object.value(key));
}

std::optional<qint64> integerAt(const QJsonObject &object, QLatin1String key)
{
    bool ok = false;
    const qint64 number = textAt(object, key).toLongLong(&ok);
    if (!ok)
        return std::nullopt;
    return number;
}

QDateTime timeAt(const QJsonObject &object, QLatin1String key)
{
    return QDateTime::fromString(textAt(object, key), Qt::ISODate);
}

QString pathOf(const StrictReader::Place &place, QLatin1String key)
{
    return place.path.isEmpty() ? QString(key) : place.path + u'.' + key;
}

void StrictReader::wrongType(const QString &path)
{
    if (m_error)
        return;
    m_error = base::Error{base::ErrorCode::PlanUnreadable,
                          QStringLiteral("The value of %1 has the wrong type").arg(path),
                          {{QStringLiteral("key"), path}},
                          {}};
}

QString StrictReader::text(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (!isAbsent(value) && !value.isString())
        wrongType(pathOf(place, key));
    return value.toString();
}

QString StrictReader::id(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (!isAbsent(value) && !value.isString() && !exactInteger(value))
        wrongType(pathOf(place, key));
    return textOf(value);
}

std::optional<bool> StrictReader::boolean(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (isAbsent(value))
        return std::nullopt;
    if (!value.isBool())
        wrongType(pathOf(place, key));
    return value.toBool();
}

std::optional<int> StrictReader::integer(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (isAbsent(value))
        return std::nullopt;
    const auto number = exactInteger(value);
    if (!number || *number != qint64(int(*number))) {
        wrongType(pathOf(place, key));
        return std::nullopt;
    }
    return int(*number);
}

QStringList StrictReader::texts(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (!isAbsent(value) && !value.isArray())
        wrongType(pathOf(place, key));
    QStringList texts;
    for (const QJsonValue &entry : value.toArray()) {
        if (!entry.isString())
            wrongType(QStringLiteral("%1[%2]").arg(pathOf(place, key)).arg(texts.size()));
        texts.append(entry.toString());
    }
    return texts;
}

std::optional<StrictReader::Place> StrictReader::object(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (isAbsent(value))
        return std::nullopt;
    if (!value.isObject())
        wrongType(pathOf(place, key));
    return Place{value.toObject(), pathOf(place, key)};
}

std::vector<StrictReader::Place> StrictReader::objects(const Place &place, QLatin1String key)
{
    const QJsonValue value = place.object.value(key);
    if (!isAbsent(value) && !value.isArray())
        wrongType(pathOf(place, key));
    std::vector<Place> places;
    for (const QJsonValue &entry : value.toArray()) {
        const QString path = QStringLiteral("%1[%2]").arg(pathOf(place, key)).arg(places.size());
        if (!entry.isObject())
            wrongType(path);
        places.push_back({entry.toObject(), path});
    }
    return places;
}

} // namespace crm::wire
