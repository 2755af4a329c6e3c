#pragma once

#include "auth/TokenProvider.h"
#include "net/CallControl.h"
#include "net/HttpClient.h"
#include "net/RateGate.h"
#include "net/RetryBudget.h"
#include "net/Verdict.h"

#include <QPointer>

namespace net {

/// What one call sends, how often it may, and how its answer is read.
struct Call final {
    using Body = base::Result<std::unique_ptr<OneShotBody>>;

    QByteArray verb = "GET";
    QUrl url;
    QList<QPair<QByteArray, QByteArray>> headers;
    std::function<Body()> body; ///< made anew for each attempt, so that each starts at byte 0; none for GET
    RepeatClass repeat = RepeatClass::Read;
    std::chrono::milliseconds answerTime{30'000};
    qint64 largestAnswer = 0;
    bool followsRedirects = false; ///< downloads only
    Decode decode;
};

/// Set by the last attempt.
struct CallEnd final {
    std::optional<crm::CallFailure> failure; ///< nothing: `decode` took the value
    bool mayHaveActed = false;               ///< with a failure: it is not proven that the server did nothing
};

/// Who serves the calls of one account.
struct CallServices final {
    HttpClient &http;
    RateGate &gate;
    RetryBudget &budget;
    std::shared_ptr<auth::TokenProvider> tokens;
    base::Clock &clock;
    const HttpLimits &limits;
};

/// One call from token to verdict: waits for its turn, sends, renews a refused token once, follows a download's redirects,
/// tries again where RetryPolicy lets it, and can be ended at any point. Deletes itself after `done`.
class CallRun final : public QObject {
    Q_OBJECT
public:
    using Done = std::function<void(const CallEnd &)>;

    CallRun(Call call, CallServices services, CallControl *control, Done done, QObject *parent);
    ~CallRun() override;

    void start();

private:
    void askForToken(QFuture<base::Result<base::Secret>> future);
    void queue();
    void attempt();
    void send(const QUrl &url, bool withToken);
    void watch(HttpExchange *exchange);
    void onReply(const HttpReply &reply);
    [[nodiscard]] bool follow(const HttpReply &reply);
    [[nodiscard]] bool renews(const crm::CallFailure &failure);
    void retryOrEnd(const crm::CallFailure &failure, bool mayHaveActed);
    void abort();
    void fail(const base::Error &error);
    void end(const CallEnd &end);
    void leaveGate();

    Call m_call;
    CallServices m_services;
    QPointer<CallControl> m_control;
    Done m_done;
    RetryPolicy m_policy;
    base::Secret m_token;
    QPointer<HttpExchange> m_exchange;
    RateGate::Ticket m_ticket = 0;
    base::Clock::TimerId m_timer = 0;
    int m_redirects = 0;
    bool m_renewed = false;
    bool m_over = false;
};

} // namespace net
