#include "tabular/workbook/XlsxStyles.h"

#include "tabular/workbook/XmlPart.h"

#include <charconv>
#include <unordered_map>

namespace tabular {

namespace {

int numberOf(std::string_view text)
{
    int number = -1;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

class StylesHandler final : public XmlHandler {
public:
    bool open(const XmlName &name, const XmlAttributes &attributes) override
    {
        ++m_depth;
        if (m_depth == 2) {
            m_inFormats = name.local == "numFmts";
            m_inCells = name.local == "cellXfs";
        } else if (m_depth == 3 && m_inFormats && name.local == "numFmt") {
            m_own.insert_or_assign(numberOf(attributes.value("numFmtId")), formatOf(attributes.value("formatCode")));
        } else if (m_depth == 3 && m_inCells && name.local == "xf") {
            m_ids.push_back(numberOf(attributes.value("numFmtId")));
        }
        return true;
    }
    bool close() override
    {
        --m_depth;
        return true;
    }
    bool text(std::string_view) override { return true; }

    /// What a workbook says itself about a number goes before what the number means elsewhere.
    [[nodiscard]] std::vector<NumberFormat> formats() const
    {
        std::vector<NumberFormat> all;
        for (const int id : m_ids) {
            const auto own = m_own.find(id);
            all.push_back(own == m_own.end() ? builtInFormat(id) : own->second);
        }
        return all;
    }

private:
    int m_depth = 0;
    bool m_inFormats = false;
    bool m_inCells = false;
    std::unordered_map<int, NumberFormat> m_own;
    std::vector<int> m_ids;
};

} // namespace

base::Result<XlsxStyles> XlsxStyles::read(WorkbookPackage &package, const QString &part)
{
    XlsxStyles styles;
    if (part.isEmpty() || !package.holds(part))
        return styles;
    StylesHandler handler;
    if (const auto read = readXmlPart(package, part, handler, {}); !read.ok())
        return read.error();
    styles.m_formats = handler.formats();
    return styles;
}

} // namespace tabular
