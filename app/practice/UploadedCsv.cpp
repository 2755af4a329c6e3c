#include "practice/UploadedCsv.h"

#include "crm/ApiVersion.h"
#include "tabular/CsvReader.h"
#include "tabular/ZipReader.h"

#include <QStringDecoder>

#include <array>

namespace practice {

namespace {

bool isNewest(const QString &version)
{
    return version == QLatin1String("v8");
}

Answer notAZip(const QString &version, const QString &now)
{
    return refusal(isNewest(version) ? 400 : 200, QStringLiteral("INVALID_FILE_FORMAT"),
                   QStringLiteral("invalid file format. only zip format is supported"), {{"created_time", text(now)}});
}

Answer improper(const QString &why)
{
    return refusal(400, QStringLiteral("INVALID_FILE_FORMAT"), QStringLiteral("improper file. %1").arg(why));
}

Answer tooLarge(const QString &version)
{
    if (isNewest(version))
        return refusal(400, QStringLiteral("INVALID_DATA"),
                       QStringLiteral("Import file size should be less than 25 mb."));
    return refusal(413, QStringLiteral("FILE_TOO_LARGE"), QStringLiteral("File size too large to process"));
}

/// What splits the header row: the CRM looks at that row alone, and knows no tab.
char headerDelimiter(const QByteArray &utf8)
{
    constexpr std::array<char, 4> signs{',', ';', '|', ':'};
    std::array<int, 4> counts{};
    bool quoted = false;
    for (const char c : utf8) {
        if (c == '"')
            quoted = !quoted;
        if (!quoted && (c == '\n' || c == '\r'))
            break;
        for (size_t i = 0; i < signs.size(); ++i)
            counts[i] += !quoted && c == signs[i];
    }
    const auto best = std::max_element(counts.begin(), counts.end());
    return signs[static_cast<size_t>(best - counts.begin())];
}

std::optional<UploadedCsv> onlyCsv(const std::vector<tabular::ZipEntry> &entries)
{
    std::optional<UploadedCsv> csv;
    for (const tabular::ZipEntry &entry : entries) {
        if (!entry.name.endsWith(QLatin1String(".csv"), Qt::CaseInsensitive))
            continue;
        if (csv)
            return std::nullopt;
        csv = UploadedCsv{entry.name.section(QLatin1Char('/'), -1), entry.content, {}, {}, 0};
    }
    return csv;
}

/// Reads every record once, for the header and the counts.
std::optional<Answer> measure(UploadedCsv &csv, const UploadLimits &limits)
{
    const auto utf8 = toUtf8(csv.raw, {});
    if (!utf8)
        return improper(QStringLiteral("the encoding of the file is not known."));
    csv.dialect.delimiter = QByteArray(1, headerDelimiter(*utf8));
    const auto reader = tabular::readCsvText(*utf8, csv.dialect);
    tabular::Row row;
    qint64 records = 0;
    for (auto more = reader->next(row);; more = reader->next(row)) {
        if (!more)
            return improper(QStringLiteral("the csv file cannot be read (%1).").arg(more.error().detail));
        if (!*more)
            break;
        if (++records == 1)
            csv.header = row.cells;
    }
    csv.rows = records - 1;
    if (records == 0)
        return improper(QStringLiteral("the csv file is empty."));
    if (csv.rows > limits.rows)
        return improper(QStringLiteral("more than %1 rows.").arg(limits.rows));
    if (csv.header.size() > limits.columns)
        return improper(QStringLiteral("more than %1 columns.").arg(limits.columns));
    return std::nullopt;
}

} // namespace

base::Result<UploadedCsv, Answer> openUpload(const QByteArray &archive, const QString &version, const QString &now,
                                             const UploadLimits &limits)
{
    if (archive.size() > limits.bytes)
        return tooLarge(version);
    // A CSV of equal rows shrinks to a thousandth; a bomb is stopped by its unpacked size.
    const auto entries = tabular::readZip(archive, {10, limits.bytes, 1100});
    if (!entries)
        return entries.error().code == base::ErrorCode::ZipTooLarge ? tooLarge(version) : notAZip(version, now);
    auto csv = onlyCsv(*entries);
    if (!csv)
        return improper(QStringLiteral("the zip must contain exactly one csv file."));
    if (const auto refused = measure(*csv, limits))
        return *refused;
    return *csv;
}

std::optional<QByteArray> toUtf8(const QByteArray &bytes, const QString &encoding)
{
    static const QByteArray utf8Mark("\xEF\xBB\xBF");
    if (encoding.isEmpty()) {
        const bool utf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
        if (utf16)
            return toUtf8(bytes, QStringLiteral("UTF-16"));
        const auto utf8 = toUtf8(bytes, QStringLiteral("UTF-8"));
        return utf8 ? utf8 : toUtf8(bytes, QStringLiteral("ISO-8859-1"));
    }
    const QString name =
        encoding.compare(QLatin1String("UTF8"), Qt::CaseInsensitive) == 0 ? QStringLiteral("UTF-8") : encoding;
    const auto known = QStringConverter::encodingForName(name.toLatin1().constData());
    if (!known)
        return std::nullopt;
    QStringDecoder decoder(*known);
    const QString decoded = decoder.decode(bytes.startsWith(utf8Mark) ? bytes.mid(3) : bytes);
    if (decoder.hasError())
        return std::nullopt;
    return decoded.toUtf8();
}

} // namespace practice
