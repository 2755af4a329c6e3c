#include "crm/ErrorTables.h"

#include <QtGlobal>

namespace crm {
namespace {

constexpr ErrorEntry table[] = {
    {"MANDATORY_NOT_FOUND", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A mandatory value is missing."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The cell is empty and the field has no constant value."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Fill the cell, or give the field a constant value.")},
    {"INVALID_DATA", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A value does not fit its field."),
     QT_TRANSLATE_NOOP("ErrorCatalogue",
                       "The type, format or length is wrong, or a related record or user was not found."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Correct the value.")},
    {"DUPLICATE_DATA", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A record with this unique value exists already."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The value is in the CRM already, or twice in the file."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Update the record instead, or change the value.")},
    {"RESOURCE_NOT_FOUND", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The record was not found."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The record to update, the parent or the related record does not exist."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the value that should find it.")},
    {"LIMIT_EXCEEDED", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A limit of the CRM has been reached."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The number of records or rows of a subform is used up."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Import fewer rows.")},
    {"NOT_APPROVED", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The record waits for approval and cannot be changed."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "An approval process has locked the record."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Approve the record first.")},
    {"BLOCKED_RECORD", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The record is blocked."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Somebody has locked the record in the CRM."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Unlock the record first.")},
    {"CANNOT_PROCESS", ErrorSource::Row, 0, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM could not handle this row."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The state of the record or a process of the CRM does not allow the change."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Look at the record in the CRM and try again.")},
};

} // namespace

std::span<const ErrorEntry> rowErrors()
{
    return table;
}

} // namespace crm
