#include "tabular/TableReader.h"

#include "tabular/ContentKind.h"
#include "tabular/CsvReader.h"
#include "tabular/csv/FileSource.h"

#include <QBuffer>
#include <QFile>
#include <QFileInfo>

#include <map>

namespace tabular {

namespace {

constexpr qint64 sniffedBytes = 64 * 1024;
constexpr int sniffedRecords = 50;

base::Error failure(base::ErrorCode code, const QString &path, const QString &detail = {})
{
    return {code, detail, {{QStringLiteral("file"), path}}, {}};
}

/// Looks at what `path` is before it opens it: opening a named pipe would wait for a writer.
base::Result<QByteArray> headOfText(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(base::ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return failure(base::ErrorCode::NotARegularFile, path);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(base::ErrorCode::FileUnreadable, path, file.errorString());
    const QByteArray head = file.read(sniffedBytes);
    file.seek(qMax<qint64>(0, file.size() - sniffedBytes));
    const QByteArray tail = file.read(sniffedBytes);
    if (file.error() != QFileDevice::NoError)
        return failure(base::ErrorCode::FileUnreadable, path, file.errorString());
    if (const QString kind = foreignKind(head, tail); !kind.isEmpty()) {
        base::Error error = failure(base::ErrorCode::TableNotText, path);
        error.context.insert(QStringLiteral("found"), kind);
        return error;
    }
    return head;
}

struct Split final {
    qsizetype columns = 1; ///< of most records
    double evenness = 0;   ///< the share of records that have so many
    char delimiter = ',';
};

Split splitBy(char delimiter, const QByteArray &head, bool headIsAll)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(head);
    buffer->open(QIODevice::ReadOnly);
    CsvReader reader(std::move(buffer), CsvDialect{.delimiter = QByteArray(1, delimiter)});
    std::vector<qsizetype> widths;
    Row row;
    while (widths.size() < sniffedRecords) {
        const auto more = reader.next(row);
        if (!more.ok() || !*more)
            break;
        widths.push_back(row.cells.size());
    }
    // The last record of a cut head is most likely cut itself.
    if (!headIsAll && widths.size() > 1 && widths.size() < sniffedRecords)
        widths.pop_back();
    std::map<qsizetype, double> counts;
    for (const qsizetype width : widths)
        counts[width] += 1;
    Split split{.columns = 1, .evenness = 0, .delimiter = reader.delimiter()};
    for (const auto &[width, count] : counts) {
        const double share = count / static_cast<double>(widths.size());
        if (width > 1 && share >= split.evenness)
            split = {width, share, reader.delimiter()};
    }
    return split;
}

} // namespace

base::Result<std::unique_ptr<TableReader>> openTable(const SourceFile &source)
{
    const auto looked = headOfText(source.path);
    if (!looked.ok())
        return looked.error();
    auto opened = csv::FileSource::open(source.path);
    if (!opened.ok())
        return opened.error();
    std::shared_ptr<csv::ByteSource> bytes = std::move(opened).value();
    return std::unique_ptr<TableReader>(std::make_unique<CsvReader>(std::move(bytes), source.dialect));
}

base::Result<CsvDialect> detectDialect(const QString &path)
{
    const auto head = headOfText(path);
    if (!head.ok())
        return head.error();
    const bool headIsAll = head->size() < sniffedBytes;
    Split best;
    for (const char delimiter : {',', ';', '\t', '|'}) {
        const Split split = splitBy(delimiter, *head, headIsAll);
        if (split.evenness > best.evenness || (split.evenness == best.evenness && split.columns > best.columns)) {
            best = split;
        }
    }
    return CsvDialect{.delimiter = QByteArray(1, best.delimiter)};
}

} // namespace tabular
