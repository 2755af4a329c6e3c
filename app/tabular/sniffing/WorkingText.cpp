#include "tabular/sniffing/WorkingText.h"

#include "tabular/sniffing/PrivateOutput.h"
#include "tabular/sniffing/ProbedFile.h"

namespace tabular {

namespace {

/// How large the copy gets, told by how the pieces of the file grow, and a fifth more.
base::Result<qint64> estimateCopy(const QString &path, const TextEncoding &encoding)
{
    auto file = openRegularFile(path);
    if (!file.ok())
        return file.error();
    auto pieces = readPieces(**file);
    if (!pieces.ok())
        return pieces.error();
    qint64 before = pieces->head.size();
    qint64 after = decodeBytes(encoding, pieces->head, !pieces->headIsAll).utf8.size();
    // In encodings of two and four bytes only the ends start at a character for certain.
    if (encoding.family == EncodingFamily::SingleByte) {
        for (const QByteArray &piece : pieces->between) {
            before += piece.size();
            after += decodeBytes(encoding, piece).utf8.size();
        }
    }
    const double growth = static_cast<double>(after) / static_cast<double>(qMax(qint64{1}, before));
    return static_cast<qint64>(static_cast<double>((*file)->size()) * growth * 1.2);
}

/// Gives how many were dropped.
base::Result<qint64> writeWithoutZeros(PrivateOutput &out, QByteArrayView utf8)
{
    QByteArray rest;
    if (utf8.contains('\0'))
        rest = utf8.toByteArray().replace(QByteArrayView("\0", 1), QByteArrayView());
    const QByteArrayView kept = rest.isNull() ? utf8 : QByteArrayView(rest);
    if (const auto written = out.write(kept); !written.ok())
        return written.error();
    return utf8.size() - kept.size();
}

} // namespace

base::Result<WorkingText> WorkingText::prepare(const QString &path, const TextEncoding &encoding, InvalidBytes policy,
                                               const base::StopFlag &stop, const std::function<void(int)> &progress,
                                               const QString &temporary, ZeroBytes zeros, Utf8Lines lines)
{
    WorkingText text;
    if (encoding.family == EncodingFamily::Utf8 && policy == InvalidBytes::Refuse) {
        const auto file = openRegularFile(path);
        if (!file.ok())
            return file.error();
        text.m_path = path;
        return text;
    }
    const auto needed = estimateCopy(path, encoding);
    if (!needed.ok())
        return needed.error();
    auto folder = PrivateFolder::create(temporary);
    if (!folder.ok())
        return folder.error();
    if (auto room = checkRoom(folder->path(), *needed); !room.ok())
        return room.error();
    auto out = PrivateOutput::create(folder->path(), QStringLiteral("text.csv"));
    if (!out.ok())
        return out.error();
    const auto take = [&](QByteArrayView utf8) -> base::Status {
        if (zeros == ZeroBytes::Keep)
            return out->write(utf8);
        const auto dropped = writeWithoutZeros(*out, utf8);
        if (!dropped.ok())
            return dropped.error();
        text.m_droppedZeros += *dropped;
        return base::Done{};
    };
    auto decoded = decodeFile(path, encoding, policy, lines, take, stop, progress);
    if (!decoded.ok())
        return decoded.error();
    const auto kept = out->keep();
    if (!kept.ok())
        return kept.error();
    text.m_path = *kept;
    text.m_folder.emplace(std::move(folder).value());
    text.m_replaced = std::move(decoded->replaced);
    text.m_utf8Lines = std::move(decoded->utf8Lines);
    return text;
}

} // namespace tabular
