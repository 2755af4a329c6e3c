#pragma once

#include "base/Result.h"
#include "tabular/sniffing/FolderLock.h"

#include <QTemporaryDir>

#include <memory>

namespace tabular {

/// A folder for working copies of the user's data, which nobody else may enter; it goes with all that is in it. While it
/// is in use a lock stands in it, so that what a crashed program left behind can be told from what another one works on.
class PrivateFolder final {
public:
    /// Makes one in `parent` (empty: the system's folder for temporary files) and sweeps it first, see removeLeftovers().
    /// Errors: FileUnwritable with "file".
    [[nodiscard]] static base::Result<PrivateFolder> create(const QString &parent = {});

    /// Removes the folders of programs that are not there any more; gives how many. Folders of other users, links and
    /// folders in use stay.
    static int removeLeftovers(const QString &parent = {});

    [[nodiscard]] QString path() const { return m_folder->path(); }

private:
    PrivateFolder(std::unique_ptr<QTemporaryDir> folder, std::unique_ptr<FolderLock> lock)
        : m_folder(std::move(folder))
        , m_lock(std::move(lock))
    { }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<FolderLock> m_lock; ///< after the folder: Windows removes no folder with an open file in it
};

} // namespace tabular
