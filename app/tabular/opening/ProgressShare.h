#pragma once

#include "tabular/csv/RecordReader.h"

#include <functional>

namespace tabular {

/// Maps the 0…100 of one step onto `from`…`to` of the whole; empty where nobody listens.
[[nodiscard]] inline std::function<void(int)> share(const std::function<void(int)> &whole, int from, int to)
{
    if (!whole)
        return {};
    return [whole, from, to](int percent) { whole(from + (to - from) * percent / 100); };
}

/// For a reading of `bytes` in all; empty where nobody listens.
[[nodiscard]] inline csv::Progress percentOf(qint64 bytes, const std::function<void(int)> &progress)
{
    if (!progress)
        return {};
    return [bytes, progress](qint64 done) {
        progress(static_cast<int>(qBound(qint64(0), 100 * done / qMax(qint64(1), bytes), qint64(100))));
    };
}

} // namespace tabular
