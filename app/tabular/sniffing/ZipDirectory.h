#pragma once

#include "base/Result.h"

#include <QIODevice>
#include <QString>

#include <vector>

namespace tabular {

/// One file in a zip, as its directory describes it. Nothing of it is to be believed; the name is never a path of ours.
struct ZipMember final {
    QString name;
    qint64 bytes = 0; ///< unpacked
    bool encrypted = false;
};

constexpr int mostZipMembers = 10'000;

/// The files of a zip in the order of its directory, folders included. Cost grows with the number of files, not with
/// their size. Errors: ZipUnreadable, ZipTooLarge ("limit", with more than 10,000 files).
[[nodiscard]] base::Result<std::vector<ZipMember>> listZip(QIODevice &archive);

/// The first `limit` bytes of the member of exactly that name; empty when there is none or it is damaged.
[[nodiscard]] QByteArray peekIntoZip(QIODevice &archive, const QString &name, qint64 limit);

} // namespace tabular
