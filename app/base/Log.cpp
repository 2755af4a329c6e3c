#include "base/Log.h"

namespace base {

Q_LOGGING_CATEGORY(logNet, "wizard.net", QtInfoMsg)
Q_LOGGING_CATEGORY(logAuth, "wizard.auth", QtInfoMsg)
Q_LOGGING_CATEGORY(logImport, "wizard.import", QtInfoMsg)
Q_LOGGING_CATEGORY(logPractice, "wizard.practice", QtInfoMsg)
Q_LOGGING_CATEGORY(logUi, "wizard.ui", QtInfoMsg)

} // namespace base
