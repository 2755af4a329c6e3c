#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array createJobEntries{
    ErrorEntry{
        "MANDATORY_FIELDS_NOT_MAPPED", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "Some mandatory fields of the module have no column and no constant value."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "The layout or the CRM's settings require these fields in every new record."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Map a column onto each of these fields, or give them a constant value.")},
    ErrorEntry{"INVALID_FIELD_NAME", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The module has no field with this API name."),
               QT_TRANSLATE_NOOP(
                   "ErrorCatalogue",
                   "The field was renamed or removed in the CRM, or its label was given instead of its API name."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Map the column onto a field from the list, or reload the fields of the module.")},
    ErrorEntry{"INVALID_FIELD", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A field in the mapping is not valid for this module."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The API name is misspelt, or the field belongs to another module."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose a field of this module for the column.")},
    ErrorEntry{
        "MANDATORY_NOT_FOUND", ErrorSource::CreateJob, 400, InputRef::Kind::FindBy,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "A key that this kind of job needs is missing."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "Update and upsert need a match field, and each lookup field needs to know what its cells hold."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "Choose the match field, and say for each lookup field which field of the related module its cells hold.")},
    ErrorEntry{"MISSING_REQUIRED_KEY", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The request lacks a key that it cannot do without."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "An input was left empty, or the request was written by hand."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Fill in the input that the server names.")},
    ErrorEntry{"INVALID_DATA", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "A value in the request is missing, or is not of the kind that the server expects."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Often no operation is chosen; a value of the wrong kind has the same effect."),
               QT_TRANSLATE_NOOP(
                   "ErrorCatalogue",
                   "Choose insert, update or upsert, and compare the request with the one shown on the Check page.")},
    ErrorEntry{"INVALID_FORMAT", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The date or number pattern of a mapped field is not accepted."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The pattern holds letters or an order that the CRM does not know."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose one of the offered patterns, for example yyyy-MM-dd.")},
    ErrorEntry{
        "COLUMN_INDEX_NOT_FOUND", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "A mapping points to a column that the file does not have."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The file changed after the mapping was made, or the index is negative."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "Map the field onto a column that is in the file; the first column has index 0.")},
    ErrorEntry{"HEADER_LIMIT_EXCEEDED", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "More fields are mapped than one job may hold."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM takes at most 200 mapped fields in a job."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Remove mappings until at most 200 are left, and import the rest with a second job.")},
    ErrorEntry{
        "MODULE_NOT_AVAILABLE", ErrorSource::CreateJob, 400, InputRef::Kind::Module,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The module does not exist, or bulk write does not take it."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "The API name is misspelt, the module is hidden from this user, or it is one that the CRM leaves out."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose a module from the list.")},
    ErrorEntry{"INVALID_FILE_ID", ErrorSource::CreateJob, 400, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not know this file ID."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The ID is incomplete, or it belongs to another organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the file again and use the new ID.")},
    ErrorEntry{"FILE_NOT_FOUND", ErrorSource::CreateJob, 400, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "There is no uploaded file with this ID."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload has expired, or it was made in another organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the file again in this organisation.")},
    ErrorEntry{
        "FILE_NOT_SUPPORTED", ErrorSource::CreateJob, 400, InputRef::Kind::File,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The uploaded file cannot be used for bulk write."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "A job has already used this file ID, or the zip does not hold exactly one usable CSV file."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the file again; each file ID is good for one job.")},
    ErrorEntry{"ALREADY_USED", ErrorSource::CreateJob, 400, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This file ID has already been used."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM takes a file ID for one job only."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the file again and start the job with the new ID.")},
    ErrorEntry{
        "INVALID_CALLBACK_URL", ErrorSource::CreateJob, 400, InputRef::Kind::CallbackUrl,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The server refuses to call this URL."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "The address is not reachable from the internet, points to a private network, or cannot be resolved."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "Enter the address of a public web server, or leave the callback out; the result is fetched anyway.")},
    ErrorEntry{"INVALID_CALLBACK_METHOD", ErrorSource::CreateJob, 400, InputRef::Kind::CallbackMethod,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The callback method is not supported."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM sends callbacks with POST only."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Set the method to post.")},
    ErrorEntry{
        "COEXISTENCE_NOT_ALLOWED", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Two keys were sent that exclude each other."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "A mapping that links child rows to a parent column must not have a match field as well."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Remove one of the two keys from the mapping.")},
    ErrorEntry{
        "INVALID_REQUEST", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not accept the request as it stands."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The server gives no further reason."),
        QT_TRANSLATE_NOOP(
            "ErrorCatalogue",
            "Compare the request on the Check page with the values you expect, and see the details of the answer.")},
    ErrorEntry{"REQUEST_BODY_NOT_SUPPORTED", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server cannot read the body of the request."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The body is not valid JSON, or it has another content type."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "If the request was written by hand, correct its JSON; otherwise report this with the "
                                 "details of the answer.")},
    ErrorEntry{"DUPLICATE_DATA", ErrorSource::CreateJob, 400, InputRef::Kind::Mapping,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Something occurs twice in the request that may occur once only."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Usually two mappings name the same field."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Keep one mapping for each field.")},
    ErrorEntry{"LIMIT_REACHED", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A limit of the CRM is reached."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The organisation has used up its jobs or credits for now."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait until the CRM grants new credits, then start the job again.")},
    ErrorEntry{
        "LIMIT_EXCEEDED", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The job asks for more than the CRM allows."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "The number of rows, records or credits exceeds what the edition includes."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "Import fewer rows at a time, or ask the administrator about the limits of the edition.")},
    ErrorEntry{"NOT_ALLOWED", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not allow this job."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The module, the operation or the state of its records forbids it."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another operation or module, or ask the administrator.")},
    ErrorEntry{"CANNOT_PROCESS", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM cannot process this job."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server gives no further reason."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "See the details of the answer, and try again later.")},
    ErrorEntry{"NOT_APPROVED", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Records that wait for approval cannot be changed."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "An approval process locks the records until somebody decides."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Have the records approved first.")},
    ErrorEntry{"BLOCKED_RECORD", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Records that are blocked cannot be changed."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM has locked the records."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Unlock the records in the CRM first.")},
    ErrorEntry{"RESOURCE_NOT_FOUND", ErrorSource::CreateJob, 404, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Something that the request refers to does not exist."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "A record, a layout or a file was removed, or it belongs to another organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the IDs in the request.")},
    ErrorEntry{"BAD_REQUEST", ErrorSource::CreateJob, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server's gateway does not accept the request."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The request did not reach the CRM itself in a readable form."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Try again; if it happens again, report it with the details of the answer.")},
};

} // namespace

std::span<const ErrorEntry> createJobErrors()
{
    return createJobEntries;
}

} // namespace crm
