#include "net/HttpClient.h"

#include "base/Log.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkProxyFactory>
#include <QNetworkReply>
#include <QSslConfiguration>
#include <QUuid>

namespace net {

namespace {

class NoCookies final : public QNetworkCookieJar {
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    [[nodiscard]] QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

/// The application's proxies, but none on the way to this computer: a proxy elsewhere would look for the practice CRM on
/// its own machine.
class ProxiesForOthers final : public QNetworkProxyFactory {
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        QUrl peer;
        peer.setScheme(QStringLiteral("http"));
        peer.setHost(query.peerHostName());
        if (isLoopback(peer) || isLoopback(query.url()))
            return {QNetworkProxy::NoProxy};
        return proxyForQuery(query);
    }
};

QSslConfiguration tlsConfiguration()
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setProtocol(QSsl::TlsV1_2OrLater);
    return configuration;
}

} // namespace

TransferTimes HttpLimits::timesFor(std::chrono::milliseconds answerTime) const
{
    TransferTimes times;
    times.connect = connect;
    times.answer = answerTime;
    times.idle = idle;
    // An answer that may take longer than a read's must not be cut by a read's overall deadline.
    times.overall = overall + std::max(answerTime - answer, std::chrono::milliseconds(0));
    times.speedWindow = speedWindow;
    times.slowestRate = slowestRate;
    times.minimumRate = minimumRate;
    return times;
}

HttpClient::HttpClient(HostPolicy hosts, base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_hosts(std::move(hosts))
    , m_clock(clock)
{
    m_manager.setCookieJar(new NoCookies(&m_manager));
    m_manager.setProxyFactory(new ProxiesForOthers);
    m_manager.setRedirectPolicy(QNetworkRequest::ManualRedirectPolicy);
}

QNetworkRequest HttpClient::prepared(const HttpRequest &request) const
{
    QNetworkRequest prepared(request.url);
    prepared.setSslConfiguration(tlsConfiguration());
    prepared.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    prepared.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    prepared.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    prepared.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    prepared.setAttribute(QNetworkRequest::Http2AllowedAttribute, request.mayUseHttp2);
    prepared.setRawHeader("User-Agent", "crm-import-wizard/" WIZARD_VERSION);
    for (const auto &[name, value] : request.headers)
        prepared.setRawHeader(name, value);
    if (!request.token.isEmpty())
        prepared.setRawHeader("Authorization", "Zoho-oauthtoken " + request.token.reveal());
    if (request.body) {
        prepared.setAttribute(QNetworkRequest::DoNotBufferUploadDataAttribute, true);
        prepared.setHeader(QNetworkRequest::ContentLengthHeader, request.body->length());
    }
    return prepared;
}

HttpExchange *HttpClient::send(HttpRequest request, QObject *parent)
{
    auto *exchange = new HttpExchange(m_clock, request.times, request.caps, parent);
    if (const auto allowed = m_hosts.check(request.url); !allowed) {
        exchange->refuse(allowed.error());
        return exchange;
    }
    const QByteArray id = QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
    QNetworkRequest outgoing = prepared(request);
    outgoing.setRawHeader("X-Request-ID", id);
    qCDebug(base::logNet).noquote() << id << request.verb << request.url.host() << request.url.path();
    OneShotBody *body = request.body.release();
    QNetworkReply *reply = body ? m_manager.post(outgoing, body) : m_manager.get(outgoing);
    if (body)
        body->setParent(reply);
    exchange->watch(reply, body);
    connect(exchange, &HttpExchange::finished, this, [id](const HttpReply &end) {
        qCDebug(base::logNet).noquote() << id << end.answer.httpStatus << end.answer.body.size() << "bytes"
                                        << (end.failure ? base::name(end.failure->code) : "");
    });
    return exchange;
}

} // namespace net
