#pragma once

#include <QHash>
#include <QSslCertificate>
#include <QSslKey>
#include <QTcpServer>
#include <QUrl>

#include <deque>

namespace support {

/// What the server does with one request that arrived whole.
struct Reaction final {
    enum class End {
        Keep,     ///< leaves the connection open
        Close,    ///< FIN
        Reset,    ///< RST
        Flood,    ///< sends `bytes` again and again until the other side leaves
        Drip,     ///< sends `bytes` one by one, 20 ms apart, then keeps the connection open
        DripBody, ///< the same, after the headers at once
    };
    QByteArray bytes; ///< raw, status line and all
    End end = End::Keep;
    int delay = 0; ///< ms before anything happens

    [[nodiscard]] static Reaction answer(int status, const QByteArray &body,
                                         const QByteArray &type = "application/json", const QByteArray &headers = {});
};

/// A server of raw TCP (or TLS) on 127.0.0.1 that counts the requests which arrive whole and misbehaves as told.
class FaultServer final : public QTcpServer {
    Q_OBJECT
public:
    struct Request final {
        QByteArray verb;
        QByteArray path;
        QByteArray head; ///< everything before the body, raw
        QByteArray body;

        [[nodiscard]] QByteArray header(const QByteArray &name) const;
    };

    explicit FaultServer(QObject *parent = nullptr);
    /// With both given it speaks TLS.
    FaultServer(const QSslCertificate &certificate, const QSslKey &key, QObject *parent = nullptr);

    /// One reaction a request, in this order; the last one goes on for all later ones.
    void script(std::deque<Reaction> reactions) { m_script = std::move(reactions); }

    [[nodiscard]] QUrl url() const; ///< scheme, host, port
    [[nodiscard]] const QList<Request> &requests() const { return m_requests; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] const QByteArray &everything() const { return m_everything; } ///< all bytes that ever came

protected:
    void incomingConnection(qintptr handle) override;

private:
    void onReadyRead(QTcpSocket *socket);
    void react(QTcpSocket *socket, const Reaction &reaction);
    void drip(QTcpSocket *socket, const QByteArray &bytes);

    QSslCertificate m_certificate;
    QSslKey m_key;
    std::deque<Reaction> m_script;
    QHash<QTcpSocket *, QByteArray> m_buffers;
    QList<Request> m_requests;
    QByteArray m_everything;
    int m_connections = 0;
};

} // namespace support
