#include "cli/InspectReport.h"
#include "cli/LocalWork.h"
#include "cli/Output.h"
#include "cli/SplitFolder.h"
#include "cli/SplitOptions.h"
#include "cli/TableVerbs.h"
#include "cli/TableWidth.h"
#include "cli/TextTable.h"
#include "tabular/ColumnNames.h"
#include "tabular/TableSplit.h"
#include "tabular/opening/TableHead.h"
#include "tabular/parts/PartManifest.h"

#include <QDir>
#include <QFileInfo>

namespace cli {

namespace {

constexpr qint64 partsWorthAWarning = 20;

base::Error usage(const QString &sentence)
{
    return {base::ErrorCode::UsageWrong, sentence, {}, {}};
}

/// The columns that go out, checked against those that there are.
base::Result<std::vector<tabular::PartColumn>> chooseColumns(const SplitOptions &options, const QStringList &names)
{
    std::vector<tabular::PartColumn> columns = options.mapped;
    for (const int index : options.columns)
        columns.push_back({index, names.value(index)});
    if (columns.empty())
        columns = tabular::everyColumn(names);
    for (const tabular::PartColumn &column : columns) {
        if (column.source >= names.size())
            return usage(QStringLiteral("There is no column %1; the indexes go from 0 to %2.")
                             .arg(column.source)
                             .arg(names.size() - 1));
    }
    return columns;
}

void warnOfParts(qint64 parts)
{
    if (parts > partsWorthAWarning)
        printTrouble(
            QStringLiteral("Warning: %1 parts cost %2 API credits.").arg(grouped(parts), grouped(parts * creditsEach)));
}

void printParts(const std::vector<tabular::SplitPart> &parts)
{
    using Side = TextTable::Side;
    TextTable table({Side::Left, Side::Right, Side::Left, Side::Right});
    qint64 rows = 0;
    for (const tabular::SplitPart &part : parts) {
        rows += part.rows;
        table.add(
            {QFileInfo(part.path).fileName(),
             QStringLiteral("%1 %2").arg(grouped(part.rows),
                                         part.rows == 1 ? QStringLiteral("row") : QStringLiteral("rows")),
             QStringLiteral("from row %1 to %2").arg(grouped(part.source.firstRow()), grouped(part.source.lastRow())),
             QStringLiteral("%1 bytes").arg(grouped(part.fileBytes))});
    }
    const auto count = static_cast<qint64>(parts.size());
    const QLatin1String noun(count == 1 ? "part" : "parts");
    printLine(table.lines().join(QLatin1Char('\n')));
    printLine(QStringLiteral("%1 %2 with %3 rows, %4 API credits each")
                  .arg(grouped(count), noun, grouped(rows))
                  .arg(creditsEach));
}

/// One split, from the file to the printed parts.
class Split final {
public:
    Split(const SplitOptions &options, const SplitFolder &folder, QString name, base::StopFlag stop)
        : m_options(options)
        , m_folder(folder)
        , m_stop(std::move(stop))
    {
        m_plan.sourceName = std::move(name);
    }

    base::Status run()
    {
        const auto look = lookAtTable(m_options.table, m_stop);
        if (!look.ok())
            return look.error();
        const auto table = openTable(*look, m_options.table, m_stop);
        if (!table.ok())
            return table.error();
        if (const auto ready = prepare(**table); !ready.ok())
            return withPlace(ready.error(), **table, m_options.table.threads, m_stop);
        const auto parts = tabular::splitTable(**table, nullptr, m_plan, m_stop, shownProgress("Splitting"));
        endProgress();
        if (!parts.ok())
            return withPlace(parts.error(), **table, m_options.table.threads, m_stop);
        return complete(**table, *parts);
    }

private:
    base::Status prepare(const tabular::OpenedTable &table)
    {
        auto head = tabular::readHead(table);
        if (!head.ok())
            return head.error();
        // Only a table that long rows widen has more columns than its header.
        const auto width = tabular::widestRow(table, *head) > 0 ? base::Result<qsizetype>(head->width)
                                                                : widthOf(table, head->width, m_stop);
        if (!width.ok())
            return width.error();
        auto columns = chooseColumns(m_options, tabular::columnNames(head->names(), *width));
        if (!columns.ok())
            return columns.error();
        m_plan.columns = std::move(columns).value();
        m_plan.limits = m_options.limits;
        m_plan.folder = m_options.folder;
        m_plan.zip = m_options.zip;
        m_plan.threads = m_options.table.threads;
        m_plan.sourceBytes = table.text()->size();
        return base::Done{};
    }

    base::Status complete(const tabular::OpenedTable &table, const std::vector<tabular::SplitPart> &parts)
    {
        tabular::PartPlan plan = m_plan;
        plan.sourceBytes = table.bytes();
        const QByteArray manifest = tabular::partManifest(plan, table.source(), parts);
        QStringList files;
        for (const tabular::SplitPart &part : parts)
            files.append(QFileInfo(part.path).fileName());
        if (const auto written = m_folder.complete(manifest, files); !written.ok())
            return written;
        warnOfParts(static_cast<qint64>(parts.size()));
        if (m_options.table.json)
            printLine(QString::fromUtf8(manifest).trimmed());
        else
            printParts(parts);
        return base::Done{};
    }

    const SplitOptions &m_options;
    const SplitFolder &m_folder;
    base::StopFlag m_stop;
    tabular::PartPlan m_plan;
};

} // namespace

int split(const QStringList &arguments)
{
    SplitOptions options;
    if (const QString problem = readSplitOptions(arguments, options); !problem.isEmpty())
        return fail(usage(problem));
    const QFileInfo source(options.table.path);
    const SplitFolder folder(options.folder, source.fileName(), source.size());
    if (const QString foreign = folder.foreignFile(); !options.force && !foreign.isEmpty())
        return fail(
            usage(QStringLiteral("%1 holds %2, which is of another split; choose another folder or add --force.")
                      .arg(options.folder, foreign)));
    return runLocally(
        [&options, &folder, name = source.fileName()](const base::StopFlag &stop) {
            const auto done = Split(options, folder, name, stop).run();
            if (done.ok())
                return AllRowsIn;
            folder.clear();
            return fail(done.error());
        },
        [&folder] { folder.clear(); });
}

} // namespace cli
