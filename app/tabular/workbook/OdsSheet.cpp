#include "tabular/workbook/OdsSheet.h"

#include "tabular/workbook/NumberText.h"
#include "tabular/workbook/OdsValues.h"

#include <algorithm>
#include <charconv>

namespace tabular {

namespace {

using base::ErrorCode;
using Finding = WorkbookFinding::Kind;

constexpr int tableLevel = 4;
constexpr qint64 repeatsAtMost = 1LL << 31;
constexpr int furtherAtMost = 20'000; // elements: a few milliseconds

bool readRepeat(std::string_view text, qint64 &count)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
    return error == std::errc() && end == text.data() + text.size() && count >= 1 && count < repeatsAtMost;
}

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isHidden(const XmlAttributes &attributes)
{
    const std::string_view visibility = attributes.valueInAnySpace("visibility");
    return visibility == "collapse" || visibility == "filter";
}

} // namespace

OdsSheet::OdsSheet(const QString &name, SheetReach reach, FindingList &findings, RecordSink &sink,
                   const base::StopFlag &stop)
    : m_wanted(name)
    , m_findings(findings)
    , m_sink(sink)
    , m_stop(stop)
    , m_reach(reach)
{ }

bool OdsSheet::fail(ErrorCode code, const QString &why)
{
    m_error = cellFailure(code, m_rowNumber, std::min(m_column, sheetColumns - 1), why);
    return false;
}

bool OdsSheet::skip()
{
    m_skippedAbove = m_depth;
    return true;
}

bool OdsSheet::open(const XmlName &name, const XmlAttributes &attributes)
{
    ++m_depth;
    if (m_through && !goesOn())
        return false;
    if (m_skippedAbove > 0)
        return true;
    if (m_paragraphDepth > 0)
        return openInParagraph(name, attributes);
    if (m_cellDepth > 0)
        return openInCell(name);
    if (m_rowDepth > 0)
        return openInRow(name, attributes);
    if (m_tableDepth > 0)
        return openInTable(name, attributes);
    if (m_depth == tableLevel)
        return openTable(name, attributes);
    m_styles.note(name, attributes);
    return true;
}

/// Behind the rows, where only names of sheets are left to find.
bool OdsSheet::goesOn()
{
    m_endedEarly = m_reach == SheetReach::Rows && ++m_further > furtherAtMost;
    return !m_endedEarly;
}

/// What is no table at this level belongs to styles, where it is noted, or to changes that were undone.
bool OdsSheet::openTable(const XmlName &name, const XmlAttributes &attributes)
{
    m_styles.note(name, attributes);
    if (!isOds(name, OdsSpace::Table, "table"))
        return odsSpaceOf(name) == OdsSpace::Table ? skip() : true;
    const std::string_view title = attributes.valueInAnySpace("name");
    const bool hidden = m_styles.hides(attributes.valueInAnySpace("style-name"));
    m_sheets.push_back({QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())), hidden});
    if (m_found || (m_wanted.isEmpty() ? hidden : m_wanted != m_sheets.back().name))
        return skip();
    m_found = true;
    m_tableDepth = m_depth;
    if (hidden)
        m_findings.add(Finding::HiddenSheet, 0, -1);
    return true;
}

bool OdsSheet::openInTable(const XmlName &name, const XmlAttributes &attributes)
{
    if (odsSpaceOf(name) != OdsSpace::Table || name.local == "table" || name.local == "shapes")
        return skip();
    if (name.local == "table-row")
        return openRow(attributes);
    if (name.local == "table-column")
        noteColumn(attributes);
    return true;
}

bool OdsSheet::openRow(const XmlAttributes &attributes)
{
    m_row.clear();
    m_column = 0;
    m_rowDepth = m_depth;
    m_rowRepeat = 1;
    m_rowHidden = isHidden(attributes);
    const std::string_view repeat = attributes.valueInAnySpace("number-rows-repeated");
    return repeat.data() == nullptr || readRepeat(repeat, m_rowRepeat)
        || fail(ErrorCode::WorkbookBroken, QStringLiteral("a row is repeated how often?"));
}

bool OdsSheet::openInRow(const XmlName &name, const XmlAttributes &attributes)
{
    const bool plain = name.local == "table-cell";
    m_covered = name.local == "covered-table-cell";
    if (odsSpaceOf(name) != OdsSpace::Table || !(plain || m_covered))
        return skip();
    return openCell(attributes);
}

