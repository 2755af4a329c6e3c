#include "tabular/sniffing/DelimiterRanking.h"

#include "tabular/sniffing/CellLook.h"

#include <algorithm>
#include <array>
#include <map>

namespace tabular {

namespace {

struct Delimiter final {
    const char *sign;
    double weight; ///< how far its evenness is to be trusted: some signs are in all kinds of text
};

constexpr std::array delimiters{
    Delimiter{",", 1},   Delimiter{";", 1},   Delimiter{"\t", 1},   Delimiter{"|", 1},    Delimiter{"||", 1},
    Delimiter{";;", 1},  Delimiter{"::", 1},  Delimiter{"~|", 1},   Delimiter{"|~", 1},   Delimiter{"^|", 1},
    Delimiter{"~~", 1},  Delimiter{"^^", 1},  Delimiter{"\x1F", 1}, Delimiter{"\x01", 1}, Delimiter{"~", 0.9},
    Delimiter{"^", 0.9}, Delimiter{":", 0.8}, Delimiter{" ", 0.6},
};

double weightOf(const QByteArray &sign)
{
    const auto found =
        std::find_if(delimiters.begin(), delimiters.end(), [&](const auto &d) { return sign == d.sign; });
    return found == delimiters.end() ? 0.5 : found->weight;
}

void measureWidths(DelimiterFit &fit)
{
    std::map<size_t, int> counts;
    for (const HeadRecord &record : fit.head.records)
        ++counts[record.size()];
    int most = 0;
    for (const auto &[width, count] : counts) {
        if (width > 1 && count >= most) {
            most = count;
            fit.columns = static_cast<int>(width);
        }
    }
    if (most > 0)
        fit.evenness = static_cast<double>(most) / static_cast<double>(fit.head.records.size());
}

/// A cell that still holds what separates cells elsewhere was most likely not split by the right sign.
double cleanness(QByteArrayView cell, const QByteArray &delimiter)
{
    for (const char sign : {';', '\t', '|'}) {
        if (!delimiter.contains(sign) && cell.contains(sign))
            return 0;
    }
    const qsizetype comma = cell.indexOf(',');
    if (comma < 0 || delimiter == "," || lookOf(cell) == CellLook::Number || cell.sliced(comma).startsWith(", "))
        return 1;
    return 0.5;
}

double cleanness(const DelimiterFit &fit)
{
    double clean = 0;
    double cells = 0;
    for (const HeadRecord &record : fit.head.records) {
        for (const QByteArray &cell : record)
            clean += cleanness(cell, fit.dialect.delimiter);
        cells += static_cast<double>(record.size());
    }
    return cells > 0 ? clean / cells : 0;
}

bool isColonOfTimeOrAddress(const HeadRecord &record)
{
    for (size_t i = 1; i < record.size(); ++i) {
        const QByteArray &before = record[i - 1];
        const QByteArray &after = record[i];
        const bool time = !before.isEmpty() && !after.isEmpty() && before.back() >= '0' && before.back() <= '9'
            && after.size() >= 2 && after[0] >= '0' && after[0] <= '9' && after[1] >= '0' && after[1] <= '9';
        if (time || after.startsWith("//") || after.startsWith(' '))
            return true;
    }
    return false;
}

bool isPlausibleColon(const DelimiterFit &fit)
{
    const auto &records = fit.head.records;
    const auto odd = std::count_if(records.begin(), records.end(), isColonOfTimeOrAddress);
    return records.size() >= 2 && fit.evenness >= 0.9 && static_cast<size_t>(odd) * 2 < records.size();
}

/// Words are separated by spaces too, so columns must show: even in every record, names without digits above, and
/// values of one shape below.
bool isPlausibleSpace(const DelimiterFit &fit)
{
    const auto &records = fit.head.records;
    if (records.size() < 5 || fit.columns < 3 || fit.evenness < 1)
        return false;
    for (size_t column = 0; column < static_cast<size_t>(fit.columns); ++column) {
        const CellLook shape = lookOf(records[1][column]);
        const bool telling = shape != CellLook::Text && shape != CellLook::Empty;
        const bool constant = std::all_of(records.begin() + 1, records.end(),
                                          [&](const HeadRecord &record) { return lookOf(record[column]) == shape; });
        if (telling && constant && lookOf(records[0][column]) == CellLook::Text)
            return true;
    }
    return false;
}

bool isPlausible(const DelimiterFit &fit)
{
    if (fit.columns < 2 || fit.evenness < 0.5)
        return false;
    if (fit.dialect.delimiter == ":")
        return isPlausibleColon(fit);
    if (fit.dialect.delimiter == " ")
        return isPlausibleSpace(fit);
    const bool rare = !isUsualDelimiter(fit.dialect.delimiter);
    return !rare || (fit.head.records.size() >= 2 && fit.evenness >= 0.8);
}

DelimiterFit fitWith(CsvDialect dialect, QByteArrayView head, bool headIsAll)
{
    DelimiterFit fit{std::move(dialect), {}, 1, 0, 0};
    fit.head = splitHead(head, fit.dialect, headIsAll);
    measureWidths(fit);
    if (isPlausible(fit)) {
        const double order = 1.0 / (1.0 + 0.05 * fit.head.malformed);
        fit.score =
            fit.evenness * fit.evenness * (0.4 + 0.6 * cleanness(fit)) * weightOf(fit.dialect.delimiter) * order;
    }
    return fit;
}

/// `;;` read as `;` gives an empty cell between any two.
bool isHalfOfDouble(const DelimiterFit &half, const std::vector<DelimiterFit> &all)
{
    return std::any_of(all.begin(), all.end(), [&half](const DelimiterFit &whole) {
        return whole.dialect.delimiter == half.dialect.delimiter + half.dialect.delimiter && whole.score > 0
            && half.columns == 2 * whole.columns - 1;
    });
}

/// `~|` read as `|` leaves the other sign at the end or the start of cells.
bool isPartOfPair(const DelimiterFit &part, const std::vector<DelimiterFit> &all)
{
    return std::any_of(all.begin(), all.end(), [&part](const DelimiterFit &pair) {
        const QByteArray &sign = pair.dialect.delimiter;
        return sign.size() == 2 && sign[0] != sign[1] && sign.contains(part.dialect.delimiter)
            && part.dialect.delimiter.size() == 1 && pair.score > 0 && pair.columns == part.columns;
    });
}

} // namespace

DelimiterFit fitDelimiter(const QByteArray &delimiter, QByteArrayView head, bool headIsAll, char comment)
{
    CsvDialect dialect{.delimiter = delimiter, .comment = comment};
    DelimiterFit best = fitWith(dialect, head, headIsAll);
    const auto consider = [&](double margin) {
        DelimiterFit other = fitWith(dialect, head, headIsAll);
        if (other.head.malformed < best.head.malformed && other.score >= best.score - margin)
            best = std::move(other);
    };
    if (best.head.escapedQuotes > 0 && best.head.malformed > 0) {
        dialect.backslashEscapes = true;
        consider(0.3);
        dialect.backslashEscapes = false;
    }
    if (best.head.malformed > 0) {
        dialect.quote = '\0';
        consider(0);
    }
    if (best.head.quotedCells == 0 && head.contains('\'')) {
        dialect.quote = '\'';
        DelimiterFit single = fitWith(dialect, head, headIsAll);
        // An apostrophe starts a word now and then; quotes also end cells.
        const bool many = single.head.quotedCells >= 2 && single.head.malformed * 5 <= single.head.quotedCells;
        if (many && single.score >= best.score)
            best = std::move(single);
    }
    return best;
}

std::vector<DelimiterFit> rankDelimiters(QByteArrayView head, bool headIsAll, char comment)
{
    std::vector<DelimiterFit> fits;
    for (const Delimiter &delimiter : delimiters) {
        if (head.contains(delimiter.sign))
            fits.push_back(fitDelimiter(QByteArray(delimiter.sign), head, headIsAll, comment));
    }
    std::vector<DelimiterFit> kept;
    for (const DelimiterFit &fit : fits) {
        if (fit.score > 0 && !isHalfOfDouble(fit, fits) && !isPartOfPair(fit, fits))
            kept.push_back(fit);
    }
    std::stable_sort(kept.begin(), kept.end(), [](const DelimiterFit &a, const DelimiterFit &b) {
        return a.score > b.score + 1e-9 || (a.score > b.score - 1e-9 && a.columns > b.columns);
    });
    return kept;
}

bool isUsualDelimiter(const QByteArray &delimiter)
{
    return delimiter.size() == 1 && QByteArrayView(",;\t|").contains(delimiter[0]);
}

} // namespace tabular
