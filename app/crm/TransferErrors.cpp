#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array transferEntries{
    ErrorEntry{"INVALID_FILE_FORMAT", ErrorSource::Upload, 400, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload is not a zip file."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server takes nothing but a zip file with one CSV file in it."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose the spreadsheet itself; the program makes the zip file.")},
    ErrorEntry{"FILE_TOO_LARGE", ErrorSource::Upload, 413, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The uploaded file is too large."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM takes at most 25 MB."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Split the file into parts of at most 25 MB.")},
    ErrorEntry{"INVALID_DATA", ErrorSource::Upload, 400, InputRef::Kind::File,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not accept the upload."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "The file is larger than 25 MB, or the organisation does not match the account."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Upload a file of at most 25 MB, and sign in again if the organisation has changed.")},
    ErrorEntry{"MANDATORY_NOT_FOUND", ErrorSource::Upload, 400, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload lacks a header that the server needs."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The organisation of the account is not known yet."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Reload the organisation on the Account page and upload again.")},
    ErrorEntry{"NOT_SUPPORTED_FEATURE", ErrorSource::Upload, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not take uploads for this purpose."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload did not say that it is meant for bulk write."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Report this with the details of the answer.")},
    ErrorEntry{
        "OAUTH_SCOPE_MISMATCH", ErrorSource::Upload, 401, InputRef::Kind::Account,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token does not include the right to upload files."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The right ZohoFiles.files.ALL was not granted when the token was made."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again and grant the right to upload files.")},
    ErrorEntry{
        "400", ErrorSource::Upload, 400, InputRef::Kind::Account,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The file server does not accept the upload."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Its headers do not name the organisation as the server expects it."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Reload the organisation on the Account page and upload the file again.")},
    ErrorEntry{"401", ErrorSource::Upload, 401, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The file server does not accept the access token."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The token has expired, or it belongs to another data centre."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again, then upload the file again.")},
    ErrorEntry{"RESOURCE_NOT_FOUND", ErrorSource::JobDetails, 404, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not know this job."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The job is too old, or it belongs to another organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in to the organisation where the job was started.")},
    ErrorEntry{"Forbidden", ErrorSource::Download, 403, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The link to the result is not valid any more."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "A result can be fetched for seven days, and only from the organisation of the job."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Fetch the job's details again for a new link, or export the records from the CRM.")},
};

} // namespace

std::span<const ErrorEntry> transferErrors()
{
    return transferEntries;
}

} // namespace crm
