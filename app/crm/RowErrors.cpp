#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array rowEntries{
    ErrorEntry{"MANDATORY_NOT_FOUND", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A mandatory cell is empty."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM requires a value in this field."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Fill in the cell, or give the field a constant value.")},
    ErrorEntry{
        "INVALID_DATA", ErrorSource::Row, 0, InputRef::Kind::Mapping,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The value does not fit the field."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "Its type, format or length is wrong, or the record or user that it names does not exist."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Correct the cell.")},
    ErrorEntry{"DUPLICATE_DATA", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A record with this value already exists."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "The field takes each value once, and it is in the CRM or in the file already."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Remove the row, or import it with upsert.")},
    ErrorEntry{"RESOURCE_NOT_FOUND", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The record that this row refers to was not found."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "No record has the value of the match field or of the lookup cell."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Correct the value, or create that record first.")},
    ErrorEntry{"LIMIT_EXCEEDED", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM has no room for this row."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A limit for records, subform rows or storage is reached."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Free some room in the CRM, or import fewer rows.")},
    ErrorEntry{"NOT_APPROVED", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The record waits for approval and cannot be changed."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "An approval process has locked it."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Have the record approved, then send the row again.")},
    ErrorEntry{"BLOCKED_RECORD", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The record is blocked and cannot be changed."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "It was locked in the CRM."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Unlock the record, then send the row again.")},
    ErrorEntry{"CANNOT_PROCESS", ErrorSource::Row, 0, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM could not process this row."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The state of the record, a right or a process forbids the change."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Look at the record in the CRM, then send the row again.")},
};

} // namespace

std::span<const ErrorEntry> rowErrors()
{
    return rowEntries;
}

} // namespace crm
