#pragma once

#include <QIODevice>
#include <QStringList>

namespace tabular {

/// The names in the directory of an OLE container (old Office files and encrypted new ones), as far as the first few of
/// its sectors tell; empty when it is damaged. Reads at most some 64 sectors.
[[nodiscard]] QStringList oleStreamNames(QIODevice &file);

} // namespace tabular
