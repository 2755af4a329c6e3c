#include "tabular/workbook/XlsxSheet.h"

#include "tabular/workbook/EscapedText.h"
#include "tabular/workbook/NumberText.h"

#include <charconv>

namespace tabular {

namespace {

using base::ErrorCode;
using Finding = WorkbookFinding::Kind;

enum Level { ofParts = 2, ofRows = 3, ofCells = 4, ofValues = 5 };

bool isTrue(std::string_view text)
{
    return text == "1" || text == "true" || text == "on";
}

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n";
    const size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

template <class Number>
bool readWhole(std::string_view text, Number &number)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size();
}

struct CellPlace final {
    int column = 0;
    qint64 row = 0;
};

/// "AB12", in capitals or not.
std::optional<CellPlace> placeOf(std::string_view name)
{
    CellPlace place{.column = -1, .row = 0};
    size_t letters = 0;
    for (; letters < name.size(); ++letters) {
        const char c = static_cast<char>(name[letters] & ~0x20);
        if (c < 'A' || c > 'Z')
            break;
        place.column = (place.column + 1) * 26 + (c - 'A');
        if (place.column >= sheetColumns)
            return std::nullopt;
    }
    const bool good =
        letters > 0 && readWhole(name.substr(letters), place.row) && place.row > 0 && place.row <= sheetRows;
    return good ? std::optional(place) : std::nullopt;
}

/// Dates that are stored as text come with a time of zero even where there is none.
std::string_view withoutMidnight(std::string_view date, const NumberFormat &format)
{
    const size_t clock = date.find('T');
    const bool midnight =
        clock != std::string_view::npos && date.substr(clock + 1).find_first_of("123456789") == std::string_view::npos;
    return midnight && format.shape == NumberShape::Date ? date.substr(0, clock) : date;
}

} // namespace

XlsxSheet::Kind XlsxSheet::kindOf(std::string_view type)
{
    if (type == "s")
        return Kind::Shared;
    if (type == "str" || type == "inlineStr")
        return Kind::Text;
    if (type == "b")
        return Kind::Boolean;
    if (type == "e")
        return Kind::Error;
    return type == "d" ? Kind::Date : Kind::Number;
}

XlsxSheet::XlsxSheet(SharedTexts &texts, const XlsxStyles &styles, DateSystem dates, FindingList &findings,
                     RecordSink &sink)
    : m_texts(texts)
    , m_styles(styles)
    , m_dates(dates)
    , m_findings(findings)
    , m_sink(sink)
    , m_seen(static_cast<size_t>(sheetRows) + 1)
{ }

bool XlsxSheet::fail(ErrorCode code, const QString &why)
{
    m_error = cellFailure(code, m_rowNumber, std::max(m_column, 0), why);
    return false;
}

/// 1 for the transitional and the strict namespace; some programs write none.
int XlsxSheet::spaceOf(std::string_view uri) const
{
    const bool spreadsheet = uri == "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
        || uri == "http://purl.oclc.org/ooxml/spreadsheetml/main" || uri.empty();
    return spreadsheet ? 1 : 0;
}

bool XlsxSheet::open(const XmlName &name, const XmlAttributes &attributes)
{
    ++m_depth;
    if (m_skippedAbove > 0 || name.space != 1)
        return true;
    if (m_depth == ofParts) {
        m_inData = name.local == "sheetData";
    } else if (m_depth == ofRows) {
        if (m_inData && name.local == "row")
            return openRow(attributes);
        if (name.local == "col")
            noteColumn(attributes);
        else if (name.local == "mergeCell")
            noteMerged(attributes);
    } else if (m_depth == ofCells && m_inRow && name.local == "c") {
        return openCell(attributes);
    } else if (m_depth == ofValues && m_inCell) {
        m_collecting = name.local == "v";
        m_hasFormula = m_hasFormula || name.local == "f";
        m_inInline = name.local == "is";
    } else if (m_inInline) {
        m_collecting = name.local == "t";
        m_skippedAbove = name.local == "rPh" ? m_depth : 0;
    }
    return true;
}

bool XlsxSheet::close()
{
    const int depth = m_depth--;
    m_collecting = false;
    if (m_skippedAbove > 0) {
        m_skippedAbove = depth == m_skippedAbove ? 0 : m_skippedAbove;
        return true;
    }
    if (depth == ofValues)
        m_inInline = false;
    if (depth == ofCells && m_inCell)
        return closeCell();
    if (depth == ofRows && m_inRow)
        return closeRow();
    return true;
}

bool XlsxSheet::text(std::string_view piece)
{
    if (!m_collecting)
        return true;
    if (static_cast<qint64>(m_value.size() + piece.size()) > cellBytes)
        return fail(ErrorCode::WorkbookUnsafe, QStringLiteral("the text is too long"));
    m_value += piece;
    return true;
}

