#pragma once

#include <QtEndian>

#include <cstring>
#include <string_view>

#if defined(_MSC_VER) && defined(_M_X64)
#include <intrin.h>
#endif

namespace tabular {

/// What one look at all bytes of a cell tells: the same on every machine.
struct CellScan final {
    quint64 hash = 0; ///< never 0
    bool nonAscii = false;
    bool at = false; ///< an @ is in it
};

namespace scan {

inline quint64 load8(const char *from)
{
    quint64 word = 0;
    std::memcpy(&word, from, sizeof word);
    return Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? word : qbswap(word);
}

inline quint64 load4(const char *from)
{
    quint32 word = 0;
    std::memcpy(&word, from, sizeof word);
    return Q_BYTE_ORDER == Q_LITTLE_ENDIAN ? word : qbswap(word);
}

/// The bytes of a text shorter than 8, the first one lowest; nothing beyond its end is read.
inline quint64 loadShort(const char *from, size_t size)
{
    if (size >= 4)
        return load4(from) | load4(from + size - 4) << (8 * (size - 4));
    if (size == 0)
        return 0;
    const auto byte = [from](size_t at) { return static_cast<quint64>(static_cast<uchar>(from[at])) << (8 * at); };
    return byte(0) | byte(size / 2) | byte(size - 1);
}

/// The first 8 bytes so that numbers order as bytes do.
inline quint64 orderOf(std::string_view text)
{
    return qbswap(text.size() >= 8 ? load8(text.data()) : loadShort(text.data(), text.size()));
}

/// Both halves of the 128-bit product, folded.
inline quint64 fold(quint64 a, quint64 b)
{
#if defined(__SIZEOF_INT128__)
    __extension__ using Wide = unsigned __int128;
    const Wide product = static_cast<Wide>(a) * b;
    return static_cast<quint64>(product) ^ static_cast<quint64>(product >> 64);
#elif defined(_MSC_VER) && defined(_M_X64)
    quint64 high = 0;
    const quint64 low = _umul128(a, b, &high);
    return low ^ high;
#else
    const quint64 low = (a & 0xFFFFFFFF) * (b & 0xFFFFFFFF);
    const quint64 middle1 = (a >> 32) * (b & 0xFFFFFFFF) + (low >> 32);
    const quint64 middle2 = (a & 0xFFFFFFFF) * (b >> 32) + (middle1 & 0xFFFFFFFF);
    const quint64 high = (a >> 32) * (b >> 32) + (middle1 >> 32) + (middle2 >> 32);
    return (a * b) ^ high;
#endif
}

constexpr quint64 everyByte = 0x0101010101010101ULL;
constexpr quint64 highBits = 0x8080808080808080ULL;
constexpr quint64 seed = 0x9E3779B97F4A7C15ULL;
constexpr quint64 salt = 0xD6E8FEB86659FD93ULL;

/// Asks for memory that is needed a little later.
inline void prefetch(const void *address)
{
#if defined(__GNUC__)
    __builtin_prefetch(address);
#elif defined(_MSC_VER) && defined(_M_X64)
    _mm_prefetch(static_cast<const char *>(address), _MM_HINT_T0);
#else
    Q_UNUSED(address)
#endif
}

inline quint64 zeroBytes(quint64 word)
{
    return (word - everyByte) & ~word & highBits;
}

} // namespace scan

/// One pass in words of 8 bytes. The hash is made like wyhash's: multiply, fold, go on.
inline CellScan scanCell(std::string_view cell)
{
    using namespace scan;
    const char *at = cell.data();
    const size_t size = cell.size();
    quint64 hash = seed ^ size;
    quint64 high = 0;
    quint64 atSigns = 0;
    const auto take = [&](quint64 a, quint64 b) {
        high |= a | b;
        atSigns |= zeroBytes(a ^ ('@' * everyByte)) | zeroBytes(b ^ ('@' * everyByte));
        hash = fold(a ^ salt, b ^ hash);
    };
    if (size < 8) {
        take(loadShort(at, size), size);
    } else {
        const char *end = at + size;
        for (; end - at > 16; at += 16)
            take(load8(at), load8(at + 8));
        take(load8(end - at >= 8 ? at : end - 8), load8(end - 8));
    }
    hash = fold(hash ^ seed, salt);
    return {hash + (hash == 0), (high & highBits) != 0, atSigns != 0};
}

} // namespace tabular
