#include "cli/RunOptions.h"

#include "base/SafeFile.h"
#include "cli/Output.h"
#include "cli/Sentences.h"
#include "crm/ApiVersion.h"
#include "net/HostPolicy.h"

#include <QCommandLineParser>

namespace cli {

namespace {

constexpr qint64 inputLimit = 16 * 1024 * 1024;

void addOptions(QCommandLineParser &parser)
{
    for (const char *flag : {"practice", "json"})
        parser.addOption(QCommandLineOption(QLatin1String(flag)));
    for (const char *name : {"file", "account", "script", "api-version", "api-domain", "upload-domain", "org"})
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
}

QString trouble(const RunOptions &options)
{
    if (options.plan.isEmpty() && !options.practice)
        return QStringLiteral("run needs a plan (*.importplan.json) or a create-job body.");
    if (!options.apiVersion.isEmpty() && !crm::findApiVersion(options.apiVersion))
        return QStringLiteral("The API version %1 is not known.").arg(options.apiVersion);
    if (!options.script.isEmpty() && !options.practice)
        return QStringLiteral("--script needs --practice.");
    for (const QUrl &url : {options.apiDomain, options.uploadDomain}) {
        if (url.isEmpty())
            continue;
        const bool secure = url.scheme() == QLatin1String("https");
        const bool local = url.scheme() == QLatin1String("http") && net::isLoopback(url);
        if (url.host().isEmpty() || (!secure && !local))
            return QStringLiteral("%1 is not an https address (http is for this computer only).")
                .arg(url.toString(QUrl::RemoveUserInfo));
    }
    return {};
}

} // namespace

std::optional<RunOptions> readRunOptions(const QStringList &arguments)
{
    QCommandLineParser parser;
    addOptions(parser);
    const bool parsed = parser.parse(arguments);
    RunOptions options;
    options.plan = parser.positionalArguments().value(0);
    options.practice = parser.isSet(QStringLiteral("practice"));
    options.json = parser.isSet(QStringLiteral("json"));
    options.file = parser.value(QStringLiteral("file"));
    options.account = parser.value(QStringLiteral("account"));
    options.script = parser.value(QStringLiteral("script"));
    options.apiVersion = parser.value(QStringLiteral("api-version"));
    options.apiDomain = QUrl(parser.value(QStringLiteral("api-domain")));
    options.uploadDomain = QUrl(parser.value(QStringLiteral("upload-domain")));
    options.org = parser.value(QStringLiteral("org"));
    // Tokens come out of files and pipes with a line end, which would break the request's head.
    options.token = base::Secret(qgetenv("CRM_ACCESS_TOKEN").trimmed());
    QString problem = parsed ? trouble(options) : parser.errorText();
    if (problem.isEmpty() && parser.positionalArguments().size() > 1)
        problem = QStringLiteral("run takes one plan.");
    if (problem.isEmpty())
        return options;
    printTrouble(problem);
    return std::nullopt;
}

std::optional<QByteArray> readInput(const QString &path)
{
    const base::Result<QByteArray> content = base::readSmallFile(path, inputLimit);
    if (content)
        return *content;
    printTrouble(sentenceOf(content.error()));
    return std::nullopt;
}

} // namespace cli
