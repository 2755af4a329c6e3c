#include "cli/TableVerbs.h"

namespace cli {

QString readTableCommand(QCommandLineParser &parser, const QStringList &arguments, const char *verb,
                         TableOptions &options)
{
    if (!parser.parse(arguments))
        return parser.errorText();
    if (parser.positionalArguments().size() != 1)
        return QStringLiteral("%1 takes one spreadsheet file.").arg(QLatin1String(verb));
    if (parser.positionalArguments().at(0) == QLatin1String("-"))
        return QStringLiteral(
                   "%1 reads a file more than once, which a pipe does not allow; save what comes through it and "
                   "name that file.")
            .arg(QLatin1String(verb));
    return readTableOptions(parser, options);
}

} // namespace cli
