#pragma once

#include "tabular/CsvDialect.h"

namespace tabular::csv {

/// The bytes of a dialect that mean something, as the scanning loops want them.
struct CsvSyntax final {
    char delimiter = ',';
    char second = '\0'; ///< of a two-character delimiter; 0: there is none
    char quote = '"';
    bool quotes = true;
    bool backslash = false;
    char comment = '\0';

    /// Blocks of 64 bytes can be looked at only where each mark is one byte and a quote always turns the parity.
    [[nodiscard]] bool fitsBlocks() const { return second == '\0' && !backslash; }

    friend bool operator==(const CsvSyntax &a, const CsvSyntax &b) = default;
};

/// An empty delimiter counts as a comma.
[[nodiscard]] CsvSyntax syntaxOf(const CsvDialect &dialect);

/// A place between two records.
struct RecordPlace final {
    qint64 offset = 0;    ///< of the byte to go on from, in the text
    qint64 records = 0;   ///< that lie before it
    qint64 line = 1;      ///< text line of that byte, from 1
    bool afterCr = false; ///< a line feed here belongs to the line end before it

    friend bool operator==(const RecordPlace &a, const RecordPlace &b) = default;
};

/// A "sep=" line may name it: a tab, or an ASCII character that is printed and no letter, digit or quote.
[[nodiscard]] bool canSeparate(char c);

/// What stands before the first record: a byte-order mark, a first line "sep=;" or both.
struct Preamble final {
    static constexpr qsizetype longest = 10; ///< so many bytes of the head decide

    RecordPlace begin;
    char delimiter = '\0'; ///< from a "sep=" line; 0: there is none
};

[[nodiscard]] Preamble preambleOf(QByteArrayView head);

/// The dialect as `preamble` corrects it.
[[nodiscard]] CsvSyntax withPreamble(CsvSyntax syntax, const Preamble &preamble);

} // namespace tabular::csv
