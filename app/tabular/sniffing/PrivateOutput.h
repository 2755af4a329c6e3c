#pragma once

#include "base/Result.h"

#include <QFile>

#include <memory>

namespace tabular {

/// A new file that only its owner may read. It is removed again unless keep() was called and went well.
class PrivateOutput final {
public:
    /// `name` is ours, never one that stands in an archive. Errors, with "file": FileUnwritable (also when it is there).
    [[nodiscard]] static base::Result<PrivateOutput> create(const QString &folder, const QString &name);
    PrivateOutput(PrivateOutput &&other) = default;
    PrivateOutput &operator=(PrivateOutput &&other) = delete;
    ~PrivateOutput();

    /// Errors: DiskFull, FileUnwritable.
    base::Status write(QByteArrayView bytes);
    /// Closes the file and gives its path. Errors: those of write().
    [[nodiscard]] base::Result<QString> keep();

private:
    explicit PrivateOutput(std::unique_ptr<QFile> file)
        : m_file(std::move(file))
    { }
    [[nodiscard]] base::Error failure(qint64 wanted) const;

    std::unique_ptr<QFile> m_file; ///< null once it was kept or moved away
};

/// DiskFull, with "needed" and "free" bytes, when `folder` has not room for `bytes` more and 16 MiB to spare.
[[nodiscard]] base::Status checkRoom(const QString &folder, qint64 bytes);

} // namespace tabular
