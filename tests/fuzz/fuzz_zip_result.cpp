#include "fuzz/Expect.h"
#include "tabular/CsvReader.h"
#include "tabular/ZipReader.h"

#include <cstdint>

using fuzz::expect;

namespace {

constexpr tabular::ZipLimits limits{4, 4LL * 1024 * 1024, 200};

/// Reads all records as the result page does.
void readRecords(const QByteArray &text)
{
    const auto reader = tabular::readCsvText(text, {});
    tabular::Row row;
    qint64 number = 0;
    for (;;) {
        const auto more = reader->next(row);
        if (!more) {
            const auto again = reader->next(row);
            expect(!again && again.error().code == more.error().code, "an error stays");
            return;
        }
        if (!*more)
            return;
        expect(row.number == ++number, "records are numbered one by one");
        expect(!row.cells.isEmpty() && row.cells.size() <= 16'384, "a record has 1 to 16,384 cells");
        expect(reader->bytesRead() <= text.size(), "no more is read than there is");
    }
}

void readArchive(const QByteArray &archive)
{
    const auto entries = tabular::readZip(archive, limits);
    if (!entries) {
        const auto code = entries.error().code;
        expect(code == base::ErrorCode::ZipUnreadable || code == base::ErrorCode::ZipTooLarge, "the error is a zip's");
        return;
    }
    expect(entries->size() <= static_cast<std::size_t>(limits.entries), "no more entries than allowed");
    qint64 bytes = 0;
    for (const tabular::ZipEntry &entry : *entries) {
        bytes += entry.content.size();
        readRecords(entry.content);
    }
    expect(bytes <= limits.bytes, "no more bytes than allowed");
}

} // namespace

// A result of the CRM: a zip, and the CSV in it. Changed bytes seldom pass a zip's checksum, so the input is read as CSV
// too.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    readArchive(input);
    readRecords(input);
    return 0;
}
