#include "tabular/workbook/XmlStream.h"

#include <QString>

#include <expat.h>

#include <algorithm>
#include <cstring>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr char separator = '\x01'; // in no URI and in no name
constexpr int attributesAtMost = 256;
constexpr int depthAtMost = 64;
constexpr qint64 tagBytesAtMost = 1024 * 1024;
constexpr size_t feedBytes = 64 * 1024;
constexpr size_t spacesKept = 64;

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
        if (m_stream.nameOf(pair[0]).local == local)
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
        int count = 0;
        while (attributes[2 * count] && count <= attributesAtMost)
            ++count;
        if (count > attributesAtMost)
            return xml.refuse("too many attributes");
        if (!xml.m_handler.open(xml.nameOf(name), XmlAttributes(xml, attributes)))
            xml.refuse(nullptr);
    }

    static void XMLCALL close(void *self, const XML_Char *)
    {
        XmlStream &xml = stream(self);
        if (xml.m_ended)
            return;
        --xml.m_depth;
        if (!xml.m_handler.close())
            xml.refuse(nullptr);
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
    , m_parser(XML_ParserCreateNS(nullptr, separator))
    , m_noSpace(handler.spaceOf({}))
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

/// Names share few namespaces with long URIs, so a URI is compared with those before it is looked at.
XmlName XmlStream::nameOf(const char *expanded)
{
    for (size_t i = 0; i < m_spaces.size(); ++i) {
        const Space &known = m_spaces[i];
        if (std::strncmp(expanded, known.start.data(), known.start.size()) == 0) {
            const XmlName name{known.space, expanded + known.start.size()};
            if (i > 0)
                std::swap(m_spaces[i], m_spaces[i - 1]);
            return name;
        }
    }
    return newNameOf(expanded);
}

XmlName XmlStream::newNameOf(const char *expanded)
{
    const std::string_view whole(expanded);
    const size_t length = whole.find(separator);
    if (length == std::string_view::npos)
        return {m_noSpace, whole};
    const int space = m_handler.spaceOf(whole.substr(0, length));
    if (m_spaces.size() < spacesKept)
        m_spaces.push_back({std::string(whole.substr(0, length + 1)), space});
    return {space, whole.substr(length + 1)};
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
