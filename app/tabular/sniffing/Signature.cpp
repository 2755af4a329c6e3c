#include "tabular/sniffing/Signature.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tabular {

namespace {

using namespace std::string_view_literals;

constexpr std::array<std::pair<std::string_view, const char *>, 21> signatures{{
    {"PK\x03\x04"sv, "ZIP"},
    {"PK\x05\x06"sv, "ZIP"},
    {"PK\x07\x08PK\x03\x04"sv, "ZIP"},
    {"\x1F\x8B"sv, "GZIP"},
    {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "OLE"},
    {"%PDF-"sv, "PDF"},
    {"\x89PNG\r\n\x1A\n"sv, "PNG"},
    {"\xFF\xD8\xFF"sv, "JPEG"},
    {"GIF8"sv, "GIF"},
    {"Rar!\x1A\x07"sv, "RAR"},
    {"7z\xBC\xAF\x27\x1C"sv, "7Z"},
    {"BZh"sv, "BZIP2"},
    {"\xFD"
     "7zXZ\0"sv,
     "XZ"},
    {"\x28\xB5\x2F\xFD"sv, "ZSTD"},
    {"SQLite format 3\0"sv, "SQLITE"},
    {"\0\1\0\0Standard "sv, "ACCESS"},
    {"PAR1"sv, "PARQUET"},
    {"ARROW1\0"sv, "ARROW"},
    {"\x7F"
     "ELF"sv,
     "PROGRAM"},
    {"MZ\x90\0"sv, "PROGRAM"},
    {"{\\rtf"sv, "RTF"},
}};

/// Plain letters may start a text as well; such a file is taken for what its letters say only if it holds binary bytes.
bool isPlain(std::string_view mark)
{
    return mark == "BZh" || mark == "GIF8" || mark == "PAR1";
}

/// Separators of old data formats (U+001C to U+001F), the end-of-file sign of DOS, escape: these occur in text.
bool isOddControl(char c)
{
    return (c >= '\x01' && c < '\x08') || (c >= '\x0E' && c <= '\x19');
}

} // namespace

QString signatureOf(QByteArrayView head)
{
    for (const auto &[mark, kind] : signatures) {
        if (!head.startsWith(QByteArrayView(mark.data(), static_cast<qsizetype>(mark.size()))))
            continue;
        if (!isPlain(mark) || !looksLikeText(head))
            return QLatin1String(kind);
    }
    return {};
}

QString markupOf(QByteArrayView utf8)
{
    if (utf8.startsWith("\xEF\xBB\xBF"))
        utf8 = utf8.sliced(3);
    const QByteArray start = utf8.trimmed().first(qMin<qsizetype>(16, utf8.trimmed().size())).toByteArray().toLower();
    for (const char *tag : {"<!doctype html", "<html", "<head", "<meta", "<table", "<style", "<body"}) {
        if (start.startsWith(tag))
            return QStringLiteral("HTML");
    }
    return start.startsWith("<?xml") ? QStringLiteral("XML") : QString();
}

bool looksLikeText(QByteArrayView bytes)
{
    const auto controls = std::count_if(bytes.begin(), bytes.end(), isOddControl);
    const auto zeros = std::count(bytes.begin(), bytes.end(), '\0');
    return controls * 100 <= bytes.size() && (zeros <= 4 || zeros * 10 <= bytes.size());
}

} // namespace tabular
