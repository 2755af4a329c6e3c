#include "crm/ErrorTables.h"

#include <QtGlobal>

namespace crm {
namespace {

constexpr ErrorEntry table[] = {
    {"INVALID_FILE_FORMAT", ErrorSource::Upload, 400, InputRef::Kind::File,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The uploaded file is not a zip."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM takes zip files only."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the spreadsheet with this program, which zips it.")},
    {"FILE_TOO_LARGE", ErrorSource::Upload, 413, InputRef::Kind::File,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The uploaded file is too large."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM takes at most 25 MB."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Split the spreadsheet into smaller ones.")},
    {"INVALID_DATA", ErrorSource::Upload, 400, InputRef::Kind::File,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM did not take the upload."),
     QT_TRANSLATE_NOOP("ErrorCatalogue",
                       "The file is larger than 25 MB, or the organisation's number does not match the account."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the size of the file, and sign in again.")},
    {"MANDATORY_NOT_FOUND", ErrorSource::Upload, 400, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload lacked a header that the CRM needs."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The organisation of the account is not known yet."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again, so that the organisation is loaded.")},
    {"NOT_SUPPORTED_FEATURE", ErrorSource::Upload, 400, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not know the purpose of the upload."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The program and the server disagree about the upload."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Report this with the Details.")},
    {"RESOURCE_NOT_FOUND", ErrorSource::JobDetails, 404, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM has no job with this ID."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The job belongs to another organisation or is too old."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the job ID and the account.")},
    {"RESOURCE_NOT_FOUND", ErrorSource::Download, 404, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM no longer has the result file."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Result files are kept for seven days."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Look at the records in the CRM instead.")},
    {"Forbidden", ErrorSource::Download, 403, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The link to the result file is not valid."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Result links expire, and they work for their own organisation only."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the job again to get a fresh link.")},
    {"INVALID_DATA", ErrorSource::Metadata, 400, InputRef::Kind::Module,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM did not accept the question about modules."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The API version may not know this question."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another API version on the Account step.")},
    {"REQUIRED_PARAM_MISSING", ErrorSource::Metadata, 400, InputRef::Kind::Module,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The question about fields named no module."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "No module was chosen."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose a module.")},
    {"INVALID_MODULE", ErrorSource::Metadata, 400, InputRef::Kind::Module,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not offer this module."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The API name is wrong, or the module is not available through the API."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another module.")},
    {"PATTERN_NOT_MATCHED", ErrorSource::Metadata, 400, InputRef::Kind::Module,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The name of the module has a form that the CRM does not take."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The API name holds a character that is not allowed."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose the module from the list.")},
    {"NOT_SUPPORTED", ErrorSource::Metadata, 400, InputRef::Kind::Module,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not support this question for the module."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The module has no layouts of its own."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another module.")},
};

} // namespace

std::span<const ErrorEntry> fileErrors()
{
    return table;
}

} // namespace crm
