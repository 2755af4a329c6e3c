#pragma once

#include <QtEndian>

#include <array>
#include <cstring>
#include <string_view>

#if defined(_MSC_VER) && defined(_M_X64)
#include <intrin.h>
#endif

namespace tabular {

// The hash of a cell, the same on every machine, made like wyhash's: 16 bytes at a time are multiplied and folded. The last
// 32, or all of a shorter cell with zeros behind it, take two turns, so that each is mixed twice. The upper 52 bits are
// never 0.

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
    return static_cast<quint64>(product ^ (product >> 64));
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

/// Ones and then zeros, 32 bytes each: 32 bytes from 32 - n on keep the first n bytes of others.
inline constexpr std::array<uchar, 64> keeping = [] {
    std::array<uchar, 64> bytes{};
    for (size_t at = 0; at < 32; ++at)
        bytes[at] = 0xFF;
    return bytes;
}();

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

inline quint64 neverNone(quint64 hash)
{
    return (hash >> 12) == 0 ? seed : hash;
}

inline quint64 mix(quint64 hash, quint64 low, quint64 high)
{
    return fold(low ^ salt, high ^ hash);
}

} // namespace scan

/// Reads the cell alone.
inline quint64 hashOf(std::string_view cell)
{
    using namespace scan;
    const char *at = cell.data();
    size_t left = cell.size();
    quint64 hash = seed ^ left;
    for (; left > 32; at += 16, left -= 16)
        hash = mix(hash, load8(at), load8(at + 8));
    const auto word = [at, left](size_t place) {
        return place >= left ? 0 : left - place >= 8 ? load8(at + place) : loadShort(at + place, left - place);
    };
    return neverNone(mix(mix(hash, word(0), word(8)), word(16), word(24)));
}

/// Bytes behind a cell that hashOfPadded() may read; they make no difference.
inline constexpr size_t hashPadding = 32;

/// The same hash, sooner: up to 32 bytes there is no branch that the processor would have to foretell.
inline quint64 hashOfPadded(const char *at, size_t size)
{
    using namespace scan;
    size_t left = size;
    quint64 hash = seed ^ size;
    for (; left > 32; at += 16, left -= 16)
        hash = mix(hash, load8(at), load8(at + 8));
    const auto *const keep = reinterpret_cast<const char *>(keeping.data()) + (32 - left);
    const auto word = [at, keep](size_t place) { return load8(at + place) & load8(keep + place); };
    return neverNone(mix(mix(hash, word(0), word(8)), word(16), word(24)));
}

} // namespace tabular
