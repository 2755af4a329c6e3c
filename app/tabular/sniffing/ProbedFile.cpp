#include "tabular/sniffing/ProbedFile.h"

#include "tabular/csv/FileSource.h"

#include <QFileInfo>

namespace tabular {

namespace {

constexpr qint64 endBytes = 64 * 1024;
constexpr qint64 probeBytes = 4 * 1024;
constexpr qint64 probes = 16;

} // namespace

base::Error fileError(base::ErrorCode code, const QString &path, const QString &detail)
{
    return {code, detail, {{QStringLiteral("file"), path}}, {}};
}

base::Result<std::unique_ptr<QFile>> openRegularFile(const QString &path)
{
    const QFileInfo info(path);
    if (!info.exists())
        return fileError(base::ErrorCode::FileNotFound, path);
    if (!info.isFile())
        return fileError(base::ErrorCode::NotARegularFile, path);
    // Opened like this first because Qt does not tell why a file cannot be opened, and waits for whoever holds it.
    if (const auto source = csv::FileSource::open(path); !source.ok())
        return source.error();
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly))
        return fileError(base::ErrorCode::FileUnreadable, path, file->errorString());
    return file;
}

base::Result<FilePieces> readPieces(QFile &file)
{
    FilePieces pieces;
    const qint64 size = file.size();
    const auto readAt = [&file](qint64 at, qint64 bytes) { return file.seek(at) ? file.read(bytes) : QByteArray(); };
    pieces.head = readAt(0, endBytes);
    pieces.headIsAll = size <= endBytes;
    if (!pieces.headIsAll) {
        // No byte is looked at twice.
        const qint64 tailAt = qMax(endBytes, size - endBytes);
        const qint64 step = (tailAt - endBytes) / (probes + 1);
        for (qint64 i = 1; i <= probes && step >= probeBytes; ++i)
            pieces.between.push_back(readAt(endBytes + i * step - probeBytes / 2, probeBytes));
        pieces.tail = readAt(tailAt, endBytes);
    }
    if (file.error() != QFileDevice::NoError || !file.seek(0))
        return fileError(base::ErrorCode::FileUnreadable, file.fileName(), file.errorString());
    return pieces;
}

} // namespace tabular
