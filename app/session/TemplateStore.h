#pragma once

#include "base/Observe.h"
#include "mapping/MappingTemplate.h"
#include "session/ImportSession.h"

#include <QObject>

#include <functional>
#include <memory>

namespace session {

class TemplateFolder;

/// A file of the folder: a template, or why it is none. Files that cannot be read are listed and never touched.
struct StoredTemplate final {
    QString id; ///< the file's name in the folder
    base::Result<mapping::MappingTemplate> content;
    bool hasFormer = false; ///< what it was before the last replace() is kept, for restore()

    [[nodiscard]] QString name() const { return content ? content->name : id; }
};

/// The mapping templates that this computer keeps, one file each in a folder of their own. All files are read and written
/// in the pool; main thread. Each call ends in one Outcome, the template's id or the failure, always from the event loop,
/// and after changed() for what it did. Names are unique, letter case and surplus spaces aside (TemplateNameTaken, context
/// "found"); files are replaced as a whole or not at all, and the version before stays beside them until the next one.
class TemplateStore final : public QObject {
    Q_OBJECT
public:
    using Outcome = base::Result<QString>;

    explicit TemplateStore(const QString &folder, QObject *parent = nullptr);
    ~TemplateStore() override;

    /// As last read: by name, those that cannot be read at the end. Empty until the first load() is through.
    [[nodiscard]] const std::vector<StoredTemplate> &all() const { return m_all; }
    [[nodiscard]] const StoredTemplate *find(const QString &id) const;
    /// The template to offer for a file: the newest that was made for the same headers, or else the one that shares most, at
    /// least four in five. nullptr: none.
    [[nodiscard]] const StoredTemplate *bestFor(const crm::ModuleName &module, const QStringList &headers) const;

    void load();
    QFuture<Outcome> save(const mapping::MappingTemplate &made); ///< as a new one
    QFuture<Outcome> replace(const QString &id, const mapping::MappingTemplate &made);
    /// The version before the last replace(), under the name that it has now; called again, the later one.
    QFuture<Outcome> restore(const QString &id);
    QFuture<Outcome> rename(const QString &id, const QString &name);
    QFuture<Outcome> remove(const QString &id); ///< one that cannot be read, too
    /// Takes a template over from a file elsewhere; under `name` unless that is empty.
    QFuture<Outcome> importFile(const QString &path, const QString &name = {});
    QFuture<Outcome> exportFile(const QString &id, const QString &path);

Q_SIGNALS:
    void changed();

private:
    using Work = std::function<Outcome(TemplateFolder &)>;
    QFuture<Outcome> run(Work work);

    std::shared_ptr<TemplateFolder> m_folder;
    std::vector<StoredTemplate> m_all;
    int m_seen = 0; ///< which reading of the folder `m_all` is
};

/// What the session gives a template to be made of, or to be applied to. Without an operation: insert.
[[nodiscard]] mapping::TemplateScene templateScene(const ImportSession &session);

} // namespace session
