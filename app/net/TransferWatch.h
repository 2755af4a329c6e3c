#pragma once

#include "base/Clock.h"
#include "base/ErrorCode.h"

#include <QObject>

namespace net {

/// The deadlines of one exchange.
struct TransferTimes final {
    std::chrono::milliseconds connect{30'000}; ///< name, TCP and TLS, until the request begins to leave
    std::chrono::milliseconds answer{30'000};  ///< from the request's last byte to the end of the answer's headers
    std::chrono::milliseconds idle{60'000};    ///< without a byte in either direction
    std::chrono::milliseconds overall{60'000}; ///< for everything, plus the time its size takes at `slowestRate`
    std::chrono::milliseconds speedWindow{60'000};
    qint64 slowestRate = 8 * 1024; ///< bytes a second, for `overall`
    qint64 minimumRate = 1024;     ///< bytes a second, over each `speedWindow` of sending or receiving
};

/// Measures one exchange against its deadlines. Qt's own transfer timeout is an idle timer that a server which drips single
/// bytes never meets, and it reports like an abort of ours; hence this.
class TransferWatch final : public QObject {
    Q_OBJECT
public:
    enum class Phase { Connecting, Sending, Waiting, Receiving };

    TransferWatch(base::Clock &clock, const TransferTimes &times, QObject *parent = nullptr);
    ~TransferWatch() override;

    void start();
    void stop();
    void enter(Phase phase); ///< phases only go forward
    void moved(qint64 bytes);
    void expect(qint64 bytes) { m_expected += bytes; } ///< more bytes to move, for the overall deadline

Q_SIGNALS:
    /// ConnectTimedOut, AnswerTimedOut, TransferStalled or TransferTooSlow; once.
    void expired(base::ErrorCode code);

private:
    struct Due final {
        std::chrono::milliseconds at;
        base::ErrorCode code;
    };
    [[nodiscard]] Due phaseDue() const;
    [[nodiscard]] Due overallDue() const;
    [[nodiscard]] bool isTransferring() const;
    [[nodiscard]] bool isTooSlow(std::chrono::milliseconds now);
    void check();

    base::Clock &m_clock;
    TransferTimes m_times;
    Phase m_phase = Phase::Connecting;
    std::chrono::milliseconds m_started{0};
    std::chrono::milliseconds m_entered{0};
    std::chrono::milliseconds m_lastMove{0};
    std::chrono::milliseconds m_windowStart{0};
    qint64 m_windowBytes = 0;
    qint64 m_moved = 0;
    qint64 m_expected = 0;
    base::Clock::TimerId m_timer = 0;
};

} // namespace net
