#pragma once

#include "tabular/workbook/Workbook.h"
#include "tests/unit/tabular/Files.h"

#include <QBuffer>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

#include <vector>

/// A zip of parts, in the order in which they were added.
class WorkbookBuilder final {
public:
    WorkbookBuilder &part(const QString &name, const QByteArray &content)
    {
        without(name);
        m_parts.push_back({name, content});
        return *this;
    }
    /// Beside a part of the same name.
    WorkbookBuilder &again(const QString &name, const QByteArray &content)
    {
        m_parts.push_back({name, content});
        return *this;
    }
    WorkbookBuilder &without(const QString &name)
    {
        std::erase_if(m_parts, [&](const auto &part) { return part.first == name; });
        return *this;
    }
    WorkbookBuilder &password(const char *password)
    {
        m_password = password;
        return *this;
    }
    [[nodiscard]] QByteArray content(const QString &name) const
    {
        for (const auto &[each, content] : m_parts) {
            if (each == name)
                return content;
        }
        qFatal("no such part");
    }

    [[nodiscard]] QByteArray zip() const
    {
        QBuffer buffer;
        QuaZip zip(&buffer);
        zip.setDataDescriptorWritingEnabled(false);
        zip.open(QuaZip::mdCreate);
        for (const auto &[name, content] : m_parts) {
            QuaZipFile file(&zip);
            file.open(QIODevice::WriteOnly, QuaZipNewInfo(name), m_password);
            file.write(content);
            file.close();
        }
        zip.close();
        return buffer.data();
    }
    [[nodiscard]] QString write(const Files &files) const { return files.write(QStringLiteral("book.zip"), zip()); }

private:
    std::vector<std::pair<QString, QByteArray>> m_parts;
    const char *m_password = nullptr;
};

