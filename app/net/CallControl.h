#pragma once

#include <QDateTime>
#include <QObject>

namespace net {

/// The caller's hand on one running call: how far it is, and the way to end it. Owned by the caller; may die at any time
/// (the call then goes on unobserved).
class CallControl final : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends the call with Cancelled. A create-job call that has begun to leave ends with OutcomeUnknown instead.
    void abort();

Q_SIGNALS:
    void abortRequested();
    void sent(qint64 bytes, qint64 total);     ///< of the body
    void received(qint64 bytes, qint64 total); ///< total -1 when unknown
    /// An attempt failed in a way that may pass; the next one leaves at `at`.
    /// `attempts` 0: there is no counting any more, the connection is waited for (see importing::JobRun).
    void waiting(int attempt, int attempts, const QDateTime &at);
};

} // namespace net
