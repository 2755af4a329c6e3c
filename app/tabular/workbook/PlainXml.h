#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace tabular {

struct XmlAttribute final {
    std::string_view name; ///< with its prefix
    std::string_view value;
};

/// Reads the plain part of XML in UTF-8 by hand, one token after the other: tags whose names are ASCII, attributes, text
/// with the five references that need no declaration. What is more than that (comments, sections, numbers of characters,
/// carriage returns, declarations of prefixes), and all that is no XML, is Other: for a real parser to read or to refuse.
class PlainXml final {
public:
    enum class Token {
        Open,       ///< name(), attributes(), closesItself()
        Close,      ///< name()
        Text,       ///< text(), up to the next tag
        Incomplete, ///< the bytes end within it
        Other
    };
    /// What `bytes`, which are some, start with. What this gives is good until the next call, as long as `bytes` are.
    Token read(std::string_view bytes);

    [[nodiscard]] size_t length() const { return m_length; } ///< of the token in bytes; not of Incomplete and Other
    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] const std::vector<XmlAttribute> &attributes() const { return m_attributes; }
    [[nodiscard]] bool closesItself() const { return m_closesItself; }
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    Token readOpen(std::string_view bytes);
    Token readClose(std::string_view bytes);
    Token readText(std::string_view bytes);
    Token readAttribute(std::string_view bytes, size_t &at);
    bool takeName(std::string_view bytes, size_t &at);
    bool isNew(std::string_view name) const;
    bool decode(std::string_view raw, unsigned seen, std::string_view &decoded);

    std::vector<XmlAttribute> m_attributes;
    std::string m_decoded; ///< of one token, where references are replaced; never grows while views of it are out
    std::string_view m_name;
    std::string_view m_text;
    size_t m_length = 0;
    bool m_closesItself = false;
};

} // namespace tabular
