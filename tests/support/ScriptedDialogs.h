#pragma once

#include "ui/widgets/Dialogs.h"

#include <QStringList>

namespace support {

/// Answers every question from lists that a test fills; an empty list is a cancelled dialog.
class ScriptedDialogs final : public ui::Dialogs {
public:
    [[nodiscard]] QString openFile(QWidget *, const QString &title, const QString &) override
    {
        asked << title;
        return open.isEmpty() ? QString() : open.takeFirst();
    }
    [[nodiscard]] QString saveFile(QWidget *, const QString &title, const QString &proposed, const QString &) override
    {
        asked << title;
        lastProposed = proposed;
        return save.isEmpty() ? QString() : save.takeFirst();
    }
    [[nodiscard]] bool confirm(QWidget *, const QString &title, const QString &question, const QString &) override
    {
        asked << title + QLatin1String(": ") + question;
        return answers.isEmpty() ? yes : answers.takeFirst();
    }

    QStringList open;
    QStringList save;
    QStringList asked; ///< titles and questions, in order
    QString lastProposed;
    QList<bool> answers; ///< of the next questions, ahead of `yes`
    bool yes = true;
};

} // namespace support
