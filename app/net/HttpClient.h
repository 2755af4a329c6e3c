#pragma once

#include "base/Secret.h"
#include "net/HostPolicy.h"
#include "net/HttpExchange.h"
#include "net/RetryPolicy.h"

#include <QNetworkAccessManager>

namespace net {

/// Deadlines, sizes and pace as data. The defaults are those of production; tests shorten them.
struct HttpLimits final {
    std::chrono::milliseconds connect{30'000};
    std::chrono::milliseconds answer{30'000};        ///< reads
    std::chrono::milliseconds uploadAnswer{120'000}; ///< checking a zip takes the server long
    std::chrono::milliseconds createAnswer{120'000}; ///< waiting is cheaper than an outcome that nobody knows
    std::chrono::milliseconds idle{60'000};
    std::chrono::milliseconds overall{60'000};
    std::chrono::milliseconds speedWindow{60'000};
    qint64 slowestRate = 8 * 1024;
    qint64 minimumRate = 1024;

    qint64 answerBytes = 1024 * 1024;
    qint64 metadataBytes = 16 * 1024 * 1024;
    qint64 errorBytes = 64 * 1024;
    qint64 headerBytes = 64 * 1024;
    qint64 resultBytes = 64 * 1024 * 1024;

    int inFlight = 2;
    std::chrono::milliseconds pause{250}; ///< between the starts of two requests: four a second
    RetryTimes retry;

    /// The deadlines of an exchange whose answer may take `answerTime`.
    [[nodiscard]] TransferTimes timesFor(std::chrono::milliseconds answerTime) const;
};

struct HttpRequest final {
    QByteArray verb = "GET"; ///< or POST, with a body
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers; ///< without the token
    base::Secret token;                           ///< empty: none is sent
    std::unique_ptr<OneShotBody> body;
    TransferTimes times;
    HttpExchange::Caps caps;
    bool mayUseHttp2 = true;
};

/// The only door to the network. No cookies, no cache, no redirects of its own, TLS 1.2 at least, and neither a request nor
/// a token to a host that the policy does not allow. The system's proxy is used except for this computer itself.
class HttpClient final : public QObject {
    Q_OBJECT
public:
    HttpClient(HostPolicy hosts, base::Clock &clock, QObject *parent = nullptr);

    /// Owned by `parent`. The signals come later, from the event loop.
    [[nodiscard]] HttpExchange *send(HttpRequest request, QObject *parent);

private:
    [[nodiscard]] QNetworkRequest prepared(const HttpRequest &request) const;

    HostPolicy m_hosts;
    base::Clock &m_clock;
    QNetworkAccessManager m_manager;
};

} // namespace net
