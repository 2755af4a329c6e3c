#include "tabular/TableReader.h"

#include "tabular/ContentKind.h"
#include "tabular/CsvReader.h"
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

struct TextFile final {
    std::unique_ptr<QFile> file; ///< open, at its start
    QByteArray head;
};

/// Looks at what `path` is before it opens it: opening a named pipe would wait for a writer.
base::Result<TextFile> openText(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return failure(base::ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return failure(base::ErrorCode::NotARegularFile, path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(base::ErrorCode::FileUnreadable, path, file->errorString());
    const QByteArray head = file->read(sniffedBytes);
    file->seek(qMax<qint64>(0, file->size() - sniffedBytes));
    const QByteArray tail = file->read(sniffedBytes);
    if (file->error() != QFileDevice::NoError || !file->seek(0))
        return failure(base::ErrorCode::FileUnreadable, path, file->errorString());
    if (const QString kind = foreignKind(head, tail); !kind.isEmpty()) {
        base::Error error = failure(base::ErrorCode::TableNotText, path);
        error.context.insert(QStringLiteral("found"), kind);
        return error;
    }
    return TextFile{std::move(file), head};
}

} // namespace

base::Result<std::unique_ptr<TableReader>> openTable(const SourceFile &source)
{
    auto opened = openText(source.path);
    if (!opened.ok())
        return opened.error();
    return std::unique_ptr<TableReader>(std::make_unique<CsvReader>(std::move(opened->file), source.dialect));
}

base::Result<CsvDialect> detectDialect(const QString &path)
{
    const auto opened = openText(path);
    if (!opened.ok())
        return opened.error();
    const DialectGuess guess = guessDialect(opened->head, opened->head.size() < sniffedBytes);
    // The reader behind openTable() splits by one sign only.
    const auto single = std::find_if(guess.delimiters.begin(), guess.delimiters.end(),
                                     [](const DelimiterCandidate &each) { return each.delimiter.size() == 1; });
    return single == guess.delimiters.end() ? CsvDialect{} : CsvDialect{.delimiter = single->delimiter};
}

} // namespace tabular
