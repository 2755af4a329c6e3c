#pragma once

#include "tabular/workbook/NumberFormat.h"
#include "tabular/workbook/WorkbookPackage.h"
#include "tabular/workbook/XmlStream.h"

#include <vector>

namespace tabular {

/// What the styles of an XLSX make of numbers.
class XlsxStyles final {
public:
    /// An empty `part`: all numbers are plain. Errors: those of readXmlPart().
    static base::Result<XlsxStyles> read(WorkbookPackage &package, const QString &part);

    /// Of a cell with this style; plain when there is no such style.
    [[nodiscard]] NumberFormat format(size_t style) const
    {
        return style < m_formats.size() ? m_formats[style] : NumberFormat{};
    }

private:
    std::vector<NumberFormat> m_formats;
};

} // namespace tabular
