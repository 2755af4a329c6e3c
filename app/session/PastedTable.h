#pragma once

#include "base/Observe.h"
#include "base/Result.h"
#include "tabular/sniffing/PrivateFolder.h"

#include <memory>

namespace session {

/// Rows that came from the clipboard, as a file that only its owner may read. It goes with the last copy of this.
struct PastedTable final {
    QString path;
    std::shared_ptr<const tabular::PrivateFolder> folder;
};

/// Saves `text` in the pool, in UTF-8; its name ends as its cells are separated (.tsv with tabs, else .csv). Errors:
/// TableEmpty for blank text, FileUnwritable, DiskFull.
[[nodiscard]] QFuture<base::Result<PastedTable>> savePasted(const QString &text);

} // namespace session