bool OdsSheet::openCell(const XmlAttributes &attributes)
{
    m_cellDepth = m_depth;
    m_repeat = 1;
    m_kind = Kind::None;
    m_merged = m_isError = m_hasFormula = m_hasStringValue = false;
    m_understood = true;
    m_paragraphs = 0;
    m_truth = {};
    m_stored.clear();
    m_value.clear();
    attributes.each([this](const XmlName &name, std::string_view value) { noteAttribute(name, value); });
    return m_understood || fail(ErrorCode::WorkbookBroken, QStringLiteral("a cell is repeated how often?"));
}

void OdsSheet::noteAttribute(const XmlName &name, std::string_view value)
{
    const OdsSpace space = odsSpaceOf(name);
    if (space == OdsSpace::CalcExtension) {
        m_isError = m_isError || (name.local == "value-type" && value == "error");
    } else if (space == OdsSpace::Table) {
        if (name.local == "number-columns-repeated")
            m_understood = readRepeat(value, m_repeat);
        else if (name.local == "number-columns-spanned" || name.local == "number-rows-spanned")
            m_merged = m_merged || value != "1";
        if (name.local == "formula")
            noteFormula(value);
    } else if (space == OdsSpace::Office) {
        if (name.local == "value-type")
            m_kind = value == "string"  ? Kind::String
                : value == "date"       ? Kind::Date
                : value == "time"       ? Kind::Time
                : value == "boolean"    ? Kind::Boolean
                : value == "float"      ? Kind::Number
                : value == "percentage" ? Kind::Number
                : value == "currency"   ? Kind::Number
                                        : Kind::None;
        else if (name.local == "value" || name.local == "date-value" || name.local == "time-value"
                 || name.local == "boolean-value" || name.local == "string-value")
            m_stored = value;
        m_hasStringValue = m_hasStringValue || name.local == "string-value";
    }
}

/// LibreOffice writes a truth value that has no format of its own as a formula with the value 1 or 0.
void OdsSheet::noteFormula(std::string_view formula)
{
    m_hasFormula = true;
    m_truth = formula == "of:=TRUE()" ? "true" : formula == "of:=FALSE()" ? "false" : std::string_view();
}

/// Pictures, comments and their like stand beside the paragraphs, with paragraphs of their own.
bool OdsSheet::openInCell(const XmlName &name)
{
    const bool wanted = !m_covered && (m_kind == Kind::None || m_kind == Kind::String);
    if (!wanted || !isOds(name, OdsSpace::Text, "p"))
        return skip();
    m_paragraphDepth = m_depth;
    m_afterSpace = true;
    return m_paragraphs++ == 0 || append("\n");
}

bool OdsSheet::openInParagraph(const XmlName &name, const XmlAttributes &attributes)
{
    if (odsSpaceOf(name) != OdsSpace::Text || name.local == "note" || name.local == "ruby-text")
        return skip();
    if (name.local == "line-break" || name.local == "tab") {
        m_afterSpace = false;
        return append(name.local == "tab" ? "\t" : "\n");
    }
    if (name.local != "s")
        return true;
    qint64 count = 1;
    const std::string_view stored = attributes.valueInAnySpace("c");
    if ((stored.data() != nullptr && !readRepeat(stored, count)) || count > cellBytes)
        return fail(ErrorCode::WorkbookUnsafe, QStringLiteral("too many spaces"));
    m_afterSpace = false;
    return append(std::string(static_cast<size_t>(count), ' '));
}

bool OdsSheet::append(std::string_view piece)
{
    if (static_cast<qint64>(m_value.size() + piece.size()) > cellBytes)
        return fail(ErrorCode::WorkbookUnsafe, QStringLiteral("the text is too long"));
    m_value += piece;
    return true;
}

/// White space in XML is one space at most, and none where a paragraph starts.
bool OdsSheet::text(std::string_view piece)
{
    if (m_paragraphDepth == 0 || m_skippedAbove > 0)
        return true;
    while (!piece.empty()) {
        const size_t run = static_cast<size_t>(std::find_if(piece.begin(), piece.end(), isBlank) - piece.begin());
        if (run > 0) {
            m_afterSpace = false;
            if (!append(piece.substr(0, run)))
                return false;
        }
        piece.remove_prefix(run);
        if (!piece.empty()) {
            if (!m_afterSpace && !append(" "))
                return false;
            m_afterSpace = true;
            piece.remove_prefix(1);
        }
    }
    return true;
}

