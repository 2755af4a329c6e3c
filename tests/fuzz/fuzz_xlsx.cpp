#include "fuzz/SheetInput.h"
#include "fuzz/StoredZip.h"
#include "tabular/workbook/XlsxSheet.h"

#include <cstdint>

using fuzz::expect;
using namespace tabular;

namespace {

#define MAIN_SPACE "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define LINK_SPACE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE_SPACE "http://schemas.openxmlformats.org/package/2006/relationships"

/// A small workbook with each part that has a parser of its own.
constexpr struct {
    const char *name;
    const char *content;
} parts[] = {
    {"[Content_Types].xml",
     "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'><Override "
     "PartName='/xl/workbook.xml' "
     "ContentType='application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'/></Types>"},
    {"_rels/.rels",
     "<Relationships xmlns='" PACKAGE_SPACE "'><Relationship Id='a' Type='" LINK_SPACE
     "/officeDocument' Target='xl/workbook.xml'/></Relationships>"},
    {"xl/workbook.xml",
     "<workbook xmlns='" MAIN_SPACE "' xmlns:r='" LINK_SPACE
     "'><sheets><sheet name='One' sheetId='1' r:id='s'/></sheets></workbook>"},
    {"xl/_rels/workbook.xml.rels",
     "<Relationships xmlns='" PACKAGE_SPACE "'><Relationship Id='s' Type='" LINK_SPACE
     "/worksheet' Target='worksheets/sheet1.xml'/><Relationship Id='t' Type='" LINK_SPACE
     "/sharedStrings' Target='sharedStrings.xml'/><Relationship Id='u' Type='" LINK_SPACE
     "/styles' Target='styles.xml'/></Relationships>"},
    {"xl/sharedStrings.xml",
     "<sst xmlns='" MAIN_SPACE "'><si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r></si></sst>"},
    {"xl/styles.xml",
     "<styleSheet xmlns='" MAIN_SPACE
     "'><numFmts><numFmt numFmtId='165' formatCode='yyyy\\-mm'/></numFmts><cellXfs><xf numFmtId='0'/><xf "
     "numFmtId='14'/><xf numFmtId='165'/><xf numFmtId='46'/></cellXfs></styleSheet>"},
    {"xl/worksheets/sheet1.xml",
     "<worksheet xmlns='" MAIN_SPACE "'><sheetData><row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' "
     "s='1'><v>45351</v></c></row></sheetData></worksheet>"},
};
constexpr std::size_t partCount = std::size(parts);

QByteArray workbookWith(std::size_t replaced, const QByteArray &content)
{
    fuzz::StoredZip zip;
    for (std::size_t i = 0; i < partCount; ++i)
        zip.add(parts[i].name, i == replaced ? content : QByteArray(parts[i].content));
    return zip.bytes();
}

/// The workbook whose shared texts and styles the sheets under test use.
struct Surroundings final {
    Surroundings()
    {
        auto opened = WorkbookPackage::open(file.put(workbookWith(partCount, {})));
        expect(opened.ok(), "the small workbook opens");
        package = std::move(opened).value();
        auto read = XlsxStyles::read(*package, QStringLiteral("xl/styles.xml"));
        expect(read.ok(), "its styles can be read");
        styles = std::move(read).value();
        texts = std::make_unique<SharedTexts>(*package, QStringLiteral("xl/sharedStrings.xml"));
    }
    fuzz::InputFile file;
    std::unique_ptr<WorkbookPackage> package;
    XlsxStyles styles;
    std::unique_ptr<SharedTexts> texts;
};

std::string rowsOf(std::string_view xml, std::size_t piece, DateSystem dates,
                   XmlStream::Lanes lanes = XmlStream::Lanes::Both)
{
    static Surroundings around;
    fuzz::SheetRows rows;
    FindingList findings;
    XlsxSheet sheet(*around.texts, around.styles, dates, findings, rows);
    const std::string end = fuzz::parse(sheet, xml, piece, lanes);
    return rows.records.text + '\n' + end + (sheet.error() ? base::name(sheet.error()->code) : "");
}

} // namespace

// A sheet as its XML, or another part of an otherwise sound workbook, or the bytes of a workbook: the first byte chooses.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data + 2), size - 2);
    const QByteArray bytes(rest.data(), static_cast<qsizetype>(rest.size()));
    const std::size_t choice = data[0] % 16;
    if (choice == 15) {
        fuzz::readWorkbook(bytes);
    } else if (choice < partCount) {
        fuzz::readWorkbook(workbookWith(choice, bytes));
    } else {
        const DateSystem dates = (data[1] & 1) != 0 ? DateSystem::From1904 : DateSystem::From1900;
        const std::string rows = rowsOf(rest, 64 * 1024, dates);
        fuzz::same(rows, rowsOf(rest, 1 + data[1] / 2, dates));
        fuzz::same(rows, rowsOf(rest, 64 * 1024, dates, XmlStream::Lanes::ExpatAlone));
    }
    return 0;
}
