#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QUrl>

#include <memory>

namespace crm {

/// An HTTP answer exactly as it came (after content decoding), for the Details box. Never holds what we sent.
struct ServerAnswer final {
    int httpStatus = 0; ///< 0: no status line was read
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QUrl url;

    [[nodiscard]] QByteArray header(const QByteArray &name) const; ///< case-insensitive; empty when absent
};

/// A refusal in any of the shapes that the CRM's servers use.
struct ServerError final {
    /// Crm: code/message/details/status; Gateway: ERROR_CODE/ERROR_MESSAGE/x-error; Download: info/x-info/http_status;
    /// OAuth: error/error_description; Foreign: HTML, plain text or JSON of another kind; Empty: no body.
    enum class Shape { Crm, Gateway, Download, OAuth, Foreign, Empty };

    Shape shape = Shape::Empty;
    QString code;    ///< as the server wrote it; empty when the shape has none
    QString message; ///< the server's own words; may be empty and may be localised
    QJsonObject details;
    ServerAnswer answer;
};

/// A failed call: why, and what the server said if it said anything. `refusal` is set exactly when a complete answer that
/// refuses was read (error.code RefusedByServer, Throttled or SignInNeeded); `answer` also for answers not understood.
struct CallFailure final {
    base::Error error;
    std::shared_ptr<const ServerError> refusal;
    std::shared_ptr<const ServerAnswer> answer;
};

template <class T>
using CallResult = base::Result<T, CallFailure>;

} // namespace crm
