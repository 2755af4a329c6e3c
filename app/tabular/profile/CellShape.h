#pragma once

#include <QtGlobal>

#include <array>
#include <string_view>

namespace tabular {

/// What kind of value a single cell can be, all readings that are open still in it. Equal cells give equal results.
struct CellShape final {
    enum class Kind : quint8 { Blank, Number, Date, Email, Phone, Url, Boolean, Text };
    enum Remark : quint8 { Formula = 1, LongNumber = 2, LeadingZero = 4, Invisible = 8 };
    static constexpr int remarkKinds = 4;

    Kind kind = Kind::Text;
    quint32 detail = 0; ///< NumberShape's or DateShape's bits; of a boolean which pair of words
    quint8 remarks = 0;
    /// Where it stands in its order: a number by NumberShape::Mark, a date by DateShape::Order.
    std::array<double, 3> order{};
};

[[nodiscard]] CellShape shapeOf(std::string_view cell);

/// As QChar::isSpace() for each character.
[[nodiscard]] bool isBlankText(std::string_view cell);

/// How many code points and UTF-16 units valid UTF-8 has.
struct TextLength final {
    qint64 characters = 0;
    qint64 utf16 = 0;
};
[[nodiscard]] TextLength lengthOf(std::string_view text);

/// `text` cut after `characters` code points.
[[nodiscard]] std::string_view cutAt(std::string_view text, qint64 characters);

/// The words of a boolean, for example "yes/no".
[[nodiscard]] const char *booleanWords(quint32 detail);

} // namespace tabular
