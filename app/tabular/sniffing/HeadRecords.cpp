#include "tabular/sniffing/HeadRecords.h"

namespace tabular {

namespace {

constexpr int mostQuotedLines = 1'000;

class Splitter final {
public:
    Splitter(QByteArrayView text, const CsvDialect &dialect)
        : m_text(text)
        , m_dialect(dialect)
    { }

    HeadRecords run(bool textIsAll)
    {
        while (m_at < m_text.size() && m_found.records.size() < mostHeadRecords) {
            if (isComment()) {
                ++m_found.commentLines;
                skipLine();
            } else if (!takeLineEnd()) {
                takeRecord(textIsAll);
            }
        }
        return std::move(m_found);
    }

private:
    [[nodiscard]] bool isComment() const { return m_dialect.comment != '\0' && m_text[m_at] == m_dialect.comment; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atLineEnd() const { return m_text[m_at] == '\n' || m_text[m_at] == '\r'; }
    [[nodiscard]] bool atDelimiter() const
    {
        const QByteArray &sign = m_dialect.delimiter;
        return m_text[m_at] == sign[0]
            && (sign.size() == 1 || (m_at + 1 < m_text.size() && m_text[m_at + 1] == sign[1]));
    }

    void skipLine()
    {
        while (!atEnd() && !atLineEnd())
            ++m_at;
        if (!atEnd())
            takeLineEnd();
    }

    bool takeLineEnd()
    {
        if (!atLineEnd())
            return false;
        const bool crlf = m_text.sliced(m_at).startsWith("\r\n");
        ++(crlf ? m_found.crlf : m_text[m_at] == '\n' ? m_found.lf : m_found.cr);
        m_at += crlf ? 2 : 1;
        return true;
    }

    void takeRecord(bool textIsAll)
    {
        m_record.clear();
        bool more = true;
        while (more) {
            takeCell(textIsAll);
            more = !atEnd() && atDelimiter();
            if (more)
                m_at += m_dialect.delimiter.size();
        }
        // Where the text is cut, so is most likely its last record.
        const bool cut = atEnd() && !textIsAll;
        if (!atEnd())
            takeLineEnd();
        if (!cut || m_found.records.empty())
            m_found.records.push_back(m_record);
    }

    void takeCell(bool textIsAll)
    {
        QByteArray cell;
        if (!atEnd() && m_dialect.quote != '\0' && m_text[m_at] == m_dialect.quote)
            takeQuoted(cell, textIsAll);
        const qsizetype plain = m_at;
        while (!atEnd() && !atLineEnd() && !atDelimiter())
            ++m_at;
        cell += m_text.sliced(plain, m_at - plain);
        m_record.push_back(cell);
    }

    void takeQuoted(QByteArray &cell, bool textIsAll)
    {
        ++m_found.quotedCells;
        ++m_at;
        int lines = 0;
        qsizetype from = m_at; // what stands from here on is not in the cell yet
        for (; !atEnd() && lines < mostQuotedLines; ++m_at) {
            const char c = m_text[m_at];
            lines += c == '\n' ? 1 : 0;
            if (c != m_dialect.quote && c != '\\')
                continue;
            const bool doubled = m_at + 1 < m_text.size() && m_text[m_at + 1] == m_dialect.quote;
            const bool escape = c == '\\' && doubled;
            m_found.escapedQuotes += escape ? 1 : 0;
            if (c == '\\' && !(escape && m_dialect.backslashEscapes))
                continue;
            cell += m_text.sliced(from, m_at - from);
            if (!doubled) {
                ++m_at;
                m_found.malformed += atEnd() || atLineEnd() || atDelimiter() ? 0 : 1;
                return;
            }
            from = ++m_at;
        }
        cell += m_text.sliced(from, m_at - from);
        m_found.malformed += textIsAll || lines == mostQuotedLines ? 1 : 0;
    }

    QByteArrayView m_text;
    const CsvDialect &m_dialect;
    qsizetype m_at = 0;
    HeadRecord m_record;
    HeadRecords m_found;
};

} // namespace

HeadRecords splitHead(QByteArrayView head, const CsvDialect &dialect, bool headIsAll)
{
    return Splitter(head, dialect).run(headIsAll);
}

} // namespace tabular
