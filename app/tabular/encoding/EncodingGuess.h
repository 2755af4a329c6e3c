#pragma once

#include "tabular/encoding/FilePieces.h"
#include "tabular/encoding/TextEncoding.h"

#include <QStringList>

namespace tabular {

enum class EncodingReason {
    ByteOrderMark,      ///< the file says so itself
    ZeroBytes,          ///< every second byte (or three of four) is zero
    OnlyAscii,          ///< what was looked at is the same in nearly every encoding
    ValidUtf8,          ///< other encodings hardly ever are by chance
    MostlyUtf8,         ///< UTF-8 with a few invalid places
    CharacterFrequency, ///< how often which characters occur
    CommonHere,         ///< the usual page of the user's country: a guess and no more
    LooksNatural,       ///< its words look more natural than those of the usual page
    DecodesToo,         ///< has a character for every byte that was looked at
};

struct EncodingCandidate final {
    const TextEncoding *encoding = nullptr; ///< never null
    EncodingReason reason = EncodingReason::DecodesToo;
    QStringList words; ///< up to three that hold characters beyond ASCII, decoded with it
};

struct EncodingGuess final {
    std::vector<EncodingCandidate> candidates; ///< best first, never empty
    bool sure = false;                         ///< false: show the words and ask
};

/// The encoding of a text, by evidence. `usualPage` is the page of the user's country (see usualPage()), for text that only says
/// that it is neither Unicode nor Asian nor Cyrillic: windows-1250 in Central Europe, for example; an unknown name counts
/// as windows-1252. Encodings that are not available here are no candidates.
[[nodiscard]] EncodingGuess guessEncoding(const FilePieces &pieces, QStringView usualPage = u"windows-1252");

} // namespace tabular
