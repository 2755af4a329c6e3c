#pragma once

#include "ui/widgets/Dialogs.h"

namespace ui {

/// The system's own file dialogs and a plain question. The only place that waits for the user inside a call: the
/// platform's file dialogs cannot be had otherwise.
class NativeDialogs final : public Dialogs {
public:
    [[nodiscard]] QString openFile(QWidget *parent, const QString &title, const QString &filter) override;
    [[nodiscard]] QString saveFile(QWidget *parent, const QString &title, const QString &proposed,
                                   const QString &filter) override;
    [[nodiscard]] bool confirm(QWidget *parent, const QString &title, const QString &question,
                               const QString &action) override;
};

} // namespace ui
