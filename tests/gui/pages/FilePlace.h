#pragma once

#include "session/FileOpener.h"
#include "session/RunController.h"
#include "tests/support/FakeClock.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDialogs.h"
#include "ui/wizard/FilePage.h"
#include "ui/wizard/ImportWizard.h"

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QPointer>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

namespace pages {

/// The page File with the engine behind it, not signed in.
struct FilePlace final {
    FilePlace() { page.resize(780, 620); }
    ~FilePlace()
    {
        wizard.reset();
        delete made.data();
    }
    Q_DISABLE_COPY_MOVE(FilePlace)

    /// The same page as a step of the wizard, between two that want nothing.
    ui::ImportWizard &inWizard()
    {
        using session::WizardStep;
        wizard = std::make_unique<ui::ImportWizard>(
            session, runs, dialogs,
            std::vector<ui::Page *>{
                new ui::Page(WizardStep::Module, QStringLiteral("Module"), QStringLiteral("Before.")), &page,
                new ui::Page(WizardStep::Callback, QStringLiteral("Callback"), QStringLiteral("After."))});
        wizard->resize(1024, 700);
        wizard->show();
        wizard->activateWindow();
        wizard->goTo(WizardStep::File);
        return *wizard;
    }

    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = folder.filePath(name);
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return path;
    }
    void open(const QString &path)
    {
        page.show();
        page.openDropped(path);
        waitUntilRead();
    }
    /// Layouts within layouts come to rest step by step.
    static void settle()
    {
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
    }
    void waitUntilRead() { QTRY_VERIFY_WITH_TIMEOUT(!opener.busy(), 30'000); }
    [[nodiscard]] const tabular::TableSummary &table() const { return *session.file().table; }
    template <class W>
    W *in(const char *name)
    {
        return page.findChild<W *>(QLatin1String(name));
    }
    [[nodiscard]] QString words(const char *name)
    {
        QStringList texts;
        for (const QLabel *label : in<QWidget>(name)->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(QLatin1Char('\n'));
    }
    QAbstractItemModel *rows() { return in<QTableView>("preview")->model(); }
    void picture(const char *name)
    {
        settle();
        QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT "/pages"));
        QVERIFY(page.grab().save(QStringLiteral(WIZARD_TEST_OUTPUT "/pages/%1.png").arg(QLatin1String(name))));
    }

    QTemporaryDir folder;
    support::MemoryCredentialStore credentials;
    support::ScriptedDialogs dialogs;
    support::FakeClock clock;
    session::ImportSession session;
    auth::AccountList accounts{folder.filePath(QStringLiteral("accounts.json"))};
    session::CrmConnection connection{session, accounts, credentials, clock, {}};
    importing::FileLedger ledger{folder.filePath(QStringLiteral("files.json"))};
    session::FileOpener opener{session};
    session::RunController runs{session, connection, ledger, clock};
    QPointer<ui::FilePage> made = new ui::FilePage(session, opener, runs, ledger, dialogs); ///< the wizard may own it
    ui::FilePage &page = *made;
    std::unique_ptr<ui::ImportWizard> wizard;
};

inline QByteArray manyRows(int rows)
{
    QByteArray text("Name,Number\n");
    for (int i = 1; i <= rows; ++i)
        text += "Lovelace " + QByteArray::number(i) + ',' + QByteArray::number(i * 7) + '\n';
    return text;
}

} // namespace pages
