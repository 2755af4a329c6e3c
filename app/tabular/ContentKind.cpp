#include "tabular/ContentKind.h"

#include <array>
#include <utility>

namespace tabular {

namespace {

bool mentions(QByteArrayView head, QByteArrayView tail, QByteArrayView word)
{
    return head.indexOf(word) >= 0 || tail.indexOf(word) >= 0;
}

/// The names of a zip's entries stand in its local headers and, at the end, in its directory.
QString zipKind(QByteArrayView head, QByteArrayView tail)
{
    if (mentions(head, tail, "xl/workbook") || mentions(head, tail, "xl/worksheets/"))
        return QStringLiteral("XLSX");
    if (head.indexOf("application/vnd.oasis.opendocument.spreadsheet") >= 0)
        return QStringLiteral("ODS");
    return QStringLiteral("ZIP");
}

QString markupKind(QByteArrayView head)
{
    QByteArray start = head.startsWith("\xEF\xBB\xBF") ? head.sliced(3).toByteArray() : head.toByteArray();
    start = start.trimmed().left(16).toLower();
    for (const char *tag : {"<!doctype html", "<html", "<head", "<meta", "<table", "<style"}) {
        if (start.startsWith(tag))
            return QStringLiteral("HTML");
    }
    return start.startsWith("<?xml") ? QStringLiteral("XML") : QString();
}

/// Latin text in UTF-16 has a zero in every other byte; real text in UTF-8 has none.
bool looksLikeUtf16(QByteArrayView head)
{
    std::array<qsizetype, 2> zeros{};
    for (qsizetype i = 0; i < head.size(); ++i)
        zeros[static_cast<size_t>(i % 2)] += head[i] == '\0' ? 1 : 0;
    const auto [few, many] = std::minmax(zeros[0], zeros[1]);
    return head.size() >= 4 && many * 10 >= head.size() * 3 && few * 10 < many;
}

} // namespace

QString foreignKind(QByteArrayView head, QByteArrayView tail)
{
    using namespace std::string_view_literals;
    static constexpr std::array<std::pair<std::string_view, const char *>, 7> marks{{
        {"\x1F\x8B"sv, "GZIP"},
        {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv, "XLS"},
        {"%PDF-"sv, "PDF"},
        {"\xFF\xFE\0\0"sv, "UTF-32"},
        {"\0\0\xFE\xFF"sv, "UTF-32"},
        {"\xFF\xFE"sv, "UTF-16"},
        {"\xFE\xFF"sv, "UTF-16"},
    }};
    if (head.startsWith("PK\x03\x04") || head.startsWith("PK\x05\x06"))
        return zipKind(head, tail);
    for (const auto &[mark, kind] : marks) {
        if (head.startsWith(QByteArrayView(mark.data(), static_cast<qsizetype>(mark.size()))))
            return QLatin1String(kind);
    }
    if (const QString kind = markupKind(head); !kind.isEmpty())
        return kind;
    return looksLikeUtf16(head) ? QStringLiteral("UTF-16") : QString();
}

} // namespace tabular
