#include "mapping/MappingTemplate.h"

#include "mapping/AutoMatcher.h"

#include <QCryptographicHash>
#include <QMap>

#include <algorithm>
#include <iterator>

namespace mapping {

namespace {

FieldSnapshot snapshotOf(const crm::Field &field, crm::Operation operation)
{
    FieldSnapshot snapshot{field.name,         field.label, field.dataType, field.length, field.canBeMapped(operation),
                           field.lookupModule, {}};
    for (const crm::PicklistValue &value : field.picklist)
        snapshot.values << value.actual;
    return snapshot;
}

QMap<QString, int> countsOf(const QStringList &headers)
{
    QMap<QString, int> counts;
    for (const QString &header : headers)
        ++counts[comparableName(header)];
    return counts;
}

/// Gives each header that has no place yet the first free one in `to` that is called alike.
void place(const QStringList &from, const QStringList &to, std::vector<int> &places, std::vector<bool> &taken)
{
    for (qsizetype i = 0; i < from.size(); ++i) {
        for (qsizetype j = 0; j < to.size() && places[static_cast<size_t>(i)] < 0; ++j) {
            if (taken[static_cast<size_t>(j)] || from[i] != to[j])
                continue;
            places[static_cast<size_t>(i)] = static_cast<int>(j);
            taken[static_cast<size_t>(j)] = true;
        }
    }
}

QStringList comparable(const QStringList &headers)
{
    QStringList names;
    std::transform(headers.begin(), headers.end(), std::back_inserter(names), comparableName);
    return names;
}

} // namespace

MappingTemplate makeTemplate(const QString &name, const QDateTime &saved, const TemplateScene &scene)
{
    // What is written to a file knows seconds.
    MappingTemplate made{name.simplified(),
                         QDateTime::fromSecsSinceEpoch(saved.toSecsSinceEpoch(), Qt::UTC),
                         scene.module,
                         scene.operation,
                         scene.findBy,
                         scene.ignoreEmpty,
                         scene.headers,
                         scene.mapping,
                         {},
                         scene.mandatory};
    for (const crm::FieldMapping &entry : scene.mapping.entries()) {
        const auto known = std::find_if(scene.fields.begin(), scene.fields.end(),
                                        [&entry](const crm::Field &field) { return field.name == entry.field; });
        if (known != scene.fields.end())
            made.fields.push_back(snapshotOf(*known, scene.operation));
    }
    return made;
}

QByteArray headerFingerprint(const QStringList &headers)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const QMap<QString, int> counts = countsOf(headers);
    for (auto it = counts.begin(); it != counts.end(); ++it)
        hash.addData((it.key() + QChar(u'\0') + QString::number(it.value()) + u'\n').toUtf8());
    return hash.result().toHex();
}

double sharedHeaders(const QStringList &one, const QStringList &other)
{
    const qsizetype most = std::max(one.size(), other.size());
    if (most == 0)
        return 0;
    const QMap<QString, int> mine = countsOf(one);
    const QMap<QString, int> theirs = countsOf(other);
    int shared = 0;
    for (auto it = mine.begin(); it != mine.end(); ++it)
        shared += std::min(it.value(), theirs.value(it.key()));
    return static_cast<double>(shared) / static_cast<double>(most);
}

std::vector<int> placesOf(const QStringList &from, const QStringList &to)
{
    std::vector<int> places(static_cast<size_t>(from.size()), -1);
    std::vector<bool> taken(static_cast<size_t>(to.size()), false);
    place(from, to, places, taken);
    place(comparable(from), comparable(to), places, taken);
    return places;
}

} // namespace mapping