bool OdsSheet::close()
{
    const int depth = m_depth--;
    const auto closes = [depth](int &opened) {
        const bool same = opened == depth;
        opened = same ? 0 : opened;
        return same;
    };
    if (m_skippedAbove > 0) {
        closes(m_skippedAbove);
        return true;
    }
    if (closes(m_paragraphDepth))
        return true;
    if (closes(m_cellDepth))
        return closeCell();
    if (closes(m_rowDepth))
        return closeRow();
    m_through = closes(m_tableDepth) || m_through;
    return true;
}

bool OdsSheet::closeCell()
{
    if (m_merged)
        m_findings.add(Finding::MergedCells, m_rowNumber, m_column);
    if (!m_covered && !placeValue())
        return false;
    // Empty cells may be repeated to the end of any sheet and beyond.
    m_column = static_cast<int>(std::min<qint64>(m_column + m_repeat, sheetColumns));
    return true;
}

bool OdsSheet::placeValue()
{
    if (m_kind == Kind::None && m_hasFormula && m_value.empty() && !m_isError)
        m_findings.add(Finding::FormulaWithoutValue, m_rowNumber, m_column);
    writeValue();
    if (m_value.empty())
        return true;
    if (m_isError || (m_hasFormula && isOdsError(m_value)))
        m_findings.add(Finding::ErrorValue, m_rowNumber, m_column);
    if (m_column + m_repeat > sheetColumns)
        return fail(ErrorCode::WorkbookBroken, QStringLiteral("too many columns"));
    return m_row.placeCopy(m_column, m_value, static_cast<int>(m_repeat))
        || fail(ErrorCode::WorkbookUnsafe, QStringLiteral("the row is too long"));
}

void OdsSheet::writeValue()
{
    int digits = 0;
    switch (m_kind) {
    case Kind::None:
        return;
    case Kind::String:
        if (m_hasStringValue && !m_isError)
            m_value = m_stored;
        return;
    case Kind::Date:
        return appendOdsDate(m_value, m_stored);
    case Kind::Number:
        if (!m_truth.empty()) {
            m_value = m_truth;
            return;
        }
        digits = appendStoredNumber(m_value, m_stored);
        if (losesDigits(m_value, digits))
            m_findings.add(Finding::DigitsBeyond15, m_rowNumber, m_column);
        break;
    case Kind::Time:
        if (!m_stored.empty() && !appendOdsTime(m_value, m_stored))
            m_findings.add(Finding::ImpossibleDate, m_rowNumber, m_column);
        break;
    case Kind::Boolean:
        break;
    }
    if (m_value.empty())
        m_value = m_stored;
}

bool OdsSheet::closeRow()
{
    const qint64 before = m_row.count();
    m_column = 0;
    bool more = true;
    for (qint64 i = 0; more && i < m_rowRepeat; ++i) {
        const qint64 handed = m_row.count();
        if (m_rowNumber + i > sheetRows && !m_row.isEmpty())
            return fail(ErrorCode::WorkbookBroken, QStringLiteral("too many rows"));
        more = m_row.handTo(m_sink, m_rowNumber + i);
        if (m_row.count() == handed)
            break; // an empty row stays empty however often it is repeated
        if (m_stop.raised()) {
            m_error = base::Error{ErrorCode::Cancelled, {}, {}, {}};
            return false;
        }
    }
    if (m_rowHidden && m_row.count() > before)
        m_findings.add(Finding::HiddenRows, m_rowNumber, -1, m_row.count() - before);
    m_rowNumber = std::min(m_rowNumber + m_rowRepeat, 2 * sheetRows);
    m_endedEarly = !more;
    return more;
}

void OdsSheet::noteColumn(const XmlAttributes &attributes)
{
    qint64 repeat = 1;
    const std::string_view stored = attributes.valueInAnySpace("number-columns-repeated");
    if (stored.data() != nullptr && !readRepeat(stored, repeat))
        repeat = 1;
    const int next = static_cast<int>(std::min<qint64>(m_tableColumn + repeat, sheetColumns));
    if (isHidden(attributes) && next > m_tableColumn)
        m_findings.add(Finding::HiddenColumns, 0, m_tableColumn, next - m_tableColumn);
    m_tableColumn = next;
}

} // namespace tabular
