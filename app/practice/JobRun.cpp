#include "practice/JobRun.h"

#include "tabular/CsvReader.h"

#include <algorithm>

namespace practice {

namespace {

constexpr size_t echoedColumns = 3;

QByteArray csvCell(const QString &cell)
{
    static const QLatin1String special(",\"\r\n");
    const bool quoted =
        std::any_of(special.begin(), special.end(), [&cell](char sign) { return cell.contains(QLatin1Char(sign)); });
    QByteArray content = cell.toUtf8();
    return quoted ? '"' + content.replace('"', "\"\"") + '"' : content;
}

QByteArray csvLine(const QStringList &cells)
{
    QByteArray line;
    for (qsizetype i = 0; i < cells.size(); ++i)
        line += (i > 0 ? "," : "") + csvCell(cells[i]);
    return line + "\r\n";
}

QString errorsText(const QMap<QString, QStringList> &errors)
{
    QStringList groups;
    for (auto it = errors.cbegin(); it != errors.cend(); ++it)
        groups.append(it->isEmpty() ? it.key() : it.key() + QLatin1Char('-') + it->join(QLatin1Char(',')));
    return groups.join(QLatin1Char(':'));
}

bool isBlank(const QString &cell)
{
    return std::all_of(cell.begin(), cell.end(), [](QChar c) { return c.isSpace(); });
}

} // namespace

JobRun::JobRun(const JobOrder &order, const UploadedCsv &csv, CrmData &data, const QDateTime &now)
    : m_order(order)
    , m_data(data)
    , m_rules(data.modules, data.users, data.stores)
    , m_now(now)
    , m_reader(tabular::readCsvText(toUtf8(csv.raw, order.encoding).value_or(QByteArray()), csv.dialect))
{
    for (PracticeModule &module : m_data.modules) {
        if (module.name == order.module)
            m_module = &module;
    }
    m_store = &m_data.stores[order.module];
    for (const OrderedField &field : order.fields) {
        if (field.column >= 0)
            m_echoed.push_back(field.column);
    }
    std::sort(m_echoed.begin(), m_echoed.end());
    m_echoed.erase(std::unique(m_echoed.begin(), m_echoed.end()), m_echoed.end());
    m_echoed.resize(std::min(m_echoed.size(), echoedColumns));
    tabular::Row header;
    if (const auto read = m_reader->next(header); read && *read)
        writeHeader(header.cells);
}

void JobRun::writeHeader(const QStringList &header)
{
    QStringList cells;
    for (const int column : m_echoed)
        cells.append(header.value(column));
    cells << QStringLiteral("STATUS") << QStringLiteral("RECORD_ID") << QStringLiteral("ERRORS");
    m_result = csvLine(cells);
}

bool JobRun::step(int rows)
{
    tabular::Row row;
    for (int done = 0; done < rows; ++done) {
        const auto more = m_reader->next(row);
        if (!more || !*more)
            return false;
        takeRow(row.cells);
    }
    return true;
}

void JobRun::takeRow(const QStringList &cells)
{
    std::vector<Change> changes;
    Errors errors;
    collect(cells, changes, errors);
    const auto found = match(changes);
    using Operation = JobOrder::Operation;
    const bool keyRefused = m_order.findBy >= 0 && m_order.operation != Operation::Insert
        && std::any_of(errors.cbegin(), errors.cend(), [this](const auto &names) { return names.contains(keyName()); });
    if (found && m_order.operation == Operation::Insert) {
        errors[QStringLiteral("DUPLICATE_DATA")].append(keyName());
        report(cells, "skipped", m_store->at(*found).id, errors);
    } else if (found) {
        update(cells, *found, changes, errors);
    } else if (m_order.operation == Operation::Update && !keyRefused) {
        errors[QStringLiteral("RESOURCE_NOT_FOUND")].append(keyName());
        report(cells, "skipped", {}, errors);
    } else {
        insert(cells, changes, errors);
    }
}

void JobRun::collect(const QStringList &cells, std::vector<Change> &changes, Errors &errors) const
{
    for (const OrderedField &mapping : m_order.fields) {
        const PracticeField &field = m_module->fields[static_cast<size_t>(mapping.field)];
        QString cell = mapping.column >= 0 ? cells.value(mapping.column) : QString();
        if (isBlank(cell))
            cell = mapping.defaultValue;
        if (cell.isEmpty()) {
            if (!m_order.ignoreEmpty)
                changes.push_back({mapping.field, {}});
            continue;
        }
        const CellVerdict verdict = m_rules.judge(field, mapping, cell);
        if (verdict.code)
            errors[QLatin1String(verdict.code)].append(field.name);
        else
            changes.push_back({mapping.field, verdict.value});
    }
}

QString JobRun::keyName() const
{
    return m_order.findBy < 0 ? QString() : m_module->fields[static_cast<size_t>(m_order.findBy)].name;
}

std::optional<int> JobRun::match(const std::vector<Change> &changes) const
{
    if (m_order.findBy < 0)
        return std::nullopt;
    for (const Change &change : changes) {
        if (change.field != m_order.findBy || change.value.isEmpty())
            continue;
        return keyName() == QLatin1String("id") ? m_store->findId(change.value)
                                                : m_store->find(change.field, change.value);
    }
    return std::nullopt;
}

void JobRun::requireMandatory(const std::vector<Change> &changes, Errors &errors) const
{
    for (const OrderedField &mapping : m_order.fields) {
        const PracticeField &field = m_module->fields[static_cast<size_t>(mapping.field)];
        // A blank owner becomes the importing user.
        if ((!field.systemMandatory && !field.layoutRequired) || field.isOwner())
            continue;
        const bool given = std::any_of(changes.begin(), changes.end(), [&mapping](const Change &change) {
            return change.field == mapping.field && !change.value.isEmpty();
        });
        const bool refused = std::any_of(errors.cbegin(), errors.cend(),
                                         [&field](const auto &names) { return names.contains(field.name); });
        if (!given && !refused)
            errors[QStringLiteral("MANDATORY_NOT_FOUND")].append(field.name);
    }
}

void JobRun::requireUnique(const std::vector<Change> &changes, std::optional<int> self, Errors &errors) const
{
    for (const Change &change : changes) {
        const PracticeField &field = m_module->fields[static_cast<size_t>(change.field)];
        if (!field.unique || change.value.isEmpty() || field.name == QLatin1String("id"))
            continue;
        const auto holder = m_store->find(change.field, change.value);
        if (holder && holder != self)
            errors[QStringLiteral("DUPLICATE_DATA")].append(field.name);
    }
}

void JobRun::requireOpen(int position, Errors &errors) const
{
    switch (m_store->at(position).lock) {
    case Record::Lock::None:
        break;
    case Record::Lock::AwaitsApproval:
        errors.insert(QStringLiteral("NOT_APPROVED"), {});
        break;
    case Record::Lock::Blocked:
        errors.insert(QStringLiteral("BLOCKED_RECORD"), {});
        break;
    case Record::Lock::InProcess:
        errors.insert(QStringLiteral("CANNOT_PROCESS"), {});
        break;
    }
}

void JobRun::insert(const QStringList &cells, const std::vector<Change> &changes, Errors errors)
{
    requireMandatory(changes, errors);
    requireUnique(changes, std::nullopt, errors);
    if (!errors.isEmpty())
        return report(cells, "skipped", {}, errors);
    if (static_cast<qint64>(m_store->records().size()) >= m_data.recordLimit)
        return report(cells, "unprocessed", {}, {{QStringLiteral("LIMIT_EXCEEDED"), {}}});
    Record record;
    record.id = m_data.nextRecordId();
    record.ownerId = m_data.users.front().id;
    record.created = record.modified = m_now;
    record.values.resize(m_module->fields.size());
    for (const Change &change : changes) {
        if (m_module->fields[static_cast<size_t>(change.field)].isOwner())
            record.ownerId = change.value.isEmpty() ? record.ownerId : change.value;
        else
            record.values[static_cast<size_t>(change.field)] = change.value;
    }
    extendPicklists(changes);
    const QString id = record.id;
    m_store->add(std::move(record));
    report(cells, "added", id, {});
}

void JobRun::update(const QStringList &cells, int position, const std::vector<Change> &changes, Errors errors)
{
    requireOpen(position, errors);
    if (!errors.isEmpty() && errors.contains(QStringLiteral("CANNOT_PROCESS")))
        return report(cells, "unprocessed", {}, errors);
    requireUnique(changes, position, errors);
    for (const Change &change : changes) {
        const PracticeField &field = m_module->fields[static_cast<size_t>(change.field)];
        if (change.value.isEmpty() && field.systemMandatory)
            errors[QStringLiteral("MANDATORY_NOT_FOUND")].append(field.name);
    }
    if (!errors.isEmpty())
        return report(cells, "skipped", {}, errors);
    for (const Change &change : changes) {
        const PracticeField &field = m_module->fields[static_cast<size_t>(change.field)];
        if (field.isOwner() && !change.value.isEmpty())
            m_store->setOwner(position, change.value);
        else if (!field.isOwner() && field.name != QLatin1String("id"))
            m_store->change(position, change.field, change.value);
    }
    m_store->touch(position, m_now);
    extendPicklists(changes);
    report(cells, "updated", m_store->at(position).id, {});
}

void JobRun::extendPicklists(const std::vector<Change> &changes)
{
    for (const Change &change : changes) {
        PracticeField &field = m_module->fields[static_cast<size_t>(change.field)];
        if (field.picklist.isEmpty() || change.value.isEmpty())
            continue;
        const auto values = change.value.split(
            field.type == QLatin1String("picklist") ? QStringLiteral("\n") : QStringLiteral(";"), Qt::SkipEmptyParts);
        for (const QString &value : values) {
            if (!field.picklist.contains(value))
                field.picklist.append(value);
        }
    }
}

void JobRun::report(const QStringList &cells, const char *status, const QString &id, const Errors &errors)
{
    const QLatin1String word(status);
    m_counts.added += word == QLatin1String("added");
    m_counts.updated += word == QLatin1String("updated");
    m_counts.skipped += word == QLatin1String("skipped") || word == QLatin1String("unprocessed");
    QStringList line;
    for (const int column : m_echoed)
        line.append(cells.value(column));
    line << word << id << errorsText(errors);
    m_result += csvLine(line);
}

} // namespace practice
