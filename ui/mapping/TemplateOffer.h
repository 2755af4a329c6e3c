#pragma once

#include "session/TemplateStore.h"

#include <QFrame>

#include <set>

class QPushButton;

namespace ui {

class TextLabel;

/// A slim bar above the board: this file looks like one that was mapped before, with the template that was kept then.
/// Hidden until there is one, and again after an answer: what was answered once for a file and its columns is not asked again.
class TemplateOffer final : public QFrame {
    Q_OBJECT
public:
    TemplateOffer(session::ImportSession &session, session::TemplateStore &store, QWidget *parent = nullptr);

    void settle(); ///< the file at hand has its template, or wants none

Q_SIGNALS:
    void applyWanted(const QString &id);
    void differencesWanted(const QString &id);

private:
    void layOut();
    void sessionChanged(session::ImportSession::Area area);
    void look();
    void show(const session::StoredTemplate &best, const mapping::TemplateScene &scene, size_t differences);
    [[nodiscard]] QString placeOf(const mapping::TemplateScene &scene) const;

    session::ImportSession &m_session;
    session::TemplateStore &m_store;
    TextLabel *m_text;
    QPushButton *m_apply;
    QPushButton *m_differences;
    QPushButton *m_notNow;
    QString m_id;
    std::set<QString> m_settled;
    int m_looks = 0; ///< an answer to an earlier look comes too late
};

} // namespace ui
