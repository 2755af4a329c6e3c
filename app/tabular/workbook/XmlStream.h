#pragma once

#include "base/Result.h"
#include "tabular/workbook/PlainXml.h"

#include <QtGlobal>

#include <string>
#include <string_view>
#include <vector>

struct XML_ParserStruct;

namespace tabular {

/// A name of an element or attribute. `space` is what the handler makes of its namespace; attributes without a prefix
/// have none.
struct XmlName final {
    int space = 0;
    std::string_view local;
};

class XmlStream;

/// The attributes of one element, while the call that hands them over lasts.
class XmlAttributes final {
public:
    XmlAttributes(XmlStream &stream, const std::vector<XmlAttribute> &attributes)
        : m_stream(stream)
        , m_attributes(attributes)
    { }
    /// Of the attribute without a prefix; null data when there is none.
    [[nodiscard]] std::string_view value(std::string_view local) const;
    /// Of the attribute in whatever namespace: for formats whose names do not repeat over namespaces.
    [[nodiscard]] std::string_view valueInAnySpace(std::string_view local) const;
    template <class Visit>
    void each(Visit visit) const;
    /// Those without a prefix whose name is one letter: visit(letter, value).
    template <class Visit>
    void eachOfOneLetter(Visit visit) const
    {
        for (const XmlAttribute &each : m_attributes) {
            if (each.name.size() == 1)
                visit(each.name.front(), each.value);
        }
    }

private:
    XmlStream &m_stream;
    const std::vector<XmlAttribute> &m_attributes;
};

/// Takes the elements of a document in order, in the thread that feeds. False ends the parsing; why is for it to keep.
class XmlHandler {
public:
    virtual ~XmlHandler() = default;
    /// What names of the namespace `uri` (empty: of none) are to have as their `space`. Asked at each
    /// declaration of a prefix.
    [[nodiscard]] virtual int spaceOf(std::string_view uri) const
    {
        Q_UNUSED(uri)
        return 0;
    }
    virtual bool open(const XmlName &name, const XmlAttributes &attributes) = 0;
    virtual bool close() = 0;
    virtual bool text(std::string_view piece) = 0; ///< UTF-8; one text may come in several pieces
};

/// A streaming XML parser that is safe against hostile documents: a DTD or a reference to an entity of one, more than
/// 256 attributes on an element, more than 64 levels, more than 128 prefixes at once or a tag beyond 1 MiB are
/// WorkbookUnsafe; what is no XML, or uses a prefix of no namespace, is WorkbookBroken. Looks after namespaces itself,
/// because expat spends half as much again on them where attributes have prefixes. Reads UTF-8, UTF-16 and Latin-1, as
/// the document declares. One thread.
///
/// Expat reads whatever is not plain. Plain elements, which are nearly all there are, never reach it: since they are
/// whole, what it sees is a document without them. If something inside is not plain, it is told their first tags ahead
/// of that.
class XmlStream final {
public:
    enum class Lanes { Both, ExpatAlone };

    explicit XmlStream(XmlHandler &handler, Lanes lanes = Lanes::Both);
    ~XmlStream();
    XmlStream(const XmlStream &) = delete;
    XmlStream &operator=(const XmlStream &) = delete;

    /// True while more is wanted, false once the handler has ended it. Errors: WorkbookUnsafe, WorkbookBroken.
    base::Result<bool> feed(std::string_view bytes);
    /// After the last bytes. Errors: those of feed(); a document that is cut is WorkbookBroken.
    base::Status finish();

private:
    friend class XmlAttributes;
    struct Calls;
    struct Binding final {
        std::string prefix; ///< with its colon; empty: of names without one
        int space;
        int depth; ///< of the element that declares it
    };
    struct OpenTag final {
        std::string_view raw;
        std::string_view name;
    };
    void enter(std::string_view name, const std::vector<XmlAttribute> &attributes);
    void leave();
    bool bindPrefixes(const char **attributes);
    void unbindPrefixes();
    XmlName nameOf(std::string_view raw, int spaceWithoutPrefix);
    int spaceOfPrefix(std::string_view prefix);
    void refuse(const char *why);

    base::Result<bool> feedPiece(std::string_view bytes);
    void noteStart(std::string_view bytes);
    [[nodiscard]] size_t biteOf(std::string_view bytes, int bites) const;
    PlainXml::Token readPlain(std::string_view &bytes);
    bool takePlain(PlainXml::Token token, std::string_view raw);
    void keepOpenTags();
    base::Result<bool> handOver();
    [[nodiscard]] bool isAtRest() const;
    [[nodiscard]] qint64 pending() const;
    base::Result<bool> parse(std::string_view bytes, bool last);
    base::Result<bool> outcome() const;

    XmlHandler &m_handler;
    XML_ParserStruct *m_parser = nullptr;
    qint64 m_fed = 0; ///< to expat
    int m_depth = 0;
    bool m_ended = false;
    const char *m_unsafe = nullptr;
    bool m_unbound = false;
    std::vector<Binding> m_bindings; ///< in force, the innermost last
    std::vector<Binding> m_recent;   ///< found in them since they changed, mostly the last used first
    int m_noSpace;
    int m_defaultSpace;
    std::vector<XmlAttribute> m_attributes; ///< as expat gives them

    PlainXml m_plain;
    bool m_mayBePlain;    ///< false too: not in UTF-8
    bool m_muted = false; ///< expat is told what the handler knows
    bool m_inSection = false;
    qint64 m_skipped = 0;            ///< bytes that expat was not fed, less those it was fed beside
    std::string m_carried;           ///< the start of a token whose end has not come
    std::string m_tagBytes;          ///< of open tags that stood in earlier bytes
    std::vector<OpenTag> m_openTags; ///< which expat does not know of, the innermost last
};

template <class Visit>
void XmlAttributes::each(Visit visit) const
{
    for (const XmlAttribute &each : m_attributes)
        visit(m_stream.nameOf(each.name, m_stream.m_noSpace), each.value);
}

} // namespace tabular
