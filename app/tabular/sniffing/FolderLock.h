#pragma once

#include <QFile>

#include <memory>

namespace tabular {

/// Tells other programs that a folder is in use: a file in it that this holds open, and that the system lets go of however
/// the program ends. Nothing is written into it. QLockFile has its own written through to the disk, and that takes as long
/// as a whole first look at a table.
class FolderLock final {
public:
    enum class State {
        None, ///< no such file: the folder may be one that is just being made
        Held, ///< or nobody can tell
        Left  ///< by a program that is gone
    };

    /// Of a folder that was just made, by this thread. Null when no file can be made there.
    [[nodiscard]] static std::unique_ptr<FolderLock> take(const QString &folder);
    /// To be asked by others than its holder.
    [[nodiscard]] static State stateOf(const QString &folder);
    ~FolderLock();
    Q_DISABLE_COPY_MOVE(FolderLock)

private:
    FolderLock() = default;

    QFile m_file;
};

} // namespace tabular
