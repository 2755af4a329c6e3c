#include "cli/SplitFolder.h"

#include "base/SafeFile.h"
#include "tabular/parts/PartArchive.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

namespace cli {

namespace {

constexpr qint64 longestManifest = 64 * 1024 * 1024;

QStringList unfinished(const QString &folder)
{
    return QDir(folder).entryList({QStringLiteral(".*.unfinished")}, QDir::Files | QDir::Hidden);
}

} // namespace

SplitFolder::SplitFolder(QString path, QString sourceName, qint64 sourceBytes)
    : m_path(std::move(path))
    , m_sourceName(std::move(sourceName))
    , m_sourceBytes(sourceBytes)
    , m_isNew(!QFileInfo::exists(m_path))
    , m_unfinishedBefore(unfinished(m_path))
{ }

QString SplitFolder::manifestName()
{
    return QStringLiteral("manifest.json");
}

/// Files named as the parts will be.
QStringList SplitFolder::partsHere() const
{
    const QString name = QFileInfo(tabular::partEntryName(m_sourceName)).completeBaseName();
    static const QString numbered = QStringLiteral("-[0-9]{3,}\\.(zip|csv)");
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(QRegularExpression::escape(name) + numbered),
                                     QRegularExpression::CaseInsensitiveOption);
    return QDir(m_path)
        .entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot)
        .filter(pattern);
}

/// Empty where there is no manifest of this source.
QStringList SplitFolder::partsOfManifest() const
{
    const auto json = base::readSmallFile(QDir(m_path).filePath(manifestName()), longestManifest);
    if (!json.ok())
        return {};
    const QJsonObject manifest = QJsonDocument::fromJson(*json).object();
    const QJsonObject source = manifest.value(QLatin1String("source")).toObject();
    if (source.value(QLatin1String("name")) != m_sourceName
        || source.value(QLatin1String("bytes")).toInteger(-1) != m_sourceBytes)
        return {};
    QStringList files;
    for (const QJsonValue &part : manifest.value(QLatin1String("parts")).toArray())
        files.append(part.toObject().value(QLatin1String("file")).toString());
    return files;
}

QString SplitFolder::foreignFile() const
{
    const QStringList own = partsOfManifest();
    for (const QString &file : partsHere()) {
        if (!own.contains(file))
            return file;
    }
    const bool manifestIsThere = QFileInfo::exists(QDir(m_path).filePath(manifestName()));
    return manifestIsThere && own.isEmpty() ? manifestName() : QString();
}

base::Status SplitFolder::complete(const QByteArray &manifest, const QStringList &partFiles) const
{
    const QStringList before = partsOfManifest();
    if (auto written = base::writeFileSafely(QDir(m_path).filePath(manifestName()), manifest); !written.ok()) {
        for (const QString &file : partFiles)
            QFile::remove(QDir(m_path).filePath(file));
        clear();
        return written;
    }
    const QStringList here = partsHere();
    for (const QString &file : before) {
        if (here.contains(file) && !partFiles.contains(file))
            QFile::remove(QDir(m_path).filePath(file));
    }
    return base::Done{};
}

void SplitFolder::clear() const
{
    for (const QString &file : unfinished(m_path)) {
        if (!m_unfinishedBefore.contains(file))
            QFile::remove(QDir(m_path).filePath(file));
    }
    if (m_isNew)
        QDir().rmdir(m_path); // only if nothing is in it
}

} // namespace cli
