#pragma once

#include "tabular/csv/RecordReader.h"

#include <QRandomGenerator>
#include <QtTest>

/// Records, kept beyond the call that handed them over.
namespace csvtexts {

struct Record final {
    qint64 number = 0;
    qint64 line = 0;
    qint64 offset = 0;
    QList<QByteArray> cells;
    QList<tabular::CellRemark> remarks;

    friend bool operator==(const Record &a, const Record &b) = default;
};

inline Record kept(const tabular::RecordView &view)
{
    Record record{view.number, view.line, view.offset, {}, {view.remarks.begin(), view.remarks.end()}};
    for (const std::string_view cell : view.cells)
        record.cells.append(QByteArray(cell.data(), static_cast<qsizetype>(cell.size())));
    return record;
}

/// All that a reading gave.
struct Reading final {
    QList<Record> records;
    QString error; ///< its code and context; empty: none

    friend bool operator==(const Reading &a, const Reading &b) = default;
};

inline QString sentence(const base::Error &error)
{
    QString text = QString::fromLatin1(base::name(error.code));
    for (auto it = error.context.cbegin(); it != error.context.cend(); ++it)
        text += QStringLiteral(" %1=%2").arg(it.key(), it.value().toString());
    return text;
}

class Collector final : public tabular::RecordSink {
public:
    bool take(const tabular::RecordView &record) override
    {
        records.append(kept(record));
        return records.size() < most;
    }
    QList<Record> records;
    qsizetype most = std::numeric_limits<qsizetype>::max();
};

inline Reading readAll(tabular::csv::RecordReader &reader)
{
    Collector collector;
    const auto read = reader.readAll(collector);
    return {collector.records, read.ok() ? QString() : sentence(read.error())};
}

inline std::shared_ptr<tabular::csv::ByteSource> memory(const QByteArray &text)
{
    return std::make_shared<tabular::csv::MemorySource>(text);
}

inline Reading readText(const QByteArray &text, const tabular::CsvDialect &dialect = {}, qsizetype chunk = 1024 * 1024,
                        bool checkUtf8 = true)
{
    tabular::csv::RecordReader reader(memory(text), dialect, {.checkUtf8 = checkUtf8, .chunkBytes = chunk});
    return readAll(reader);
}

/// The same text by the state machine alone, in one piece.
inline Reading readByMachine(const QByteArray &text, const tabular::CsvDialect &dialect, bool checkUtf8 = true)
{
    using namespace tabular::csv;
    const Preamble preamble = preambleOf(text.left(Preamble::longest));
    RecordMachine machine(withPreamble(syntaxOf(dialect), preamble), checkUtf8);
    machine.begin(preamble.begin);
    QByteArrayView rest = QByteArrayView(text).sliced(preamble.begin.offset);
    Reading reading;
    for (;;) {
        if (rest.isEmpty())
            machine.finish();
        else
            rest = rest.sliced(machine.feed(rest));
        if (machine.stop() == RecordMachine::Stop::Record)
            reading.records.append(kept(machine.record()));
        if (machine.stop() == RecordMachine::Stop::Failed)
            reading.error = sentence(machine.error());
        if (machine.stop() == RecordMachine::Stop::Failed || machine.stop() == RecordMachine::Stop::End)
            return reading;
    }
}

/// Random text of the bytes that matter. The wilder it is, the likelier quotes stand where none belong; text that is not
/// wild can be read to its end.
class TextMaker final {
public:
    explicit TextMaker(quint32 seed)
        : m_random(seed)
    { }
    int below(int bound) { return m_random.bounded(bound); }
    bool once(int in) { return below(in) == 0; }

    QByteArray wild(int pieces)
    {
        static const QList<QByteArray> some{"\"",
                                            "\"",
                                            "\"\"",
                                            ",",
                                            ",",
                                            "\n",
                                            "\r\n",
                                            "\r",
                                            "a",
                                            "bc",
                                            "#",
                                            "\\",
                                            ";",
                                            QByteArray(1, '\0'),
                                            "\xC3\xBC",
                                            "\xE2\x82\xAC",
                                            "\xF0\x9F\x98\x80",
                                            "\xC3",
                                            "\xED\xA0\x80",
                                            "plain text of some length",
                                            "'",
                                            "::"};
        QByteArray text;
        for (int i = 0; i < pieces; ++i)
            text += some.at(below(static_cast<int>(some.size())));
        return text;
    }
    /// Records of so many cells as most files hold them: LF, no blank line, quotes where they belong, some of it not ASCII.
    QByteArray plain(int records, int columns)
    {
        static const QList<QByteArray> some{"Ada Lovelace",
                                            "\"Hill, Ltd.\"",
                                            "\"the \"\"best\"\"\"",
                                            "",
                                            "\"\"",
                                            "\"two\nlines\"",
                                            "M\xC3\xBCller \xF0\x9F\x98\x80",
                                            "\xE6\x97\xA5\xE6\x9C\xAC",
                                            "2024-05-01",
                                            "\"\"\"\"",
                                            "text that is a little longer than the others"};
        QByteArray text;
        for (int i = 0; i < records; ++i) {
            for (int column = 0; column < columns; ++column)
                text += (column > 0 ? "," : "") + some.at(below(static_cast<int>(some.size())));
            text += '\n';
        }
        return text;
    }
    /// Records by the rules, now and then with something odd: one time in `oddity`; 0: never.
    QByteArray tidy(int records, int oddity)
    {
        const QByteArray end = QList<QByteArray>{"\n", "\r\n", "\r"}.at(below(3));
        QByteArray text;
        for (int i = 0; i < records; ++i) {
            const int columns = 1 + below(6);
            for (int column = 0; column < columns; ++column)
                text += (column > 0 ? "," : "") + cell(oddity);
            text += end;
            if (once(9))
                text += end;
        }
        if (once(3))
            text.chop(end.size());
        return text;
    }
    QByteArray letters(int most)
    {
        QByteArray text;
        for (int i = below(most + 1); i > 0; --i)
            text += once(12) ? QByteArray("\xC3\xA4") : QByteArray(1, static_cast<char>('a' + below(26)));
        return text;
    }

private:
    QByteArray cell(int oddity)
    {
        if (oddity > 0 && once(oddity))
            return QList<QByteArray>{"5\" pipe", QByteArray("n\0l", 3), "#x", "a\"b\"c"}.at(below(4));
        if (!once(4))
            return letters(once(10) ? 90 : 12);
        QByteArray text = letters(20);
        for (int i = below(4); i > 0; --i)
            text.insert(below(1 + static_cast<int>(text.size())),
                        QList<QByteArray>{"\"\"", ",", "\n", "\r\n", "\r", "\n\n"}.at(below(6)));
        return '"' + QByteArray(text).replace("\xC3", "u").replace("\xA4", "e") + '"';
    }

    QRandomGenerator m_random;
};

} // namespace csvtexts
