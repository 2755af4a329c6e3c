#include "ui/mapping/TemplateActions.h"

#include "mapping/TemplateUse.h"
#include "ui/mapping/DriftDialog.h"
#include "ui/mapping/TemplateNameDialog.h"
#include "ui/text/ErrorText.h"

#include <QFileInfo>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>

namespace ui {
namespace {

using session::StoredTemplate;
using session::TemplateStore;

/// Menus take "&" for the mark of a key.
QString plain(QString name)
{
    return name.replace(QLatin1Char('&'), QLatin1String("&&"));
}

/// A name that file systems everywhere take.
QString fileNameOf(QString name)
{
    static const QRegularExpression forbidden(QStringLiteral("[\\\\/:*?\"<>|\\x00-\\x1f]"));
    return name.replace(forbidden, QStringLiteral("-")) + mapping::templateSuffix;
}

bool isAny(const StoredTemplate &)
{
    return true;
}

bool isReadable(const StoredTemplate &each)
{
    return each.content.ok();
}

bool hasFormer(const StoredTemplate &each)
{
    return each.hasFormer;
}

} // namespace

TemplateActions::TemplateActions(session::ImportSession &session, TemplateStore &store, MappingEditor &editor,
                                 Dialogs &dialogs, QWidget *owner)
    : QObject(owner)
    , m_session(session)
    , m_store(store)
    , m_editor(editor)
    , m_dialogs(dialogs)
    , m_owner(owner)
    , m_menu(new QMenu(owner))
{
    m_menu->setObjectName(QStringLiteral("templatesMenu"));
    m_menu->setToolTipsVisible(true);
    connect(m_menu, &QMenu::aboutToShow, this, &TemplateActions::fill);
    store.load();
}

QString TemplateActions::nameOf(const QString &id) const
{
    const StoredTemplate *found = m_store.find(id);
    return found ? found->name() : id;
}

bool TemplateActions::canApply() const
{
    return m_session.file().table && !m_session.metadata().fields.empty();
}

QAction *TemplateActions::add(const QString &text, const char *objectName, bool enabled,
                              void (TemplateActions::*handler)())
{
    QAction *action = m_menu->addAction(text, this, handler);
    action->setObjectName(QLatin1String(objectName));
    action->setEnabled(enabled);
    return action;
}

void TemplateActions::fill()
{
    m_menu->clear();
    // Menus within the menu are no actions of it, and would stay.
    qDeleteAll(m_menu->findChildren<QMenu *>(QString(), Qt::FindDirectChildrenOnly));
    const bool hasMapping = m_session.file().table && !m_session.mapping().entries().empty();
    const StoredTemplate *current = m_store.find(m_current);
    const bool isOfModule =
        current && current->content && current->content->module == session::templateScene(m_session).module;
    addApplications();
    m_menu->addSeparator();
    add(tr("Save as Template…"), "saveTemplate", hasMapping, &TemplateActions::saveAs);
    add(isOfModule ? tr("Update “%1”…").arg(plain(current->name())) : tr("Update Template…"), "updateTemplate",
        hasMapping && isOfModule, &TemplateActions::update);
    m_menu->addSeparator();
    addList(tr("Rename"), "renameTemplate", isReadable, &TemplateActions::rename);
    addList(tr("Restore Previous Version"), "restoreTemplate", hasFormer, &TemplateActions::restore);
    addList(tr("Remove"), "removeTemplate", isAny, &TemplateActions::remove);
    addList(tr("Share as File"), "shareTemplate", isReadable, &TemplateActions::share);
    add(tr("Load from File…"), "loadTemplate", true, &TemplateActions::load);
}

/// Those of this module first; the others, and files that are none, can be seen but not applied.
void TemplateActions::addApplications()
{
    QMenu *list = m_menu->addMenu(tr("Apply"));
    list->setObjectName(QStringLiteral("applyTemplate"));
    const mapping::TemplateScene scene = session::templateScene(m_session);
    for (const StoredTemplate &each : m_store.all()) {
        const bool fits = each.content && each.content->module == scene.module;
        QString text = plain(each.name());
        if (!each.content)
            text = tr("%1 (cannot be read)").arg(text);
        else if (!fits)
            text = tr("%1 (for the module %2)").arg(text, each.content->module.text());
        QAction *action = list->addAction(text, this, [this, id = each.id] { apply(id); });
        action->setEnabled(!each.content || (fits && canApply()));
        if (!each.content)
            action->setIcon(icon(QStringLiteral("warning"), Tone::Warning));
    }
    list->setEnabled(!m_store.all().empty());
}

void TemplateActions::addList(const QString &title, const char *objectName, Wanted wanted, Handler handler)
{
    QMenu *list = m_menu->addMenu(title);
    list->setObjectName(QLatin1String(objectName));
    for (const StoredTemplate &each : m_store.all()) {
        if (!wanted(each))
            continue;
        list->addAction(tr("%1…").arg(plain(each.name())), this,
                        [this, handler, id = each.id] { (this->*handler)(id); });
    }
    list->setEnabled(!list->isEmpty());
}

void TemplateActions::apply(const QString &id)
{
    find(id, Look::WhereNeeded);
}

void TemplateActions::showDifferences(const QString &id)
{
    find(id, Look::Always);
}

bool TemplateActions::isStill(const mapping::TemplateScene &scene) const
{
    const mapping::TemplateScene present = session::templateScene(m_session);
    return present.module == scene.module && present.headers == scene.headers;
}

void TemplateActions::find(const QString &id, Look look)
{
    const StoredTemplate *wanted = m_store.find(id);
    if (!wanted || !canApply())
        return;
    if (!wanted->content)
        return fail(wanted->content.error());
    const int now = ++m_asked;
    const mapping::TemplateScene scene = session::templateScene(m_session);
    const auto drifts =
        base::runInPool([saved = *wanted->content, scene] { return mapping::templateDrift(saved, scene); });
    base::observe(drifts, this, [=, this, saved = *wanted](const std::vector<mapping::Drift> &found) {
        if (now == m_asked && isStill(scene))
            drifted(saved, scene, found, look);
    });
}

void TemplateActions::drifted(const StoredTemplate &saved, const mapping::TemplateScene &scene,
                              const std::vector<mapping::Drift> &drifts, Look look)
{
    const bool wantsLook = std::any_of(drifts.begin(), drifts.end(), mapping::wantsLook);
    if (drifts.empty() || (look == Look::WhereNeeded && !wantsLook))
        return take(saved, mapping::applyTemplate(*saved.content, scene, drifts).mapping);
    auto *dialog = new DriftDialog(*saved.content, scene, drifts, m_owner);
    connect(dialog, &QDialog::accepted, this, [this, dialog, saved, scene] {
        if (isStill(scene))
            take(saved, dialog->outcome());
    });
    dialog->open();
}

void TemplateActions::take(const StoredTemplate &saved, const mapping::ColumnMapping &mapping)
{
    m_current = saved.id;
    QStringList gone;
    for (const crm::FieldMapping &entry : m_session.mapping().entries()) {
        if (!mapping.find(entry.field))
            gone << m_editor.labelOf(entry.field);
    }
    const int count = static_cast<int>(mapping.entries().size());
    QString sentence = tr("The template “%1” is applied: %Ln field(s) are mapped.", nullptr, count).arg(saved.name());
    if (!gone.isEmpty())
        sentence += QLatin1Char(' ') + tr("Not mapped any more: %1.").arg(QLocale().createSeparatedList(gone));
    if (!m_editor.change(mapping, tr("Apply template %1").arg(saved.name()), sentence))
        Q_EMIT m_editor.done(sentence);
    Q_EMIT settled();
}

mapping::MappingTemplate TemplateActions::made(const QString &name) const
{
    return mapping::makeTemplate(name, QDateTime::currentDateTimeUtc(), session::templateScene(m_session));
}

void TemplateActions::askName(const QString &title, const QString &action, const QString &proposed,
                              const QString &exceptId, std::function<void(const QString &)> use)
{
    QStringList taken;
    for (const StoredTemplate &each : m_store.all()) {
        if (each.content && each.id != exceptId)
            taken << each.name();
    }
    auto *dialog = new TemplateNameDialog(title, action, proposed, taken, m_owner);
    connect(dialog, &QDialog::accepted, this, [dialog, use = std::move(use)] { use(dialog->name()); });
    dialog->open();
}

void TemplateActions::saveAs()
{
    const QString proposed = QFileInfo(m_session.file().table->source.path).completeBaseName();
    askName(tr("Save as Template"), tr("Save"), proposed, {}, [this](const QString &name) {
        base::observe(m_store.save(made(name)), this, [this, name](const TemplateStore::Outcome &outcome) {
            if (outcome) {
                m_current = *outcome;
                Q_EMIT settled();
            }
            tell(outcome, tr("The mapping is kept as the template “%1”.").arg(name));
        });
    });
}

void TemplateActions::update()
{
    const QString id = m_current;
    const QString name = nameOf(id);
    if (!m_dialogs.confirm(m_owner, tr("Update Template"),
                           tr("What the template “%1” holds is replaced by what is mapped now. The version before is "
                              "kept, and can be restored.")
                               .arg(name),
                           tr("Update")))
        return;
    base::observe(m_store.replace(id, made(name)), this, [this, name](const TemplateStore::Outcome &outcome) {
        tell(outcome, tr("The template “%1” now holds what is mapped.").arg(name));
    });
}

void TemplateActions::restore(const QString &id)
{
    const QString name = nameOf(id);
    base::observe(m_store.restore(id), this, [this, name](const TemplateStore::Outcome &outcome) {
        tell(outcome,
             tr("The template “%1” is what it was before. Restore Previous Version brings the later one back.")
                 .arg(name));
    });
}

void TemplateActions::rename(const QString &id)
{
    const QString before = nameOf(id);
    askName(tr("Rename Template"), tr("Rename"), before, id, [this, id, before](const QString &name) {
        base::observe(m_store.rename(id, name), this, [this, before, name](const TemplateStore::Outcome &outcome) {
            tell(outcome, tr("The template “%1” is called “%2” now.").arg(before, name));
        });
    });
}

void TemplateActions::remove(const QString &id)
{
    const QString name = nameOf(id);
    if (!m_dialogs.confirm(m_owner, tr("Remove Template"),
                           tr("The template “%1” is deleted from this computer. This cannot be undone. What is mapped "
                              "stays as it is.")
                               .arg(name),
                           tr("Remove")))
        return;
    base::observe(m_store.remove(id), this, [this, name](const TemplateStore::Outcome &outcome) {
        tell(outcome, tr("The template “%1” is removed.").arg(name));
    });
}

void TemplateActions::share(const QString &id)
{
    const QString path = m_dialogs.saveFile(m_owner, tr("Share Template as File"), fileNameOf(nameOf(id)),
                                            tr("Mapping templates (*.mappingtemplate.json)"));
    if (path.isEmpty())
        return;
    base::observe(m_store.exportFile(id, path), this, [this, path](const TemplateStore::Outcome &outcome) {
        tell(outcome, tr("The template is saved as %1.").arg(QFileInfo(path).fileName()));
    });
}

void TemplateActions::load()
{
    const QString path = m_dialogs.openFile(m_owner, tr("Load Template from File"),
                                            tr("Mapping templates (*.mappingtemplate.json *.json);;All files (*)"));
    if (!path.isEmpty())
        loadUnder(path, {});
}

void TemplateActions::loadUnder(const QString &path, const QString &name)
{
    base::observe(m_store.importFile(path, name), this,
                  [this, path](const TemplateStore::Outcome &outcome) { loaded(path, outcome); });
}

/// A template of the same name is there: the new one gets another, and neither is lost.
void TemplateActions::loaded(const QString &path, const TemplateStore::Outcome &outcome)
{
    if (!outcome && outcome.error().code == base::ErrorCode::TemplateNameTaken) {
        const QString name = outcome.error().context.value(QStringLiteral("found")).toString();
        return askName(tr("Load Template from File"), tr("Load"), name, {},
                       [this, path](const QString &other) { loadUnder(path, other); });
    }
    const StoredTemplate *there = outcome ? m_store.find(*outcome) : nullptr;
    const QString module = there && there->content ? there->content->module.text() : QString();
    tell(outcome,
         tr("The template “%1” is loaded. It is for the module %2.")
             .arg(outcome ? nameOf(*outcome) : QString(), module));
}

void TemplateActions::tell(const TemplateStore::Outcome &outcome, const QString &sentence)
{
    if (outcome)
        Q_EMIT said(Tone::Success, sentence, {});
    else
        fail(outcome.error());
}

void TemplateActions::fail(const base::Error &error)
{
    Q_EMIT said(Tone::Error, ErrorText::of(error), error.detail);
}

} // namespace ui
