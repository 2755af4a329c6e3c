#include "cli/InspectReport.h"
#include "cli/ReasonWords.h"
#include "cli/TextTable.h"
#include "tabular/parts/PartLimits.h"

#include <QFileInfo>

namespace cli {

namespace {

constexpr int nameWidth = 32;
constexpr int sampleWidth = 24;
constexpr int findingWidth = 400;

QString bytesText(qint64 bytes)
{
    return bytes < 1'000 ? QStringLiteral("%1 bytes").arg(bytes)
                         : QLocale(QLocale::English).formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

QString counted(qint64 number, const char *one, const char *many)
{
    return grouped(number) + QLatin1Char(' ') + QLatin1String(number == 1 ? one : many);
}

QString signText(QByteArray sign)
{
    return sign == "\t" ? QStringLiteral("tab") : QString::fromLatin1(sign);
}

/// A choice and what speaks for it.
QString choice(const char *what, const QString &value, const ReasonWords &why)
{
    return QStringLiteral("  %1  %2  (%3%4)")
        .arg(QString::fromLatin1(what).leftJustified(10), value.leftJustified(14),
             why.sure ? QString() : QStringLiteral("not sure; "), QLatin1String(why.words));
}

void addChoices(const tabular::Glance &look, QStringList &lines)
{
    const tabular::CsvDialect &dialect = look.source.dialect;
    if (look.encoding)
        lines += choice("Encoding", dialect.encoding, whyEncoding(look));
    if (look.dialect) {
        lines += choice("Delimiter", signText(dialect.delimiter), whyDelimiter(look));
        const QString quote = dialect.quote == 0 ? QStringLiteral("none") : QString(QLatin1Char(dialect.quote));
        lines += choice("Quote", quote, whyQuote(look));
    }
    if (!look.source.sheet.isEmpty()) {
        lines += QStringLiteral("  %1  %2  (%3)")
                     .arg(QStringLiteral("Sheet").leftJustified(10),
                          shownText(look.source.sheet, nameWidth).leftJustified(14),
                          counted(static_cast<qint64>(look.sheets.size()), "sheet", "sheets"));
    }
    if (look.header) {
        const QString row = dialect.headerRow == 0 ? QStringLiteral("none") : grouped(dialect.headerRow);
        lines += choice("Header row", row, whyHeader(look));
    }
}

QString samplesText(const tabular::ColumnProfile &column)
{
    QStringList samples;
    for (const tabular::SampleValue &sample : column.samples)
        samples.append(shownText(sample.text, sampleWidth));
    return samples.join(QStringLiteral(" | "));
}

QStringList columnLines(const std::vector<tabular::ColumnProfile> &columns)
{
    using Side = TextTable::Side;
    TextTable table(
        {Side::Right, Side::Left, Side::Left, Side::Left, Side::Right, Side::Right, Side::Right, Side::Left});
    table.add({QStringLiteral("Index"), QStringLiteral("Column"), QStringLiteral("Type"), QStringLiteral("Format"),
               QStringLiteral("Filled"), QStringLiteral("Distinct"), QStringLiteral("Longest"),
               QStringLiteral("Samples")});
    for (size_t i = 0; i < columns.size(); ++i) {
        const tabular::ColumnProfile &column = columns[i];
        table.add({QString::number(i), shownText(column.header, nameWidth), tabular::name(column.shape), column.pattern,
                   grouped(column.filled),
                   (column.distinctExact ? QString() : QStringLiteral("~")) + grouped(column.distinct),
                   grouped(column.longest), samplesText(column)});
    }
    return table.lines();
}

} // namespace

qint64 dataRows(const tabular::TableSummary &summary)
{
    qint64 rows = summary.rows;
    for (const tabular::TableFinding &finding : summary.findings) {
        const bool isLong = finding.kind == tabular::TableFinding::Kind::LongRow;
        const bool widens =
            summary.source.longRows == tabular::LongRows::Widen || summary.source.dialect.headerRow == 0;
        rows += isLong && !widens ? finding.count : 0;
    }
    return rows;
}

qint64 fewestParts(qint64 rows, qint64 textBytes)
{
    const tabular::PartLimits limits;
    const auto parts = [](qint64 whole, qint64 limit) { return (whole + limit - 1) / limit; };
    return rows == 0 ? 0 : qMax(parts(rows, limits.rows), parts(textBytes, limits.bytes));
}

QStringList reportAsText(const InspectReport &report)
{
    const tabular::Glance &look = report.look;
    const tabular::TableProfile &profile = *report.summary.profile;
    const auto columns = static_cast<qint64>(profile.columns.size());
    QString title = shownText(QFileInfo(look.source.path).fileName(), 2 * nameWidth);
    if (!look.member.isEmpty())
        title += QStringLiteral(" > ") + shownText(look.member, 2 * nameWidth);
    QStringList lines{QStringLiteral("%1: %2, %3, %4, %5")
                          .arg(title, look.format, counted(dataRows(report.summary), "row", "rows"),
                               counted(columns, "column", "columns"), bytesText(look.bytes))};
    const qint64 parts = fewestParts(dataRows(report.summary), report.summary.scan->bytes);
    if (parts > 0)
        lines += QStringLiteral("%1, %2 API credits each").arg(counted(parts, "part", "parts")).arg(creditsEach);
    if (const int most = tabular::PartLimits().columns; columns > most)
        lines += QStringLiteral("One job takes %1 columns; choose which with --columns or --plan.").arg(most);
    lines += QString();
    addChoices(look, lines);
    lines += QString();
    lines += columnLines(profile.columns);
    if (report.findings.empty())
        return lines;
    lines += {QString(), QStringLiteral("What to know")};
    for (const InspectFinding &finding : report.findings)
        lines += QStringLiteral("  ") + shownText(finding.message, findingWidth);
    return lines;
}

} // namespace cli
