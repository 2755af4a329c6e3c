#pragma once

#include "base/Result.h"

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
    XmlAttributes(XmlStream &stream, const char **pairs)
        : m_stream(stream)
        , m_pairs(pairs)
    { }
    /// Of the attribute without a prefix; null data when there is none.
    [[nodiscard]] std::string_view value(const char *local) const;
    /// Of the attribute in whatever namespace: for formats whose names do not repeat over namespaces.
    [[nodiscard]] std::string_view valueInAnySpace(std::string_view local) const;
    template <class Visit>
    void each(Visit visit) const;
    /// Those without a prefix whose name is one letter: visit(letter, value).
    template <class Visit>
    void eachOfOneLetter(Visit visit) const
    {
        for (const char **pair = m_pairs; *pair; pair += 2) {
            if (pair[0][0] != '\0' && pair[0][1] == '\0')
                visit(pair[0][0], pair[1]);
        }
    }

private:
    XmlStream &m_stream;
    const char **m_pairs;
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
class XmlStream final {
public:
    explicit XmlStream(XmlHandler &handler);
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
    bool bindPrefixes(const char **attributes);
    void unbindPrefixes();
    XmlName elementName(const char *raw);
    XmlName attributeName(const char *raw);
    int spaceOfPrefix(const char *raw, size_t length);
    base::Result<bool> parse(std::string_view bytes, bool last);
    void refuse(const char *why);

    XmlHandler &m_handler;
    XML_ParserStruct *m_parser = nullptr;
    qint64 m_fed = 0;
    int m_depth = 0;
    bool m_ended = false;
    const char *m_unsafe = nullptr;
    bool m_unbound = false;
    std::vector<Binding> m_bindings; ///< in force, the innermost last
    std::vector<Binding> m_recent;   ///< found in them since they changed, mostly the last used first
    int m_noSpace;
    int m_defaultSpace;
};

template <class Visit>
void XmlAttributes::each(Visit visit) const
{
    for (const char **pair = m_pairs; *pair; pair += 2)
        visit(m_stream.attributeName(pair[0]), std::string_view(pair[1]));
}

} // namespace tabular
