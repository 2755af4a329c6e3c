#include "ui/text/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace ui {

void installTranslations(QCoreApplication &application)
{
    auto *ours = new QTranslator(&application);
    const QString folder = QStringLiteral(":/i18n");
    const QString name = QStringLiteral("crm-import-wizard");
    if (ours->load(QLocale(), name, QStringLiteral("_"), folder) || ours->load(name + QLatin1String("_en"), folder))
        QCoreApplication::installTranslator(ours);
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
}

} // namespace ui
