#include "session/DataPaths.h"

#include <QStandardPaths>

namespace session {

namespace {

QString inDataFolder(const QString &name)
{
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + QLatin1Char('/') + name;
}

} // namespace

QString accountsFilePath()
{
    return inDataFolder(QStringLiteral("accounts.json"));
}

QString knownFilesPath()
{
    return inDataFolder(QStringLiteral("known-files.json"));
}

QString fieldChoicesPath()
{
    return inDataFolder(QStringLiteral("field-choices.json"));
}

QString templatesFolderPath()
{
    return inDataFolder(QStringLiteral("templates"));
}

} // namespace session
