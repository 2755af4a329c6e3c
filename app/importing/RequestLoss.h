#pragma once

#include "crm/BulkWriteRequest.h"

#include <QByteArray>

namespace importing {

/// The first place of the create-job body `body` that `read`, read from it, does not hold, so that it would be missing when
/// `read` is sent: "resource[1]", "resource[0].field_mappings[2].default_value.module". Empty when nothing is lost.
/// Values are not compared, and what is empty counts as absent.
[[nodiscard]] QString firstLoss(const QByteArray &body, const crm::BulkWriteRequest &read);

} // namespace importing
