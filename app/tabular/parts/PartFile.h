#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <memory>

class QFile;

namespace tabular {

/// A file that only its owner may read. It stands under a name of its own beside its place until keep() puts it there;
/// without that it is gone with the object. Not forced onto the disk: a part can be made again.
class PartFile final {
public:
    explicit PartFile(QString path);
    ~PartFile();
    PartFile(PartFile &&other) noexcept;
    PartFile &operator=(PartFile &&other) = delete;

    /// Opens the file, and makes the folder if need be. Errors: FileUnwritable (also where something else than a file is in
    /// the place).
    base::Status begin();
    /// Straight into the file, nothing is held back. Errors: FileUnwritable, DiskFull.
    base::Status append(const char *bytes, qint64 size);
    void end();
    /// All three.
    base::Status write(const QByteArray &content);
    /// After end(): takes `path` instead of the first one, in the same folder. Replaces a file that is there.
    base::Status keep(const QString &path);

private:
    QString m_path;
    QString m_written;             ///< empty: nothing of ours is on the disk
    std::unique_ptr<QFile> m_open; ///< from begin() to end()
};

/// 200 MB and three times the input are asked for. Error: DiskFull (context "file" the folder, "needed" the bytes needed,
/// "free" those that are free).
base::Status checkFreeSpace(const QString &folder, qint64 inputBytes);

} // namespace tabular
