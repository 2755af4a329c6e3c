#pragma once

#include "session/FieldChoices.h"
#include "session/ImportSession.h"

namespace session {

/// Proposes fields for the columns of the session's spreadsheet, in the pool, whenever spreadsheet, fields, module or
/// operation have changed, and hands the outcome to ImportSession::takeMatches(). What a person chose is never proposed
/// anew; for the columns that were mapped without him it says why they were. A later run makes an earlier one's outcome
/// void. The outcome depends on spreadsheet, fields, operation and earlier choices, and on nothing else.
class ColumnMatching final : public QObject {
    Q_OBJECT
public:
    ColumnMatching(ImportSession &session, FieldChoices &choices, QObject *parent = nullptr);
    ~ColumnMatching() override;

    [[nodiscard]] bool busy() const;
    /// Keeps what is mapped and ignored now for the spreadsheets to come: the user is about to import with it.
    void rememberChoices();

Q_SIGNALS:
    void changed(); ///< busy() has

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session
