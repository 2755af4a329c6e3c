#pragma once

#include "practice/PracticeHost.h"

#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTcpSocket>

namespace support {

/// What came back on the wire. `whole`: as many body bytes as Content-Length promised; `closed`: the server hung up.
struct WireReply final {
    int status = 0;
    QByteArray head;
    QByteArray body;
    bool whole = false;
    bool closed = false;

    [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    [[nodiscard]] QString code() const { return json().value(QLatin1String("code")).toString(); }
};

/// Asks a practice CRM over a bare socket, so that a test sees exactly what is sent, cut or dropped.
class PracticeClient final {
public:
    explicit PracticeClient(const practice::PracticeHost &host)
        : m_port(static_cast<quint16>(host.baseUrl().port()))
        , m_authorization("Zoho-oauthtoken " + host.token().reveal())
    { }

    void setAuthorization(const QByteArray &value) { m_authorization = value; }

    [[nodiscard]] WireReply get(const QByteArray &path, int waitMs = 5000) const
    {
        return ask("GET", path, {}, {}, waitMs);
    }
    [[nodiscard]] WireReply post(const QByteArray &path, const QByteArray &json, int waitMs = 5000) const
    {
        return ask("POST", path, "Content-Type: application/json\r\n", json, waitMs);
    }
    [[nodiscard]] WireReply upload(const QByteArray &zip, const QByteArray &version = "v2.1",
                                   const QByteArray &headers = "feature: bulk-write\r\nX-CRM-ORG: 690415086\r\n") const
    {
        const QByteArray body = "--cut\r\nContent-Disposition: form-data; name=\"file\"; filename=\"leads.zip\"\r\n"
                                "Content-Type: application/zip\r\n\r\n"
            + zip + "\r\n--cut--\r\n";
        return ask("POST", "/crm/" + version + "/upload",
                   headers + "Content-Type: multipart/form-data; boundary=cut\r\n", body, 20'000);
    }

    [[nodiscard]] WireReply ask(const QByteArray &method, const QByteArray &path, const QByteArray &headers,
                                const QByteArray &body, int waitMs) const
    {
        QTcpSocket socket;
        socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
        if (!socket.waitForConnected(5000))
            return {};
        QByteArray request = method + ' ' + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\n" + headers;
        if (!m_authorization.isEmpty())
            request += "Authorization: " + m_authorization + "\r\n";
        request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
        socket.write(request);
        return read(socket, waitMs);
    }

private:
    static WireReply read(QTcpSocket &socket, int waitMs)
    {
        QElapsedTimer time;
        time.start();
        QByteArray bytes;
        WireReply reply;
        while (!reply.whole && time.elapsed() < waitMs) {
            if (socket.state() == QAbstractSocket::ConnectedState)
                socket.waitForReadyRead(static_cast<int>(qMax<qint64>(1, waitMs - time.elapsed())));
            bytes += socket.readAll();
            reply = parse(bytes);
            if (socket.state() != QAbstractSocket::ConnectedState)
                break;
        }
        reply.closed = socket.state() != QAbstractSocket::ConnectedState;
        return reply;
    }

    static WireReply parse(const QByteArray &bytes)
    {
        WireReply reply;
        const qsizetype end = bytes.indexOf("\r\n\r\n");
        reply.head = bytes.left(end < 0 ? bytes.size() : end);
        if (end < 0)
            return reply;
        reply.status = reply.head.mid(9, 3).toInt();
        reply.body = bytes.mid(end + 4);
        const qsizetype at = reply.head.toLower().indexOf("content-length:");
        const qsizetype length = at < 0 ? 0 : reply.head.mid(at + 15).split('\r').first().trimmed().toLongLong();
        reply.whole = reply.body.size() >= length;
        return reply;
    }

    quint16 m_port;
    QByteArray m_authorization;
};

} // namespace support
