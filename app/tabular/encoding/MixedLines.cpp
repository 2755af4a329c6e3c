#include "tabular/encoding/MixedLines.h"

#include "tabular/Utf8.h"

#include <algorithm>
#include <utility>

namespace tabular {

namespace {

bool isLatin(const TextEncoding &encoding)
{
    const Script script = encoding.script;
    return encoding.family == EncodingFamily::SingleByte
        && (script == Script::Western || script == Script::CentralEuropean || script == Script::Baltic
            || script == Script::Turkish || script == Script::Vietnamese);
}

bool isLineEnd(char byte)
{
    return byte == '\n' || byte == '\r';
}

bool isUtf8BeyondAscii(QByteArrayView line)
{
    const bool ascii =
        std::none_of(line.begin(), line.end(), [](char byte) { return static_cast<uchar>(byte) >= 0x80; });
    return !ascii && firstNonUtf8(line) < 0;
}

} // namespace

MixedLines::MixedLines(Utf8Decoder decoder, bool looks, Utf8Lines lines)
    : m_decoder(std::move(decoder))
    , m_looks(looks)
    , m_reads(lines == Utf8Lines::Read)
{ }

base::Result<MixedLines> MixedLines::make(const TextEncoding &encoding, InvalidBytes policy, Utf8Lines lines)
{
    auto decoder = Utf8Decoder::make(encoding, policy);
    if (!decoder.ok())
        return decoder.error();
    return MixedLines(std::move(decoder).value(), isLatin(encoding), lines);
}

/// Lines that are nothing special go to the decoder together, as many as stand side by side.
base::Status MixedLines::feed(QByteArrayView bytes, QByteArray &utf8)
{
    if (!m_looks)
        return m_decoder.feed(bytes, utf8);
    const char *at = bytes.begin();
    const char *plain = at; // from here on nothing is decoded yet, and all of it as it stands
    while (at != bytes.end()) {
        const char *const end = std::find_if(at, bytes.end(), isLineEnd);
        const QByteArrayView line(at, end - at);
        m_afterCr = m_afterCr && line.isEmpty();
        if (end == bytes.end() || !m_begun.isEmpty() || (!m_tooLong && isUtf8BeyondAscii(line))) {
            if (const auto before = m_decoder.feed({plain, at - plain}, utf8); !before.ok())
                return before;
            m_begun += line;
            plain = end;
        }
        at = end;
        if (end == bytes.end())
            break;
        if (const auto taken = m_begun.isEmpty() ? base::Status(base::Done{}) : takeLine(m_begun, utf8); !taken.ok())
            return taken;
        m_begun.resize(0);
        m_tooLong = false;
        countEnd(*at++);
    }
    if (m_begun.size() > longestLine) {
        m_tooLong = true;
        const QByteArray begun = std::exchange(m_begun, {});
        return m_decoder.feed(begun, utf8);
    }
    return m_decoder.feed({plain, bytes.end() - plain}, utf8);
}

base::Status MixedLines::takeLine(QByteArrayView line, QByteArray &utf8)
{
    if (m_tooLong || !isUtf8BeyondAscii(line))
        return m_decoder.feed(line, utf8);
    ++m_found.count;
    if (m_found.first.size() < LineNumbers::mostListed)
        m_found.first.push_back(m_line);
    if (!m_reads)
        return m_decoder.feed(line, utf8);
    m_decoder.takeUtf8(line, utf8);
    return base::Done{};
}

void MixedLines::countEnd(char end)
{
    if (end == '\r' || !m_afterCr)
        ++m_line;
    m_afterCr = end == '\r';
}

base::Status MixedLines::finish(QByteArray &utf8)
{
    if (const auto taken = takeLine(m_begun, utf8); !taken.ok())
        return taken;
    m_begun.clear();
    return m_decoder.finish(utf8);
}

} // namespace tabular
