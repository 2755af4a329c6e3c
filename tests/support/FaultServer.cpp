#include "tests/support/FaultServer.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

#include <sys/socket.h>

namespace support {

namespace {

constexpr int dripPause = 20;
constexpr qint64 floodAhead = 256 * 1024;

/// SO_LINGER with no time makes close() send a reset instead of a FIN.
void reset(QTcpSocket *socket)
{
    const linger none{1, 0};
    ::setsockopt(static_cast<int>(socket->socketDescriptor()), SOL_SOCKET, SO_LINGER, &none, sizeof none);
    socket->abort();
}

void flood(QTcpSocket *socket, const QByteArray &bytes)
{
    const auto more = [socket, bytes] {
        while (socket->state() == QAbstractSocket::ConnectedState && socket->bytesToWrite() < floodAhead)
            socket->write(bytes);
    };
    QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more, Qt::QueuedConnection);
    more();
}

qsizetype contentLength(const FaultServer::Request &request)
{
    return request.header("Content-Length").toLongLong();
}

} // namespace

Reaction Reaction::answer(int status, const QByteArray &body, const QByteArray &type, const QByteArray &headers)
{
    return {"HTTP/1.1 " + QByteArray::number(status) + " Said\r\nContent-Type: " + type
            + "\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + headers + "\r\n" + body};
}

QByteArray FaultServer::Request::header(const QByteArray &name) const
{
    for (const QByteArray &line : head.split('\n')) {
        const qsizetype colon = line.indexOf(':');
        if (colon > 0 && line.left(colon).compare(name, Qt::CaseInsensitive) == 0)
            return line.mid(colon + 1).trimmed();
    }
    return {};
}

FaultServer::FaultServer(QObject *parent)
    : FaultServer(QSslCertificate(), QSslKey(), parent)
{ }

FaultServer::FaultServer(const QSslCertificate &certificate, const QSslKey &key, QObject *parent)
    : QTcpServer(parent)
    , m_certificate(certificate)
    , m_key(key)
{
    listen(QHostAddress::LocalHost);
}

QUrl FaultServer::url() const
{
    QUrl url;
    url.setScheme(m_key.isNull() ? QStringLiteral("http") : QStringLiteral("https"));
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void FaultServer::incomingConnection(qintptr handle)
{
    ++m_connections;
    auto *socket = new QSslSocket(this);
    socket->setSocketDescriptor(handle);
    connect(socket, &QSslSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
    connect(socket, &QSslSocket::disconnected, this, [this, socket] {
        m_buffers.remove(socket);
        socket->deleteLater();
    });
    if (m_key.isNull())
        return;
    socket->setLocalCertificate(m_certificate);
    socket->setPrivateKey(m_key);
    socket->startServerEncryption();
}

void FaultServer::onReadyRead(QTcpSocket *socket)
{
    const QByteArray bytes = socket->readAll();
    m_everything += bytes;
    QByteArray &buffer = m_buffers[socket];
    buffer += bytes;
    const qsizetype headEnd = buffer.indexOf("\r\n\r\n");
    if (headEnd < 0)
        return;
    Request request;
    request.head = buffer.left(headEnd + 4);
    const QList<QByteArray> words = request.head.left(request.head.indexOf('\r')).split(' ');
    if (buffer.size() < request.head.size() + contentLength(request))
        return;
    request.verb = words.value(0);
    request.path = words.value(1);
    request.body = buffer.mid(request.head.size(), contentLength(request));
    buffer.remove(0, request.head.size() + request.body.size());
    m_requests.append(request);
    const Reaction reaction = m_script.empty() ? Reaction() : m_script.front();
    if (m_script.size() > 1)
        m_script.pop_front();
    if (reaction.delay > 0)
        QTimer::singleShot(reaction.delay, socket, [this, socket, reaction] { react(socket, reaction); });
    else
        react(socket, reaction);
}

void FaultServer::react(QTcpSocket *socket, const Reaction &reaction)
{
    if (reaction.end == Reaction::End::Flood)
        return flood(socket, reaction.bytes);
    if (reaction.end == Reaction::End::Drip)
        return drip(socket, reaction.bytes);
    if (reaction.end == Reaction::End::DripBody) {
        const qsizetype bodyAt = reaction.bytes.indexOf("\r\n\r\n") + 4;
        socket->write(reaction.bytes.left(bodyAt));
        return drip(socket, reaction.bytes.mid(bodyAt));
    }
    socket->write(reaction.bytes);
    socket->flush();
    if (reaction.end == Reaction::End::Close)
        socket->disconnectFromHost();
    else if (reaction.end == Reaction::End::Reset)
        reset(socket);
}

void FaultServer::drip(QTcpSocket *socket, const QByteArray &bytes)
{
    if (bytes.isEmpty())
        return;
    socket->write(bytes.left(1));
    QTimer::singleShot(dripPause, socket, [this, socket, bytes] { drip(socket, bytes.mid(1)); });
}

} // namespace support
