#pragma once

#include <QString>

namespace tabular {

/// How a text file stands for a table. The defaults are what the CRM reads.
struct CsvDialect final {
    char delimiter = ',';                       ///< one of , ; | tab
    int headerRow = 1;                          ///< 1-based record that names the columns; 0: no header row
    QString encoding = QStringLiteral("UTF-8"); ///< only UTF-8 is read for now (a byte-order mark is skipped)

    friend bool operator==(const CsvDialect &a, const CsvDialect &b) = default;
};

/// A local spreadsheet and how to read it: what a plan stores under "source".
struct SourceFile final {
    QString path;
    CsvDialect dialect;

    friend bool operator==(const SourceFile &a, const SourceFile &b) = default;
};

} // namespace tabular
