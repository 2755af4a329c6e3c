#pragma once

#include "fuzz/RecordText.h"
#include "tabular/csv/RecordReader.h"
#include "tabular/parts/PartSplitter.h"

#include <QFile>

namespace fuzz {

/// What the parts of a split hold, or what it failed with: each row with where it comes from and its cells. Cuts, quotes and
/// line ends are not in it. The parts are removed.
class SplitRows final {
public:
    explicit SplitRows(const base::Result<std::vector<tabular::SplitPart>> &parts)
    {
        if (!parts.ok()) {
            text = RecordText::describe(parts.error());
            return;
        }
        for (const tabular::SplitPart &part : *parts)
            addPart(part);
    }

    std::string text;

private:
    void addPart(const tabular::SplitPart &part)
    {
        QFile file(part.path);
        const QByteArray content = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no file");
        file.remove();
        RecordText records;
        tabular::csv::RecordReader reader(std::make_shared<tabular::csv::MemorySource>(content), tabular::CsvDialect{});
        if (const auto read = reader.readAll(records); !read.ok())
            text += "\nunreadable " + RecordText::describe(read.error());
        if (part.rows + 1 != static_cast<qint64>(records.cells.size()) || part.rows != part.source.size()
            || part.fileBytes != content.size())
            text += "\nnot what the facts say";
        for (size_t row = 1; row < records.cells.size(); ++row) {
            const auto at = static_cast<qint64>(row) - 1;
            text += "\n" + std::to_string(part.source.rowOf(at)) + ' ' + std::to_string(part.source.lineOf(at));
            for (const std::string &cell : records.cells[row])
                text += ' ' + std::to_string(cell.size()) + ':' + cell;
        }
    }
};

/// The rows behind a header row of one record.
class BehindHeader final : public tabular::RecordSink {
public:
    explicit BehindHeader(tabular::RecordSink &sink)
        : m_sink(sink)
    { }
    bool take(const tabular::RecordView &record) override { return record.number == 1 || m_sink.take(record); }

private:
    tabular::RecordSink &m_sink;
};

} // namespace fuzz
