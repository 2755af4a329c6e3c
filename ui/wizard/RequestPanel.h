#pragma once

#include "base/Clock.h"
#include "ui/widgets/Dialogs.h"

#include <QUrl>
#include <QWidget>

class QComboBox;
class QPlainTextEdit;
class QPushButton;

namespace ui {

class TextLabel;

/// The exact create-job request as JSON, as a cURL command and as a Postman item, to copy and to save. The token is a
/// variable in each of them.
class RequestPanel final : public QWidget {
    Q_OBJECT
public:
    explicit RequestPanel(Dialogs &dialogs, QWidget *parent = nullptr);

    void setRequest(const QByteArray &body, const QUrl &url);

private:
    enum Format { Json, Curl, Postman };
    QWidget *makeButtons();
    void refresh();
    void copy();
    void save();
    [[nodiscard]] QByteArray bytes() const;

    Dialogs &m_dialogs;
    QComboBox *m_format;
    QPlainTextEdit *m_text;
    QPushButton *m_copy;
    QPushButton *m_save;
    TextLabel *m_done;
    QByteArray m_body;
    QUrl m_url;
};

} // namespace ui
