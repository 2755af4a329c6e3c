#include "tabular/workbook/OdsNames.h"

namespace tabular {

namespace {

OdsSpace spaceOfUri(std::string_view space)
{
    constexpr std::string_view start = "urn:oasis:names:tc:opendocument:xmlns:";
    if (space.substr(0, start.size()) != start) {
        const bool extension = space == "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0";
        return extension ? OdsSpace::CalcExtension : OdsSpace::Other;
    }
    const std::string_view rest = space.substr(start.size());
    if (rest == "table:1.0")
        return OdsSpace::Table;
    if (rest == "text:1.0")
        return OdsSpace::Text;
    if (rest == "office:1.0")
        return OdsSpace::Office;
    return rest == "style:1.0" ? OdsSpace::Style : OdsSpace::Other;
}

} // namespace

int odsSpace(std::string_view uri)
{
    return static_cast<int>(spaceOfUri(uri));
}

bool isOds(const XmlName &name, OdsSpace space, std::string_view local)
{
    return name.local == local && odsSpaceOf(name) == space;
}

void OdsHiddenStyles::note(const XmlName &name, const XmlAttributes &attributes)
{
    if (isOds(name, OdsSpace::Style, "style"))
        m_current = attributes.valueInAnySpace("name");
    else if (isOds(name, OdsSpace::Style, "table-properties") && attributes.valueInAnySpace("display") == "false")
        m_hiding.insert(m_current);
}

} // namespace tabular
