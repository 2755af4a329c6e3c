#include "tabular/encoding/TextEncoding.h"

#include <QStringDecoder>

#include <algorithm>
#include <array>
#include <string>

namespace tabular {

namespace {

using enum EncodingFamily;

// clang-format off
constexpr std::array encodings{
    TextEncoding{"UTF-8", "Unicode (UTF-8)", Utf8, Script::Any, false, "utf8 utf8bom utf8sig unicode11utf8 cp65001"},
    TextEncoding{"UTF-16LE", "Unicode (UTF-16, little endian)", Utf16, Script::Any, false, "utf16le utf16 ucs2 ucs2le unicode cp1200"},
    TextEncoding{"UTF-16BE", "Unicode (UTF-16, big endian)", Utf16, Script::Any, true, "utf16be ucs2be unicodefffe cp1201"},
    TextEncoding{"UTF-32LE", "Unicode (UTF-32, little endian)", Utf32, Script::Any, false, "utf32le utf32 ucs4 ucs4le cp12000"},
    TextEncoding{"UTF-32BE", "Unicode (UTF-32, big endian)", Utf32, Script::Any, true, "utf32be ucs4be cp12001"},
    TextEncoding{"windows-1252", "Western European (Windows)", SingleByte, Script::Western, false, "windows1252 cp1252 win1252 xcp1252 ansi"},
    TextEncoding{"ISO-8859-1", "Western European (ISO)", SingleByte, Script::Western, false, "iso88591 latin1 l1 cp819 ibm819 isoir100"},
    TextEncoding{"ISO-8859-15", "Western European with euro sign (ISO)", SingleByte, Script::Western, false, "iso885915 latin9 l9"},
    TextEncoding{"macintosh", "Western European (Mac)", SingleByte, Script::Western, false, "macintosh macroman xmacroman mac"},
    TextEncoding{"IBM850", "Western European (DOS)", SingleByte, Script::Western, false, "ibm850 cp850 dos850"},
    TextEncoding{"IBM437", "Western European (DOS, United States)", SingleByte, Script::Western, false, "ibm437 cp437 dos437"},
    TextEncoding{"windows-1250", "Central European (Windows)", SingleByte, Script::CentralEuropean, false, "windows1250 cp1250 win1250 xcp1250"},
    TextEncoding{"ISO-8859-2", "Central European (ISO)", SingleByte, Script::CentralEuropean, false, "iso88592 latin2 l2 isoir101"},
    TextEncoding{"IBM852", "Central European (DOS)", SingleByte, Script::CentralEuropean, false, "ibm852 cp852 dos852"},
    TextEncoding{"ISO-8859-16", "South-Eastern European (ISO)", SingleByte, Script::CentralEuropean, false, "iso885916 latin10 l10"},
    TextEncoding{"windows-1251", "Cyrillic (Windows)", SingleByte, Script::Cyrillic, false, "windows1251 cp1251 win1251 xcp1251"},
    TextEncoding{"KOI8-R", "Russian (KOI8-R)", SingleByte, Script::Cyrillic, false, "koi8r koi8 koi cp20866"},
    TextEncoding{"KOI8-U", "Ukrainian (KOI8-U)", SingleByte, Script::Cyrillic, false, "koi8u cp21866"},
    TextEncoding{"ISO-8859-5", "Cyrillic (ISO)", SingleByte, Script::Cyrillic, false, "iso88595 cyrillic isoir144"},
    TextEncoding{"IBM866", "Cyrillic (DOS)", SingleByte, Script::Cyrillic, false, "ibm866 cp866 dos866"},
    TextEncoding{"x-mac-cyrillic", "Cyrillic (Mac)", SingleByte, Script::Cyrillic, false, "xmaccyrillic maccyrillic xmacukrainian"},
    TextEncoding{"windows-1253", "Greek (Windows)", SingleByte, Script::Greek, false, "windows1253 cp1253 win1253"},
    TextEncoding{"ISO-8859-7", "Greek (ISO)", SingleByte, Script::Greek, false, "iso88597 greek greek8 isoir126"},
    TextEncoding{"windows-1254", "Turkish (Windows)", SingleByte, Script::Turkish, false, "windows1254 cp1254 win1254"},
    TextEncoding{"ISO-8859-9", "Turkish (ISO)", SingleByte, Script::Turkish, false, "iso88599 latin5 l5"},
    TextEncoding{"ISO-8859-3", "South European (ISO)", SingleByte, Script::Turkish, false, "iso88593 latin3 l3"},
    TextEncoding{"windows-1255", "Hebrew (Windows)", SingleByte, Script::Hebrew, false, "windows1255 cp1255 win1255"},
    TextEncoding{"ISO-8859-8", "Hebrew (ISO)", SingleByte, Script::Hebrew, false, "iso88598 hebrew iso88598i"},
    TextEncoding{"windows-1256", "Arabic (Windows)", SingleByte, Script::Arabic, false, "windows1256 cp1256 win1256"},
    TextEncoding{"ISO-8859-6", "Arabic (ISO)", SingleByte, Script::Arabic, false, "iso88596 arabic ecma114 asmo708"},
    TextEncoding{"windows-1257", "Baltic (Windows)", SingleByte, Script::Baltic, false, "windows1257 cp1257 win1257"},
    TextEncoding{"ISO-8859-13", "Baltic (ISO)", SingleByte, Script::Baltic, false, "iso885913 latin7 l7"},
    TextEncoding{"ISO-8859-4", "Northern European (ISO, old)", SingleByte, Script::Baltic, false, "iso88594 latin4 l4"},
    TextEncoding{"ISO-8859-10", "Nordic (ISO)", SingleByte, Script::Baltic, false, "iso885910 latin6 l6"},
    TextEncoding{"ISO-8859-14", "Celtic (ISO)", SingleByte, Script::Western, false, "iso885914 latin8 l8"},
    TextEncoding{"windows-1258", "Vietnamese (Windows)", SingleByte, Script::Vietnamese, false, "windows1258 cp1258 win1258"},
    TextEncoding{"ISO-8859-11", "Thai (ISO)", SingleByte, Script::Thai, false, "iso885911 tis620 latinthai"},
    TextEncoding{"Shift_JIS", "Japanese (Shift-JIS)", MultiByte, Script::Japanese, false, "shiftjis sjis xsjis mskanji cp932 ms932 windows31j windows932 csshiftjis"},
    TextEncoding{"EUC-JP", "Japanese (EUC)", MultiByte, Script::Japanese, false, "eucjp xeucjp ujis"},
    TextEncoding{"GB18030", "Chinese, simplified (GB18030)", MultiByte, Script::Chinese, false, "gb18030 gbk gb2312 cp936 ms936 windows936 euccn cp54936"},
    TextEncoding{"Big5", "Chinese, traditional (Big5)", MultiByte, Script::Chinese, false, "big5 cp950 ms950 windows950 cnbig5 xxbig5"},
    TextEncoding{"EUC-KR", "Korean (EUC, Windows)", MultiByte, Script::Korean, false, "euckr uhc cp949 ms949 windows949 ksc5601 ksc56011987"},
};
// clang-format on

std::string plainForm(QStringView name)
{
    std::string plain;
    for (const QChar c : name) {
        if (c.unicode() < 0x80 && c.isLetterOrNumber())
            plain += static_cast<char>(c.toLower().unicode());
    }
    return plain;
}

bool isAlias(std::string_view aliases, std::string_view wanted)
{
    while (!aliases.empty()) {
        const size_t space = std::min(aliases.find(' '), aliases.size());
        if (aliases.substr(0, space) == wanted)
            return true;
        aliases.remove_prefix(std::min(space + 1, aliases.size()));
    }
    return false;
}

} // namespace

std::span<const TextEncoding> textEncodings()
{
    return encodings;
}

const TextEncoding *findEncoding(QStringView name)
{
    const std::string wanted = plainForm(name);
    const auto found = std::find_if(encodings.begin(), encodings.end(),
                                    [&](const TextEncoding &each) { return isAlias(each.aliases, wanted); });
    return found == encodings.end() ? nullptr : &*found;
}

const char *qtCodecName(const TextEncoding &encoding)
{
    return encoding.name == "EUC-KR" ? "windows-949" : encoding.name.data();
}

bool isAvailable(const TextEncoding &encoding)
{
    return encoding.family != EncodingFamily::MultiByte || QStringDecoder(qtCodecName(encoding)).isValid();
}

const TextEncoding &utf8Encoding()
{
    return encodings.front();
}

} // namespace tabular
