#include "cli/Verbs.h"

#include "cli/Output.h"
#include "cli/RunOptions.h"
#include "cli/TableVerbs.h"

namespace cli {

namespace {

const char *const helpText =
    R"(Takes a spreadsheet into Zoho CRM through its Bulk Write API. Without a verb the window opens.

  inspect FILE [--json] [TABLE]
      says what a spreadsheet (CSV, XLSX, ODS; zip or gz of one) holds and how it is read, and why
  split FILE --out DIR [--rows N] [--bytes N] [--columns 0,3,5 | --plan PLAN] [--no-zip] [--force]
        [--json] [TABLE]
      cuts it into parts for upload, at most 25,000 rows and 25 MiB each, with a manifest (printed with
      --json); PLAN takes the mapped columns only, under the names of their fields
      TABLE says how the spreadsheet is read, where a guess is not wanted: --sheet NAME
      --encoding NAME --delimiter X (or tab, comma, semicolon, pipe, colon) --quote X|none
      --escape double|backslash --comment X|none --header N|none; and --threads N.
      --replace-invalid puts U+FFFD where bytes are no text and leaves zero bytes out.
      --long-rows leave-out|widen: what becomes of rows with more cells than the header row; a split
      fails otherwise. --utf8-lines read|keep: the same for lines in UTF-8 where the others are not.
  run PLAN [--file FILE] [--json] [--api-version V]
      [--practice [--script FILE] | --account NAME |
       --api-domain URL [--upload-domain URL] [--org ZGID]]   with CRM_ACCESS_TOKEN in the environment
      runs the whole import; PLAN is a saved plan or a create-job body. With --practice PLAN may be
      left out: a sample is imported.
  explain RESPONSE [--request REQUEST] [--status N] [--json]
      says which input a refusal belongs to and what to do
  practice-server [--port N] [--token T] [--script FILE]
      the simulated CRM alone; prints its base URL and token
  --help, --version

Exit codes: 0 all rows in (or all done), 2 usage or unreadable input, 3 some rows refused, 4 job refused by
the CRM, 5 sign-in needed, 6 network trouble, stopped, or outcome unknown.)";

} // namespace

bool isVerb(const QString &word)
{
    static const QStringList verbs{QStringLiteral("inspect"), QStringLiteral("split"),
                                   QStringLiteral("cells"),   QStringLiteral("run"),
                                   QStringLiteral("explain"), QStringLiteral("practice-server"),
                                   QStringLiteral("--help"),  QStringLiteral("--version")};
    return verbs.contains(word);
}

int runVerb(const QStringList &arguments)
{
    const QString verb = arguments.value(1);
    const QStringList rest = arguments.mid(1); // the parser takes the verb for the program's name
    if (verb == QLatin1String("inspect"))
        return inspect(rest);
    if (verb == QLatin1String("split"))
        return split(rest);
    if (verb == QLatin1String("cells")) // for other programs' test suites; not in the help
        return printCells(rest);
    if (verb == QLatin1String("run"))
        return runImport(rest);
    if (verb == QLatin1String("explain"))
        return explain(rest);
    if (verb == QLatin1String("practice-server"))
        return servePractice(rest);
    if (verb == QLatin1String("--version")) {
        printLine(QStringLiteral("crm-import-wizard " WIZARD_VERSION));
        return AllRowsIn;
    }
    if (verb == QLatin1String("--help")) {
        printLine(QString::fromUtf8(helpText));
        return AllRowsIn;
    }
    printTrouble(QStringLiteral("Unknown verb; see --help."));
    return UsageWrong;
}

} // namespace cli
