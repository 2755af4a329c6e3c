#pragma once

#include "importing/FileLedger.h"
#include "session/CrmConnection.h"
#include "session/FileOpener.h"
#include "session/RunController.h"
#include "session/TemplateStore.h"
#include "ui/widgets/Dialogs.h"

class QUndoStack;

namespace ui {

/// Everything the window works with. main() makes these, and they outlive the window.
struct WindowParts final {
    session::ImportSession &session;
    session::CrmConnection &connection;
    session::FileOpener &opener;
    session::RunController &runs;
    importing::FileLedger &ledger;
    session::TemplateStore &templates;
    base::Clock &clock;
    Dialogs &dialogs;
    QUndoStack &undo;
};

} // namespace ui
