#include "cli/TableOptions.h"

#include "cli/TextTable.h"
#include "tabular/encoding/TextEncoding.h"

#include <QThread>

namespace cli {

namespace {

constexpr int mostThreads = 64;
constexpr int lastHeaderRow = 1'000'000;

constexpr struct {
    const char *word;
    const char *delimiter;
} delimiters[] = {{"tab", "\t"}, {"comma", ","}, {"semicolon", ";"}, {"pipe", "|"}, {"colon", ":"}};

QString valueOf(const QCommandLineParser &parser, const char *name)
{
    return parser.value(QLatin1String(name));
}

bool isSign(QChar character)
{
    const ushort code = character.unicode();
    return code == '\t' || (code >= ' ' && code < 0x7F);
}

QString readEncoding(const QString &name, TableOptions &options)
{
    const tabular::TextEncoding *encoding = tabular::findEncoding(name);
    if (encoding && tabular::isAvailable(*encoding)) {
        options.encoding = QString::fromLatin1(encoding->name.data(), static_cast<qsizetype>(encoding->name.size()));
        return {};
    }
    QStringList names;
    for (const tabular::TextEncoding &known : tabular::textEncodings()) {
        if (tabular::isAvailable(known))
            names.append(QString::fromLatin1(known.name.data(), static_cast<qsizetype>(known.name.size())));
    }
    return QStringLiteral("--encoding takes one of %1.").arg(names.join(QLatin1String(", ")));
}

QString readDelimiter(const QString &value, TableOptions &options)
{
    for (const auto &entry : delimiters) {
        if (value == QLatin1String(entry.word)) {
            options.delimiter = entry.delimiter;
            return {};
        }
    }
    const bool fits = (value.size() == 1 || value.size() == 2) && std::all_of(value.begin(), value.end(), isSign);
    options.delimiter = value.toLatin1();
    return fits && !value.contains(QLatin1Char('"'))
        ? QString()
        : QStringLiteral("--delimiter takes tab, comma, semicolon, pipe, colon, or one or two ASCII characters other "
                         "than quotes.");
}

/// One ASCII character, or none.
QString readSign(const QCommandLineParser &parser, const char *name, std::optional<char> &sign)
{
    const QString value = valueOf(parser, name);
    if (!parser.isSet(QLatin1String(name)))
        return {};
    if (value == QLatin1String("none"))
        sign = '\0';
    else if (value.size() == 1 && isSign(value.at(0)))
        sign = value.at(0).toLatin1();
    else
        return QStringLiteral("--%1 takes none or one ASCII character.").arg(QLatin1String(name));
    return {};
}

QString readEscape(const QCommandLineParser &parser, TableOptions &options)
{
    const QString value = valueOf(parser, "escape");
    if (!parser.isSet(QStringLiteral("escape")))
        return {};
    options.backslash = value == QLatin1String("backslash");
    return *options.backslash || value == QLatin1String("double")
        ? QString()
        : QStringLiteral("--escape takes double (\"\") or backslash (\\\").");
}

QString readHeader(const QCommandLineParser &parser, TableOptions &options)
{
    if (!parser.isSet(QStringLiteral("header")))
        return {};
    qint64 row = 0;
    const bool none = valueOf(parser, "header") == QLatin1String("none");
    if (!none && !readNumber(parser, "header", 1, lastHeaderRow, row).isEmpty())
        return QStringLiteral("--header takes none or the number of a row from 1 to 1,000,000.");
    options.header = static_cast<int>(row);
    return {};
}

/// One of two words, each with what it stands for.
template <class Value>
QString readEither(const QCommandLineParser &parser, const char *name, std::pair<const char *, Value> one,
                   std::pair<const char *, Value> other, Value &chosen)
{
    if (!parser.isSet(QLatin1String(name)))
        return {};
    const QString value = valueOf(parser, name);
    for (const auto &[word, meaning] : {one, other}) {
        if (value == QLatin1String(word)) {
            chosen = meaning;
            return {};
        }
    }
    return QStringLiteral("--%1 takes %2 or %3.")
        .arg(QLatin1String(name), QLatin1String(one.first), QLatin1String(other.first));
}

QString readLongRows(const QCommandLineParser &parser, TableOptions &options)
{
    using tabular::LongRows;
    return readEither<LongRows>(parser, "long-rows", {"leave-out", LongRows::LeaveOut}, {"widen", LongRows::Widen},
                                options.longRows);
}

QString readUtf8Lines(const QCommandLineParser &parser, TableOptions &options)
{
    using tabular::Utf8Lines;
    return readEither<Utf8Lines>(parser, "utf8-lines", {"read", Utf8Lines::Read}, {"keep", Utf8Lines::Keep},
                                 options.utf8Lines);
}

/// Two signs that mean the same leave no way to read.
QString contradiction(const TableOptions &options)
{
    const QByteArray delimiter = options.delimiter;
    const auto clashes = [&](const std::optional<char> &sign) { return sign && *sign && delimiter.contains(*sign); };
    if (clashes(options.quote) || clashes(options.comment)
        || (options.quote && *options.quote && options.quote == options.comment))
        return QStringLiteral("--delimiter, --quote and --comment need different characters.");
    return {};
}

} // namespace

void addTableOptions(QCommandLineParser &parser)
{
    for (const char *flag : {"json", "replace-invalid"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char *name : {"sheet", "encoding", "delimiter", "quote", "escape", "comment", "header", "threads",
                             "long-rows", "utf8-lines"})
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
}

QString readNumber(const QCommandLineParser &parser, const char *name, qint64 least, qint64 most, qint64 &number)
{
    if (!parser.isSet(QLatin1String(name)))
        return {};
    bool isNumber = false;
    const qint64 value = valueOf(parser, name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most) {
        return QStringLiteral("--%1 takes a number from %2 to %3.")
            .arg(QLatin1String(name), grouped(least), grouped(most));
    }
    number = value;
    return {};
}

QString readTableOptions(const QCommandLineParser &parser, TableOptions &options)
{
    options.path = parser.positionalArguments().value(0);
    options.json = parser.isSet(QStringLiteral("json"));
    options.replaceInvalid = parser.isSet(QStringLiteral("replace-invalid"));
    options.sheet = valueOf(parser, "sheet");
    qint64 threads = qBound(1, QThread::idealThreadCount(), mostThreads);
    QString problem = readNumber(parser, "threads", 1, mostThreads, threads);
    options.threads = static_cast<int>(threads);
    if (problem.isEmpty() && parser.isSet(QStringLiteral("encoding")))
        problem = readEncoding(valueOf(parser, "encoding"), options);
    if (problem.isEmpty() && parser.isSet(QStringLiteral("delimiter")))
        problem = readDelimiter(valueOf(parser, "delimiter"), options);
    if (problem.isEmpty())
        problem = readSign(parser, "quote", options.quote);
    if (problem.isEmpty())
        problem = readSign(parser, "comment", options.comment);
    if (problem.isEmpty())
        problem = readEscape(parser, options);
    if (problem.isEmpty())
        problem = readHeader(parser, options);
    if (problem.isEmpty())
        problem = readLongRows(parser, options);
    if (problem.isEmpty())
        problem = readUtf8Lines(parser, options);
    return problem.isEmpty() ? contradiction(options) : problem;
}

} // namespace cli
