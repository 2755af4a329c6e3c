#pragma once

#include "tabular/encoding/FilePieces.h"

namespace tabular {

/// Whole cells that hold bytes beyond ASCII, each once, a line feed behind each; at most 8 KiB, from all pieces alike.
/// The English columns of a business file would drown what little tells its encoding.
[[nodiscard]] QByteArray nonAsciiCells(const FilePieces &pieces);

} // namespace tabular
