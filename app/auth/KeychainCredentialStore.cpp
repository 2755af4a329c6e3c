#include "auth/KeychainCredentialStore.h"

#include "base/Log.h"
#include "base/Observe.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <qt6keychain/keychain.h>

namespace auth {

namespace {

using namespace std::chrono_literals;
constexpr auto watchdog = 20s;

QString service()
{
    return QStringLiteral("crm-import-wizard");
}

QString keyOf(const QString &accountId)
{
    return QStringLiteral("crm-import-wizard/zoho/%1/v1").arg(accountId);
}

QByteArray toItem(const base::Secret &secret)
{
    const QJsonObject json{{QStringLiteral("version"), 1},
                           {QStringLiteral("access_token"), QString::fromUtf8(secret.reveal())}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

base::Error failure(base::ErrorCode code, const QString &why)
{
    return {code, why, {}, {}};
}

base::Result<base::Secret> fromItem(const QByteArray &item)
{
    const QByteArray token =
        QJsonDocument::fromJson(item).object().value(QStringLiteral("access_token")).toString().toUtf8();
    // KWallet's errors end as an empty item without an error, so an item without a token says nothing about the account.
    if (token.isEmpty())
        return failure(base::ErrorCode::KeychainEntryMissing, QStringLiteral("the item holds no token"));
    return base::Secret(token);
}

base::ErrorCode codeOf(QKeychain::Error error)
{
    switch (error) {
    case QKeychain::EntryNotFound:
        return base::ErrorCode::KeychainEntryMissing;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        return base::ErrorCode::KeychainLocked;
    default:
        // Without a session bus or a secret service QtKeychain says OtherError, not NoBackendAvailable.
        return base::ErrorCode::KeychainUnavailable;
    }
}

base::Result<QByteArray> outcomeOf(const QKeychain::Job *job)
{
    if (job->error() != QKeychain::NoError)
        return failure(codeOf(job->error()), job->errorString());
    const auto *reading = qobject_cast<const QKeychain::ReadPasswordJob *>(job);
    return reading ? reading->binaryData() : QByteArray();
}

/// The promise of one job; the first of answer and watchdog keeps it.
struct Pending final {
    QPromise<base::Result<QByteArray>> promise;
    base::Clock::TimerId timer = 0;
    bool settled = false;

    void settle(base::Result<QByteArray> outcome)
    {
        if (std::exchange(settled, true))
            return;
        promise.addResult(std::move(outcome));
        promise.finish();
    }
};

base::Status statusOf(const base::Result<QByteArray> &outcome)
{
    return outcome ? base::Status(base::Done{}) : base::Status(outcome.error());
}

template <class T>
void settle(const std::shared_ptr<QPromise<T>> &promise, T value)
{
    promise->addResult(std::move(value));
    promise->finish();
}

} // namespace

KeychainCredentialStore::KeychainCredentialStore(base::Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
{ }

QFuture<base::Result<QByteArray>> KeychainCredentialStore::run(QKeychain::Job *job, const QString &accountId)
{
    job->setInsecureFallback(false);
    job->setKey(keyOf(accountId));
    auto pending = std::make_shared<Pending>();
    pending->promise.start();
    connect(job, &QKeychain::Job::finished, this, [this, pending](QKeychain::Job *done) {
        m_clock.cancel(pending->timer);
        pending->settle(outcomeOf(done));
    });
    pending->timer = m_clock.callAfter(watchdog, this, [pending] {
        qCInfo(base::logAuth) << "the keychain has not answered in time; its job goes on";
        pending->settle(failure(base::ErrorCode::KeychainTimedOut, QStringLiteral("no answer within 20 s")));
    });
    job->start();
    return pending->promise.future();
}

QFuture<base::Result<base::Secret>> KeychainCredentialStore::read(const QString &accountId)
{
    using Answer = base::Result<base::Secret>;
    auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    // No parent: QtKeychain deletes a finished job itself, and an unfinished one must outlive this object.
    base::observe(run(new QKeychain::ReadPasswordJob(service()), accountId), this,
                  [promise](const base::Result<QByteArray> &outcome) {
                      settle(promise, outcome ? fromItem(*outcome) : Answer(outcome.error()));
                  });
    return promise->future();
}

QFuture<base::Status> KeychainCredentialStore::write(const QString &accountId, const base::Secret &secret)
{
    auto promise = std::make_shared<QPromise<base::Status>>();
    promise->start();
    auto *job = new QKeychain::WritePasswordJob(service());
    job->setBinaryData(toItem(secret));
    const auto readBack = [promise, secret](const base::Result<base::Secret> &found) {
        if (found && *found == secret)
            return settle(promise, base::Status(base::Done{}));
        if (!found && found.error().code == base::ErrorCode::KeychainTimedOut)
            return settle(promise, base::Status(found.error()));
        settle(promise,
               base::Status(failure(base::ErrorCode::KeychainMismatch,
                                    found ? QStringLiteral("another value came back") : found.error().detail)));
    };
    base::observe(run(job, accountId), this, [this, promise, accountId, readBack](const auto &outcome) {
        if (outcome)
            base::observe(read(accountId), this, readBack);
        else
            settle(promise, statusOf(outcome));
    });
    return promise->future();
}

QFuture<base::Status> KeychainCredentialStore::remove(const QString &accountId)
{
    auto promise = std::make_shared<QPromise<base::Status>>();
    promise->start();
    base::observe(run(new QKeychain::DeletePasswordJob(service()), accountId), this, [promise](const auto &outcome) {
        const bool nothingThere = !outcome && outcome.error().code == base::ErrorCode::KeychainEntryMissing;
        settle(promise, nothingThere ? base::Status(base::Done{}) : statusOf(outcome));
    });
    return promise->future();
}

} // namespace auth
