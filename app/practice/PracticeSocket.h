#pragma once

#include "base/Clock.h"

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>

namespace practice {

/// What happens to the next answer on its way out.
struct Delivery final {
    enum class Kind { Whole, Swallow, Close, CutInHalf, Drip };
    Kind kind = Kind::Whole;
    std::chrono::milliseconds latency{0};
    bool closeAfter = false; ///< the client asked for it
};

/// A connection that holds an answer back until the event loop turns, and then delivers it as `deliver()` said. QHttpServer
/// itself can neither drop, cut nor slow down what it sends.
class PracticeSocket final : public QTcpSocket {
    Q_OBJECT
public:
    explicit PracticeSocket(base::Clock &clock, QObject *parent = nullptr);

    /// For the answer that is written next; afterwards answers go out whole again.
    void setDelivery(const Delivery &delivery);

protected:
    qint64 writeData(const char *data, qint64 size) override;

private:
    void deliver();
    void send(const QByteArray &bytes);
    void sendHalf();
    void drip();

    base::Clock &m_clock;
    Delivery m_delivery;
    QByteArray m_answer;
    bool m_deliveryDue = false;
};

/// Listens on 127.0.0.1 and knows which connection the request that is being handled came from: QHttpServer calls its
/// handlers while it reads that connection.
class PracticeTcpServer final : public QTcpServer {
    Q_OBJECT
public:
    explicit PracticeTcpServer(base::Clock &clock, QObject *parent = nullptr);
    [[nodiscard]] PracticeSocket *reading() const { return m_reading; }

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    base::Clock &m_clock;
    QPointer<PracticeSocket> m_reading;
};

} // namespace practice
