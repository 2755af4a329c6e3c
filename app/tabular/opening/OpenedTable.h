#pragma once

#include "base/Observe.h"
#include "tabular/CsvDialect.h"
#include "tabular/csv/ByteSource.h"
#include "tabular/csv/RecordCounter.h"
#include "tabular/encoding/MixedLines.h"
#include "tabular/workbook/Workbook.h"

#include <QStringList>

#include <functional>
#include <memory>

namespace tabular {

struct TableFile;

/// A table of any kind as UTF-8 text that the engine reads: the file itself where it is such text already, else a working
/// copy (unpacked, decoded, or made from a sheet) in a private folder, which goes with this. Shared, never changed;
/// usable from any thread. Everything that reads rows (profile, preview, parts) reads them here.
class OpenedTable final {
public:
    /// Meant for a pool thread; `progress` (may be empty) gets 0…100 from it while a copy is made. Bytes that are no text
    /// are no error here: with Refuse UTF-8 stays as it is and a copy has U+FFFD for them, but decided() fails then. With
    /// Replace zero bytes are left out too; otherwise they stay, and no row that holds one goes into a part.
    /// `unpacked` is Glance::unpacked of a look at the file, or null.
    /// Errors, with "file": those of glanceAs() and of saveSheetAsCsv(), FileChanged, DiskFull, Cancelled.
    [[nodiscard]] static base::Result<std::shared_ptr<const OpenedTable>>
    open(const SourceFile &source, InvalidBytes invalid, const base::StopFlag &stop,
         const std::function<void(int)> &progress = {}, const std::shared_ptr<const TableFile> &unpacked = {});

    [[nodiscard]] const SourceFile &source() const { return m_source; }
    [[nodiscard]] QString format() const; ///< "CSV", "XLSX" or "ODS"
    [[nodiscard]] bool isSheet() const;   ///< of a workbook
    [[nodiscard]] QString member() const; ///< the table's name in an archive; never a path
    [[nodiscard]] qint64 bytes() const;   ///< of the file
    [[nodiscard]] const std::shared_ptr<csv::ByteSource> &text() const { return m_text; }
    /// How `text()` is read: the source's for text, comma and double quotes for a sheet.
    [[nodiscard]] const CsvDialect &textDialect() const { return m_textDialect; }
    /// Where a person finds record `number` (from 1): the sheet's row in a workbook, the record's number in text.
    [[nodiscard]] qint64 rowOf(qint64 number) const;
    /// All of the workbook; none of a text.
    [[nodiscard]] const std::vector<Sheet> &sheets() const { return m_sheets; }
    [[nodiscard]] const std::vector<WorkbookFinding> &workbookFindings() const { return m_workbookFindings; }
    /// Of the file, where the working copy has U+FFFD. Those of a UTF-8 text that is read as it stands are in its scan.
    [[nodiscard]] const InvalidPlaces &replacedPlaces() const;
    /// Of the file, where its encoding is another.
    [[nodiscard]] const LineNumbers &utf8Lines() const;
    /// Of the file, that the working copy has not.
    [[nodiscard]] qint64 droppedZeros() const;
    /// TableBytesUndecodable ("file", "line", "byte", "found" the encoding), if bytes were replaced and nobody agreed to
    /// it; TableEncodingsMixed ("file", "line", "found" the encoding), if nobody has decided on utf8Lines(). Ask before rows are sent; the bytes of UTF-8 that is read as it stands fail while they are read.
    [[nodiscard]] base::Status decided() const;
    /// FileChanged when the file is no longer what was opened.
    [[nodiscard]] base::Status unchanged() const;
    /// An error of reading `text()` as one about the file and its rows; FileChanged where the file was changed, whatever
    /// that led to.
    [[nodiscard]] base::Error located(base::Error error) const;

    ~OpenedTable();
    Q_DISABLE_COPY_MOVE(OpenedTable)

private:
    OpenedTable();
    base::Status load(InvalidBytes invalid, const base::StopFlag &stop, const std::function<void(int)> &progress,
                      const std::shared_ptr<const TableFile> &unpacked);
    base::Status loadText(InvalidBytes invalid, const base::StopFlag &stop, const std::function<void(int)> &progress);
    base::Status loadSheet(const base::StopFlag &stop, const std::function<void(int)> &progress);
    base::Status readFrom(const QString &path);
    [[nodiscard]] bool mayBeDueToAChange(base::ErrorCode code) const;

    SourceFile m_source;
    std::shared_ptr<csv::ByteSource> m_text;
    CsvDialect m_textDialect;
    std::vector<Sheet> m_sheets;
    std::vector<WorkbookFinding> m_workbookFindings;
    class Private;
    std::unique_ptr<Private> d; ///< what keeps the working copy, the lines of a sheet, the file as it was when opened
};

/// Data rows `first` to `first + count - 1` (from 0; -1 is the record above the first of them, the header's last, and so
/// on up to the first record of all), for a preview that jumps anywhere; bytes that are no text as U+FFFD. `scan` is the
/// one in the table's summary. Errors: those of csv::RecordReader but TableNotUtf8; FileChanged, since the places of the
/// rows are then others.
[[nodiscard]] base::Result<std::vector<QStringList>> rowsFrom(const OpenedTable &table, const csv::ScanReport &scan,
                                                              qint64 first, qint64 count);

} // namespace tabular
