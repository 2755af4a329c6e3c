#pragma once

#include "tabular/CsvDialect.h"

#include <QCommandLineParser>

#include <optional>

namespace cli {

/// What the verbs that read a spreadsheet were told about it. What is empty is guessed from the file.
struct TableOptions final {
    QString path;
    bool json = false;
    QString sheet;
    QString encoding; ///< a name that textEncodings() has
    QByteArray delimiter;
    std::optional<char> quote; ///< 0: none
    std::optional<bool> backslash;
    std::optional<char> comment; ///< 0: none
    std::optional<int> header;   ///< 0: none
    int headerRows = 1;          ///< from `header` on; a plan may say so
    int threads = 1;
    tabular::LongRows longRows = tabular::LongRows::Ask;
    tabular::Utf8Lines utf8Lines = tabular::Utf8Lines::Ask;
    bool replaceInvalid = false; ///< what is no text becomes U+FFFD, and zero bytes are left out
};

void addTableOptions(QCommandLineParser &parser);

/// Fills `options`; gives one sentence that says what is possible where a value is not, else nothing.
[[nodiscard]] QString readTableOptions(const QCommandLineParser &parser, TableOptions &options);

/// A whole number in `name`'s value, as it stands otherwise; a sentence as above when it is none from `least` to `most`.
[[nodiscard]] QString readNumber(const QCommandLineParser &parser, const char *name, qint64 least, qint64 most,
                                 qint64 &number);

} // namespace cli
