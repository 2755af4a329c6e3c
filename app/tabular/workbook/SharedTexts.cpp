#include "tabular/workbook/SharedTexts.h"

#include "tabular/workbook/EscapedText.h"
#include "tabular/workbook/SheetRow.h"

#include <cstring>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr size_t textBlockBytes = 2 * 1024 * 1024; // holds the longest cell with ease
constexpr size_t blocksAtMost = 256;
constexpr int itemLevel = 2;

} // namespace

SharedTexts::SharedTexts(WorkbookPackage &package, const QString &part)
    : m_package(package)
    , m_part(part)
    , m_atEnd(part.isEmpty())
{ }

SharedTexts::~SharedTexts() = default;

base::Result<std::optional<std::string_view>> SharedTexts::at(quint32 index)
{
    while (index >= m_places.size() && !m_atEnd) {
        if (const auto read = readOn(); !read.ok())
            return read.error();
    }
    if (index >= m_places.size())
        return std::optional<std::string_view>();
    const quint32 place = m_places[index];
    const char *start = m_blocks[place / textBlockBytes].get() + place % textBlockBytes;
    quint32 length = 0;
    std::memcpy(&length, start, sizeof length);
    return std::optional<std::string_view>({start + sizeof length, length});
}

base::Status SharedTexts::start()
{
    auto stream = m_package.openPart(m_part);
    if (!stream.ok())
        return stream.error();
    m_stream = std::move(stream).value();
    XmlHandler &self = *this;
    m_xml = std::make_unique<XmlStream>(self);
    return base::Done{};
}

base::Status SharedTexts::readOn()
{
    if (m_error)
        return *m_error;
    if (m_stop.raised())
        return base::Error{ErrorCode::Cancelled, {}, {}, {}};
    if (!m_stream) {
        if (const auto started = start(); !started.ok())
            return started;
    }
    const auto bytes = m_stream->next();
    if (!bytes.ok()) {
        m_error = bytes.error();
        return *m_error;
    }
    if (bytes->empty()) {
        m_atEnd = true;
        return m_xml->finish();
    }
    const auto more = m_xml->feed(*bytes);
    if (!more.ok())
        m_error = more.error();
    return m_error ? base::Status(*m_error) : base::Status(base::Done{});
}

bool SharedTexts::open(const XmlName &name, const XmlAttributes &)
{
    ++m_depth;
    if (m_skippedAbove > 0)
        return true;
    if (m_depth == itemLevel && name.local == "si") {
        m_inItem = true;
        m_current.clear();
    } else if (name.local == "rPh") {
        m_skippedAbove = m_depth;
    }
    m_inText = m_inItem && name.local == "t";
    return true;
}

bool SharedTexts::close()
{
    if (m_skippedAbove == m_depth)
        m_skippedAbove = 0;
    m_inText = false;
    const bool item = m_depth == itemLevel && m_inItem;
    m_inItem = m_inItem && !item;
    --m_depth;
    return !item || keep();
}

bool SharedTexts::text(std::string_view piece)
{
    if (!m_inText || m_skippedAbove > 0)
        return true;
    m_current += piece;
    if (static_cast<qint64>(m_current.size()) > cellBytes)
        m_error = base::Error{ErrorCode::WorkbookUnsafe, QStringLiteral("a shared text is too long"), {}, {}};
    return !m_error;
}

bool SharedTexts::keep()
{
    unescapeText(m_current);
    const auto length = static_cast<quint32>(m_current.size());
    const size_t needed = sizeof length + m_current.size();
    if (needed > m_room) {
        if (m_blocks.size() == blocksAtMost) {
            m_error = base::Error{ErrorCode::TableTooLarge,
                                  QStringLiteral("the shared texts"),
                                  {{QStringLiteral("limit"), static_cast<qint64>(textBlockBytes * blocksAtMost)}},
                                  {}};
            return false;
        }
        m_blocks.emplace_back(new char[textBlockBytes]);
        m_room = textBlockBytes;
    }
    const size_t at = textBlockBytes - m_room;
    std::memcpy(m_blocks.back().get() + at, &length, sizeof length);
    std::memcpy(m_blocks.back().get() + at + sizeof length, m_current.data(), m_current.size());
    m_places.push_back(static_cast<quint32>((m_blocks.size() - 1) * textBlockBytes + at));
    m_room -= needed;
    return true;
}

} // namespace tabular
