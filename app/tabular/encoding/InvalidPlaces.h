#pragma once

#include <QByteArray>

#include <vector>

namespace tabular {

/// Bytes that are no text in the chosen encoding.
struct InvalidPlace final {
    qint64 offset = 0; ///< of the first byte in the file, from 0
    qint64 line = 0;   ///< text line it stands on, from 1 (CR, LF and CRLF end a line)
    QByteArray bytes;  ///< one to four

    friend bool operator==(const InvalidPlace &a, const InvalidPlace &b) = default;
};

/// All of them, as far as they are worth listing.
struct InvalidPlaces final {
    static constexpr size_t mostListed = 1'000;

    std::vector<InvalidPlace> first; ///< at most `mostListed`
    qint64 count = 0;                ///< of all

    friend bool operator==(const InvalidPlaces &a, const InvalidPlaces &b) = default;
};

/// Who decides is the user; until then nothing is replaced.
enum class InvalidBytes {
    Refuse, ///< stop at the first place
    Replace ///< U+FFFD for each place; listed and counted
};

} // namespace tabular
