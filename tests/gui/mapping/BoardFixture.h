#pragma once

#include "session/ImportSession.h"
#include "ui/mapping/MappingBoard.h"

#include <QUndoStack>

namespace support {

/// Leads with mandatory Last Name and Company, Mobile, Lead Source (picklist), Owner (lookup), and `extra` text fields.
[[nodiscard]] session::ModuleMetadata leads(int extra = 0);
/// A table of `columns` columns with headers that fit no field: "Header 0", "Header 1" …
[[nodiscard]] tabular::TableSummary table(int columns);
/// Columns as a person's spreadsheet has them: Surname, Handy, Firma, Quelle …
[[nodiscard]] tabular::TableSummary people(int columns);

/// What matching would say to people(columns): the third column is the company for sure, the fourth the source to be
/// checked, the fifth may be the owner; nothing for all others.
[[nodiscard]] std::vector<mapping::ColumnMatch> proposals(int columns);

/// A board on a session with Leads and a table, shown, by field.
class BoardFixture final {
public:
    explicit BoardFixture(const tabular::TableSummary &file, int extraFields = 0);

    [[nodiscard]] std::optional<int> columnOf(const QString &field) const;       ///< what the session says
    [[nodiscard]] QPoint fieldPoint(const QString &field, int column = 0) const; ///< in the table's viewport
    [[nodiscard]] QPoint columnPoint(int row, int column = 0) const;

    session::ImportSession session;
    QUndoStack undo;
    ui::MappingBoard board;
};

} // namespace support
