#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array sharedEntries{
    ErrorEntry{"INVALID_TOKEN", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token is not valid any more."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A token lasts for one hour, and it can be withdrawn earlier."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again, or paste a new access token.")},
    ErrorEntry{"INVALID_OAUTHTOKEN", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token is not in a form that the server can read."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The token was copied incompletely or with extra characters."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Copy the whole token again, without blanks.")},
    ErrorEntry{"AUTHENTICATION_FAILURE", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server could not tell who is calling."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The request carried no access token, or one of another kind."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again.")},
    ErrorEntry{"OAUTH_SCOPE_MISMATCH", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token does not include the right for this call."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Not all rights were granted when the token was made."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again and grant the rights that the Account page lists.")},
    ErrorEntry{
        "NO_PERMISSION", ErrorSource::AnyCall, 403, InputRef::Kind::Account,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "This CRM user may not do this."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The user's profile lacks a right for the module."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Ask the CRM administrator for the right, or sign in as another user.")},
    ErrorEntry{"AUTHORIZATION_FAILED", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This CRM user lacks the privilege for this call."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The user's profile or role does not include it."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Ask the CRM administrator for the privilege, or sign in as another user.")},
    ErrorEntry{"INVALID_HOST", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "The call went to a server that is not the right one for this organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The data centre or the API domain does not match the account."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose the data centre where the organisation is registered.")},
    ErrorEntry{"INVALID_URL_PATTERN", ErrorSource::AnyCall, 404, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not know this address."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The API version or the API domain is not right."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the API domain and the API version of the account.")},
    ErrorEntry{"API_NOT_SUPPORTED", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This call does not exist in the chosen API version."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The call is older or newer than the version."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another API version.")},
    ErrorEntry{"INVALID_REQUEST_METHOD", ErrorSource::AnyCall, 400, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not accept this kind of request at this address."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The program, or a server in between, used the wrong HTTP method."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Report this with the details of the answer.")},
    ErrorEntry{"METHOD_NOT_ALLOWED", ErrorSource::AnyCall, 405, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This HTTP method is not allowed here."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A server in between may have changed the request."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Check the proxy settings, and report this with the details of the answer.")},
    ErrorEntry{"TOO_MANY_REQUESTS", ErrorSource::AnyCall, 429, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Too many calls were made in a short time."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "The credits of the last 24 hours are used up, or too many calls run at once."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait a while, then try again.")},
    ErrorEntry{
        "413", ErrorSource::AnyCall, 413, InputRef::Kind::File,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The data is too large for the server."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload exceeds 25 MB, or a server in between has a lower limit."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Split the file into smaller parts.")},
    ErrorEntry{
        "415", ErrorSource::AnyCall, 415, InputRef::Kind::File,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not take this kind of content."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The upload is not a zip file, or a server in between has changed it."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Upload the CSV file again as a zip file.")},
    ErrorEntry{
        "INTERNAL_ERROR", ErrorSource::AnyCall, 500, InputRef::Kind::Job,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM had an internal fault."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The cause lies with the server."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "Try again later; after starting a job, first check in the CRM whether it was created.")},
    ErrorEntry{"INTERNAL_SERVER_ERROR", ErrorSource::AnyCall, 500, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server ran into a fault of its own."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The cause lies with the CRM and not with the request."),
               QT_TRANSLATE_NOOP(
                   "ErrorCatalogue",
                   "Wait a few minutes and try again; after starting a job, first look in the CRM for new records.")},
    ErrorEntry{"502", ErrorSource::AnyCall, 502, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The gateway got no usable answer from the CRM."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM is restarting, or a proxy cannot reach it."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait a few minutes, then try again.")},
    ErrorEntry{"503", ErrorSource::AnyCall, 503, InputRef::Kind::Job,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM is not available at the moment."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "It is overloaded or under maintenance."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Try again later.")},
};

} // namespace

std::span<const ErrorEntry> sharedErrors()
{
    return sharedEntries;
}

} // namespace crm
