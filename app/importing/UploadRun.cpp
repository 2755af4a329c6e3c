#include "importing/UploadRun.h"

#include "importing/PoolWork.h"

#include <QDir>
#include <QTemporaryDir>

namespace importing {

class UploadRun::Private final {
public:
    Private(UploadRun &owner, net::CrmApi &crmApi, tabular::SourceFile file, QString temp)
        : q(owner)
        , api(crmApi)
        , source(std::move(file))
        , tempFolder(std::move(temp))
    { }

    void zipped(const base::Result<tabular::Part> &made);
    void answered(const crm::CallResult<crm::UploadedFile> &answer);
    void end(const crm::CallResult<crm::UploadedFile> &with);
    void enter(State next);

    UploadRun &q;
    net::CrmApi &api;
    tabular::SourceFile source;
    QString tempFolder;
    State state = State::Idle;
    base::StopFlag stop;
    net::CallControl control;
    /// Shared with the pool: a run that dies while zipping must leave the folder to the work until that has ended.
    std::shared_ptr<QTemporaryDir> folder;
    std::optional<tabular::Part> part;
    crm::CallResult<crm::UploadedFile> result = crm::CallFailure{{base::ErrorCode::Cancelled, {}, {}, {}}, {}, {}};
};

void UploadRun::Private::enter(State next)
{
    state = next;
    Q_EMIT q.stateChanged();
}

void UploadRun::Private::zipped(const base::Result<tabular::Part> &made)
{
    if (!made) {
        end(crm::CallFailure{made.error(), nullptr, nullptr});
        return;
    }
    part = *made;
    if (stop.raised()) {
        end(crm::CallFailure{{base::ErrorCode::Cancelled, {}, {}, {}}, nullptr, nullptr});
        return;
    }
    enter(State::Uploading);
    base::observe(api.upload(part->zipPath, &control), &q, [this](const auto &answer) { answered(answer); });
}

void UploadRun::Private::answered(const crm::CallResult<crm::UploadedFile> &answer)
{
    end(answer);
}

void UploadRun::Private::end(const crm::CallResult<crm::UploadedFile> &with)
{
    result = with;
    folder.reset();
    enter(with ? State::Done : State::Failed);
    Q_EMIT q.finished();
}

UploadRun::UploadRun(net::CrmApi &api, tabular::SourceFile source, QString tempFolder, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, api, std::move(source), std::move(tempFolder)))
{
    connect(&d->control, &net::CallControl::sent, this, &UploadRun::sendProgress);
    connect(&d->control, &net::CallControl::waiting, this, &UploadRun::waiting);
}

UploadRun::~UploadRun()
{
    d->stop.raise();
}

void UploadRun::start()
{
    if (d->state != State::Idle)
        return;
    d->enter(State::Zipping);
    const QString place = d->tempFolder.isEmpty() ? QDir::tempPath() : d->tempFolder;
    QDir().mkpath(place);
    d->folder = std::make_shared<QTemporaryDir>(place + QStringLiteral("/upload-XXXXXX"));
    const QString zipPath = d->folder->filePath(QStringLiteral("part.zip"));
    workInPool(
        this,
        [source = d->source, zipPath, stop = d->stop, folder = d->folder](const std::function<void(int)> &progress) {
            return tabular::writePart(source, zipPath, {}, stop, progress);
        },
        [this](int percent) { Q_EMIT zipProgress(percent); },
        [this](const base::Result<tabular::Part> &made) { d->zipped(made); });
}

void UploadRun::stop()
{
    d->stop.raise();
    if (d->state == State::Uploading)
        d->control.abort();
}

UploadRun::State UploadRun::state() const
{
    return d->state;
}

const crm::CallResult<crm::UploadedFile> &UploadRun::result() const
{
    return d->result;
}

const std::optional<tabular::Part> &UploadRun::part() const
{
    return d->part;
}

} // namespace importing
