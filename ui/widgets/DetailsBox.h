#pragma once

#include "crm/ServerError.h"

#include <QWidget>

class QPlainTextEdit;
class QPushButton;

namespace ui {

/// "Details": a toggle that opens the server's own words, complete and raw, with a copy button. Starts closed.
class DetailsBox final : public QWidget {
    Q_OBJECT
public:
    explicit DetailsBox(QWidget *parent = nullptr);
    void setText(const QString &text); ///< empty: the box hides itself

private:
    void showText(bool shown);
    void copyText() const;

    QPushButton *m_toggle;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
};

/// Status line, headers and body of an answer as one text.
[[nodiscard]] QString rawText(const crm::ServerAnswer &answer);

} // namespace ui
