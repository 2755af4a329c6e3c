#include "tabular/encoding/UsualPage.h"

namespace tabular {

namespace {

const char *pageOf(const QLocale &locale)
{
    switch (locale.language()) {
    case QLocale::Czech:
    case QLocale::Slovak:
    case QLocale::Polish:
    case QLocale::Hungarian:
    case QLocale::Slovenian:
    case QLocale::Croatian:
    case QLocale::Romanian:
    case QLocale::Albanian:
        return "windows-1250";
    case QLocale::Bosnian:
    case QLocale::Serbian:
        return locale.script() == QLocale::LatinScript ? "windows-1250" : "windows-1251";
    case QLocale::Russian:
    case QLocale::Ukrainian:
    case QLocale::Belarusian:
    case QLocale::Bulgarian:
    case QLocale::Macedonian:
    case QLocale::Kazakh:
    case QLocale::Kyrgyz:
    case QLocale::Tatar:
    case QLocale::Mongolian:
        return "windows-1251";
    case QLocale::Greek:
        return "windows-1253";
    case QLocale::Turkish:
    case QLocale::Azerbaijani:
        return "windows-1254";
    case QLocale::Hebrew:
    case QLocale::Yiddish:
        return "windows-1255";
    case QLocale::Arabic:
    case QLocale::Persian:
    case QLocale::Urdu:
        return "windows-1256";
    case QLocale::Estonian:
    case QLocale::Latvian:
    case QLocale::Lithuanian:
        return "windows-1257";
    case QLocale::Vietnamese:
        return "windows-1258";
    case QLocale::Thai:
        return "ISO-8859-11";
    case QLocale::Japanese:
        return "Shift_JIS";
    case QLocale::Chinese:
        return locale.script() == QLocale::TraditionalHanScript ? "Big5" : "GB18030";
    case QLocale::Korean:
        return "EUC-KR";
    default:
        return "windows-1252";
    }
}

} // namespace

QString usualPage(const QLocale &locale)
{
    return QString::fromLatin1(pageOf(locale));
}

} // namespace tabular
