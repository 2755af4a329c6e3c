#include "tabular/workbook/XmlStream.h"

#include <QString>

#include <expat.h>

#include <algorithm>
#include <cstring>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr int attributesAtMost = 256;
constexpr int depthAtMost = 64;
constexpr qint64 tagBytesAtMost = 1024 * 1024;
constexpr size_t feedBytes = 64 * 1024;
constexpr size_t prefixesAtMost = 128;
constexpr int builtIn = -1; // the depth of a prefix that needs no declaration

base::Error failure(ErrorCode code, const QString &detail)
{
    return {code, detail, {}, {}};
}

/// All that says a document leans on a DTD, even one that was never declared.
bool speaksOfEntities(XML_Error error)
{
    switch (error) {
    case XML_ERROR_UNDEFINED_ENTITY:
    case XML_ERROR_RECURSIVE_ENTITY_REF:
    case XML_ERROR_ASYNC_ENTITY:
    case XML_ERROR_BINARY_ENTITY_REF:
    case XML_ERROR_ATTRIBUTE_EXTERNAL_ENTITY_REF:
    case XML_ERROR_EXTERNAL_ENTITY_HANDLING:
    case XML_ERROR_ENTITY_DECLARED_IN_PE:
    case XML_ERROR_AMPLIFICATION_LIMIT_BREACH:
        return true;
    default:
        return false;
    }
}

} // namespace

std::string_view XmlAttributes::value(const char *local) const
{
    for (const char **pair = m_pairs; *pair; pair += 2) {
        if (std::strcmp(pair[0], local) == 0)
            return pair[1];
    }
    return {};
}

std::string_view XmlAttributes::valueInAnySpace(std::string_view local) const
{
    for (const char **pair = m_pairs; *pair; pair += 2) {
        if (m_stream.attributeName(pair[0]).local == local)
            return pair[1];
    }
    return {};
}

/// What expat calls; a struct of the class so that it may touch its members.
struct XmlStream::Calls final {
    static XmlStream &stream(void *self) { return *static_cast<XmlStream *>(self); }

    static void XMLCALL open(void *self, const XML_Char *name, const XML_Char **attributes)
    {
        XmlStream &xml = stream(self);
        if (xml.m_ended)
            return;
        if (++xml.m_depth > depthAtMost)
            return xml.refuse("too many levels");
        if (!xml.bindPrefixes(attributes))
            return;
        const XmlName full = xml.elementName(name);
        if (!xml.m_unbound && !xml.m_handler.open(full, XmlAttributes(xml, attributes)))
            xml.refuse(nullptr);
    }

    static void XMLCALL close(void *self, const XML_Char *)
    {
        XmlStream &xml = stream(self);
        if (xml.m_ended)
            return;
        if (!xml.m_handler.close())
            xml.refuse(nullptr);
        xml.unbindPrefixes();
        --xml.m_depth;
    }

    static void XMLCALL text(void *self, const XML_Char *piece, int length)
    {
        XmlStream &xml = stream(self);
        if (!xml.m_ended && !xml.m_handler.text({piece, static_cast<size_t>(length)}))
            xml.refuse(nullptr);
    }

    static void XMLCALL doctype(void *self, const XML_Char *, const XML_Char *, const XML_Char *, int)
    {
        stream(self).refuse("a DTD");
    }
};

XmlStream::XmlStream(XmlHandler &handler)
    : m_handler(handler)
    , m_parser(XML_ParserCreate(nullptr))
    , m_bindings{{"xml:", handler.spaceOf("http://www.w3.org/XML/1998/namespace"), builtIn}}
    , m_noSpace(handler.spaceOf({}))
    , m_defaultSpace(m_noSpace)
{
    Q_CHECK_PTR(m_parser);
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Calls::open, &Calls::close);
    XML_SetCharacterDataHandler(m_parser, &Calls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Calls::doctype);
}

XmlStream::~XmlStream()
{
    XML_ParserFree(m_parser);
}

