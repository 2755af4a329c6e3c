#pragma once

#include "tabular/workbook/XmlStream.h"

#include <QString>

#include <set>

namespace tabular {

/// The namespaces of an OpenDocument that say something about cells.
enum class OdsSpace { Other, Office, Style, Table, Text, CalcExtension };

/// Of a namespace's URI, as handlers of OpenDocuments number them.
[[nodiscard]] int odsSpace(std::string_view uri);
[[nodiscard]] inline OdsSpace odsSpaceOf(const XmlName &name)
{
    return static_cast<OdsSpace>(name.space);
}
[[nodiscard]] bool isOds(const XmlName &name, OdsSpace space, std::string_view local);

/// Which styles of tables hide their sheet. Styles come before the tables.
class OdsHiddenStyles final {
public:
    void note(const XmlName &name, const XmlAttributes &attributes);
    [[nodiscard]] bool hides(std::string_view style) const { return m_hiding.contains(std::string(style)); }

private:
    std::string m_current;
    std::set<std::string> m_hiding;
};

} // namespace tabular
