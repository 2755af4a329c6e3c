#include "tabular/sniffing/FileDecoding.h"

#include "tabular/sniffing/ProbedFile.h"

#include <QDateTime>
#include <QFileInfo>

namespace tabular {

namespace {

constexpr qint64 decodedBlockBytes = 1024 * 1024;
constexpr qint64 previewBlockBytes = 64 * 1024;

/// What a file that nobody writes to keeps.
struct Stamp final {
    qint64 size = 0;
    QDateTime changed;

    friend bool operator==(const Stamp &a, const Stamp &b) = default;
};

Stamp stampOf(const QString &path)
{
    const QFileInfo info(path);
    return {info.size(), info.lastModified()};
}

base::Error about(base::Error error, const QString &path)
{
    error.context.insert(QStringLiteral("file"), path);
    return error;
}

} // namespace

base::Result<DecodedFile> decodeFile(const QString &path, const TextEncoding &encoding, InvalidBytes policy,
                                     Utf8Lines lines, const std::function<base::Status(QByteArrayView)> &take,
                                     const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    const Stamp before = stampOf(path);
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    auto decoder = MixedLines::make(encoding, policy, lines);
    if (!decoder.ok())
        return about(decoder.error(), path);
    QByteArray block(decodedBlockBytes, Qt::Uninitialized);
    QByteArray utf8;
    qint64 done = 0;
    for (bool more = true; more;) {
        if (stop.raised())
            return base::Error{base::ErrorCode::Cancelled, {}, {}, {}};
        const qint64 got = (*file)->read(block.data(), block.size());
        if (got < 0)
            return fileError(base::ErrorCode::FileUnreadable, path, (*file)->errorString());
        more = got > 0;
        utf8.resize(0); // unlike clear() it keeps the room
        const auto decoded = more ? decoder->feed(QByteArrayView(block).first(got), utf8) : decoder->finish(utf8);
        if (!decoded.ok())
            return about(decoded.error(), path);
        if (auto taken = take(utf8); !taken.ok())
            return taken.error();
        done += got;
        if (progress)
            progress(static_cast<int>(qMin(qint64{100}, 100 * done / qMax(qint64{1}, before.size))));
    }
    if (done != before.size || stampOf(path) != before)
        return fileError(base::ErrorCode::FileChanged, path);
    return DecodedFile{decoder->invalidPlaces(), decoder->utf8Lines()};
}

base::Result<InvalidPlaces> findInvalidBytes(const QString &path, const TextEncoding &encoding,
                                             const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    const auto drop = [](QByteArrayView) -> base::Status { return base::Done{}; };
    auto decoded = decodeFile(path, encoding, InvalidBytes::Replace, Utf8Lines::Keep, drop, stop, progress);
    if (!decoded.ok())
        return decoded.error();
    return std::move(decoded->replaced);
}

base::Result<HeadText> headText(const QString &path, const TextEncoding &encoding, qsizetype bytes)
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    auto decoder = Utf8Decoder::make(encoding, InvalidBytes::Replace);
    if (!decoder.ok())
        return about(decoder.error(), path);
    HeadText head;
    while (head.utf8.size() <= bytes && !head.isAll) {
        const QByteArray block = (*file)->read(previewBlockBytes);
        head.isAll = block.isEmpty();
        const auto decoded = head.isAll ? decoder->finish(head.utf8) : decoder->feed(block, head.utf8);
        if (!decoded.ok() || (*file)->error() != QFileDevice::NoError)
            return fileError(base::ErrorCode::FileUnreadable, path, (*file)->errorString());
    }
    head.places = decoder->invalidPlaces();
    if (head.utf8.size() > bytes) {
        // Back to where a character begins.
        while (bytes > 0 && (static_cast<uchar>(head.utf8[bytes]) & 0xC0) == 0x80)
            --bytes;
        head.utf8.truncate(bytes);
        head.isAll = false;
    }
    return head;
}

} // namespace tabular
