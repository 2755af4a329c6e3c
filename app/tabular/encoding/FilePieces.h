#pragma once

#include <QByteArray>

#include <vector>

namespace tabular {

/// What is looked at of a file of any size before it is read: its ends and a few places between.
struct FilePieces final {
    QByteArray head;
    std::vector<QByteArray> between; ///< cut anywhere, also inside a character
    QByteArray tail;                 ///< empty when `head` is all
    bool headIsAll = true;
};

} // namespace tabular
