#include "cli/TableVerbs.h"

namespace cli {

QString readTableCommand(QCommandLineParser &parser, const QStringList &arguments, const char *verb,
                         TableOptions &options)
{
    if (!parser.parse(arguments))
        return parser.errorText();
    if (parser.positionalArguments().size() != 1)
        return QStringLiteral("%1 takes one spreadsheet file.").arg(QLatin1String(verb));
    return readTableOptions(parser, options);
}

} // namespace cli
