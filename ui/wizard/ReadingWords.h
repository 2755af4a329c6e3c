#pragma once

#include "tabular/opening/Glance.h"

#include <QCoreApplication>

namespace ui {

/// How a spreadsheet is read, and why: the names of the choices, and one plain sentence on what speaks for each.
class ReadingWords final {
    Q_DECLARE_TR_FUNCTIONS(ReadingWords)
public:
    /// "CSV", "XLSX", "CSV from an archive (leads.csv)"
    [[nodiscard]] static QString kind(const tabular::Glance &glance);
    [[nodiscard]] static QString encodingName(const tabular::TextEncoding &encoding);
    /// A candidate with its words: "Western European (Windows): Müller, Größe"
    [[nodiscard]] static QString candidate(const tabular::EncodingCandidate &candidate);
    [[nodiscard]] static QString delimiterName(const QByteArray &delimiter);
    [[nodiscard]] static QString candidate(const tabular::DelimiterCandidate &candidate);
    [[nodiscard]] static QString lineEnding(tabular::LineEnding ending);

    [[nodiscard]] static QString whyEncoding(const tabular::EncodingGuess &guess, const QString &chosen);
    [[nodiscard]] static QString whyDelimiter(const tabular::DialectGuess &guess, const QByteArray &chosen);
    [[nodiscard]] static QString whyQuote(const tabular::DialectGuess &guess, const tabular::CsvDialect &chosen);
    [[nodiscard]] static QString whyHeader(const tabular::HeaderGuess &guess, const tabular::CsvDialect &chosen);

private:
    [[nodiscard]] static QString reason(tabular::EncodingReason reason);
    [[nodiscard]] static QString evenly(const tabular::DelimiterCandidate &candidate);
};

} // namespace ui
