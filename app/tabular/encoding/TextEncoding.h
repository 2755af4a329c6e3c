#pragma once

#include <QStringView>

#include <span>
#include <string_view>

namespace tabular {

enum class EncodingFamily { Utf8, Utf16, Utf32, SingleByte, MultiByte };

/// What is written in it, as far as an encoding tells.
enum class Script {
    Any,
    Western,
    CentralEuropean,
    Baltic,
    Turkish,
    Vietnamese,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Thai,
    Japanese,
    Chinese,
    Korean
};

/// One way of writing text as bytes that this program reads.
struct TextEncoding final {
    std::string_view name;  ///< IANA's preferred one: what CsvDialect::encoding holds
    std::string_view label; ///< English, for people: "Western European (Windows)"
    EncodingFamily family = EncodingFamily::Utf8;
    Script script = Script::Any;
    bool bigEndian = false;
    std::string_view aliases; ///< lower case, letters and digits only, a space between two
};

/// All of them, in the order in which a person would look for them.
[[nodiscard]] std::span<const TextEncoding> textEncodings();

/// By name or alias, whatever its case, hyphens and underscores: "cp1252", "latin1", "Shift-JIS", "sjis". Null when unknown.
[[nodiscard]] const TextEncoding *findEncoding(QStringView name);

/// False for a multi-byte encoding where Qt was built without ICU; all others are decoded by tables of our own.
[[nodiscard]] bool isAvailable(const TextEncoding &encoding);

/// The name by which QStringDecoder finds a multi-byte encoding. Where business programs write a superset of what the
/// IANA name stands for (Windows pages 932, 936, 949, 950), it is the superset.
[[nodiscard]] const char *qtCodecName(const TextEncoding &encoding);

/// The encoding that UTF-8 text is in; never null.
[[nodiscard]] const TextEncoding &utf8Encoding();

} // namespace tabular
