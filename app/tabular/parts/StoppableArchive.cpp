#include "tabular/parts/StoppableArchive.h"

#include "tabular/parts/PartArchive.h"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <optional>

namespace tabular {

namespace {

using namespace std::chrono_literals;

constexpr auto betweenLooks = 10ms;
constexpr int mostThreads = 256; ///< as many as pack, and those that nobody waits for any more

/// Waits for what still runs when it goes, which is when the process ends.
QThreadPool &threads()
{
    static QThreadPool pool;
    pool.setMaxThreadCount(mostThreads);
    return pool;
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
    threads().start([making] { making->make(); });
    return making->wait(stop);
}

} // namespace tabular
