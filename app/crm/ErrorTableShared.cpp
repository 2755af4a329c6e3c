#include "crm/ErrorTables.h"

#include <QtGlobal>

namespace crm {
namespace {

constexpr ErrorEntry table[] = {
    {"INVALID_TOKEN", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token is not valid or has expired."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Access tokens last for one hour."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again with a fresh access token.")},
    {"INVALID_OAUTHTOKEN", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token does not have the right form."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The token was copied incompletely or belongs to another service."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Copy the whole access token and sign in again.")},
    {"AUTHENTICATION_FAILURE", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM did not accept the sign-in."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "No access token was sent, or not in the form that the CRM expects."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again.")},
    {"OAUTH_SCOPE_MISMATCH", ErrorSource::AnyCall, 401, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The access token does not allow this call."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A scope is missing from the token."),
     QT_TRANSLATE_NOOP(
         "ErrorCatalogue",
         "Make a token with the scopes for bulk write, modules, settings, organisation, users and files.")},
    {"NO_PERMISSION", ErrorSource::AnyCall, 403, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The signed-in user has no permission for this."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The user's profile lacks a permission for the module."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Ask an administrator to grant the permission, or choose another module.")},
    {"AUTHORIZATION_FAILED", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The signed-in user does not have sufficient privileges."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The user's profile or role does not allow it."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Ask an administrator to extend the profile.")},
    {"INVALID_HOST", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The request went to the wrong server."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The account belongs to another data centre, or the API domain is wrong."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose the data centre of the account.")},
    {"INVALID_URL_PATTERN", ErrorSource::AnyCall, 404, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM does not know this address."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The API version is not offered there, or the API domain is wrong."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another API version, and check the API domain.")},
    {"API_NOT_SUPPORTED", ErrorSource::AnyCall, 400, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "This API version does not offer the call."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The call was added in another version."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose another API version.")},
    {"INVALID_REQUEST_METHOD", ErrorSource::AnyCall, 400, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The request used a method that the address does not take."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The program and the server disagree about this call."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Report this with the Details.")},
    {"METHOD_NOT_ALLOWED", ErrorSource::AnyCall, 405, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The request method is not allowed here."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A gateway between this computer and the CRM may have changed the request."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Try again from another network, and report this with the Details.")},
    {"TOO_MANY_REQUESTS", ErrorSource::AnyCall, 429, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM asks to slow down."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The API credits or the number of calls at the same time are used up."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait for some minutes and start again.")},
    {"INTERNAL_ERROR", ErrorSource::AnyCall, 500, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM had an internal error."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The fault is on the server's side."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Look in the CRM whether the import took place before you start it again.")},
    {"INTERNAL_SERVER_ERROR", ErrorSource::AnyCall, 500, InputRef::Kind::Job,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "An internal error occurred in the CRM."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The fault lies with the server."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Look in the CRM whether records arrived before you start again.")},
};

} // namespace

std::span<const ErrorEntry> sharedErrors()
{
    return table;
}

} // namespace crm
