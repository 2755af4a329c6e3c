#include "practice/PracticeSocket.h"

namespace practice {

using namespace std::chrono_literals;

PracticeSocket::PracticeSocket(base::Clock &clock, QObject *parent)
    : QTcpSocket(parent)
    , m_clock(clock)
{ }

void PracticeSocket::setDelivery(const Delivery &delivery)
{
    m_delivery = delivery;
}

qint64 PracticeSocket::writeData(const char *data, qint64 size)
{
    m_answer.append(data, size);
    if (!m_deliveryDue) {
        m_deliveryDue = true;
        m_clock.callAfter(m_delivery.latency, this, [this] { deliver(); });
    }
    return size;
}

void PracticeSocket::deliver()
{
    m_deliveryDue = false;
    const bool close = m_delivery.closeAfter;
    switch (m_delivery.kind) {
    case Delivery::Kind::Whole:
        send(std::exchange(m_answer, {}));
        if (close)
            disconnectFromHost();
        break;
    case Delivery::Kind::Swallow:
        m_answer.clear();
        return; // for good: this connection never answers again
    case Delivery::Kind::Close:
        m_answer.clear();
        disconnectFromHost();
        break;
    case Delivery::Kind::CutInHalf:
        sendHalf();
        break;
    case Delivery::Kind::Drip:
        drip();
        return;
    }
    m_delivery = {};
}

void PracticeSocket::send(const QByteArray &bytes)
{
    QTcpSocket::writeData(bytes.constData(), bytes.size());
}

void PracticeSocket::sendHalf()
{
    const qsizetype body = m_answer.indexOf("\r\n\r\n") + 4;
    send(m_answer.left(body + (m_answer.size() - body) / 2));
    m_answer.clear();
    disconnectFromHost();
}

void PracticeSocket::drip()
{
    if (m_answer.isEmpty() || state() != ConnectedState) {
        m_delivery = {};
        return;
    }
    send(m_answer.left(1));
    m_answer.remove(0, 1);
    m_clock.callAfter(200ms, this, [this] { drip(); });
}

PracticeTcpServer::PracticeTcpServer(base::Clock &clock, QObject *parent)
    : QTcpServer(parent)
    , m_clock(clock)
{ }

void PracticeTcpServer::incomingConnection(qintptr descriptor)
{
    auto *socket = new PracticeSocket(m_clock, this);
    // Connected before QHttpServer connects its own reader, and so called before it.
    connect(socket, &QIODevice::readyRead, this, [this, socket] { m_reading = socket; });
    socket->setSocketDescriptor(descriptor);
    addPendingConnection(socket);
}

} // namespace practice
