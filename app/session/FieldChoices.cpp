#include "session/FieldChoices.h"

#include "base/Log.h"
#include "base/SafeFile.h"
#include "mapping/AutoMatcher.h"
#include "session/Saving.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

namespace session {

namespace {

constexpr qint64 sizeLimit = 16 * 1024 * 1024;
constexpr qsizetype longestHeader = 500; ///< UTF-16 units; a longer one is no name

std::optional<QJsonArray> parse(const QByteArray &content)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    if (json[QLatin1String("version")].toInt() != 1 || !json[QLatin1String("choices")].isArray())
        return std::nullopt;
    return json[QLatin1String("choices")].toArray();
}

/// Nothing that a person may still want is deleted: the name gets a number when an earlier broken file is there.
void moveAside(const QString &path)
{
    QString aside = path + QStringLiteral(".broken");
    for (int n = 2; QFile::exists(aside); ++n)
        aside = path + QStringLiteral(".%1.broken").arg(n);
    const bool moved = QFile::rename(path, aside);
    qCInfo(base::logImport) << "the earlier choices of fields cannot be read;"
                            << (moved ? "they are kept aside" : "they cannot be moved aside");
}

} // namespace

FieldChoices::FieldChoices(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    const base::Result<QByteArray> content = base::readSmallFile(m_path, sizeLimit);
    if (!content && content.error().code != base::ErrorCode::TableTooLarge)
        return;
    const std::optional<QJsonArray> choices = content ? parse(*content) : std::nullopt;
    if (!choices) {
        moveAside(m_path);
        return;
    }
    for (const QJsonValue choice : *choices) {
        const QString module = choice[QLatin1String("module")].toString();
        const QString header = choice[QLatin1String("header")].toString();
        if (!module.isEmpty() && !header.isEmpty() && choice[QLatin1String("field")].isString())
            m_choices.push_back(
                {crm::ModuleName(module), header, crm::FieldName(choice[QLatin1String("field")].toString())});
    }
    if (static_cast<qsizetype>(m_choices.size()) > most)
        m_choices.erase(m_choices.begin(), m_choices.end() - most);
}

mapping::MatchHistory FieldChoices::of(const crm::ModuleName &module) const
{
    mapping::MatchHistory history;
    for (const Choice &choice : m_choices) {
        if (choice.module == module)
            history.insert(choice.header, choice.field);
    }
    return history;
}

void FieldChoices::remember(const crm::ModuleName &module, const QStringList &headers,
                            const mapping::ColumnMapping &mapping)
{
    if (module.isEmpty())
        return;
    std::vector<Choice> made;
    QSet<QString> decided;
    for (int column = 0; column < headers.size(); ++column) {
        const mapping::ColumnState state = mapping.stateOf({column});
        const QString header = mapping::comparableName(headers.at(column));
        if (state == mapping::ColumnState::Undecided || header.isEmpty() || header.size() > longestHeader
            || decided.contains(header) || mapping::saysNothing(headers.at(column)))
            continue;
        const bool mapped = state == mapping::ColumnState::Mapped;
        made.push_back({module, header, mapped ? mapping.fieldsOf({column}).front() : crm::FieldName()});
        decided.insert(header);
    }
    std::erase_if(m_choices,
                  [&](const Choice &known) { return known.module == module && decided.contains(known.header); });
    m_choices.insert(m_choices.end(), made.begin(), made.end());
    if (static_cast<qsizetype>(m_choices.size()) > most)
        m_choices.erase(m_choices.begin(), m_choices.end() - most);
    save();
}

/// One write at a time, so that the last one written is the last one asked for.
void FieldChoices::save()
{
    if (std::exchange(m_saving, true)) {
        m_saveAgain = true;
        return;
    }
    base::observe(saveBytes(m_path, asJson()), this, [this](const base::Status &status) {
        m_saving = false;
        m_lastWrite = status;
        if (!status)
            qCInfo(base::logImport) << "the choices of fields cannot be kept";
        if (std::exchange(m_saveAgain, false))
            save();
        else
            Q_EMIT saved();
    });
}

QByteArray FieldChoices::asJson() const
{
    QJsonArray choices;
    for (const Choice &choice : m_choices)
        choices.append(QJsonObject{{QStringLiteral("module"), choice.module.text()},
                                   {QStringLiteral("header"), choice.header},
                                   {QStringLiteral("field"), choice.field.text()}});
    return QJsonDocument(QJsonObject{{QStringLiteral("version"), 1}, {QStringLiteral("choices"), choices}}).toJson();
}

} // namespace session