/// Takes the declarations of namespaces off the attributes, and counts these.
bool XmlStream::bindPrefixes(const char **attributes)
{
    constexpr std::string_view mark = "xmlns";
    int count = 0;
    for (const char **pair = attributes; *pair; pair += 2) {
        if (++count > attributesAtMost) {
            refuse("too many attributes");
            return false;
        }
        const char *name = pair[0];
        if (name[0] != 'x' || std::strncmp(name, mark.data(), mark.size()) != 0)
            continue;
        const std::string_view rest(name + mark.size());
        if (!rest.empty() && rest.front() != ':')
            continue;
        const int space = m_handler.spaceOf(pair[1]);
        m_bindings.push_back({rest.empty() ? std::string() : std::string(rest.substr(1)) + ':', space, m_depth});
        m_defaultSpace = rest.empty() ? space : m_defaultSpace;
        m_recent.clear();
    }
    if (m_bindings.size() > prefixesAtMost)
        refuse("too many namespaces");
    return m_bindings.size() <= prefixesAtMost;
}

void XmlStream::unbindPrefixes()
{
    if (m_bindings.back().depth != m_depth)
        return;
    while (m_bindings.back().depth == m_depth)
        m_bindings.pop_back();
    m_recent.clear();
    const auto outer = std::find_if(m_bindings.rbegin(), m_bindings.rend(),
                                    [](const Binding &binding) { return binding.prefix.empty(); });
    m_defaultSpace = outer == m_bindings.rend() ? m_noSpace : outer->space;
}

XmlName XmlStream::elementName(const char *raw)
{
    const char *colon = std::strchr(raw, ':');
    if (!colon)
        return {m_defaultSpace, raw};
    return {spaceOfPrefix(raw, static_cast<size_t>(colon - raw) + 1), colon + 1};
}

XmlName XmlStream::attributeName(const char *raw)
{
    const char *colon = std::strchr(raw, ':');
    if (!colon)
        return {m_noSpace, raw};
    return {spaceOfPrefix(raw, static_cast<size_t>(colon - raw) + 1), colon + 1};
}

/// Documents declare many prefixes and use few.
int XmlStream::spaceOfPrefix(const char *raw, size_t length)
{
    const std::string_view prefix(raw, length);
    for (size_t i = 0; i < m_recent.size(); ++i) {
        if (m_recent[i].prefix == prefix) {
            const int space = m_recent[i].space;
            if (i > 0)
                std::swap(m_recent[i], m_recent[i - 1]);
            return space;
        }
    }
    const auto found = std::find_if(m_bindings.rbegin(), m_bindings.rend(),
                                    [&](const Binding &binding) { return binding.prefix == prefix; });
    if (found != m_bindings.rend()) {
        m_recent.push_back(*found);
        return found->space;
    }
    if (prefix != "xmlns:" && !m_unbound) {
        m_unbound = true;
        refuse(nullptr);
    }
    return m_noSpace;
}

/// Null: the handler wants no more.
void XmlStream::refuse(const char *why)
{
    m_ended = true;
    m_unsafe = why;
    XML_StopParser(m_parser, XML_FALSE);
}

base::Result<bool> XmlStream::feed(std::string_view bytes)
{
    for (; !bytes.empty(); bytes.remove_prefix(std::min(feedBytes, bytes.size()))) {
        const auto more = parse(bytes.substr(0, feedBytes), false);
        if (!more.ok() || !*more)
            return more;
    }
    return !m_ended;
}

base::Status XmlStream::finish()
{
    const auto parsed = m_ended ? base::Result<bool>(false) : parse({}, true);
    return parsed.ok() ? base::Status(base::Done{}) : base::Status(parsed.error());
}

base::Result<bool> XmlStream::parse(std::string_view bytes, bool last)
{
    const XML_Status status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
    if (m_unsafe)
        return failure(ErrorCode::WorkbookUnsafe, QString::fromLatin1(m_unsafe));
    if (m_unbound)
        return failure(ErrorCode::WorkbookBroken, QStringLiteral("a prefix of no namespace"));
    if (m_ended)
        return false;
    if (status != XML_STATUS_OK) {
        const XML_Error error = XML_GetErrorCode(m_parser);
        const QString detail = QStringLiteral("line %1: %2")
                                   .arg(XML_GetCurrentLineNumber(m_parser))
                                   .arg(QString::fromLatin1(XML_ErrorString(error)));
        return failure(speaksOfEntities(error) ? ErrorCode::WorkbookUnsafe : ErrorCode::WorkbookBroken, detail);
    }
    m_fed += static_cast<qint64>(bytes.size());
    // A tag or comment is kept whole until its end is seen, and looked at anew with each block.
    if (m_fed - static_cast<qint64>(XML_GetCurrentByteIndex(m_parser)) > tagBytesAtMost)
        return failure(ErrorCode::WorkbookUnsafe, QStringLiteral("a tag without end"));
    return true;
}

} // namespace tabular
