#include "cli/CellLines.h"
#include "cli/FindingWords.h"
#include "cli/LocalWork.h"
#include "cli/Output.h"
#include "cli/TableChoice.h"
#include "cli/TableVerbs.h"
#include "tabular/opening/TableHead.h"

namespace cli {

namespace {

using Table = std::shared_ptr<const tabular::OpenedTable>;

base::Status print(const Table &table, const base::StopFlag &stop)
{
    if (const auto decided = table->decided(); !decided.ok())
        return decided;
    tabular::csv::RecordReader reader(table->text(), table->textDialect(), {.stop = stop});
    CellLines lines(tabular::headRecords(table->textDialect()) + 1);
    const auto read = reader.readAll(lines);
    const auto written = lines.finish();
    return read.ok() ? written : table->located(read.error());
}

ExitCode printTable(TableOptions options, const base::StopFlag &stop)
{
    // Whoever reads along wants every record unless they say which one is the header.
    options.header = options.header.value_or(0);
    const auto look = lookAtTable(options, stop);
    if (!look.ok())
        return look.error().code == base::ErrorCode::TableEmpty ? AllRowsIn : fail(look.error());
    const auto table = openTable(*look, options, stop);
    if (!table.ok())
        return fail(table.error());
    const auto printed = print(*table, stop);
    return printed.ok() ? AllRowsIn : fail(withPlace(printed.error(), **table, options.threads, stop));
}

} // namespace

int printCells(const QStringList &arguments)
{
    QCommandLineParser parser;
    addTableOptions(parser);
    TableOptions options;
    if (const QString problem = readTableCommand(parser, arguments, "cells", options); !problem.isEmpty()) {
        printTrouble(problem);
        return UsageWrong;
    }
    return runLocally([options](const base::StopFlag &stop) { return printTable(options, stop); });
}

} // namespace cli
