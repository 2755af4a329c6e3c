#include "cli/Verbs.h"

#ifdef WIZARD_WITH_WINDOW
#include "window.h"
#endif

#include <QCoreApplication>
#include <QNetworkProxyFactory>

#include <cstdio>

namespace {

/// Names the folders of settings and data; set before anything reads them.
void nameProgram()
{
    QCoreApplication::setApplicationName(QStringLiteral("crm-import-wizard"));
    QCoreApplication::setApplicationVersion(QStringLiteral(WIZARD_VERSION));
}

int runConsole(int &argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    return cli::runVerb(QCoreApplication::arguments());
}

#ifndef WIZARD_WITH_WINDOW
int runWindow(int &, char **)
{
    std::fputs("This build has no window; see --help for the console verbs.\n", stderr);
    return cli::UsageWrong;
}
#endif

} // namespace

int main(int argc, char **argv)
{
    nameProgram();
    const bool console = argc > 1 && cli::isVerb(QString::fromLocal8Bit(argv[1]));
    return console ? runConsole(argc, argv) : runWindow(argc, argv);
}
