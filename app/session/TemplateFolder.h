#pragma once

#include "session/TemplateStore.h"

#include <QMutex>

namespace session {

/// The files of a TemplateStore, for a pool thread. One at a time: whoever calls holds `mutex`.
class TemplateFolder final {
public:
    explicit TemplateFolder(const QString &folder);

    [[nodiscard]] std::vector<StoredTemplate> list() const;
    TemplateStore::Outcome add(const mapping::MappingTemplate &made) const;
    TemplateStore::Outcome replace(const QString &id, const mapping::MappingTemplate &made) const;
    TemplateStore::Outcome restore(const QString &id) const;
    TemplateStore::Outcome rename(const QString &id, const QString &name) const;
    TemplateStore::Outcome remove(const QString &id) const;
    TemplateStore::Outcome copyFrom(const QString &path, const QString &name) const;
    TemplateStore::Outcome copyTo(const QString &id, const QString &path) const;

    QMutex mutex;
    int readings = 0; ///< of list(), so that a late one is known

private:
    [[nodiscard]] QString pathOf(const QString &id) const;
    [[nodiscard]] QString formerOf(const QString &id) const;
    [[nodiscard]] bool isTaken(const QString &name, const QString &exceptId = {}) const;

    QString m_folder;
};

/// A file name for a template of this name: short, of plain letters, never one that a system keeps for itself, and never
/// that of another file. The name itself stands in the file.
[[nodiscard]] QString templateFileName(const QString &name);

} // namespace session
