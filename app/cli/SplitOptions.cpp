#include "cli/SplitOptions.h"

#include "cli/Sentences.h"
#include "cli/TableVerbs.h"
#include "importing/ImportPlan.h"

namespace cli {

namespace {

QString readColumns(const QString &value, std::vector<int> &columns)
{
    for (const QString &word : value.split(QLatin1Char(','))) {
        bool isNumber = false;
        const int index = word.trimmed().toInt(&isNumber);
        if (!isNumber || index < 0)
            return QStringLiteral("--columns takes column indexes from 0 with commas between, such as 0,3,5.");
        columns.push_back(index);
    }
    const auto most = static_cast<size_t>(tabular::PartLimits().columns);
    return columns.size() <= most ? QString() : QStringLiteral("--columns takes at most %1 columns.").arg(most);
}

/// What the plan says of its file holds as if it had been asked for, unless something else was.
void takeSource(const tabular::SourceFile &source, TableOptions &table)
{
    const tabular::CsvDialect &dialect = source.dialect;
    if (table.sheet.isEmpty())
        table.sheet = source.sheet;
    if (table.encoding.isEmpty())
        table.encoding = dialect.encoding;
    if (table.delimiter.isEmpty())
        table.delimiter = dialect.delimiter;
    table.quote = table.quote.value_or(dialect.quote);
    table.backslash = table.backslash.value_or(dialect.backslashEscapes);
    table.comment = table.comment.value_or(dialect.comment);
    if (table.longRows == tabular::LongRows::Ask)
        table.longRows = source.longRows;
    if (table.utf8Lines == tabular::Utf8Lines::Ask)
        table.utf8Lines = source.utf8Lines;
    if (table.header)
        return;
    table.header = dialect.headerRow;
    table.headerRows = dialect.headerRows;
}

QString readPlan(const QString &path, SplitOptions &options)
{
    const auto plan = importing::readPlanFile(path);
    if (!plan.ok())
        return sentenceOf(plan.error());
    if (plan->source)
        takeSource(*plan->source, options.table);
    for (const crm::FieldMapping &mapping : plan->request.mappings) {
        if (mapping.column)
            options.mapped.push_back({mapping.column->value, mapping.field.text()});
    }
    return options.mapped.empty() ? QStringLiteral("The plan maps no column.") : QString();
}

} // namespace

QString readSplitOptions(const QStringList &arguments, SplitOptions &options)
{
    QCommandLineParser parser;
    addTableOptions(parser);
    for (const char *flag : {"no-zip", "force"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char *name : {"out", "rows", "bytes", "columns", "plan"})
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
    QString problem = readTableCommand(parser, arguments, "split", options.table);
    options.folder = parser.value(QStringLiteral("out"));
    options.zip = !parser.isSet(QStringLiteral("no-zip"));
    options.force = parser.isSet(QStringLiteral("force"));
    const tabular::PartLimits most;
    if (problem.isEmpty() && options.folder.isEmpty())
        problem = QStringLiteral("split needs a folder for the parts, given with --out.");
    if (problem.isEmpty())
        problem = readNumber(parser, "rows", 1, most.rows, options.limits.rows);
    if (problem.isEmpty())
        problem = readNumber(parser, "bytes", 1, most.bytes, options.limits.bytes);
    const bool chosen = parser.isSet(QStringLiteral("columns"));
    const bool planned = parser.isSet(QStringLiteral("plan"));
    if (problem.isEmpty() && chosen && planned)
        problem = QStringLiteral("split takes either --columns or --plan.");
    if (problem.isEmpty() && chosen)
        problem = readColumns(parser.value(QStringLiteral("columns")), options.columns);
    if (problem.isEmpty() && planned)
        problem = readPlan(parser.value(QStringLiteral("plan")), options);
    return problem;
}

} // namespace cli
