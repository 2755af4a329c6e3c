#include "tabular/sniffing/FileKind.h"

#include "tabular/encoding/UnicodeSigns.h"
#include "tabular/encoding/Utf8Decoder.h"
#include "tabular/sniffing/OleDirectory.h"
#include "tabular/sniffing/ProbedFile.h"
#include "tabular/sniffing/Signature.h"
#include "tabular/sniffing/ZipDirectory.h"

#include <algorithm>
#include <array>
#include <utility>

namespace tabular {

namespace {

constexpr qint64 peekedBytes = 64 * 1024;
constexpr qsizetype markupBytes = 512;

struct Kind final {
    FileKind kind = FileKind::DelimitedText;
    const char *found = "text";
};

using Members = std::vector<ZipMember>;

bool holds(const Members &members, const char *name)
{
    return std::any_of(members.begin(), members.end(), [name](const ZipMember &member) {
        return member.name.compare(QLatin1String(name), Qt::CaseInsensitive) == 0;
    });
}

bool holdsEnding(const Members &members, const char *ending)
{
    return std::any_of(members.begin(), members.end(), [ending](const ZipMember &member) {
        return member.name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

/// Other producers call the parts as they like; the list of content types tells all the same.
Kind kindOfOffice(QIODevice &file, const Members &members)
{
    if (holds(members, "xl/workbook.bin"))
        return {FileKind::Xlsb, "XLSB"};
    if (holds(members, "xl/workbook.xml"))
        return {FileKind::Xlsx, "XLSX"};
    const QByteArray types = peekIntoZip(file, QStringLiteral("[Content_Types].xml"), peekedBytes);
    for (const char *type : {"spreadsheetml.sheet.main", "spreadsheetml.template.main", "sheet.macroEnabled.main",
                             "template.macroEnabled.main"}) {
        if (types.contains(type) && !types.contains("wordprocessingml.document.main"))
            return {FileKind::Xlsx, "XLSX"};
    }
    return types.contains("sheet.binary.macroEnabled") ? Kind{FileKind::Xlsb, "XLSB"}
                                                       : Kind{FileKind::OtherBinary, "Office"};
}

Kind kindOfOpenDocument(QIODevice &file)
{
    const QByteArray type = peekIntoZip(file, QStringLiteral("mimetype"), 128);
    if (!type.startsWith("application/vnd.oasis.opendocument.spreadsheet"))
        return {FileKind::OtherBinary, "OpenDocument"};
    const QByteArray manifest = peekIntoZip(file, QStringLiteral("META-INF/manifest.xml"), peekedBytes);
    return manifest.contains("encryption-data") ? Kind{FileKind::EncryptedWorkbook, "ODS"} : Kind{FileKind::Ods, "ODS"};
}

/// Systems put files of their own into archives, which nobody means.
bool isLitter(const QString &name)
{
    const QString leaf = name.section(u'/', -1);
    return leaf.isEmpty() || leaf.startsWith(u'.') || name.startsWith(QLatin1String("__MACOSX/"))
        || leaf.compare(QLatin1String("thumbs.db"), Qt::CaseInsensitive) == 0
        || leaf.compare(QLatin1String("desktop.ini"), Qt::CaseInsensitive) == 0;
}

bool isTableName(const QString &name)
{
    static constexpr std::array endings{".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".ods"};
    return std::any_of(endings.begin(), endings.end(), [&name](const char *ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

Kind kindOfArchive(const Members &members, QString &member)
{
    int tables = 0;
    for (const ZipMember &each : members) {
        if (isLitter(each.name) || !isTableName(each.name))
            continue;
        ++tables;
        member = each.name;
    }
    if (tables == 1)
        return {FileKind::ZipOfOneTable, "ZIP"};
    member.clear();
    return {tables == 0 ? FileKind::ZipWithoutTable : FileKind::ZipOfSeveralTables, "ZIP"};
}

base::Result<Kind> kindOfZip(QIODevice &file, QString &member)
{
    const auto members = listZip(file);
    if (!members.ok()) {
        if (members.error().code == base::ErrorCode::ZipTooLarge)
            return members.error();
        return Kind{FileKind::BrokenZip, "ZIP"};
    }
    if (holdsEnding(*members, ".iwa") || holds(*members, "Index.zip"))
        return Kind{FileKind::Numbers, "Numbers"};
    if (holds(*members, "[Content_Types].xml"))
        return kindOfOffice(file, *members);
    if (holds(*members, "mimetype"))
        return kindOfOpenDocument(file);
    return kindOfArchive(*members, member);
}

Kind kindOfOle(QIODevice &file)
{
    const QStringList names = oleStreamNames(file);
    if (names.contains(QStringLiteral("EncryptedPackage")))
        return {FileKind::EncryptedWorkbook, "XLSX"};
    const bool workbook = names.contains(QStringLiteral("Workbook")) || names.contains(QStringLiteral("Book"));
    return workbook || names.isEmpty() ? Kind{FileKind::Xls, "XLS"} : Kind{FileKind::OtherBinary, "Office"};
}

Kind kindOfText(const FilePieces &pieces)
{
    const QByteArrayView head(pieces.head);
    const TextEncoding *unicode = markedEncoding(head);
    if (!unicode)
        unicode = zeroPatternEncoding(head);
    const QByteArray start =
        decodeBytes(unicode ? *unicode : utf8Encoding(), head.first(qMin(markupBytes, head.size())), true).utf8;
    if (const QString markup = markupOf(start); !markup.isEmpty())
        return markup == u"XML" ? Kind{FileKind::Xml, "XML"} : Kind{FileKind::Html, "HTML"};
    const bool wide = unicode && unicode->family != EncodingFamily::Utf8;
    const bool text = looksLikeText(pieces.head) && looksLikeText(pieces.tail)
        && std::all_of(pieces.between.begin(), pieces.between.end(),
                       [](const auto &piece) { return looksLikeText(piece); });
    return wide || text ? Kind{} : Kind{FileKind::OtherBinary, "binary"};
}

} // namespace

base::Result<FirstLook> lookAt(const QString &path)
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    FirstLook look;
    look.bytes = (*file)->size();
    auto pieces = readPieces(**file);
    if (!pieces.ok())
        return pieces.error();
    look.pieces = std::move(pieces).value();
    const QString signature = signatureOf(look.pieces.head);
    Kind kind{FileKind::OtherBinary, nullptr};
    if (look.pieces.head.startsWith("PK\x05\x06")) {
        // The directory's end at the very start: an archive without files, which the library does not open.
        kind = {FileKind::ZipWithoutTable, "ZIP"};
    } else if (signature == u"ZIP") {
        const auto zip = kindOfZip(**file, look.member);
        if (!zip.ok()) {
            base::Error error = zip.error();
            error.context.insert(QStringLiteral("file"), path);
            return error;
        }
        kind = *zip;
    } else if (signature == u"OLE") {
        kind = kindOfOle(**file);
    } else if (signature == u"GZIP") {
        kind.kind = FileKind::Gzip;
    } else if (signature == u"PDF") {
        kind.kind = FileKind::Pdf;
    } else if (signature.isEmpty()) {
        kind = kindOfText(look.pieces);
    }
    look.kind = kind.kind;
    look.found = kind.found ? QLatin1String(kind.found) : signature;
    return look;
}

} // namespace tabular
