#pragma once

#include "tabular/workbook/FindingList.h"
#include "tabular/workbook/OdsNames.h"
#include "tabular/workbook/SheetRow.h"

#include <optional>

namespace tabular {

/// Takes the elements of an ODS's content, hands over the rows of one sheet and notes the names of all that it comes by.
/// Ends the parsing behind that sheet unless it shall reach further. What it is built with must outlive it.
class OdsSheet final : public XmlHandler {
public:
    /// `name` empty: the first visible sheet.
    OdsSheet(const QString &name, SheetReach reach, FindingList &findings, RecordSink &sink,
             const base::StopFlag &stop);

    [[nodiscard]] int spaceOf(std::string_view uri) const override { return odsSpace(uri); }
    bool open(const XmlName &name, const XmlAttributes &attributes) override;
    bool close() override;
    bool text(std::string_view piece) override;

    [[nodiscard]] bool found() const { return m_found; }
    /// Of the content so far: all of them unless it endedEarly().
    [[nodiscard]] const std::vector<Sheet> &sheets() const { return m_sheets; }
    [[nodiscard]] bool endedEarly() const { return m_endedEarly; }
    [[nodiscard]] bool isThrough() const { return m_through; } ///< with the rows of its sheet
    /// Why it ended the parsing; nothing when it has what it should have.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    enum class Kind { None, String, Number, Date, Time, Boolean };

    bool goesOn();
    bool openTable(const XmlName &name, const XmlAttributes &attributes);
    bool openInTable(const XmlName &name, const XmlAttributes &attributes);
    bool openInRow(const XmlName &name, const XmlAttributes &attributes);
    bool openInCell(const XmlName &name);
    bool openInParagraph(const XmlName &name, const XmlAttributes &attributes);
    bool openRow(const XmlAttributes &attributes);
    bool openCell(const XmlAttributes &attributes);
    void noteAttribute(const XmlName &name, std::string_view value);
    void noteFormula(std::string_view formula);
    void noteColumn(const XmlAttributes &attributes);
    bool closeRow();
    bool closeCell();
    bool placeValue();
    void writeValue();
    bool append(std::string_view piece);
    bool skip();
    bool fail(base::ErrorCode code, const QString &why);

    QString m_wanted;
    FindingList &m_findings;
    RecordSink &m_sink;
    const base::StopFlag &m_stop;
    std::optional<base::Error> m_error;
    OdsHiddenStyles m_styles;
    bool m_found = false;
    bool m_through = false; ///< with its rows
    SheetReach m_reach;
    int m_further = 0; ///< elements behind the rows
    bool m_endedEarly = false;
    std::vector<Sheet> m_sheets;

    int m_depth = 0;
    int m_skippedAbove = 0; ///< depths of what is open; 0: not open
    int m_tableDepth = 0;
    int m_rowDepth = 0;
    int m_cellDepth = 0;
    int m_paragraphDepth = 0;

    SheetRow m_row;
    qint64 m_rowNumber = 1; ///< of the row that is open or comes next
    qint64 m_rowRepeat = 1;
    bool m_rowHidden = false;
    int m_tableColumn = 0;

    int m_column = 0;
    qint64 m_repeat = 1;
    Kind m_kind = Kind::None;
    bool m_covered = false;
    bool m_merged = false;
    bool m_isError = false;
    bool m_hasFormula = false;
    bool m_understood = true;
    bool m_hasStringValue = false;
    int m_paragraphs = 0;
    bool m_afterSpace = false;
    std::string_view m_truth; ///< of a formula that is nothing but true or false
    std::string m_stored;     ///< the value as its attribute holds it
    std::string m_value;      ///< the text of the paragraphs, then what is placed
};

} // namespace tabular
