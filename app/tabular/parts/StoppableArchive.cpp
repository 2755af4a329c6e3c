#include "tabular/parts/StoppableArchive.h"

#include "tabular/parts/PartArchive.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace tabular {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenLooks = 10ms;

/// Work that nobody need wait for, but the process does before it ends.
class Errands final {
public:
    void start(std::function<void()> work)
    {
        const std::lock_guard lock(m_mutex);
        std::thread([this, work = std::move(work)] {
            work();
            const std::lock_guard done(m_mutex);
            --m_running;
            m_changed.notify_all(); // while it is locked: whoever waits takes all of this down
        }).detach();
        ++m_running;
    }
    ~Errands()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_running == 0; });
    }
    Errands() = default;
    Q_DISABLE_COPY_MOVE(Errands)

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    int m_running = 0;
};

Errands &errands()
{
    static Errands all;
    return all;
}

/// One archive; whoever makes it and whoever waits for it hold it together.
class Making final {
public:
    Making(QString entryName, QByteArray content)
        : m_entryName(std::move(entryName))
        , m_content(std::move(content))
    { }

    void make()
    {
        QByteArray made = makePartArchive(m_entryName, m_content);
        const std::lock_guard lock(m_mutex);
        m_archive = std::move(made);
        m_made.notify_all();
    }

    base::Result<QByteArray> wait(const base::StopFlag &stop)
    {
        std::unique_lock lock(m_mutex);
        while (!m_made.wait_for(lock, betweenLooks, [this] { return m_archive.has_value(); })) {
            if (stop.raised())
                return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        }
        return std::move(*m_archive);
    }

private:
    QString m_entryName;
    QByteArray m_content; ///< shared with the part: no copy
    std::mutex m_mutex;
    std::condition_variable m_made;
    std::optional<QByteArray> m_archive;
};

} // namespace

base::Result<QByteArray> makePartArchive(const QString &entryName, const QByteArray &content,
                                         const base::StopFlag &stop)
{
    const auto making = std::make_shared<Making>(entryName, content);
    errands().start([making] { making->make(); });
    return making->wait(stop);
}

} // namespace tabular
