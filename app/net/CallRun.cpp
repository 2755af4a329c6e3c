#include "net/CallRun.h"

#include "base/Log.h"
#include "base/Observe.h"

#include <QRandomGenerator>

namespace net {

namespace {

constexpr int mostRedirects = 3;

bool isRedirect(int status)
{
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
}

bool sameServer(const QUrl &a, const QUrl &b)
{
    const int port = a.scheme() == QLatin1String("https") ? 443 : 80;
    return a.scheme() == b.scheme() && a.host() == b.host() && a.port(port) == b.port(port);
}

double byChance()
{
    return QRandomGenerator::global()->generateDouble();
}

} // namespace

CallRun::CallRun(Call call, CallServices services, CallControl *control, Done done, QObject *parent)
    : QObject(parent)
    , m_call(std::move(call))
    , m_services(std::move(services))
    , m_control(control)
    , m_done(std::move(done))
    , m_policy(m_call.repeat, m_services.limits.retry, byChance)
{
    if (control)
        connect(control, &CallControl::abortRequested, this, &CallRun::abort);
}

CallRun::~CallRun()
{
    m_services.clock.cancel(m_timer);
    leaveGate();
}

void CallRun::start()
{
    askForToken(m_services.tokens->accessToken());
}

void CallRun::askForToken(QFuture<base::Result<base::Secret>> future)
{
    base::observe(future, this, [this](const base::Result<base::Secret> &token) {
        if (m_over)
            return;
        if (!token)
            return fail(token.error());
        m_token = *token;
        queue();
    });
}

void CallRun::queue()
{
    m_timer = 0;
    m_ticket = m_services.gate.enter([this] { attempt(); });
}

void CallRun::attempt()
{
    m_redirects = 0;
    send(m_call.url, true);
}

void CallRun::send(const QUrl &url, bool withToken)
{
    HttpRequest request;
    request.verb = m_call.verb;
    request.url = url;
    request.headers = m_call.headers;
    if (withToken)
        request.token = m_token;
    if (m_call.body) {
        Call::Body body = m_call.body();
        if (!body)
            return fail(body.error());
        request.body = std::move(body).value();
    }
    request.times = m_services.limits.timesFor(m_call.answerTime);
    request.caps = {m_call.largestAnswer, m_services.limits.errorBytes, m_services.limits.headerBytes};
    // Only HTTP/1.1 says for sure when a request has left, so a call that counts on it keeps to that.
    request.mayUseHttp2 = m_call.repeat != RepeatClass::Once;
    watch(m_services.http.send(std::move(request), this));
}

void CallRun::watch(HttpExchange *exchange)
{
    m_exchange = exchange;
    connect(exchange, &HttpExchange::finished, this, &CallRun::onReply);
    if (!m_control)
        return;
    connect(exchange, &HttpExchange::sent, m_control, &CallControl::sent);
    connect(exchange, &HttpExchange::received, m_control, &CallControl::received);
}

void CallRun::onReply(const HttpReply &reply)
{
    m_exchange->deleteLater();
    m_exchange = nullptr;
    if (m_over || follow(reply))
        return;
    leaveGate();
    const auto failure = judge(reply, m_call.decode, m_services.clock.now());
    if (!failure || failure->refusal)
        m_services.budget.answered();
    if (!failure)
        return end({});
    if (renews(*failure))
        return;
    const bool untouched = failure->refusal || (reply.answer.httpStatus == 0 && !reply.left);
    retryOrEnd(*failure, !untouched);
}

bool CallRun::follow(const HttpReply &reply)
{
    if (!m_call.followsRedirects || !isRedirect(reply.answer.httpStatus) || m_redirects >= mostRedirects)
        return false;
    const QUrl target = reply.answer.url.resolved(QUrl::fromEncoded(reply.answer.header("Location")));
    if (!target.isValid())
        return false;
    ++m_redirects;
    send(target, sameServer(target, m_call.url));
    return true;
}

bool CallRun::renews(const crm::CallFailure &failure)
{
    if (failure.error.code != base::ErrorCode::SignInNeeded || m_renewed)
        return false;
    m_renewed = true;
    base::observe(m_services.tokens->renew(), this, [this, failure](const base::Result<base::Secret> &token) {
        if (m_over)
            return;
        if (!token)
            return end({failure, false});
        m_token = *token;
        queue();
    });
    return true;
}

void CallRun::retryOrEnd(const crm::CallFailure &failure, bool mayHaveActed)
{
    const std::chrono::milliseconds now = m_services.clock.monotonic();
    if (!failure.refusal)
        m_services.budget.failed(now);
    const auto step = m_policy.next(failure.error, !mayHaveActed);
    if (!step || !m_services.budget.spendOn(failure.error.code))
        return end({failure, mayHaveActed});
    const std::chrono::milliseconds delay = std::max(step->delay, m_services.budget.pauseLeft(now));
    const QDateTime at = m_services.clock.now().addMSecs(delay.count());
    qCDebug(base::logNet) << "attempt" << step->attempt << "of" << step->attempts << base::name(failure.error.code)
                          << "next in" << delay.count() << "ms";
    m_timer = m_services.clock.callAfter(delay, this, [this] { queue(); });
    if (m_control)
        Q_EMIT m_control->waiting(step->attempt, step->attempts, at);
}

void CallRun::abort()
{
    if (m_over)
        return;
    if (m_exchange)
        m_exchange->abort(base::ErrorCode::Cancelled);
    else
        fail({base::ErrorCode::Cancelled, {}, {}, {}});
}

void CallRun::fail(const base::Error &error)
{
    end({crm::CallFailure{error, nullptr, nullptr}, false});
}

void CallRun::end(const CallEnd &end)
{
    if (std::exchange(m_over, true))
        return;
    m_services.clock.cancel(m_timer);
    leaveGate();
    deleteLater();
    m_done(end);
}

void CallRun::leaveGate()
{
    if (m_ticket != 0)
        m_services.gate.leave(std::exchange(m_ticket, 0));
}

} // namespace net
