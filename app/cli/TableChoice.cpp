#include "cli/TableChoice.h"

#include "cli/Output.h"
#include "cli/TextTable.h"
#include "tabular/csv/RecordCounter.h"
#include "tabular/encoding/UsualPage.h"
#include "tabular/opening/TableHead.h"

#include <QLocale>

namespace cli {

namespace {

using tabular::Glance;

/// Takes over what was guessed; only the encoding and the sheet stay, and quotes: that they mean nothing is for the user
/// to say, since more often one is missing.
void takeGuesses(const Glance &look, tabular::SourceFile &source)
{
    if (look.dialect) {
        const tabular::CsvDialect read = source.dialect;
        source.dialect = look.dialect->dialect;
        source.dialect.encoding = read.encoding;
        if (look.dialect->quoteReason == tabular::QuoteReason::QuotesAreText)
            source.dialect.quote = read.quote;
    }
    if (look.header)
        source.dialect.headerRow = look.header->row;
}

void takeSigns(const TableOptions &options, tabular::CsvDialect &dialect)
{
    if (!options.delimiter.isEmpty())
        dialect.delimiter = options.delimiter;
    if (options.quote)
        dialect.quote = *options.quote;
    if (options.backslash)
        dialect.backslashEscapes = *options.backslash;
    if (options.comment)
        dialect.comment = *options.comment;
    // A guess gives way to what was asked for.
    if (dialect.quote != 0 && dialect.delimiter.contains(dialect.quote) && !options.quote)
        dialect.quote = '\0';
    if (dialect.comment != 0 && (dialect.delimiter.contains(dialect.comment) || dialect.comment == dialect.quote))
        dialect.comment = '\0';
}

base::Error sheetError(const Glance &look, const QString &wanted)
{
    QStringList names;
    for (const tabular::Sheet &sheet : look.sheets)
        names.append(QStringLiteral("\"%1\"").arg(sheet.name));
    const QString sentence = names.isEmpty()
        ? QStringLiteral("The file is %1 and has no sheets.").arg(look.format)
        : QStringLiteral("The workbook has no sheet \"%1\"; it has %2.").arg(wanted, names.join(QLatin1String(", ")));
    return {base::ErrorCode::UsageWrong, sentence, {}, {}};
}

base::Result<Glance> firstLook(const TableOptions &options, const QString &page, const base::StopFlag &stop)
{
    auto look = options.encoding.isEmpty() ? tabular::glanceAt(options.path, page, stop) : [&] {
        tabular::SourceFile source{options.path, {}};
        source.dialect.encoding = options.encoding;
        return tabular::glanceAs(source, page, stop);
    }();
    if (!look.ok() || options.sheet.isEmpty())
        return look;
    if (const auto complete = tabular::completeSheets(look.value(), stop); !complete.ok())
        return complete.error();
    const auto &sheets = look->sheets;
    const auto named = [&options](const tabular::Sheet &sheet) { return sheet.name == options.sheet; };
    if (std::none_of(sheets.begin(), sheets.end(), named))
        return sheetError(*look, options.sheet);
    tabular::SourceFile source = look->source;
    source.sheet = options.sheet;
    return tabular::glanceAs(source, page, stop, look->unpacked);
}

} // namespace

bool isWorkbook(const Glance &look)
{
    return !look.sheets.empty();
}

base::Result<Glance> lookAtTable(const TableOptions &options, const base::StopFlag &stop)
{
    const QString page = tabular::usualPage(QLocale::system());
    auto look = firstLook(options, page, stop);
    if (!look.ok())
        return look;
    tabular::SourceFile source = look->source;
    takeGuesses(*look, source);
    if (!isWorkbook(*look)) {
        const tabular::CsvDialect guessed = source.dialect;
        takeSigns(options, source.dialect);
        if (source.dialect != guessed && !options.header) {
            look = tabular::glanceAs(source, page, stop, look->unpacked);
            if (!look.ok())
                return look;
            if (look->header)
                source.dialect.headerRow = look->header->row;
        }
    }
    if (options.header) {
        source.dialect.headerRow = *options.header;
        source.dialect.headerRows = options.headerRows;
    }
    return source == look->source ? look : tabular::glanceAs(source, page, stop, look->unpacked);
}

base::Result<std::shared_ptr<const tabular::OpenedTable>> openTable(const Glance &look, const TableOptions &options,
                                                                    const base::StopFlag &stop)
{
    const auto invalid = options.replaceInvalid ? tabular::InvalidBytes::Replace : tabular::InvalidBytes::Refuse;
    tabular::SourceFile source = look.source;
    source.longRows = options.longRows;
    source.utf8Lines = options.utf8Lines;
    auto table = tabular::OpenedTable::open(source, invalid, stop, shownProgress("Opening"), look.unpacked);
    if (!table.ok() || !options.header || *options.header < 2)
        return table;
    const auto head = tabular::readHead(**table);
    if (head.ok() || head.error().code != base::ErrorCode::TableEmpty)
        return table;
    const auto scan = tabular::csv::scanRecords((*table)->text(), (*table)->textDialect(), {.stop = stop});
    const qint64 rows = scan.ok() ? scan->records : 1;
    const auto sentence = QStringLiteral("--header takes none or the number of a row from 1 to %1.").arg(grouped(rows));
    return base::Error{base::ErrorCode::UsageWrong, sentence, {}, {}};
}

std::function<void(int)> shownProgress(const char *what)
{
    return [what](int percent) { printProgress(QStringLiteral("%1: %2 %").arg(QLatin1String(what)).arg(percent)); };
}

} // namespace cli
