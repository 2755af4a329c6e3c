#include "window.h"

#include "auth/KeychainCredentialStore.h"
#include "practice/PracticeHost.h"
#include "session/ColumnMatching.h"
#include "session/DataPaths.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NativeDialogs.h"
#include "ui/text/Translations.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QNetworkProxyFactory>
#include <QUndoStack>

namespace {

/// The whole graph, in the order in which its parts need each other.
struct Program final {
    base::Result<session::PracticeAccess> startPractice()
    {
        if (practice.token().isEmpty()) {
            if (const base::Status started = practice.start({}); !started.ok())
                return started.error();
        }
        return session::PracticeAccess{practice.baseUrl(), practice.token()};
    }

    base::SystemClock clock;
    practice::PracticeHost practice;
    auth::AccountList accounts{session::accountsFilePath()};
    auth::KeychainCredentialStore credentials{clock};
    importing::FileLedger ledger{session::knownFilesPath()};
    session::TemplateStore templates{session::templatesFolderPath()};
    session::ImportSession session;
    session::CrmConnection connection{session, accounts, credentials, clock, [this] { return startPractice(); }};
    session::FileOpener opener{session};
    session::RunController runs{session, connection, ledger, clock};
    session::FieldChoices choices{session::fieldChoicesPath()};
    session::ColumnMatching matching{session, choices};
    ui::NativeDialogs dialogs;
    QUndoStack undo;
};

} // namespace

int runWindow(int &argc, char **argv)
{
    QApplication application(argc, argv);
    QNetworkProxyFactory::setUseSystemConfiguration(true);
    ui::installTranslations(application);
    QCommandLineParser options;
    const QCommandLineOption practice(QStringLiteral("practice"), QStringLiteral("Use the practice CRM."));
    const QCommandLineOption scheme(QStringLiteral("scheme"), QStringLiteral("Colours: light, dark or system."),
                                    QStringLiteral("name"));
    options.addOptions({practice, scheme});
    options.addPositionalArgument(QStringLiteral("file"), QStringLiteral("A spreadsheet, a plan or a request."));
    options.process(application);
    const ui::Scheme colours = ui::schemeFromText(options.value(scheme));
    ui::applyTheme(application, colours);
    Program program;
    QObject::connect(&program.runs, &session::RunController::runChanged, &program.matching,
                     &session::ColumnMatching::rememberChoices);
    ui::MainWindow window({program.session, program.connection, program.opener, program.runs, program.ledger,
                           program.templates, program.clock, program.dialogs, program.undo},
                          colours);
    window.show();
    if (options.isSet(practice))
        program.connection.usePractice();
    const QString file = options.positionalArguments().value(0);
    if (file.endsWith(QLatin1String(".json"), Qt::CaseInsensitive))
        window.openPlan(file);
    else if (!file.isEmpty())
        program.opener.open(file);
    return QApplication::exec();
}
