#include "tabular/encoding/UsualPage.h"

#include <algorithm>
#include <array>

namespace tabular {

namespace {

struct Page final {
    QLocale::Language language;
    const char *name;
};

constexpr std::array usualPages{
    Page{QLocale::Czech, "windows-1250"},      Page{QLocale::Slovak, "windows-1250"},
    Page{QLocale::Polish, "windows-1250"},     Page{QLocale::Hungarian, "windows-1250"},
    Page{QLocale::Slovenian, "windows-1250"},  Page{QLocale::Croatian, "windows-1250"},
    Page{QLocale::Romanian, "windows-1250"},   Page{QLocale::Albanian, "windows-1250"},
    Page{QLocale::Bosnian, "windows-1250"},    Page{QLocale::Serbian, "windows-1251"},
    Page{QLocale::Russian, "windows-1251"},    Page{QLocale::Ukrainian, "windows-1251"},
    Page{QLocale::Belarusian, "windows-1251"}, Page{QLocale::Bulgarian, "windows-1251"},
    Page{QLocale::Macedonian, "windows-1251"}, Page{QLocale::Kazakh, "windows-1251"},
    Page{QLocale::Kyrgyz, "windows-1251"},     Page{QLocale::Tatar, "windows-1251"},
    Page{QLocale::Mongolian, "windows-1251"},  Page{QLocale::Greek, "windows-1253"},
    Page{QLocale::Turkish, "windows-1254"},    Page{QLocale::Azerbaijani, "windows-1254"},
    Page{QLocale::Hebrew, "windows-1255"},     Page{QLocale::Yiddish, "windows-1255"},
    Page{QLocale::Arabic, "windows-1256"},     Page{QLocale::Persian, "windows-1256"},
    Page{QLocale::Urdu, "windows-1256"},       Page{QLocale::Estonian, "windows-1257"},
    Page{QLocale::Latvian, "windows-1257"},    Page{QLocale::Lithuanian, "windows-1257"},
    Page{QLocale::Vietnamese, "windows-1258"}, Page{QLocale::Thai, "ISO-8859-11"},
    Page{QLocale::Japanese, "Shift_JIS"},      Page{QLocale::Chinese, "GB18030"},
    Page{QLocale::Korean, "EUC-KR"},
};

} // namespace

QString usualPage(const QLocale &locale)
{
    if (locale.script() == QLocale::TraditionalHanScript)
        return QStringLiteral("Big5");
    // These two are written in both alphabets.
    if (locale.language() == QLocale::Serbian && locale.script() == QLocale::LatinScript)
        return QStringLiteral("windows-1250");
    if (locale.language() == QLocale::Bosnian && locale.script() == QLocale::CyrillicScript)
        return QStringLiteral("windows-1251");
    const auto found = std::find_if(usualPages.begin(), usualPages.end(),
                                    [&locale](const Page &page) { return page.language == locale.language(); });
    return QString::fromLatin1(found == usualPages.end() ? "windows-1252" : found->name);
}

} // namespace tabular
