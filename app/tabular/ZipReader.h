#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace tabular {

struct ZipEntry final {
    QString name;
    QByteArray content;
};

/// Limits against hostile archives: entries, unpacked bytes, and how many times larger than the archive they may get.
struct ZipLimits final {
    int entries = 10;
    qint64 bytes = 512LL * 1024 * 1024;
    int ratio = 200;
};

/// Unpacks every file of a zip held in memory. Names are data only: nothing is written anywhere. The sizes in headers are
/// not believed and each entry's CRC is checked. Errors: ZipUnreadable, ZipTooLarge.
base::Result<std::vector<ZipEntry>> readZip(const QByteArray &archive, const ZipLimits &limits);

} // namespace tabular
