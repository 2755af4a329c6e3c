#pragma once

#include "tabular/workbook/FindingList.h"
#include "tabular/workbook/SerialDate.h"
#include "tabular/workbook/SharedTexts.h"
#include "tabular/workbook/SheetRow.h"
#include "tabular/workbook/XlsxStyles.h"

#include <optional>

namespace tabular {

/// Takes one worksheet's elements and hands over its rows. What it is built with must outlive it.
class XlsxSheet final : public XmlHandler {
public:
    XlsxSheet(SharedTexts &texts, const XlsxStyles &styles, DateSystem dates, FindingList &findings, RecordSink &sink);

    [[nodiscard]] int spaceOf(std::string_view uri) const override;
    bool open(const XmlName &name, const XmlAttributes &attributes) override;
    bool close() override;
    bool text(std::string_view piece) override;

    /// Why it ended the parsing; nothing when the sink wanted no more.
    [[nodiscard]] const std::optional<base::Error> &error() const { return m_error; }

private:
    enum class Kind { Number, Shared, Text, Boolean, Error, Date };

    static Kind kindOf(std::string_view type);
    bool openRow(const XmlAttributes &attributes);
    bool closeRow();
    bool openCell(const XmlAttributes &attributes);
    bool closeCell();
    bool placeCell(std::string_view name);
    bool placeShared();
    bool placeText(std::string_view text);
    bool placeNumber();
    bool placeBoolean();
    void noteColumn(const XmlAttributes &attributes);
    void noteMerged(const XmlAttributes &attributes);
    bool fail(base::ErrorCode code, const QString &why);

    SharedTexts &m_texts;
    const XlsxStyles &m_styles;
    DateSystem m_dates;
    FindingList &m_findings;
    RecordSink &m_sink;
    std::optional<base::Error> m_error;

    SheetRow m_row;
    qint64 m_rowNumber = 0;
    qint64 m_lowestRow = 0; ///< of all rows so far, the one furthest down
    std::vector<bool> m_seen;
    bool m_rowHidden = false;

    int m_column = -1;
    Kind m_kind = Kind::Number;
    size_t m_style = 0;
    bool m_hasFormula = false;
    std::string m_value;
    std::string m_scratch;

    int m_depth = 0;
    int m_skippedAbove = 0; ///< the depth of the phonetic run that we are in; 0: in none
    bool m_inData = false;
    bool m_inRow = false;
    bool m_inCell = false;
    bool m_inInline = false;
    bool m_collecting = false;
};

} // namespace tabular
