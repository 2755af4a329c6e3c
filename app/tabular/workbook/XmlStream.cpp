#include "tabular/workbook/XmlStream.h"

#include <QString>

#include <expat.h>

#include <algorithm>
#include <cstring>
#include <utility>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr int attributesAtMost = 256;
constexpr int depthAtMost = 64;
constexpr qint64 tagBytesAtMost = 1024 * 1024;
constexpr size_t feedBytes = 64 * 1024;
constexpr size_t prefixesAtMost = 128;
constexpr int builtIn = -1; // the depth of a prefix that needs no declaration
/// Small bites cost expat a little each; a piece with more of them than this is better read by expat alone.
constexpr int bitesAtMost = 256;
constexpr int bitesBeforeRoot = 8;

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

std::string_view XmlAttributes::value(std::string_view local) const
{
    for (const XmlAttribute &each : m_attributes) {
        if (each.name == local)
            return each.value;
    }
    return {};
}

std::string_view XmlAttributes::valueInAnySpace(std::string_view local) const
{
    for (const XmlAttribute &each : m_attributes) {
        if (m_stream.nameOf(each.name, m_stream.m_noSpace).local == local)
            return each.value;
    }
    return {};
}

/// What expat calls; a struct of the class so that it may touch its members.
struct XmlStream::Calls final {
    static XmlStream &stream(void *self) { return *static_cast<XmlStream *>(self); }

    static void XMLCALL open(void *self, const XML_Char *name, const XML_Char **attributes)
    {
        XmlStream &xml = stream(self);
        if (xml.m_ended || xml.m_muted)
            return;
        if (++xml.m_depth > depthAtMost)
            return xml.refuse("too many levels");
        if (!xml.bindPrefixes(attributes))
            return;
        xml.m_attributes.clear();
        for (const XML_Char **pair = attributes; *pair; pair += 2)
            xml.m_attributes.push_back({pair[0], pair[1]});
        xml.enter(name, xml.m_attributes);
    }

