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
    /// What has become of each part of a run: "Parts 1 to 2 of 4 are in the CRM. Part 3 of 4 was refused. …"
    [[nodiscard]] static QString fates(const importing::RunParts &parts);
    [[nodiscard]] static QString
    dataType(const QString &crmType);                ///< "picklist" -> "Picklist"; unknown ones as they are
    [[nodiscard]] static QString rows(qint64 count); ///< "1 row", "25,000 rows"
    [[nodiscard]] static QString bytes(qint64 count);
    /// Text of the user's own, set apart so that it keeps its direction: "+49 30 1" does not turn round on an Arabic page.
    [[nodiscard]] static QString apart(const QString &text);

private:
    [[nodiscard]] static QString fate(importing::RunPart::Fate fate, const QString &part, size_t of);
    [[nodiscard]] static QString fates(importing::RunPart::Fate fate, size_t first, size_t last, size_t of);
};

} // namespace ui
