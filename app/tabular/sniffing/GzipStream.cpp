#include "tabular/sniffing/GzipStream.h"

#include <zlib.h>

namespace tabular {

namespace {

constexpr qsizetype gzipBlockBytes = 256 * 1024;
/// The largest window, and a gzip header before the data.
constexpr int gzipWindow = 15 + 16;

base::Error unreadable(const char *why)
{
    return {base::ErrorCode::ZipUnreadable, QString::fromLatin1(why), {}, {}};
}

} // namespace

struct GzipStream::State final {
    z_stream zlib{};
};

GzipStream::GzipStream(QIODevice &source)
    : m_source(source)
    , m_state(std::make_unique<State>())
    , m_block(gzipBlockBytes, Qt::Uninitialized)
{
    // Fails only when there is no memory; inflate() then says so at once.
    inflateInit2(&m_state->zlib, gzipWindow);
}

GzipStream::~GzipStream()
{
    inflateEnd(&m_state->zlib);
}

/// False at the end of the source and when it cannot be read.
bool GzipStream::refill()
{
    if (m_state->zlib.avail_in > 0)
        return true;
    const qint64 got = m_source.read(m_block.data(), m_block.size());
    if (got <= 0)
        return false;
    m_taken += got;
    m_state->zlib.next_in = reinterpret_cast<Bytef *>(m_block.data());
    m_state->zlib.avail_in = static_cast<uInt>(got);
    return true;
}

GzipStream::Between GzipStream::afterMember()
{
    z_stream &zlib = m_state->zlib;
    bool padded = false;
    while (refill()) {
        if (*zlib.next_in != 0)
            return !padded && *zlib.next_in == 0x1F && inflateReset(&zlib) == Z_OK ? Between::More : Between::Broken;
        padded = true;
        ++zlib.next_in;
        --zlib.avail_in;
    }
    return Between::End;
}

base::Result<qint64> GzipStream::read(char *to, qint64 room)
{
    z_stream &zlib = m_state->zlib;
    zlib.next_out = reinterpret_cast<Bytef *>(to);
    zlib.avail_out = static_cast<uInt>(room);
    while (!m_ended && zlib.avail_out > 0) {
        if (!refill()) {
            return m_source.isReadable() && !m_source.atEnd()
                ? base::Error{base::ErrorCode::FileUnreadable, m_source.errorString(), {}, {}}
                : unreadable("the data ends too early");
        }
        const int result = inflate(&zlib, Z_NO_FLUSH);
        if (result == Z_STREAM_END) {
            const Between next = afterMember();
            if (next == Between::Broken)
                return unreadable("something follows the data");
            m_ended = next == Between::End;
        } else if (result != Z_OK) {
            return unreadable(zlib.msg ? zlib.msg : "the data is damaged");
        }
    }
    return room - static_cast<qint64>(zlib.avail_out);
}

} // namespace tabular
