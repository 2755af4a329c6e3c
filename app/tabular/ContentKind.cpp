#include "tabular/ContentKind.h"

#include "tabular/encoding/UnicodeSigns.h"
#include "tabular/sniffing/Signature.h"

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

} // namespace

QString foreignKind(QByteArrayView head, QByteArrayView tail)
{
    const QString signature = signatureOf(head);
    if (signature == u"ZIP")
        return zipKind(head, tail);
    if (signature == u"OLE")
        return QStringLiteral("XLS");
    if (signature == u"GZIP" || signature == u"PDF")
        return signature;
    if (const QString markup = markupOf(head); !markup.isEmpty())
        return markup;
    const TextEncoding *unicode = markedEncoding(head);
    if (!unicode)
        unicode = zeroPatternEncoding(head);
    if (!unicode || unicode->family == EncodingFamily::Utf8)
        return {};
    return unicode->family == EncodingFamily::Utf16 ? QStringLiteral("UTF-16") : QStringLiteral("UTF-32");
}

} // namespace tabular