    static void XMLCALL close(void *self, const XML_Char *)
    {
        XmlStream &xml = stream(self);
        if (!xml.m_ended)
            xml.leave();
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

    static void XMLCALL declaration(void *self, const XML_Char *, const XML_Char *encoding, int)
    {
        if (encoding && qstricmp(encoding, "UTF-8") != 0)
            stream(self).m_mayBePlain = false;
    }

    static void XMLCALL openSection(void *self) { stream(self).m_inSection = true; }
    static void XMLCALL closeSection(void *self) { stream(self).m_inSection = false; }
};

XmlStream::XmlStream(XmlHandler &handler, Lanes lanes)
    : m_handler(handler)
    , m_parser(XML_ParserCreate(nullptr))
    , m_bindings{{"xml:", handler.spaceOf("http://www.w3.org/XML/1998/namespace"), builtIn}}
    , m_noSpace(handler.spaceOf({}))
    , m_defaultSpace(m_noSpace)
    , m_mayBePlain(lanes == Lanes::Both)
{
    Q_CHECK_PTR(m_parser);
    XML_SetUserData(m_parser, this);
    XML_SetElementHandler(m_parser, &Calls::open, &Calls::close);
    XML_SetCharacterDataHandler(m_parser, &Calls::text);
    XML_SetStartDoctypeDeclHandler(m_parser, &Calls::doctype);
    XML_SetXmlDeclHandler(m_parser, &Calls::declaration);
    XML_SetCdataSectionHandler(m_parser, &Calls::openSection, &Calls::closeSection);
}

XmlStream::~XmlStream()
{
    XML_ParserFree(m_parser);
}

void XmlStream::enter(std::string_view name, const std::vector<XmlAttribute> &attributes)
{
    const XmlName full = nameOf(name, m_defaultSpace);
    if (!m_unbound && !m_handler.open(full, XmlAttributes(*this, attributes)))
        refuse(nullptr);
}

void XmlStream::leave()
{
    if (!m_handler.close())
        refuse(nullptr);
    unbindPrefixes();
    --m_depth;
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

XmlName XmlStream::nameOf(std::string_view raw, int spaceWithoutPrefix)
{
    const size_t colon = raw.find(':');
    if (colon == std::string_view::npos)
        return {spaceWithoutPrefix, raw};
    return {spaceOfPrefix(raw.substr(0, colon + 1)), raw.substr(colon + 1)};
}

/// Documents declare many prefixes and use few.
int XmlStream::spaceOfPrefix(std::string_view prefix)
{
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
        const auto more = feedPiece(bytes.substr(0, feedBytes));
        if (!more.ok() || !*more)
            return more;
    }
    return !m_ended;
}

base::Status XmlStream::finish()
{
    const std::string left = std::exchange(m_carried, {});
    auto parsed = m_ended ? base::Result<bool>(false) : handOver();
    if (parsed.ok() && *parsed)
        parsed = parse(left, false);
    if (parsed.ok() && *parsed)
        parsed = parse({}, true);
    return parsed.ok() ? base::Status(base::Done{}) : base::Status(parsed.error());
}

base::Result<bool> XmlStream::feedPiece(std::string_view bytes)
{
    if (!m_carried.empty()) {
        m_carried += bytes;
        bytes = m_carried;
    }
    noteStart(bytes);
    for (int bites = 0; !bytes.empty(); ++bites) {
        if (isAtRest() && bites < bitesAtMost) {
            const PlainXml::Token token = readPlain(bytes);
            if (m_ended)
                return outcome();
            if (bytes.empty() || (token == PlainXml::Token::Incomplete && bytes.size() < feedBytes))
                break;
        }
        if (const auto told = handOver(); !told.ok())
            return told;
        const std::string_view bite = bytes.substr(0, biteOf(bytes, bites));
        const auto more = parse(bite, false);
        if (!more.ok() || !*more)
            return more;
        bytes.remove_prefix(bite.size());
    }
    keepOpenTags();
    m_carried = std::string(bytes);
    return true;
}

/// UTF-16 that nobody declares shows in the first two bytes.
void XmlStream::noteStart(std::string_view bytes)
{
    if (m_fed >= 2)
        return;
    for (const char c : bytes.substr(0, static_cast<size_t>(2 - m_fed)))
        m_mayBePlain = m_mayBePlain && c != '\0' && c != '\xFE' && c != '\xFF';
}

/// How much expat gets next: up to where plain XML may begin again, unless it is somewhere in the middle and the end did
/// not come at once. It looks at a token anew each time that something is added to it.
size_t XmlStream::biteOf(std::string_view bytes, int bites) const
{
    const bool stuck = pending() > 0 && bites > (m_depth == 0 ? bitesBeforeRoot : 0);
    if (!m_mayBePlain || stuck || bites >= bitesAtMost)
        return bytes.size();
    const bool isText = bytes.front() != '<' && m_depth > 0 && pending() == 0;
    const size_t end = bytes.find(isText ? '<' : '>');
    return end == std::string_view::npos ? bytes.size() : end + (isText ? 0 : 1);
}

/// Whether expat has read all that it was given, and is between tags.
bool XmlStream::isAtRest() const
{
    return m_mayBePlain && m_depth > 0 && !m_inSection && pending() == 0;
}

qint64 XmlStream::pending() const
{
    return m_fed - static_cast<qint64>(XML_GetCurrentByteIndex(m_parser));
}

/// Takes what is plain off `bytes`; says what it stopped at, if there are bytes left.
PlainXml::Token XmlStream::readPlain(std::string_view &bytes)
{
    while (!bytes.empty() && !m_ended) {
        const PlainXml::Token token = m_plain.read(bytes);
        if (token == PlainXml::Token::Incomplete || token == PlainXml::Token::Other)
            return token;
        const std::string_view raw = bytes.substr(0, m_plain.length());
        if (!takePlain(token, raw))
            return PlainXml::Token::Other;
        bytes.remove_prefix(raw.size());
        m_skipped += static_cast<qint64>(raw.size());
    }
    return PlainXml::Token::Other;
}

/// False, and nothing done, when it closes what expat opened, or what nobody opened.
bool XmlStream::takePlain(PlainXml::Token token, std::string_view raw)
{
    if (token == PlainXml::Token::Text) {
        if (!m_handler.text(m_plain.text()))
            refuse(nullptr);
    } else if (token == PlainXml::Token::Open) {
        if (++m_depth > depthAtMost)
            refuse("too many levels");
        else
            enter(m_plain.name(), m_plain.attributes());
        if (!m_plain.closesItself())
            m_openTags.push_back({raw, m_plain.name()});
        else if (!m_ended)
            leave();
    } else {
        if (m_openTags.empty() || m_openTags.back().name != m_plain.name())
            return false;
        m_openTags.pop_back();
        leave();
    }
    return true;
}

/// The bytes that they stand in are about to go.
void XmlStream::keepOpenTags()
{
    std::string kept;
    for (const OpenTag &tag : m_openTags)
        kept += tag.raw;
    m_tagBytes.swap(kept);
    size_t at = 0;
    for (OpenTag &tag : m_openTags) {
        tag.raw = std::string_view(m_tagBytes).substr(at, tag.raw.size());
        tag.name = tag.raw.substr(1, tag.name.size());
        at += tag.raw.size();
    }
}

/// Tells expat of the elements that are open, so that it can go on inside them.
base::Result<bool> XmlStream::handOver()
{
    m_muted = true;
    base::Result<bool> told = true;
    for (const OpenTag &tag : m_openTags) {
        told = parse(tag.raw, false);
        if (!told.ok())
            break;
        m_skipped -= static_cast<qint64>(tag.raw.size());
    }
    m_openTags.clear();
    m_muted = false;
    return told;
}

base::Result<bool> XmlStream::outcome() const
{
    if (m_unsafe)
        return failure(ErrorCode::WorkbookUnsafe, QString::fromLatin1(m_unsafe));
    if (m_unbound)
        return failure(ErrorCode::WorkbookBroken, QStringLiteral("a prefix of no namespace"));
    return !m_ended;
}

base::Result<bool> XmlStream::parse(std::string_view bytes, bool last)
{
    const XML_Status status = XML_Parse(m_parser, bytes.data(), static_cast<int>(bytes.size()), last ? 1 : 0);
    if (m_ended)
        return outcome();
    if (status != XML_STATUS_OK) {
        const XML_Error error = XML_GetErrorCode(m_parser);
        const QString detail = QStringLiteral("byte %1: %2")
                                   .arg(XML_GetCurrentByteIndex(m_parser) + m_skipped)
                                   .arg(QString::fromLatin1(XML_ErrorString(error)));
        return failure(speaksOfEntities(error) ? ErrorCode::WorkbookUnsafe : ErrorCode::WorkbookBroken, detail);
    }
    m_fed += static_cast<qint64>(bytes.size());
    // A tag or comment is kept whole until its end is seen, and looked at anew with each block.
    if (pending() > tagBytesAtMost)
        return failure(ErrorCode::WorkbookUnsafe, QStringLiteral("a tag without end"));
    return true;
}

} // namespace tabular
