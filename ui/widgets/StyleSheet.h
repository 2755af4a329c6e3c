#pragma once

#include "ui/widgets/Theme.h"

namespace ui {

/// resources/style/window.qss with the colours put in, and lengths that grow with the user's font.
[[nodiscard]] QString styleSheetOf(const Colours &colours, int lineHeight);

} // namespace ui
