#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/sniffing/PrivateOutput.h"

#include <functional>

namespace tabular {

/// Against archives that grow without end. The ratio (unpacked to packed) counts from 16 MiB on: repeated text packs
/// very well, and less than that does no harm.
struct UnpackLimits final {
    qint64 bytes = 1024LL * 1024 * 1024;
    qint64 ratio = 1'000;
    qint64 head = 0; ///< so much is wanted, and a block more may come; check sums are not looked at then. 0: all
};

/// Unpacks one table out of an archive into a file of its own, block by block. Sizes that stand in the archive are not
/// believed, names in it are never used as paths, check sums are checked; on failure nothing is left behind. Meant for a
/// pool thread.
///
/// Errors: those of openRegularFile(), TableKindUnsupported (encrypted; "found"), ZipUnreadable (damaged, cut off, unknown method), ZipTooLarge ("limit"),
/// DiskFull, FileUnwritable, Cancelled.
class Unpacker final {
public:
    /// `folder` belongs to us. `progress` (may be empty) gets 0…100 from the thread that unpacks.
    explicit Unpacker(QString folder, UnpackLimits limits = {}, base::StopFlag stop = {},
                      std::function<void(int)> progress = {});

    /// All members of a gzip file one after the other, as gzip itself does; gives the path of what came out.
    [[nodiscard]] base::Result<QString> unpackGzip(const QString &path) const;
    /// The member of exactly that name; gives the path of what came out.
    [[nodiscard]] base::Result<QString> unpackZipMember(const QString &path, const QString &member) const;

private:
    [[nodiscard]] base::Status take(PrivateOutput &out, QByteArrayView block, qint64 &total, qint64 packed) const;
    [[nodiscard]] bool isEnough(qint64 total) const { return m_limits.head > 0 && total >= m_limits.head; }
    [[nodiscard]] base::Result<QString> keepUnlessStopped(PrivateOutput &out) const;
    void report(qint64 done, qint64 all) const;

    QString m_folder;
    UnpackLimits m_limits;
    base::StopFlag m_stop;
    std::function<void(int)> m_progress;
};

} // namespace tabular
