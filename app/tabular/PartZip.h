#pragma once

#include "base/Result.h"

#include <QFile>

#include <memory>

class QuaZip;
class QuaZipFile;

namespace tabular {

/// A zip with one entry, written as a stream. The file is gone again unless finish() succeeded.
class PartZip final {
public:
    explicit PartZip(const QString &path);
    ~PartZip();
    PartZip(const PartZip &) = delete;
    PartZip &operator=(const PartZip &) = delete;

    /// Replaces a regular file at the path. Errors here and below: FileUnwritable, DiskFull.
    base::Status open(const QString &entryName);
    base::Status write(const QByteArray &bytes);
    base::Status finish();
    [[nodiscard]] QString sha256() const;

private:
    [[nodiscard]] base::Error failure(const QString &why) const;

    QFile m_file;
    std::unique_ptr<QuaZip> m_zip;
    std::unique_ptr<QuaZipFile> m_entry;
    bool m_ours = false;
    bool m_finished = false;
};

} // namespace tabular
