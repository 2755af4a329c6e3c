#pragma once

#include <QByteArray>
#include <QString>

namespace tabular {

/// How a text stands for a table. The defaults are what the CRM reads.
struct CsvDialect final {
    QByteArray delimiter = QByteArrayLiteral(","); ///< one or two ASCII characters; never a quote or a line end
    char quote = '"';                              ///< 0: quotes mean nothing
    bool backslashEscapes = false;                 ///< `\"` is a quote inside quotes, where RFC 4180 doubles it
    char comment = '\0';                           ///< a line that starts with it is no record; 0: none
    int headerRow = 1;                             ///< 1-based record that names the columns; 0: no header row
    int headerRows = 1;                            ///< so many records from `headerRow` on name the columns together
    QString encoding = QStringLiteral("UTF-8");    ///< IANA name; a byte-order mark is skipped

    friend bool operator==(const CsvDialect &a, const CsvDialect &b) = default;
};

/// What becomes of rows with more cells than the header row, where one of the surplus is not blank: a delimiter may stand
/// inside a cell, and then values stand in columns that are not theirs.
enum class LongRows {
    Ask,      ///< they are left out of everything that counts values, and no part is made
    LeaveOut, ///< the same, and parts are made without them
    Widen,    ///< the table gets so many more columns
};

/// What becomes of lines that are UTF-8 in a text of another encoding.
enum class Utf8Lines {
    Ask,  ///< they are read as all others, and no part is made
    Read, ///< as what they are
    Keep, ///< as all others
};

/// A local spreadsheet and how to read it: what a plan stores under "source".
struct SourceFile final {
    QString path;
    CsvDialect dialect;
    QString sheet = {};                ///< of a workbook, by name; empty: its first one
    LongRows longRows = LongRows::Ask; ///< without a header row they widen the table in any case
    Utf8Lines utf8Lines = Utf8Lines::Ask;

    friend bool operator==(const SourceFile &a, const SourceFile &b) = default;
};

} // namespace tabular