namespace books {

inline const QByteArray xmlHead = R"(<?xml version="1.0" encoding="UTF-8" standalone="yes"?>)";
inline const QByteArray mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline const QByteArray linkSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
inline const QByteArray packageSpace = "http://schemas.openxmlformats.org/package/2006/relationships";
inline const QString sheetPart = QStringLiteral("xl/worksheets/sheet1.xml");

inline QByteArray worksheet(const QByteArray &sheetData, const QByteArray &before = {}, const QByteArray &after = {})
{
    return xmlHead + "<worksheet xmlns=\"" + mainSpace + "\">" + before + "<sheetData>" + sheetData + "</sheetData>"
        + after + "</worksheet>";
}

inline QByteArray workbook(const QByteArray &sheets, const QByteArray &before = {})
{
    return xmlHead + "<workbook xmlns=\"" + mainSpace + "\" xmlns:r=\"" + linkSpace + "\">" + before + "<sheets>"
        + sheets + "</sheets></workbook>";
}

inline QByteArray link(const QByteArray &id, const QByteArray &type, const QByteArray &target)
{
    return "<Relationship Id=\"" + id + "\" Type=\"" + linkSpace + "/" + type + "\" Target=\"" + target + "\"/>";
}

inline QByteArray links(const QByteArray &all)
{
    return xmlHead + "<Relationships xmlns=\"" + packageSpace + "\">" + all + "</Relationships>";
}

inline QByteArray sharedTexts(const QByteArray &items)
{
    return xmlHead + "<sst xmlns=\"" + mainSpace + "\" count=\"999\" uniqueCount=\"1\">" + items + "</sst>";
}

/// Styles 0 plain, 1 yyyy-mm-dd (14), 2 date-time (22), 3 h:mm (20), 4 [h]:mm:ss (46), 5 percent (10), 6 custom
/// date-time, 7 text (49), 8 red money (custom).
inline QByteArray styles()
{
    QByteArray formats;
    for (const char *id : {"0", "14", "22", "20", "46", "10", "170", "49", "171"})
        formats += QByteArray("<xf numFmtId=\"") + id + "\"/>";
    return xmlHead + "<styleSheet xmlns=\"" + mainSpace
        + "\"><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d&quot; day &quot;mmm yy h:mm AM/PM;@\"/>"
          "<numFmt numFmtId=\"171\" formatCode=\"[Red]#,##0.00 &quot;days&quot;\"/></numFmts>"
          "<cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs>"
        + formats + "</cellXfs><dxfs><dxf><numFmt numFmtId=\"0\" formatCode=\"yyyy\"/></dxf></dxfs></styleSheet>";
}

/// One sheet "People".
inline WorkbookBuilder xlsx(const QByteArray &sheet)
{
    return WorkbookBuilder()
        .part("[Content_Types].xml", xmlHead + "<Types/>")
        .part("_rels/.rels", links(link("rId1", "officeDocument", "xl/workbook.xml")))
        .part("xl/workbook.xml", workbook(R"(<sheet name="People" sheetId="1" r:id="rId1"/>)"))
        .part("xl/_rels/workbook.xml.rels",
              links(link("rId1", "worksheet", "worksheets/sheet1.xml") + link("rId2", "styles", "styles.xml")
                    + link("rId3", "sharedStrings", "sharedStrings.xml")))
        .part("xl/styles.xml", styles())
        .part("xl/sharedStrings.xml", sharedTexts("<si><t>Name</t></si><si><t>007</t></si>"))
        .part(sheetPart, sheet);
}

inline WorkbookBuilder xlsxOf(const QByteArray &sheetData)
{
    return xlsx(worksheet(sheetData));
}

inline QByteArray odsContent(const QByteArray &tables, const QByteArray &styles = {})
{
    QByteArray spaces;
    for (const char *name : {"office", "style", "table", "text", "drawing"})
        spaces += QByteArray(" xmlns:") + name + "=\"urn:oasis:names:tc:opendocument:xmlns:" + name + ":1.0\"";
    spaces += " xmlns:calcext=\"urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0\"";
    return xmlHead + "<office:document-content" + spaces + "><office:automatic-styles>" + styles
        + "</office:automatic-styles><office:body><office:spreadsheet>" + tables
        + "</office:spreadsheet></office:body></office:document-content>";
}

inline WorkbookBuilder ods(const QByteArray &content)
{
    return WorkbookBuilder()
        .part("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        .part("META-INF/manifest.xml", xmlHead + "<manifest/>")
        .part("content.xml", content);
}

/// One sheet "People".
inline WorkbookBuilder odsOf(const QByteArray &rows)
{
    return ods(odsContent("<table:table table:name=\"People\">" + rows + "</table:table>"));
}

/// Rows as text, "3: a|b|c", and why reading ended, if not well.
class RowsRead final : public tabular::RecordSink {
public:
    bool take(const tabular::RecordView &record) override
    {
        QStringList cells;
        for (const std::string_view cell : record.cells)
            cells += QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
        rows += QStringLiteral("%1: %2").arg(record.line).arg(cells.join(QLatin1Char('|')));
        numbersGrow = numbersGrow && record.number == rows.size();
        return rows.size() != limit;
    }

    QStringList rows;
    qsizetype limit = -1;
    bool numbersGrow = true;
    std::vector<tabular::WorkbookFinding> findings;
    std::optional<base::Error> error;

    [[nodiscard]] QString code() const { return error ? QString::fromLatin1(base::name(error->code)) : QString(); }
    [[nodiscard]] QString word(const char *key) const
    {
        return error ? error->context.value(QLatin1String(key)).toString() : QString();
    }
};

inline RowsRead read(const QString &path, const QString &sheet = {}, qsizetype limit = -1)
{
    RowsRead sink;
    sink.limit = limit;
    const auto workbook = tabular::openWorkbook(path);
    if (!workbook.ok()) {
        sink.error = workbook.error();
        return sink;
    }
    const auto status = (*workbook)->readSheet(sheet, sink, {});
    if (!status.ok())
        sink.error = status.error();
    sink.findings = (*workbook)->findings();
    return sink;
}

} // namespace books
