#pragma once

#include <QString>

class QWidget;

namespace ui {

/// Every question that leaves the window, so that tests can answer it. Each gives an empty text / false when the user
/// cancels.
class Dialogs {
public:
    virtual ~Dialogs() = default;
    [[nodiscard]] virtual QString openFile(QWidget *parent, const QString &title, const QString &filter) = 0;
    [[nodiscard]] virtual QString saveFile(QWidget *parent, const QString &title, const QString &proposed,
                                           const QString &filter) = 0;
    [[nodiscard]] virtual bool confirm(QWidget *parent, const QString &title, const QString &question,
                                       const QString &action) = 0;
};

} // namespace ui
