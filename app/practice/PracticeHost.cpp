#include "practice/PracticeHost.h"

#include "practice/PracticeServer.h"

#include <QMutex>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QThread>

#include <array>

namespace practice {

namespace {

/// 256 random bits in the CRM's own form.
base::Secret randomToken()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const auto *bytes = reinterpret_cast<const char *>(words.data());
    const QByteArray hex = QByteArray(bytes, sizeof(words)).toHex();
    return base::Secret("1000." + hex.left(32) + '.' + hex.mid(32));
}

} // namespace

class PracticeHost::Private final {
public:
    /// Everything of the server's thread; made and destroyed there.
    struct Room final {
        Room(const base::Secret &token, const PracticeScript &script)
            : server(clock, token, script)
        { }
        base::SystemClock clock;
        PracticeServer server;
    };

    void count(const QString &requestLine);
    void stop();

    QThread thread;
    QObject *inThread = nullptr; ///< a foothold in the thread
    std::unique_ptr<Room> room;
    base::Secret token;
    quint16 port = 0;
    mutable QMutex countsLock;
    QHash<QString, int> counts;
};

void PracticeHost::Private::count(const QString &requestLine)
{
    const QMutexLocker locked(&countsLock);
    ++counts[requestLine];
}

void PracticeHost::Private::stop()
{
    if (!inThread)
        return;
    QMetaObject::invokeMethod(
        inThread, [this] { room.reset(); }, Qt::BlockingQueuedConnection);
    thread.quit();
    thread.wait();
    delete std::exchange(inThread, nullptr);
}

PracticeHost::PracticeHost()
    : d(std::make_unique<Private>())
{ }

PracticeHost::~PracticeHost()
{
    d->stop();
}

base::Status PracticeHost::start(const PracticeOptions &options)
{
    if (d->inThread)
        return base::Error{base::ErrorCode::UsageWrong, QStringLiteral("the practice CRM runs already"), {}, {}};
    // QHttpServer wakes up OpenSSL, which leaks what it remembers for the thread that did so. This thread outlives it.
    const QSslConfiguration wokenHere;
    d->token = options.token.isEmpty() ? randomToken() : options.token;
    d->inThread = new QObject;
    d->inThread->moveToThread(&d->thread);
    d->thread.setObjectName(QStringLiteral("practice"));
    d->thread.start();
    QString problem;
    const auto open = [this, &options, &problem] {
        d->room = std::make_unique<Private::Room>(d->token, options.script);
        d->room->server.setWitness([this](const QString &line) { d->count(line); });
        d->port = d->room->server.listen(options.port, &problem) ? d->room->server.port() : 0;
    };
    QMetaObject::invokeMethod(d->inThread, open, Qt::BlockingQueuedConnection);
    if (d->port != 0)
        return base::Done{};
    d->stop();
    return base::Error{base::ErrorCode::ConnectionRefused, problem, {}, {}};
}

QUrl PracticeHost::baseUrl() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(d->port));
}

base::Secret PracticeHost::token() const
{
    return d->token;
}

void PracticeHost::setScript(const PracticeScript &script)
{
    if (d->inThread)
        QMetaObject::invokeMethod(
            d->inThread, [this, script] { d->room->server.setScript(script); }, Qt::BlockingQueuedConnection);
}

int PracticeHost::requestCount(const QString &method, const QString &path) const
{
    const QMutexLocker locked(&d->countsLock);
    return d->counts.value(method + QLatin1Char(' ') + path);
}

} // namespace practice
