#pragma once

#include <QLoggingCategory>

namespace base {

/// Every log category of the program. Nothing secret and no cell value may be logged; ids and counts may.
Q_DECLARE_LOGGING_CATEGORY(logNet)
Q_DECLARE_LOGGING_CATEGORY(logAuth)
Q_DECLARE_LOGGING_CATEGORY(logImport)
Q_DECLARE_LOGGING_CATEGORY(logPractice)
Q_DECLARE_LOGGING_CATEGORY(logUi)

} // namespace base
