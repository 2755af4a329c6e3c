#include "fuzz/SheetInput.h"
#include "fuzz/StoredZip.h"
#include "tabular/workbook/OdsSheet.h"

#include <cstdint>

using fuzz::expect;
using namespace tabular;

namespace {

std::string rowsOf(std::string_view xml, std::size_t piece, XmlStream::Lanes lanes = XmlStream::Lanes::Both)
{
    fuzz::SheetRows rows;
    FindingList findings;
    const base::StopFlag stop;
    OdsSheet sheet({}, SheetReach::AllNames, findings, rows, stop);
    const std::string end = fuzz::parse(sheet, xml, piece, lanes);
    return rows.records.text + '\n' + end + (sheet.error() ? base::name(sheet.error()->code) : "");
}

} // namespace

// The content of an OpenDocument as XML, or in a sound package, or the bytes of a package: the first byte chooses.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string_view rest(reinterpret_cast<const char *>(data + 2), size - 2);
    const QByteArray bytes(rest.data(), static_cast<qsizetype>(rest.size()));
    switch (data[0] % 8) {
    case 7:
        fuzz::readWorkbook(bytes);
        break;
    case 6:
        fuzz::readWorkbook(fuzz::StoredZip()
                               .add("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
                               .add("content.xml", bytes)
                               .bytes());
        break;
    default:
        const std::string rows = rowsOf(rest, 64 * 1024);
        fuzz::same(rows, rowsOf(rest, 1 + data[1] / 2));
        fuzz::same(rows, rowsOf(rest, 64 * 1024, XmlStream::Lanes::ExpatAlone));
    }
    return 0;
}
