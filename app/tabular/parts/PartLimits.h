#pragma once

#include <QtGlobal>

namespace tabular {

/// What the CRM takes in one job (Zoho's bulk write limitations page): rows without the header, bytes of the CSV and of
/// the zip.
struct PartLimits final {
    qint64 rows = 25'000;
    int columns = 200;
    qint64 bytes = 25LL * 1024 * 1024;
};

} // namespace tabular
