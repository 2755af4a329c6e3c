#pragma once

#include <QByteArray>
#include <QString>

#include <nlohmann/json.hpp>

namespace practice {

/// JSON whose keys keep the order in which they were written, as the CRM's recorded answers do.
using Json = nlohmann::ordered_json;

/// What the practice CRM says to one request, before it meets the network.
struct Answer final {
    int status = 200;
    QByteArray body;
    QByteArray contentType = QByteArrayLiteral("application/json");
    int retryAfter = 0; ///< seconds; 0: no such header
};

[[nodiscard]] Json text(const QString &value);
/// The value as text: strings as they are, integers digit by digit, everything else empty.
[[nodiscard]] QString textOf(const Json &value);
/// textOf() the member `key`, or empty.
[[nodiscard]] QString textOf(const Json &object, const char *key);

[[nodiscard]] Answer jsonAnswer(int status, const Json &json);
/// {"status":"error","code":…,"message":…,"details":{…}} in the recorded order.
[[nodiscard]] Answer refusal(int status, const QString &code, const QString &message,
                             const Json &details = Json::object());
/// The file gateway's own shape: {"ERROR_CODE":…,"ERROR_MESSAGE":…[,"x-error":…]}.
[[nodiscard]] Answer gatewayRefusal(int status, const QString &message, const QString &hint = {});

} // namespace practice
