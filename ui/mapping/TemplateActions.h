#pragma once

#include "mapping/TemplateDrift.h"
#include "session/TemplateStore.h"
#include "ui/models/MappingEditor.h"
#include "ui/widgets/Dialogs.h"
#include "ui/widgets/Theme.h"

#include <QObject>

#include <functional>

class QAction;
class QMenu;

namespace ui {

/// All that can be done with mapping templates, as a menu: apply, save, update, rename, remove, share and load. Questions
/// come before anything is overwritten or removed; what was done or failed is said by the signal said().
class TemplateActions final : public QObject {
    Q_OBJECT
public:
    /// `owner` is the parent of dialogs. All live longer than this.
    TemplateActions(session::ImportSession &session, session::TemplateStore &store, MappingEditor &editor,
                    Dialogs &dialogs, QWidget *owner);

    [[nodiscard]] QMenu *menu() const { return m_menu; }
    /// Takes the mapping over at once where nothing wants a look; otherwise shows the differences first.
    void apply(const QString &id);
    void showDifferences(const QString &id);

Q_SIGNALS:
    void said(ui::Tone tone, const QString &sentence, const QString &details);
    void settled(); ///< a template was applied to, or made of, the columns at hand

private:
    using Handler = void (TemplateActions::*)(const QString &id);
    enum class Look { WhereNeeded, Always };

    void fill();
    void addApplications();
    using Wanted = bool (*)(const session::StoredTemplate &each);
    void addList(const QString &title, const char *objectName, Wanted wanted, Handler handler);
    QAction *add(const QString &text, const char *objectName, bool enabled, void (TemplateActions::*handler)());
    void find(const QString &id, Look look);
    void drifted(const session::StoredTemplate &saved, const mapping::TemplateScene &scene,
                 const std::vector<mapping::Drift> &drifts, Look look);
    void take(const session::StoredTemplate &saved, const mapping::ColumnMapping &mapping);
    [[nodiscard]] bool isStill(const mapping::TemplateScene &scene) const; ///< the same columns for the same module
    void saveAs();
    void update();
    void restore(const QString &id);
    void rename(const QString &id);
    void remove(const QString &id);
    void share(const QString &id);
    void load();
    void loadUnder(const QString &path, const QString &name);
    void loaded(const QString &path, const session::TemplateStore::Outcome &outcome);
    void askName(const QString &title, const QString &action, const QString &proposed, const QString &exceptId,
                 std::function<void(const QString &)> use);
    void tell(const session::TemplateStore::Outcome &outcome, const QString &sentence);
    void fail(const base::Error &error);
    [[nodiscard]] bool canApply() const;
    [[nodiscard]] mapping::MappingTemplate made(const QString &name) const;
    [[nodiscard]] QString nameOf(const QString &id) const;

    session::ImportSession &m_session;
    session::TemplateStore &m_store;
    MappingEditor &m_editor;
    Dialogs &m_dialogs;
    QWidget *m_owner;
    QMenu *m_menu;
    QString m_current; ///< id of the template that was applied or saved last
    int m_asked = 0;   ///< an answer to an earlier wish comes too late
};

} // namespace ui
