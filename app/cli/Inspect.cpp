#include "cli/InspectReport.h"
#include "cli/LocalWork.h"
#include "cli/Output.h"
#include "cli/TableVerbs.h"

namespace cli {

namespace {

ExitCode inspectTable(const TableOptions &options, const base::StopFlag &stop)
{
    auto look = lookAtTable(options, stop);
    if (!look.ok())
        return fail(look.error());
    auto table = openTable(*look, options, stop);
    if (!table.ok())
        return fail(table.error());
    auto summary = tabular::summarise(std::move(table).value(), stop, shownProgress("Reading"));
    endProgress();
    if (!summary.ok())
        return fail(summary.error());
    InspectReport report{std::move(look).value(), std::move(summary).value(), {}};
    if (!report.look.sheetsAreAll)
        report.look.sheets = report.summary.opened->sheets();
    report.findings = findingsOf(report.summary);
    printLine(options.json ? QString::fromUtf8(reportAsJson(report)) : reportAsText(report).join(QLatin1Char('\n')));
    return AllRowsIn;
}

} // namespace

int inspect(const QStringList &arguments)
{
    QCommandLineParser parser;
    addTableOptions(parser);
    TableOptions options;
    if (const QString problem = readTableCommand(parser, arguments, "inspect", options); !problem.isEmpty()) {
        printTrouble(problem);
        return UsageWrong;
    }
    return runLocally([options](const base::StopFlag &stop) { return inspectTable(options, stop); });
}

} // namespace cli
