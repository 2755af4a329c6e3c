#pragma once

#include "base/Error.h"
#include "crm/ServerError.h"
#include "net/OneShotBody.h"
#include "net/TransferWatch.h"

#include <QObject>

class QNetworkReply;

namespace net {

/// How an exchange ended.
struct HttpReply final {
    crm::ServerAnswer answer; ///< what came, perhaps cut short; httpStatus 0 when no status line did
    /// The transport's verdict; nothing when the answer came to its end by the rules of HTTP. An answer that ends by closing
    /// the connection cannot be told from one cut short, so completeness has to be proven by content in either case.
    std::optional<base::Error> failure;
    bool left = false; ///< a part of the body, or the whole request, is on its way or has arrived
};

/// One request on its way and its answer, watched: deadlines, size caps, and the reason when we end it ourselves. Made by
/// HttpClient, owned by the parent given there; deleting it ends the request without a word.
class HttpExchange final : public QObject {
    Q_OBJECT
public:
    struct Caps final {
        qint64 body = 0;    ///< of a successful answer
        qint64 error = 0;   ///< of any other answer
        qint64 headers = 0; ///< names and values together
    };

    HttpExchange(base::Clock &clock, const TransferTimes &times, const Caps &caps, QObject *parent);
    ~HttpExchange() override;

    /// Takes the reply over; `body` belongs to it and may be null.
    void watch(QNetworkReply *reply, const OneShotBody *body);
    /// Ends before anything was sent; told from the event loop.
    void refuse(const base::Error &error);
    void abort(base::ErrorCode why);

Q_SIGNALS:
    void sent(qint64 bytes, qint64 total);
    void received(qint64 bytes, qint64 total);  ///< total -1 when unknown
    void finished(const net::HttpReply &reply); ///< once, the last signal

private:
    void onUploadProgress(qint64 bytes, qint64 total);
    void onHeaders();
    void onReadyRead();
    void onFinished();
    [[nodiscard]] std::optional<base::Error> transportFailure() const;
    [[nodiscard]] base::Error failureWith(base::ErrorCode code) const;

    TransferWatch m_watch;
    Caps m_caps;
    QNetworkReply *m_reply = nullptr;
    const OneShotBody *m_body = nullptr;
    QByteArray m_content;
    QString m_tlsProblem;
    std::optional<base::ErrorCode> m_endedByUs;
    qint64 m_uploaded = 0;
    int m_requestsSent = 0;
    bool m_cut = false; ///< an error's text went beyond its cap
    bool m_over = false;
};

} // namespace net