bool XlsxSheet::openRow(const XmlAttributes &attributes)
{
    const std::string_view place = attributes.value("r");
    m_column = -1;
    qint64 row = m_rowNumber + 1;
    const bool understood = place.data() == nullptr || readWhole(trimmed(place), row);
    if (!understood || row < 1 || row > sheetRows)
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("a row has no place in the sheet"));
    m_rowNumber = row;
    if (m_seen[static_cast<size_t>(row)])
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("a row comes twice"));
    m_seen[static_cast<size_t>(row)] = true;
    if (row < m_lowestRow)
        m_findings.add(Finding::RowsOutOfOrder, row, -1);
    m_lowestRow = std::max(m_lowestRow, row);
    m_rowHidden = isTrue(attributes.value("hidden"));
    m_inRow = true;
    m_row.clear();
    return true;
}

bool XlsxSheet::closeRow()
{
    m_inRow = false;
    if (const int twice = m_row.arrange(); twice >= 0) {
        m_column = twice;
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("a cell comes twice"));
    }
    const qint64 before = m_row.count();
    const bool more = m_row.handTo(m_sink, m_rowNumber);
    if (m_rowHidden && m_row.count() > before)
        m_findings.add(Finding::HiddenRows, m_rowNumber, -1);
    return more;
}

bool XlsxSheet::placeCell(std::string_view name)
{
    ++m_column;
    if (name.data() != nullptr) {
        const auto place = placeOf(name);
        if (!place || place->row != m_rowNumber)
            return fail(ErrorCode::WorkbookBroken, QStringLiteral("a cell has no place in its row"));
        m_column = place->column;
    }
    return m_column < sheetColumns || fail(ErrorCode::WorkbookBroken, QStringLiteral("too many columns"));
}

bool XlsxSheet::openCell(const XmlAttributes &attributes)
{
    std::string_view place;
    m_kind = Kind::Number;
    m_style = 0;
    attributes.eachOfOneLetter([&](char name, std::string_view value) {
        if (name == 'r')
            place = value;
        else if (name == 't')
            m_kind = kindOf(value);
        else if (name == 's' && !readWhole(value, m_style))
            m_style = 0;
    });
    if (!placeCell(place))
        return false;
    m_hasFormula = false;
    m_inCell = true;
    m_value.clear();
    return true;
}

bool XlsxSheet::closeCell()
{
    m_inCell = false;
    if (m_value.empty()) {
        if (m_hasFormula && m_kind != Kind::Text)
            m_findings.add(Finding::FormulaWithoutValue, m_rowNumber, m_column);
        m_row.place(m_column, {}); // so that a second one is found out
        return true;
    }
    switch (m_kind) {
    case Kind::Shared:
        return placeShared();
    case Kind::Boolean:
        return placeBoolean();
    case Kind::Number:
        return placeNumber();
    case Kind::Date:
        return placeText(withoutMidnight(trimmed(m_value), m_styles.format(m_style)));
    case Kind::Error:
        m_findings.add(Finding::ErrorValue, m_rowNumber, m_column);
        break;
    case Kind::Text:
        unescapeText(m_value);
        break;
    }
    return placeText(m_value);
}

bool XlsxSheet::placeText(std::string_view text)
{
    return m_row.placeCopy(m_column, text) || fail(ErrorCode::WorkbookUnsafe, QStringLiteral("the row is too long"));
}

bool XlsxSheet::placeShared()
{
    quint32 index = 0;
    if (!readWhole(trimmed(m_value), index))
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("no number of a shared text"));
    const auto text = m_texts.at(index);
    if (!text.ok()) {
        m_error = text.error();
        return false;
    }
    if (!*text)
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("there is no shared text %1").arg(index));
    m_row.place(m_column, **text);
    return true;
}

bool XlsxSheet::placeBoolean()
{
    const std::string_view value = trimmed(m_value);
    return placeText(isTrue(value) ? "true" : value == "0" ? "false" : value);
}

/// What calls itself a number and is none is kept as it is: there are programs that write NaN.
bool XlsxSheet::placeNumber()
{
    const std::string_view stored = trimmed(m_value);
    const NumberFormat format = m_styles.format(m_style);
    m_scratch.clear();
    if (format.shape != NumberShape::Number) {
        const auto serial = parseNumber(stored);
        if (serial && appendSerialDate(m_scratch, *serial, format, m_dates))
            return placeText(m_scratch);
        if (serial)
            m_findings.add(Finding::ImpossibleDate, m_rowNumber, m_column);
    }
    const int digits = appendStoredNumber(m_scratch, stored);
    if (losesDigits(m_scratch, digits))
        m_findings.add(Finding::DigitsBeyond15, m_rowNumber, m_column);
    return placeText(digits > 0 ? std::string_view(m_scratch) : stored);
}

void XlsxSheet::noteColumn(const XmlAttributes &attributes)
{
    int first = 0;
    int last = 0;
    const bool understood = readWhole(attributes.value("min"), first) && readWhole(attributes.value("max"), last);
    if (isTrue(attributes.value("hidden")) && understood && first >= 1 && last >= first && last <= sheetColumns)
        m_findings.add(Finding::HiddenColumns, 0, first - 1, last - first + 1);
}

void XlsxSheet::noteMerged(const XmlAttributes &attributes)
{
    const std::string_view range = attributes.value("ref");
    if (const auto first = placeOf(range.substr(0, range.find(':'))))
        m_findings.add(Finding::MergedCells, first->row, first->column);
}

} // namespace tabular
