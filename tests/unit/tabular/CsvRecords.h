#pragma once

#include "tabular/RecordView.h"

#include <QByteArray>

#include <algorithm>
#include <deque>
#include <string>
#include <vector>

/// Well-formed CSV (commas, RFC 4180 quotes, LF or CRLF) taken apart without the reader under test, to feed sinks.
class CsvRecords final {
public:
    explicit CsvRecords(const QByteArray &csv)
        : m_text(csv.constData(), static_cast<size_t>(csv.size()))
    {
        size_t at = 0;
        qint64 line = 1;
        while (at < m_text.size()) {
            Record record{.number = static_cast<qint64>(m_records.size()) + 1,
                          .line = line,
                          .offset = static_cast<qint64>(at),
                          .cells = {}};
            const size_t end = readRecord(at, record.cells);
            // As from a file, where some records come from a piece of text and some do not.
            record.text = std::string_view(m_text).substr(at, record.number % 3 == 0 ? 0 : end - at);
            line += std::count(m_text.begin() + static_cast<qsizetype>(at),
                               m_text.begin() + static_cast<qsizetype>(end), '\n');
            const bool blankLine =
                record.cells.size() == 1 && record.cells[0].empty() && end - at <= 2 && m_text[at] != '"';
            if (!blankLine)
                m_records.push_back(std::move(record));
            at = end;
        }
    }

    [[nodiscard]] size_t size() const { return m_records.size(); }
    [[nodiscard]] tabular::RecordView at(size_t index) const
    {
        const Record &record = m_records[index];
        return {record.number, record.line, record.offset, record.cells, {}, record.text};
    }
    /// Records `from`…`to` - 1, counted from 0, until the sink has enough.
    void feed(tabular::RecordSink &sink, size_t from, size_t to) const
    {
        for (size_t index = from; index < to && sink.take(at(index)); ++index) { }
    }
    void feedRows(tabular::RecordSink &sink) const { feed(sink, 1, size()); }

private:
    struct Record final {
        qint64 number = 0;
        qint64 line = 0;
        qint64 offset = 0;
        std::vector<std::string_view> cells;
        std::string_view text = {};
    };

    size_t readRecord(size_t at, std::vector<std::string_view> &cells)
    {
        while (true) {
            at = readCell(at, cells);
            if (at < m_text.size() && m_text[at] == ',') {
                ++at;
                continue;
            }
            at += at < m_text.size() && m_text[at] == '\r';
            return at + (at < m_text.size());
        }
    }

    size_t readCell(size_t at, std::vector<std::string_view> &cells)
    {
        if (at < m_text.size() && m_text[at] == '"') {
            std::string &cell = m_unquoted.emplace_back();
            for (++at; at < m_text.size(); ++at) {
                if (m_text[at] == '"' && m_text.compare(at, 2, "\"\"") != 0)
                    break;
                at += m_text[at] == '"';
                cell += m_text[at];
            }
            cells.push_back(cell);
            return at + 1;
        }
        const size_t end = std::min(m_text.find_first_of(",\r\n", at), m_text.size());
        cells.push_back(std::string_view(m_text).substr(at, end - at));
        return end;
    }

    std::string m_text;
    std::deque<std::string> m_unquoted; ///< stays where it is while it grows
    std::vector<Record> m_records;
};
