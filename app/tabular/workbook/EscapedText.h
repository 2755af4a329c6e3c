#pragma once

#include <string>

namespace tabular {

/// Decodes `_xHHHH_`, by which OOXML writes characters that XML cannot hold (ECMA-376 22.4.2.4), in place. `_x005F_` is
/// the underscore that keeps such text from being decoded. A pair of surrogates is one character; a lone one, and NUL,
/// stay as they are written.
void unescapeText(std::string &text);

} // namespace tabular
