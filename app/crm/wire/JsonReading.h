#pragma once

#include "base/Error.h"
#include "crm/ServerError.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace crm::wire {

// Lenient reading, for answers: the servers' JSON varies by version, so a missing key or one of another type is empty.

/// The object that `body` holds; nothing for broken JSON and for JSON that is no object.
[[nodiscard]] std::optional<QJsonObject> readObject(const QByteArray &body);
/// Text as it is, a whole number exactly (ids exceed what a double holds), empty for anything else.
[[nodiscard]] QString textOf(const QJsonValue &value);
[[nodiscard]] QString textAt(const QJsonObject &object, QLatin1String key);
/// A number, or text that holds one.
[[nodiscard]] std::optional<qint64> integerAt(const QJsonObject &object, QLatin1String key);
[[nodiscard]] QDateTime timeAt(const QJsonObject &object, QLatin1String key); ///< ISO 8601; invalid when absent

/// Strict reading, for requests that people write: the first value of a wrong type is kept as an error that names its key
/// ("resource[0].module.id"). An absent key and a null are the same. After an error the values read mean nothing.
class StrictReader final {
public:
    /// A place in the document: an object and how it is reached.
    struct Place final {
        QJsonObject object;
        QString path;
    };

    [[nodiscard]] QString text(const Place &place, QLatin1String key);
    [[nodiscard]] QString id(const Place &place, QLatin1String key); ///< text or whole number
    [[nodiscard]] std::optional<bool> boolean(const Place &place, QLatin1String key);
    [[nodiscard]] std::optional<int> integer(const Place &place, QLatin1String key);
    [[nodiscard]] QStringList texts(const Place &place, QLatin1String key);
    [[nodiscard]] std::optional<Place> object(const Place &place, QLatin1String key);
    [[nodiscard]] std::vector<Place> objects(const Place &place, QLatin1String key); ///< an array of objects
    void wrongType(const QString &path);

    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    std::optional<base::Error> m_error;
};

[[nodiscard]] QString pathOf(const StrictReader::Place &place, QLatin1String key);

} // namespace crm::wire
