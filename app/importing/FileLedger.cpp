#include "importing/FileLedger.h"

#include "base/Log.h"
#include "base/SafeFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace importing {

namespace {

constexpr qint64 ledgerSizeLimit = 16 * 1024 * 1024;

QJsonArray asJson(const std::vector<HeldColumn> &held)
{
    QJsonArray columns;
    for (const HeldColumn &column : held) {
        QJsonObject json{{QStringLiteral("column"), column.source}, {QStringLiteral("name"), column.name}};
        if (!column.cells.isEmpty())
            json.insert(QStringLiteral("cells"), column.cells);
        columns.append(json);
    }
    return columns;
}

std::vector<HeldColumn> heldFrom(const QJsonArray &json)
{
    std::vector<HeldColumn> held;
    for (const QJsonValue &column : json)
        held.push_back({column[QLatin1String("column")].toInt(-1), column[QLatin1String("name")].toString(),
                        column[QLatin1String("cells")].toString()});
    return held;
}

QJsonObject asJson(const KnownFile &file)
{
    QJsonObject json{{QStringLiteral("file_id"), file.id.text()},
                     {QStringLiteral("name"), file.name},
                     {QStringLiteral("path"), file.path},
                     {QStringLiteral("rows"), file.rows},
                     {QStringLiteral("columns"), QJsonArray::fromStringList(file.columns)},
                     {QStringLiteral("uploaded"), file.uploaded.toUTC().toString(Qt::ISODateWithMs)},
                     {QStringLiteral("org"), file.org.text()}};
    if (!file.held.empty())
        json.insert(QStringLiteral("held"), asJson(file.held));
    if (file.usedBy)
        json.insert(QStringLiteral("used_by"), file.usedBy->text());
    return json;
}

KnownFile fromJson(const QJsonObject &json)
{
    KnownFile file;
    file.id = crm::FileId(json.value(QStringLiteral("file_id")).toString());
    file.name = json.value(QStringLiteral("name")).toString();
    file.path = json.value(QStringLiteral("path")).toString();
    file.rows = json.value(QStringLiteral("rows")).toInteger(-1);
    file.columns = json.value(QStringLiteral("columns")).toVariant().toStringList();
    file.uploaded = QDateTime::fromString(json.value(QStringLiteral("uploaded")).toString(), Qt::ISODateWithMs).toUTC();
    file.org = crm::OrgId(json.value(QStringLiteral("org")).toString());
    file.held = heldFrom(json.value(QStringLiteral("held")).toArray());
    if (const QString job = json.value(QStringLiteral("used_by")).toString(); !job.isEmpty())
        file.usedBy = crm::JobId(job);
    return file;
}

std::optional<std::vector<KnownFile>> parse(const QByteArray &content)
{
    const QJsonObject json = QJsonDocument::fromJson(content).object();
    if (json.value(QStringLiteral("version")).toInt() != 1 || !json.value(QStringLiteral("files")).isArray())
        return std::nullopt;
    std::vector<KnownFile> files;
    for (const QJsonValue &value : json.value(QStringLiteral("files")).toArray()) {
        if (const KnownFile file = fromJson(value.toObject()); !file.id.isEmpty())
            files.push_back(file);
    }
    return files;
}

/// Nothing that a person may still want is deleted: the name gets a number when an earlier broken file is there.
void moveAside(const QString &path)
{
    QString aside = path + QStringLiteral(".broken");
    for (int n = 2; QFile::exists(aside); ++n)
        aside = path + QStringLiteral(".%1.broken").arg(n);
    if (!QFile::rename(path, aside))
        qCWarning(base::logImport) << "the list of known files is broken and cannot be moved aside";
}

} // namespace

FileLedger::FileLedger(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    const base::Result<QByteArray> content = base::readSmallFile(m_path, ledgerSizeLimit);
    if (!content) {
        if (content.error().code == base::ErrorCode::TableTooLarge)
            moveAside(m_path);
        return;
    }
    if (auto files = parse(*content))
        m_files = std::move(*files);
    else
        moveAside(m_path);
}

std::vector<KnownFile> FileLedger::filesOf(const crm::OrgId &org) const
{
    std::vector<KnownFile> files;
    std::copy_if(m_files.begin(), m_files.end(), std::back_inserter(files),
                 [&](const KnownFile &file) { return file.org == org; });
    return files;
}

const KnownFile *FileLedger::find(const crm::FileId &id) const
{
    const auto found =
        std::find_if(m_files.begin(), m_files.end(), [&](const KnownFile &file) { return file.id == id; });
    return found == m_files.end() ? nullptr : &*found;
}

void FileLedger::add(const KnownFile &file)
{
    std::erase_if(m_files, [&](const KnownFile &known) { return known.id == file.id; });
    const auto older = std::find_if(m_files.begin(), m_files.end(),
                                    [&](const KnownFile &known) { return known.uploaded <= file.uploaded; });
    m_files.insert(older, file);
    save();
}

void FileLedger::markUsed(const crm::FileId &id, const crm::JobId &job)
{
    for (KnownFile &file : m_files) {
        if (file.id == id && file.usedBy != job) {
            file.usedBy = job;
            save();
            return;
        }
    }
}

void FileLedger::forget(const crm::FileId &id)
{
    if (std::erase_if(m_files, [&](const KnownFile &file) { return file.id == id; }) > 0)
        save();
}

void FileLedger::save()
{
    QJsonArray files;
    for (const KnownFile &file : m_files)
        files.append(asJson(file));
    const QJsonObject json{{QStringLiteral("version"), 1}, {QStringLiteral("files"), files}};
    m_lastWrite = base::writeFileSafely(m_path, QJsonDocument(json).toJson());
    Q_EMIT changed();
}

} // namespace importing
