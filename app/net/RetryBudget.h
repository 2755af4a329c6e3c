#pragma once

#include "base/ErrorCode.h"

#include <chrono>

namespace net {

/// What the calls of one account together may spend on trying again, so that a CRM in trouble is not stormed: 30 tokens, of
/// which a retry costs one, after a time-out two; each answer gives half of one back. After five failures in a row, of
/// whichever calls, the next retry waits out a pause. Used in one thread.
class RetryBudget final {
public:
    explicit RetryBudget(std::chrono::milliseconds pause)
        : m_pause(pause)
    { }

    void answered(); ///< also by a refusal
    /// `now` is Clock::monotonic(), as below.
    void failed(std::chrono::milliseconds now);
    /// False: nothing is left, and the call ends with its failure.
    [[nodiscard]] bool spendOn(base::ErrorCode failure);
    /// How long a retry has to wait at least.
    [[nodiscard]] std::chrono::milliseconds pauseLeft(std::chrono::milliseconds now) const;

private:
    static constexpr int full = 60; ///< in halves of a token
    static constexpr int mostInARow = 5;

    std::chrono::milliseconds m_pause;
    std::chrono::milliseconds m_pausedUntil{0};
    int m_halves = full;
    int m_inARow = 0;
};

} // namespace net
