#include "session/FileOpener.h"

#include "importing/PoolWork.h"

namespace session {

namespace {

using Summarised = base::Result<tabular::TableSummary>;

Summarised readTable(const std::optional<tabular::SourceFile> &source, const QString &path, const base::StopFlag &stop,
                     const std::function<void(int)> &progress)
{
    if (source)
        return tabular::summarise(*source, stop, progress);
    const base::Result<tabular::CsvDialect> dialect = tabular::detectDialect(path);
    if (!dialect)
        return dialect.error();
    return tabular::summarise({path, *dialect}, stop, progress);
}

} // namespace

class FileOpener::Private final {
public:
    Private(FileOpener &owner, ImportSession &importSession)
        : q(owner)
        , session(importSession)
    { }

    void begin(const std::optional<tabular::SourceFile> &source, const QString &filePath, bool besideFileId);
    void drop();
    void showPercent(quint64 reading, int value);
    void take(quint64 reading, const Summarised &result);

    FileOpener &q;
    ImportSession &session;
    quint64 current = 0; ///< tells late news of a dropped reading apart
    base::StopFlag stop;
    bool keepsFileId = false;
    bool busy = false;
    int percent = 0;
    QString path;
    std::optional<base::Error> error;
};

void FileOpener::Private::begin(const std::optional<tabular::SourceFile> &source, const QString &filePath,
                                bool besideFileId)
{
    drop();
    keepsFileId = besideFileId;
    busy = true;
    percent = 0;
    path = filePath;
    error.reset();
    Q_EMIT q.changed();
    const base::StopFlag ours = stop;
    importing::workInPool(
        &q,
        [source, filePath, ours](const std::function<void(int)> &progress) {
            return readTable(source, filePath, ours, progress);
        },
        [this, reading = current](int value) { showPercent(reading, value); },
        [this, reading = current](const Summarised &result) { take(reading, result); });
}

void FileOpener::Private::drop()
{
    stop.raise();
    stop = base::StopFlag();
    ++current;
    busy = false;
}

void FileOpener::Private::showPercent(quint64 reading, int value)
{
    if (reading != current || !busy || percent == value)
        return;
    percent = value;
    Q_EMIT q.changed();
}

void FileOpener::Private::take(quint64 reading, const Summarised &result)
{
    if (reading != current)
        return;
    busy = false;
    if (!result) {
        error = result.error();
    } else {
        percent = 100;
        FileChoice choice = keepsFileId ? session.file() : FileChoice{};
        choice.table = *result;
        session.setFile(choice);
    }
    Q_EMIT q.changed();
}

FileOpener::FileOpener(ImportSession &session, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session))
{ }

FileOpener::~FileOpener()
{
    d->stop.raise();
}

void FileOpener::open(const QString &path)
{
    d->begin({}, path, false);
}

void FileOpener::openAs(const tabular::SourceFile &source)
{
    d->begin(source, source.path, false);
}

void FileOpener::openForColumns(const tabular::SourceFile &source)
{
    d->begin(source, source.path, true);
}

void FileOpener::stop()
{
    if (!d->busy)
        return;
    d->drop();
    Q_EMIT changed();
}

bool FileOpener::busy() const
{
    return d->busy;
}

int FileOpener::percent() const
{
    return d->percent;
}

const std::optional<base::Error> &FileOpener::error() const
{
    return d->error;
}

const QString &FileOpener::path() const
{
    return d->path;
}

} // namespace session
