#pragma once

#include "auth/Account.h"
#include "importing/FileLedger.h"
#include "practice/PracticeHost.h"
#include "session/ColumnMatching.h"
#include "session/CrmConnection.h"
#include "session/FileOpener.h"
#include "session/RunController.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDialogs.h"
#include "ui/shell/MainWindow.h"

#include <QAbstractItemView>
#include <QTemporaryDir>
#include <QUndoStack>
#include <QtTest>

#include <memory>

namespace journeys {

/// The whole program as main() builds it, with a practice CRM, a keychain in memory and dialogs that a test answers; and
/// the hands to drive it by the names that ui/README.md lists.
class Program final : public QObject {
    Q_OBJECT
public:
    explicit Program(const practice::PracticeScript &script = {}, const QSize &size = {1180, 820});
    ~Program() override;

    /// The input of this name on the page that is shown (hidden ones do not count); fails the test when there is none.
    template <class W>
    [[nodiscard]] W *find(const char *objectName)
    {
        auto *found = qobject_cast<W *>(shown(objectName));
        if (!found)
            QTest::qFail(qPrintable(QStringLiteral("nothing shown is called %1").arg(QLatin1String(objectName))),
                         __FILE__, __LINE__);
        return found;
    }
    [[nodiscard]] QWidget *shown(const char *objectName) const;
    [[nodiscard]] QString shownText(const char *objectName) const; ///< of all labels in it
    /// What the fault area of this name says; for the table of fields: the row of the field that `input` names.
    [[nodiscard]] QString wordsUnder(const char *objectName, const crm::InputRef &input) const;
    void goTo(session::WizardStep step);                       ///< by a click into the step list
    void press(const char *objectName);                        ///< with the mouse
    void chooseRow(const char *viewName, const QString &text); ///< clicks the first row that holds `text`
    [[nodiscard]] session::WizardStep step() const;
    void picture(const QString &name); ///< kept as test output

    /// Practice CRM chosen on the first page, and connected.
    void signIntoPractice();
    /// A plan or request opened from the first page.
    void openPlan(const QString &path);

    practice::PracticeHost practice;
    QTemporaryDir folder;
    support::MemoryCredentialStore credentials;
    support::ScriptedDialogs dialogs;
    base::SystemClock clock;
    QUndoStack undo;
    session::ImportSession session;
    std::unique_ptr<auth::AccountList> accounts;
    std::unique_ptr<session::CrmConnection> connection;
    std::unique_ptr<importing::FileLedger> ledger;
    std::unique_ptr<session::TemplateStore> templates;
    std::unique_ptr<session::FileOpener> opener;
    std::unique_ptr<session::RunController> runs;
    std::unique_ptr<session::FieldChoices> choices;
    std::unique_ptr<session::ColumnMatching> matching;
    std::unique_ptr<ui::MainWindow> window;
};

} // namespace journeys
