#pragma once

#include "base/Result.h"

#include <QStringList>

namespace cli {

/// The folder that `split` writes into: what stands in it from before, and what must not stay there.
class SplitFolder final {
public:
    /// `sourceName` and `sourceBytes` tell the source from others.
    SplitFolder(QString path, QString sourceName, qint64 sourceBytes);

    /// A file that the split would replace although it did not make it from this very source; empty when there is none.
    [[nodiscard]] QString foreignFile() const;

    /// Writes the manifest beside the parts and removes the parts of the split before that are not in `partFiles`. Errors:
    /// those of writeFileSafely().
    base::Status complete(const QByteArray &manifest, const QStringList &partFiles) const;

    /// Takes away what a split that did not come to its end has left: unfinished files, and the folder if it is new.
    void clear() const;

    [[nodiscard]] static QString manifestName();

private:
    [[nodiscard]] QStringList partsHere() const;
    [[nodiscard]] QStringList partsOfManifest() const;

    QString m_path;
    QString m_sourceName;
    qint64 m_sourceBytes;
    bool m_isNew;
    QStringList m_unfinishedBefore;
};

} // namespace cli
