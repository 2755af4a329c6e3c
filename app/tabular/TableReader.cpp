#include "tabular/TableReader.h"

#include "tabular/ContentKind.h"
#include "tabular/CsvReader.h"
#include "tabular/csv/FileSource.h"
#include "tabular/sniffing/DialectGuess.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace tabular {

namespace {

constexpr qint64 sniffedBytes = 64 * 1024;

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
    const DialectGuess guess = guessDialect(*head, head->size() < sniffedBytes);
    return guess.delimiters.empty() ? CsvDialect{} : CsvDialect{.delimiter = guess.delimiters.front().delimiter};
}

} // namespace tabular
