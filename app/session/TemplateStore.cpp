#include "session/TemplateStore.h"

#include "session/TemplateFolder.h"

#include <algorithm>

namespace session {

namespace {

constexpr double leastShared = 0.8;

/// Higher is better; below `leastShared` it does not fit.
double fitOf(const StoredTemplate &stored, const crm::ModuleName &module, const QStringList &headers)
{
    if (!stored.content || stored.content->module != module)
        return 0;
    return mapping::sharedHeaders(stored.content->headers, headers);
}

std::vector<QStringList> patternsIn(const ImportSession &session)
{
    std::vector<QStringList> patterns;
    const auto &table = session.file().table;
    if (!table || !table->profile)
        return patterns;
    for (const tabular::ColumnProfile &column : table->profile->columns) {
        patterns.push_back(column.otherPatterns);
        if (!column.pattern.isEmpty())
            patterns.back().prepend(column.pattern);
    }
    return patterns;
}

} // namespace

TemplateStore::TemplateStore(const QString &folder, QObject *parent)
    : QObject(parent)
    , m_folder(std::make_shared<TemplateFolder>(folder))
{ }

TemplateStore::~TemplateStore() = default;

const StoredTemplate *TemplateStore::find(const QString &id) const
{
    const auto found =
        std::find_if(m_all.begin(), m_all.end(), [&id](const StoredTemplate &each) { return each.id == id; });
    return found == m_all.end() ? nullptr : &*found;
}

const StoredTemplate *TemplateStore::bestFor(const crm::ModuleName &module, const QStringList &headers) const
{
    const StoredTemplate *best = nullptr;
    double bestFit = leastShared;
    for (const StoredTemplate &each : m_all) {
        const double fit = fitOf(each, module, headers);
        const bool isNewer = best && fit == bestFit && each.content->saved > best->content->saved;
        if (fit < leastShared || (best && fit <= bestFit && !isNewer))
            continue;
        best = &each;
        bestFit = fit;
    }
    return best;
}

QFuture<TemplateStore::Outcome> TemplateStore::run(Work work)
{
    struct Ran final {
        Outcome outcome;
        std::vector<StoredTemplate> all;
        int reading = 0;
    };
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    const auto ran = base::runInPool([folder = m_folder, work = std::move(work)] {
        const QMutexLocker lock(&folder->mutex);
        Outcome outcome = work(*folder);
        return Ran{std::move(outcome), folder->list(), ++folder->readings};
    });
    base::observe(ran, this, [this, promise](const Ran &done) {
        // Two that ran side by side may arrive the other way round.
        if (done.reading > m_seen) {
            m_seen = done.reading;
            m_all = done.all;
            Q_EMIT changed();
        }
        promise->addResult(done.outcome);
        promise->finish();
    });
    return promise->future();
}

void TemplateStore::load()
{
    run([](TemplateFolder &) { return QString(); });
}

QFuture<TemplateStore::Outcome> TemplateStore::save(const mapping::MappingTemplate &made)
{
    return run([made](TemplateFolder &folder) { return folder.add(made); });
}

QFuture<TemplateStore::Outcome> TemplateStore::replace(const QString &id, const mapping::MappingTemplate &made)
{
    return run([id, made](TemplateFolder &folder) { return folder.replace(id, made); });
}

QFuture<TemplateStore::Outcome> TemplateStore::restore(const QString &id)
{
    return run([id](TemplateFolder &folder) { return folder.restore(id); });
}

QFuture<TemplateStore::Outcome> TemplateStore::rename(const QString &id, const QString &name)
{
    return run([id, name](TemplateFolder &folder) { return folder.rename(id, name); });
}

QFuture<TemplateStore::Outcome> TemplateStore::remove(const QString &id)
{
    return run([id](TemplateFolder &folder) { return folder.remove(id); });
}

QFuture<TemplateStore::Outcome> TemplateStore::importFile(const QString &path, const QString &name)
{
    return run([path, name](TemplateFolder &folder) { return folder.copyFrom(path, name); });
}

QFuture<TemplateStore::Outcome> TemplateStore::exportFile(const QString &id, const QString &path)
{
    return run([id, path](TemplateFolder &folder) { return folder.copyTo(id, path); });
}

mapping::TemplateScene templateScene(const ImportSession &session)
{
    mapping::TemplateScene scene;
    const ModuleChoice &choice = session.module();
    scene.module = choice.module ? choice.module->name : crm::ModuleName();
    scene.operation = choice.operation.value_or(crm::Operation::Insert);
    scene.findBy = choice.findBy;
    scene.ignoreEmpty = choice.ignoreEmpty;
    if (session.file().table) {
        for (const tabular::ColumnSummary &column : session.file().table->columns)
            scene.headers << column.header;
    }
    scene.patterns = patternsIn(session);
    scene.fields = session.metadata().fields;
    const crm::FieldMapping *layout = session.mapping().find(crm::FieldName(QStringLiteral("Layout")));
    const crm::RecordId chosen(layout && layout->defaultValue ? layout->defaultValue->toVariant().toString()
                                                              : QString());
    if (scene.operation != crm::Operation::Update)
        scene.mandatory = crm::mandatoryFields(session.metadata().fields, session.metadata().layouts, chosen);
    scene.mapping = session.mapping();
    return scene;
}

} // namespace session
