#include "session/TemplateFolder.h"

#include "base/SafeFile.h"

#include <QDir>
#include <QFile>
#include <QUuid>

#include <algorithm>

namespace session {

namespace {

using mapping::MappingTemplate;
using Outcome = TemplateStore::Outcome;

constexpr qint64 templateSizeLimit = qint64{4} * 1024 * 1024;
constexpr qsizetype longestStem = 40; ///< letters

base::Result<MappingTemplate> readFile(const QString &path)
{
    const base::Result<QByteArray> json = base::readSmallFile(path, templateSizeLimit);
    if (!json)
        return json.error();
    base::Result<MappingTemplate> read = mapping::readTemplate(*json);
    if (read)
        return read;
    base::Error error = read.error();
    error.context.insert(QStringLiteral("file"), path);
    return error;
}

Outcome written(const QString &id, const QString &path, const MappingTemplate &made)
{
    const base::Status status = base::writeFileSafely(path, mapping::writeTemplate(made));
    if (!status)
        return status.error();
    return id;
}

base::Error taken(const QString &name)
{
    return {base::ErrorCode::TemplateNameTaken, {}, {{QStringLiteral("found"), name}}, {}};
}

QString comparable(const QString &name)
{
    return name.normalized(QString::NormalizationForm_C).simplified().toCaseFolded();
}

bool comesBefore(const StoredTemplate &a, const StoredTemplate &b)
{
    if (a.content.ok() != b.content.ok())
        return a.content.ok();
    const int order = a.name().compare(b.name(), Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.id < b.id;
}

} // namespace

TemplateFolder::TemplateFolder(const QString &folder)
    : m_folder(folder)
{ }

QString TemplateFolder::pathOf(const QString &id) const
{
    return m_folder + QLatin1Char('/') + id;
}

/// Its suffix keeps it out of the list.
QString TemplateFolder::formerOf(const QString &id) const
{
    return pathOf(id) + QStringLiteral(".former");
}

std::vector<StoredTemplate> TemplateFolder::list() const
{
    std::vector<StoredTemplate> all;
    const QStringList files =
        QDir(m_folder).entryList({QLatin1Char('*') + mapping::templateSuffix}, QDir::Files | QDir::Hidden);
    for (const QString &file : files)
        all.push_back({file, readFile(pathOf(file)), QFile::exists(formerOf(file))});
    std::sort(all.begin(), all.end(), comesBefore);
    return all;
}

bool TemplateFolder::isTaken(const QString &name, const QString &exceptId) const
{
    const std::vector<StoredTemplate> all = list();
    return std::any_of(all.begin(), all.end(), [&](const StoredTemplate &each) {
        return each.id != exceptId && each.content && comparable(each.content->name) == comparable(name);
    });
}

Outcome TemplateFolder::add(const MappingTemplate &made) const
{
    if (isTaken(made.name))
        return taken(made.name);
    const QString id = templateFileName(made.name);
    return written(id, pathOf(id), made);
}

Outcome TemplateFolder::replace(const QString &id, const MappingTemplate &made) const
{
    if (isTaken(made.name, id))
        return taken(made.name);
    // What cannot be read as a template is no version to go back to.
    if (const base::Result<MappingTemplate> before = readFile(pathOf(id))) {
        if (const Outcome kept = written(id, formerOf(id), *before); !kept)
            return kept;
    }
    return written(id, pathOf(id), made);
}

Outcome TemplateFolder::restore(const QString &id) const
{
    base::Result<MappingTemplate> former = readFile(formerOf(id));
    if (!former)
        return former.error();
    if (const base::Result<MappingTemplate> now = readFile(pathOf(id)))
        former->name = now->name;
    return replace(id, *former);
}

Outcome TemplateFolder::rename(const QString &id, const QString &name) const
{
    base::Result<MappingTemplate> read = readFile(pathOf(id));
    if (!read)
        return read.error();
    read->name = name.simplified();
    if (isTaken(read->name, id))
        return taken(read->name);
    return written(id, pathOf(id), *read);
}

Outcome TemplateFolder::remove(const QString &id) const
{
    QFile file(pathOf(id));
    if (!file.exists())
        return base::Error{base::ErrorCode::FileNotFound, {}, {{QStringLiteral("file"), pathOf(id)}}, {}};
    if (!file.remove())
        return base::Error{
            base::ErrorCode::FileUnwritable, file.errorString(), {{QStringLiteral("file"), pathOf(id)}}, {}};
    QFile::remove(formerOf(id));
    return id;
}

Outcome TemplateFolder::copyFrom(const QString &path, const QString &name) const
{
    base::Result<MappingTemplate> read = readFile(path);
    if (!read)
        return read.error();
    if (!name.simplified().isEmpty())
        read->name = name.simplified();
    return add(*read);
}

Outcome TemplateFolder::copyTo(const QString &id, const QString &path) const
{
    const base::Result<MappingTemplate> read = readFile(pathOf(id));
    if (!read)
        return read.error();
    return written(id, path, *read);
}

QString templateFileName(const QString &name)
{
    QString stem;
    const QString letters = name.normalized(QString::NormalizationForm_KD).toLower();
    for (const QChar letter : letters) {
        const bool isPlain = letter.unicode() < 0x80 && letter.isLetterOrNumber();
        if (isPlain)
            stem += letter;
        else if (!letter.isMark() && !stem.endsWith(QLatin1Char('-')) && !stem.isEmpty())
            stem += QLatin1Char('-');
    }
    stem = stem.left(longestStem);
    if (stem.endsWith(QLatin1Char('-')))
        stem.chop(1);
    // Two programs that save at the same moment must not meet in one file.
    const QString unique = QUuid::createUuid().toString(QUuid::Id128).left(12);
    return (stem.isEmpty() ? QStringLiteral("template") : stem) + QLatin1Char('-') + unique + mapping::templateSuffix;
}

} // namespace session
