#include "net/HttpExchange.h"

#include "base/Log.h"

#include <QNetworkReply>
#include <QSslError>

#include <algorithm>

namespace net {

namespace {

constexpr qint64 readBuffer = 1024 * 1024;

base::ErrorCode codeOf(QNetworkReply::NetworkError error)
{
    switch (error) {
    case QNetworkReply::HostNotFoundError:
        return base::ErrorCode::HostNotFound;
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ProxyConnectionRefusedError:
    case QNetworkReply::ProxyConnectionClosedError:
    case QNetworkReply::ProxyNotFoundError:
    case QNetworkReply::ProxyTimeoutError:
        return base::ErrorCode::ConnectionRefused;
    case QNetworkReply::ProxyAuthenticationRequiredError:
    case QNetworkReply::UnknownProxyError:
        return base::ErrorCode::ProxyRefused;
    case QNetworkReply::SslHandshakeFailedError:
        return base::ErrorCode::TlsFailed;
    case QNetworkReply::TooManyRedirectsError:
    case QNetworkReply::InsecureRedirectError:
        return base::ErrorCode::RedirectRefused;
    default:
        return base::ErrorCode::ConnectionLost;
    }
}

/// Errors that only repeat what the status line says; the answer itself came through.
bool isStatusError(QNetworkReply::NetworkError error)
{
    return error == QNetworkReply::NoError
        || (error >= QNetworkReply::ContentAccessDenied && error != QNetworkReply::ContentReSendError);
}

qint64 sizeOf(const QList<QNetworkReply::RawHeaderPair> &headers)
{
    qint64 size = 0;
    for (const auto &[name, value] : headers)
        size += name.size() + value.size();
    return size;
}

} // namespace

HttpExchange::HttpExchange(base::Clock &clock, const TransferTimes &times, const Caps &caps, QObject *parent)
    : QObject(parent)
    , m_watch(clock, times)
    , m_caps(caps)
{
    connect(&m_watch, &TransferWatch::expired, this, &HttpExchange::abort);
}

HttpExchange::~HttpExchange()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
}

void HttpExchange::watch(QNetworkReply *reply, const OneShotBody *body)
{
    m_reply = reply;
    m_body = body;
    m_reply->setReadBufferSize(readBuffer);
    if (m_body) {
        m_watch.expect(m_body->length());
        connect(m_body, &OneShotBody::reading, this, [this] { m_watch.enter(TransferWatch::Phase::Sending); });
    }
    connect(m_reply, &QNetworkReply::uploadProgress, this, &HttpExchange::onUploadProgress);
    connect(m_reply, &QNetworkReply::requestSent, this, [this] {
        ++m_requestsSent;
        m_watch.enter(TransferWatch::Phase::Waiting);
    });
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::onHeaders);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::onReadyRead);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        for (const QSslError &error : errors)
            m_tlsProblem += error.errorString() + QLatin1Char(' ');
    });
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::onFinished);
    m_watch.start();
}

void HttpExchange::refuse(const base::Error &error)
{
    m_over = true;
    QMetaObject::invokeMethod(
        this,
        [this, error] {
            Q_EMIT finished({{}, error, false});
        },
        Qt::QueuedConnection);
}

void HttpExchange::abort(base::ErrorCode why)
{
    if (m_over || m_endedByUs || !m_reply)
        return;
    m_endedByUs = why;
    m_reply->abort(); // tells finished() inside this call
}

void HttpExchange::onUploadProgress(qint64 bytes, qint64 total)
{
    if (total <= 0)
        return;
    m_watch.moved(bytes - m_uploaded);
    m_uploaded = bytes;
    Q_EMIT sent(bytes, total);
}

void HttpExchange::onHeaders()
{
    m_watch.enter(TransferWatch::Phase::Receiving);
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    if (length.isValid())
        m_watch.expect(std::min(length.toLongLong(), m_caps.body));
    if (sizeOf(m_reply->rawHeaderPairs()) <= m_caps.headers)
        return;
    m_content.clear(); // no CRM sends such headers, so nothing below them is believed
    abort(base::ErrorCode::AnswerTooLarge);
}

void HttpExchange::onReadyRead()
{
    const QByteArray bytes = m_reply->readAll();
    const bool good = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 == 2;
    // The rest of an error's text is dropped, not counted: its status says enough, and an endless one runs into the idle
    // deadline. (Qt complains when a reply that already is an error is aborted.)
    m_cut = m_cut || (!good && m_content.size() + bytes.size() > m_caps.error);
    if (m_cut)
        return;
    m_watch.moved(bytes.size());
    m_content += bytes;
    if (m_content.size() > m_caps.body)
        return abort(base::ErrorCode::AnswerTooLarge);
    const QVariant length = m_reply->header(QNetworkRequest::ContentLengthHeader);
    Q_EMIT received(m_content.size(), length.isValid() ? length.toLongLong() : -1);
}

base::Error HttpExchange::failureWith(base::ErrorCode code) const
{
    const QString why = m_tlsProblem.isEmpty() ? m_reply->errorString() : m_tlsProblem.trimmed();
    return {code, why, {{QStringLiteral("host"), m_reply->url().host()}}, {}};
}

std::optional<base::Error> HttpExchange::transportFailure() const
{
    if (m_endedByUs)
        return failureWith(*m_endedByUs);
    const QNetworkReply::NetworkError error = m_reply->error();
    const bool hasStatus = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() > 0;
    if (!hasStatus && error == QNetworkReply::NoError)
        return failureWith(base::ErrorCode::ConnectionLost);
    if (!hasStatus || !isStatusError(error))
        return failureWith(codeOf(error));
    // Content that cannot be decoded (a broken or a dangerous gzip body) comes as this error beside a good status.
    const bool good = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() / 100 == 2;
    if (good && error != QNetworkReply::NoError)
        return failureWith(base::ErrorCode::AnswerNotUnderstood);
    return std::nullopt;
}

void HttpExchange::onFinished()
{
    if (m_over)
        return;
    if (!m_endedByUs)
        onReadyRead();
    if (std::exchange(m_over, true))
        return;
    m_watch.stop();
    HttpReply reply;
    reply.answer = {m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), m_reply->rawHeaderPairs(),
                    m_content, m_reply->url()};
    reply.failure = transportFailure();
    reply.left = m_requestsSent > 0 || (m_body && m_body->begun());
    // Qt repeats a GET by itself, which harms nobody; a body must have left once.
    if (m_body && m_requestsSent > 1)
        qCCritical(base::logNet) << "one request left" << m_requestsSent << "times";
    m_reply->disconnect(this);
    m_reply->deleteLater();
    m_reply = nullptr;
    m_body = nullptr;
    Q_EMIT finished(reply);
}

} // namespace net
