#include "net/RetryBudget.h"

#include <algorithm>

namespace net {

using std::chrono::milliseconds;

void RetryBudget::answered()
{
    m_halves = std::min(full, m_halves + 1);
    m_inARow = 0;
}

void RetryBudget::failed(milliseconds now)
{
    if (++m_inARow < mostInARow)
        return;
    m_inARow = 0;
    m_pausedUntil = now + m_pause;
}

bool RetryBudget::spendOn(base::ErrorCode failure)
{
    using base::ErrorCode;
    const bool timeRanOut = failure == ErrorCode::ConnectTimedOut || failure == ErrorCode::AnswerTimedOut
        || failure == ErrorCode::TransferStalled || failure == ErrorCode::TransferTooSlow;
    const int cost = timeRanOut ? 4 : 2;
    if (m_halves < cost)
        return false;
    m_halves -= cost;
    return true;
}

milliseconds RetryBudget::pauseLeft(milliseconds now) const
{
    return std::max(milliseconds(0), m_pausedUntil - now);
}

} // namespace net
