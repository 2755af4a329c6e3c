#include "cli/Interrupt.h"
#include "cli/Output.h"
#include "cli/RunOptions.h"
#include "cli/Sentences.h"
#include "practice/PracticeHost.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace cli {

int servePractice(const QStringList &arguments)
{
    QCommandLineParser parser;
    for (const char *name : {"port", "token", "script"})
        parser.addOption(QCommandLineOption(QLatin1String(name), {}, QStringLiteral("value")));
    const bool parsed = parser.parse(arguments);
    practice::PracticeOptions options;
    bool isPort = true;
    if (parsed && parser.isSet(QStringLiteral("port")))
        options.port = parser.value(QStringLiteral("port")).toUShort(&isPort);
    if (!parsed || !isPort || !parser.positionalArguments().isEmpty()) {
        printTrouble(QStringLiteral("practice-server takes nothing but --port N, --token T and --script FILE."));
        return UsageWrong;
    }
    options.token = base::Secret(parser.value(QStringLiteral("token")).toUtf8());
    if (parser.isSet(QStringLiteral("script"))) {
        const std::optional<QByteArray> json = readInput(parser.value(QStringLiteral("script")));
        QString problem;
        if (json)
            options.script = practice::readScript(*json, &problem);
        if (!problem.isEmpty())
            printTrouble(QStringLiteral("The script cannot be understood: %1.").arg(problem));
        if (!json || !problem.isEmpty())
            return UsageWrong;
    }
    practice::PracticeHost host;
    if (const base::Status started = host.start(options); !started) {
        printTrouble(options.port == 0 ? QStringLiteral("No port of this computer is free.")
                                       : QStringLiteral("Port %1 of this computer cannot be used; another program may "
                                                        "hold it.")
                                             .arg(options.port));
        return exitCodeOf(started.error().code);
    }
    printLine(QStringLiteral("Base URL: %1").arg(host.baseUrl().toString()));
    printLine(QStringLiteral("Token: %1").arg(QString::fromUtf8(host.token().reveal())));
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, &interrupt, [] { QCoreApplication::exit(AllRowsIn); });
    return QCoreApplication::exec();
}

} // namespace cli
