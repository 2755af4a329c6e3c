#pragma once

#include "crm/BulkWriteJob.h"
#include "crm/RowResult.h"
#include "importing/ImportRun.h"
#include "session/WizardStep.h"

#include <QCoreApplication>

namespace ui {

/// Short names that more than one page shows.
class Wording final {
    Q_DECLARE_TR_FUNCTIONS(Wording)
public:
    [[nodiscard]] static QString of(session::WizardStep step);   ///< "Account", "Module", …
    [[nodiscard]] static QString of(session::StepStatus status); ///< "to do", "done", "needs a look", "error"
    [[nodiscard]] static QString of(crm::Operation operation);   ///< "Add new records" …
    [[nodiscard]] static QString of(crm::RowState state);        ///< "Added" …
    [[nodiscard]] static QString of(importing::ImportRun::State state);
    [[nodiscard]] static QString
    dataType(const QString &crmType);                ///< "picklist" -> "Picklist"; unknown ones as they are
    [[nodiscard]] static QString rows(qint64 count); ///< "1 row", "25,000 rows"
    [[nodiscard]] static QString bytes(qint64 count);
};

} // namespace ui
