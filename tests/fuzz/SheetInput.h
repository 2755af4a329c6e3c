#pragma once

#include "fuzz/Expect.h"
#include "fuzz/InputFile.h"
#include "fuzz/RecordText.h"
#include "tabular/workbook/SheetCsv.h"
#include "tabular/workbook/SheetRow.h"
#include "tabular/workbook/XmlStream.h"

namespace fuzz {

/// The rows of a sheet, with a look at what must hold for each.
class SheetRows final : public tabular::RecordSink {
public:
    /// A sheet may repeat a row a million times; so many are enough.
    static constexpr int mostRows = 2'000;

    bool take(const tabular::RecordView &row) override
    {
        expect(!row.cells.empty() && row.cells.size() <= static_cast<std::size_t>(tabular::sheetColumns),
               "a row has 1 to 16,384 cells");
        expect(!row.cells.back().empty(), "a row ends with its last filled cell");
        expect(row.line >= 1 && row.line <= tabular::sheetRows, "a row is one of the sheet's");
        expect(row.number == ++m_rows, "rows are numbered one by one");
        return records.take(row) && m_rows < mostRows;
    }
    RecordText records;

private:
    qint64 m_rows = 0;
};

/// Feeds one part to `handler` in pieces of `piece` bytes; says what came of it. Expat may put off small pieces, so that
/// an end which the handler asks for comes with the last one or behind it: these two are the same.
inline std::string parse(tabular::XmlHandler &handler, std::string_view xml, std::size_t piece,
                         tabular::XmlStream::Lanes lanes = tabular::XmlStream::Lanes::Both)
{
    tabular::XmlStream stream(handler, lanes);
    for (std::size_t at = 0; at < xml.size(); at += piece) {
        const auto more = stream.feed(xml.substr(at, piece));
        if (!more.ok())
            return base::name(more.error().code);
        if (!*more)
            return "done";
    }
    const auto end = stream.finish();
    return end.ok() ? "done" : base::name(end.error().code);
}

/// Two readings of the same part have to give the same.
inline void same(const std::string &one, const std::string &other)
{
    if (one == other)
        return;
    std::fprintf(stderr, "one way:%.2000s\n…%s\nthe other:%.2000s\n…%s\n", one.c_str(),
                 one.substr(one.size() - std::min<std::size_t>(one.size(), 200)).c_str(), other.c_str(),
                 other.substr(other.size() - std::min<std::size_t>(other.size(), 200)).c_str());
    expect(false, "neither pieces nor lanes make a difference");
}

/// Opens a workbook as the program does, and reads and saves its first sheet.
inline void readWorkbook(QByteArrayView bytes)
{
    static InputFile input;
    static InputFile output;
    const auto workbook = tabular::openWorkbook(input.put(bytes));
    if (!workbook.ok()) {
        expect(!workbook.error().context.value(QStringLiteral("file")).toString().isEmpty(),
               "the error names the file");
        return;
    }
    const auto sheets = (*workbook)->sheets({});
    SheetRows rows;
    const auto read = (*workbook)->readSheet({}, rows, {});
    if (!sheets.ok())
        return;
    if (!read.ok() || rows.records.cells.size() >= SheetRows::mostRows)
        return;
    const auto saved = tabular::saveSheetAsCsv(**workbook, {}, output.file(), {});
    expect(saved.ok(), "what can be read can be saved");
    expect(saved->records == static_cast<qint64>(rows.records.cells.size()), "all rows are saved");
}

} // namespace fuzz
