#include "session/FileOpener.h"

#include "importing/PoolWork.h"
#include "tabular/encoding/UsualPage.h"

#include <QLocale>

namespace session {

namespace {

using Glanced = base::Result<tabular::Glance>;
using Summarised = base::Result<tabular::TableSummary>;

using Unpacked = std::shared_ptr<const tabular::TableFile>;

Glanced look(const tabular::SourceFile &source, bool chosen, const Unpacked &unpacked, const base::StopFlag &stop)
{
    const QString page = tabular::usualPage(QLocale::system());
    return chosen ? tabular::glanceAs(source, page, stop, unpacked) : tabular::glanceAt(source.path, page, stop);
}

struct Reading final {
    tabular::SourceFile source;
    Unpacked unpacked;
    tabular::InvalidBytes invalid = tabular::InvalidBytes::Refuse;
};

Summarised summary(const Reading &reading, const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    if (reading.invalid == tabular::InvalidBytes::Refuse)
        return tabular::summarise(reading.source, stop, progress, reading.unpacked);
    // The copy takes about as long as all else.
    const auto half = [&progress](int percent) { progress(percent / 2); };
    auto table = tabular::OpenedTable::open(reading.source, reading.invalid, stop, half, reading.unpacked);
    if (!table)
        return table.error();
    return tabular::summarise(*table, stop, progress, 50);
}

} // namespace

class FileOpener::Private final {
public:
    Private(FileOpener &owner, ImportSession &importSession)
        : q(owner)
        , session(importSession)
    { }

    void begin(const tabular::SourceFile &source, bool chosen, bool besideFileId);
    void readAll(const tabular::Glance &look);
    void takeGlance(quint64 reading, const Glanced &result);
    void fail(const base::Error &why);
    void drop();
    void showPercent(quint64 reading, int value);
    void take(quint64 reading, const Summarised &result);

    FileOpener &q;
    ImportSession &session;
    quint64 current = 0; ///< tells late news of a dropped reading apart
    base::StopFlag stop;
    bool keepsFileId = false;
    tabular::InvalidBytes invalid = tabular::InvalidBytes::Refuse;
    bool busy = false;
    int percent = 0;
    QString path;
    std::optional<base::Error> error;
    std::optional<tabular::Glance> glance;
};

void FileOpener::Private::begin(const tabular::SourceFile &source, bool chosen, bool besideFileId)
{
    drop();
    keepsFileId = besideFileId;
    invalid = tabular::InvalidBytes::Refuse;
    busy = true;
    percent = 0;
    if (path != source.path)
        glance.reset();
    path = source.path;
    error.reset();
    Q_EMIT q.changed();
    importing::workInPool(
        &q,
        [source, chosen, unpacked = glance ? glance->unpacked : Unpacked(),
         ours = stop](const std::function<void(int)> &) { return look(source, chosen, unpacked, ours); },
        [](int) {}, [this, reading = current](const Glanced &result) { takeGlance(reading, result); });
}

void FileOpener::Private::takeGlance(quint64 reading, const Glanced &result)
{
    if (reading != current)
        return;
    if (!result) {
        fail(result.error());
        return;
    }
    glance = *result;
    Q_EMIT q.changed();
    // Whoever was told may have chosen otherwise already.
    if (reading == current)
        readAll(*result);
}

void FileOpener::Private::readAll(const tabular::Glance &look)
{
    importing::workInPool(
        &q,
        [wanted = Reading{look.source, look.unpacked, invalid}, ours = stop](const std::function<void(int)> &progress) {
            return summary(wanted, ours, progress);
        },
        [this, reading = current](int value) { showPercent(reading, value); },
        [this, reading = current](const Summarised &result) { take(reading, result); });
}

void FileOpener::Private::fail(const base::Error &why)
{
    busy = false;
    error = why;
    Q_EMIT q.changed();
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
    if (!result) {
        fail(result.error());
        return;
    }
    busy = false;
    percent = 100;
    FileChoice choice = keepsFileId ? session.file() : FileChoice{};
    choice.table = *result;
    if (glance && !glance->sheetsAreAll && result->opened) {
        glance->sheets = result->opened->sheets();
        glance->sheetsAreAll = true;
    }
    session.setFile(choice);
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
    d->begin({path, {}}, false, false);
}

void FileOpener::openAs(const tabular::SourceFile &source)
{
    d->begin(source, true, false);
}

void FileOpener::openReplacing(const tabular::SourceFile &source)
{
    d->begin(source, true, d->keepsFileId);
    d->invalid = tabular::InvalidBytes::Replace;
}

void FileOpener::openForColumns(const tabular::SourceFile &source)
{
    d->begin(source, true, true);
}

void FileOpener::stop()
{
    if (!d->busy)
        return;
    d->drop();
    Q_EMIT changed();
}

void FileOpener::close()
{
    d->drop();
    d->path.clear();
    d->error.reset();
    d->glance.reset();
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

const std::optional<tabular::Glance> &FileOpener::glance() const
{
    return d->glance;
}

} // namespace session
