#include "session/ColumnMatching.h"

#include "base/Observe.h"
#include "mapping/Lexicon.h"

#include <QThreadPool>

#include <utility>

namespace session {

namespace {

using Matches = std::vector<mapping::ColumnMatch>;
using AllValues = std::vector<mapping::ColumnValues>;

/// Of a table that cannot be read again, the first rows that its summary has.
void countFirstRows(const tabular::TableSummary &table, AllValues &values)
{
    for (const QStringList &row : table.firstRows) {
        for (std::size_t i = 0; i < values.size() && static_cast<qsizetype>(i) < row.size(); ++i) {
            if (const QString &cell = row[static_cast<qsizetype>(i)]; !cell.trimmed().isEmpty())
                ++values[i].counts[cell];
        }
    }
    for (mapping::ColumnValues &column : values)
        column.allCounted = table.rows <= static_cast<qint64>(table.firstRows.size());
}

AllValues valuesOf(const tabular::TableSummary &table)
{
    AllValues values(table.columns.size());
    if (table.profile) {
        for (std::size_t i = 0; i < values.size() && i < table.profile->columns.size(); ++i)
            values[i].profile = table.profile->columns[i];
    }
    if (!table.counts)
        countFirstRows(table, values);
    for (std::size_t i = 0; table.counts && i < values.size() && i < table.counts->columns.size(); ++i) {
        values[i].counts = table.counts->columns[i].counts;
        values[i].allCounted = table.counts->columns[i].complete && table.counts->everyRow;
    }
    return values;
}

QStringList headersOf(const tabular::TableSummary &table)
{
    QStringList headers;
    for (const tabular::ColumnSummary &column : table.columns)
        headers.append(column.header);
    return headers;
}

/// What a run was started for; another one is needed when it differs.
struct Cause final {
    std::optional<tabular::TableSummary> table;
    crm::ModuleName module;
    std::vector<crm::Field> fields; ///< whole ones: labels and picklists say what a column is, too
    crm::Operation operation = crm::Operation::Insert;

    [[nodiscard]] bool isComplete() const { return table && !table->columns.empty() && !fields.empty(); }
    friend bool operator==(const Cause &a, const Cause &b) = default;
};

Cause causeOf(const ImportSession &session)
{
    Cause cause;
    cause.table = session.file().table;
    cause.module = session.metadata().module;
    cause.fields = session.metadata().fields;
    cause.operation = session.module().operation.value_or(crm::Operation::Insert);
    return cause;
}

} // namespace

class ColumnMatching::Private final {
public:
    Private(ColumnMatching &owner, ImportSession &importSession, FieldChoices &fieldChoices)
        : q(owner)
        , session(importSession)
        , choices(fieldChoices)
    { }

    void look();
    void run();
    void take(quint64 matching, const Matches &matches);

    ColumnMatching &q;
    ImportSession &session;
    FieldChoices &choices;
    Cause cause;
    quint64 current = 0; ///< tells the outcome of a run that is void apart
    bool busy = false;
    bool looksSoon = false;
    base::StopFlag stop;
};

/// Several areas change at once, and one look is enough for all.
void ColumnMatching::Private::look()
{
    looksSoon = false;
    Cause now = causeOf(session);
    if (now == cause)
        return;
    cause = std::move(now);
    stop.raise();
    stop = base::StopFlag();
    ++current;
    const bool runs = cause.isComplete();
    if (runs)
        run();
    if (std::exchange(busy, runs) != runs)
        Q_EMIT q.changed();
}

void ColumnMatching::Private::run()
{
    mapping::MatchInput input;
    input.headers = headersOf(*cause.table);
    input.fields = session.metadata().fields;
    input.module = cause.module;
    input.operation = cause.operation;
    input.current = session.automatic().withoutThem(session.mapping());
    input.history = choices.of(cause.module);
    auto work = [input = std::move(input), table = *cause.table, ours = stop]() mutable -> Matches {
        input.values = valuesOf(table);
        return ours.raised() ? Matches() : mapping::matchColumns(input);
    };
    base::observe(base::runInPool(std::move(work)), &q,
                  [this, matching = current](const Matches &matches) { take(matching, matches); });
}

void ColumnMatching::Private::take(quint64 matching, const Matches &matches)
{
    // The session may have moved on, and the look at it be still to come.
    if (matching != current || causeOf(session) != cause)
        return;
    busy = false;
    session.takeMatches(matches);
    Q_EMIT q.changed();
}

ColumnMatching::ColumnMatching(ImportSession &session, FieldChoices &choices, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, session, choices))
{
    // Nobody waits for the words then, who saves choices or applies a template before the first matching.
    QThreadPool::globalInstance()->start([] { [[maybe_unused]] const auto &words = mapping::Lexicon::builtIn(); });
    connect(&session, &ImportSession::changed, this, [this](ImportSession::Area area) {
        using Area = ImportSession::Area;
        const bool matters = area == Area::Metadata || area == Area::File || area == Area::Module;
        if (matters && !std::exchange(d->looksSoon, true))
            QMetaObject::invokeMethod(
                this, [this] { d->look(); }, Qt::QueuedConnection);
    });
}

ColumnMatching::~ColumnMatching()
{
    d->stop.raise();
}

bool ColumnMatching::busy() const
{
    return d->busy || d->looksSoon;
}

void ColumnMatching::rememberChoices()
{
    if (const std::optional<tabular::TableSummary> &table = d->session.file().table)
        d->choices.remember(d->session.metadata().module, headersOf(*table), d->session.mapping());
}

} // namespace session
