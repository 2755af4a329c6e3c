#include "practice/RecordJson.h"

#include <algorithm>

namespace practice {

namespace {

Json ownerJson(const CrmData &data, const QString &id)
{
    for (const PracticeUser &user : data.users) {
        if (user.id == id)
            return {{"name", text(user.fullName())}, {"id", text(user.id)}, {"email", text(user.email)}};
    }
    return Json();
}

QString valueOf(const Record &record, int field)
{
    const auto at = static_cast<size_t>(field);
    return field >= 0 && at < record.values.size() ? record.values[at] : QString();
}

Json lookupJson(const CrmData &data, const PracticeField &field, const QString &id)
{
    const auto store = data.stores.find(field.lookupModule);
    const auto position = store == data.stores.end() ? std::nullopt : store->second.findId(id);
    if (!position)
        return {{"id", text(id)}};
    for (const PracticeModule &module : data.modules) {
        if (module.name != field.lookupModule)
            continue;
        const QString shown = module.find(QStringLiteral("Last_Name")) ? QStringLiteral("Last_Name") : module.keyField;
        return {{"name", text(valueOf(store->second.at(*position), module.indexOf(shown)))}, {"id", text(id)}};
    }
    return {{"id", text(id)}};
}

Json listJson(const QString &value)
{
    Json list = Json::array();
    const auto parts = value.split(QLatin1Char(';'), Qt::SkipEmptyParts);
    for (const QString &part : parts)
        list.push_back(text(part));
    return list;
}

Json valueJson(const CrmData &data, const PracticeField &field, const QString &value)
{
    if (value.isEmpty())
        return Json();
    if (field.isLookup())
        return lookupJson(data, field, value);
    if (field.type == QLatin1String("integer"))
        return value.toLongLong();
    // Long numbers are text in the CRM's answers, since JSON readers round them.
    if (field.type == QLatin1String("currency") || field.type == QLatin1String("double")
        || field.type == QLatin1String("percent"))
        return value.toDouble();
    if (field.type == QLatin1String("boolean"))
        return value == QLatin1String("true");
    if (field.type == QLatin1String("multiselectpicklist"))
        return listJson(value);
    return text(value);
}

QString timeText(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss+00:00"));
}

Json recordField(const CrmData &data, const PracticeModule &module, const Record &record, size_t at)
{
    const PracticeField &field = module.fields[at];
    if (field.name == QLatin1String("id"))
        return text(record.id);
    if (field.name == QLatin1String("Owner"))
        return ownerJson(data, record.ownerId);
    if (field.isOwner())
        return ownerJson(data, data.users.front().id);
    if (field.name == QLatin1String("Created_Time"))
        return text(timeText(record.created));
    if (field.name == QLatin1String("Modified_Time"))
        return text(timeText(record.modified));
    if (field.name != QLatin1String("Full_Name"))
        return valueJson(data, field, valueOf(record, static_cast<int>(at)));
    const QString first = valueOf(record, module.indexOf(QStringLiteral("First_Name")));
    const QString last = valueOf(record, module.indexOf(QStringLiteral("Last_Name")));
    return text((first + QLatin1Char(' ') + last).trimmed());
}

/// Names and positions of the fields to show; `id` always.
std::vector<std::pair<std::string, size_t>> shownFields(const PracticeModule &module, const QStringList &wanted)
{
    std::vector<std::pair<std::string, size_t>> shown;
    for (size_t field = 0; field < module.fields.size(); ++field) {
        const QString &name = module.fields[field].name;
        if (wanted.isEmpty() || wanted.contains(name) || name == QLatin1String("id"))
            shown.emplace_back(name.toStdString(), field);
    }
    return shown;
}

} // namespace

Json recordsJson(const CrmData &data, const PracticeModule &module, const RecordPage &page)
{
    static const std::vector<Record> none;
    const auto store = data.stores.find(module.name);
    const std::vector<Record> &records = store == data.stores.end() ? none : store->second.records();
    const size_t first =
        std::min(records.size(), static_cast<size_t>(page.page - 1) * static_cast<size_t>(page.perPage));
    const size_t last = std::min(records.size(), first + static_cast<size_t>(page.perPage));
    const auto shown = shownFields(module, page.fields);
    Json list = Json::array();
    for (size_t at = first; at < last; ++at) {
        // Put in without the look for an equal key that operator[] takes: a page has thousands of members.
        Json::object_t members;
        members.reserve(shown.size());
        for (const auto &[name, field] : shown)
            members.emplace_back(name, recordField(data, module, records[at], field));
        list.push_back(std::move(members));
    }
    return {{"data", list},
            {"info",
             {{"per_page", page.perPage},
              {"count", last - first},
              {"page", page.page},
              {"more_records", last < records.size()}}}};
}

} // namespace practice
