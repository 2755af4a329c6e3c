#pragma once

#include "tabular/csv/ByteSource.h"

#include <QString>

namespace tabular::csv {

/// A regular file, open for as long as this lives and shared with whoever else reads or writes it. Several threads may
/// read at once. Changes while it is read end in FileChanged, looked for at each short read and by unchanged().
class FileSource final : public ByteSource {
public:
    /// What is compiled into the program (":/…") is read at once. Errors, with "file": FileNotFound, NotARegularFile,
    /// FileUnreadable, FileInUse. Never waits for the other end of a pipe.
    static base::Result<std::unique_ptr<ByteSource>> open(const QString &path);
    ~FileSource() override;
    Q_DISABLE_COPY_MOVE(FileSource)

    base::Result<qsizetype> readAt(qint64 offset, std::span<char> into) override;
    [[nodiscard]] qint64 size() const override { return m_seen.size; }
    [[nodiscard]] base::Status unchanged() const override;

private:
    /// What tells one state of a file from another.
    struct Seen final {
        qint64 size = 0;
        qint64 changed = 0; ///< in the system's own unit
        bool regular = false;
        bool removed = false;

        friend bool operator==(const Seen &a, const Seen &b) = default;
    };

    FileSource(QString path, qintptr handle);
    static base::Result<std::unique_ptr<ByteSource>> openOnDisk(const QString &path);
    [[nodiscard]] base::Error failure(base::ErrorCode code, const QString &detail = {}) const;
    [[nodiscard]] Seen look() const;
    /// One read of the system: bytes, 0 at the end, or -1.
    [[nodiscard]] qint64 readOnce(qint64 offset, char *into, qint64 bytes) const;

    QString m_path;
    qintptr m_handle;
    Seen m_seen;
};

} // namespace tabular::csv
