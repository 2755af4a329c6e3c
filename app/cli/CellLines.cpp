#include "cli/CellLines.h"

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <csignal>
#endif

namespace cli {

namespace {

constexpr qsizetype pieceBytes = 64 * 1024;

bool needsEscape(char character)
{
    return static_cast<uchar>(character) < 0x20 || character == '"' || character == '\\';
}

void appendEscaped(QByteArray &json, char character)
{
    static constexpr char digits[] = "0123456789abcdef";
    const auto code = static_cast<uchar>(character);
    if (character == '\n')
        json += "\\n";
    else if (code >= 0x20)
        json.append('\\').append(character);
    else
        json.append("\\u00").append(digits[code >> 4]).append(digits[code & 0xF]);
}

} // namespace

void appendJsonString(QByteArray &json, std::string_view text)
{
    json += '"';
    size_t plain = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        if (!needsEscape(text[i]))
            continue;
        json.append(text.data() + plain, static_cast<qsizetype>(i - plain));
        appendEscaped(json, text[i]);
        plain = i + 1;
    }
    json.append(text.data() + plain, static_cast<qsizetype>(text.size() - plain));
    json += '"';
}

bool CellLines::take(const tabular::RecordView &record)
{
    if (record.number < m_firstRecord)
        return true;
    char before = '[';
    for (const std::string_view cell : record.cells) {
        m_lines += before;
        appendJsonString(m_lines, cell);
        before = ',';
    }
    m_lines += "]\n";
    return m_lines.size() < pieceBytes || write();
}

bool CellLines::write()
{
#ifdef Q_OS_UNIX
    // Who reads the pipe may leave; the working copy of the file has to be cleared away all the same.
    std::signal(SIGPIPE, SIG_IGN);
#endif
    errno = 0;
    const auto size = static_cast<size_t>(m_lines.size());
    if (std::fwrite(m_lines.constData(), 1, size, stdout) != size || std::fflush(stdout) != 0)
        m_problem = errno == 0 ? EIO : errno;
    m_lines.clear();
    return m_problem == 0;
}

base::Status CellLines::finish()
{
    if (m_problem == 0 && (m_lines.isEmpty() || write()))
        return base::Done{};
    return base::Error{m_problem == ENOSPC ? base::ErrorCode::DiskFull : base::ErrorCode::FileUnwritable,
                       {},
                       {{QStringLiteral("file"), QStringLiteral("standard output")}},
                       {}};
}

} // namespace cli
