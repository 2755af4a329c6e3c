#include "crm/ErrorTables.h"

#include <array>

namespace crm {

namespace {

constexpr std::array oauthEntries{
    ErrorEntry{
        "invalid_client", ErrorSource::OAuth, 200, InputRef::Kind::Account,
        QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in server does not know this client ID."),
        QT_TRANSLATE_NOOP("ErrorCatalogue",
                          "The client ID is misspelt, is of another type, or is not enabled for this data centre."),
        QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the client ID and the data centre in Zoho's API console.")},
    ErrorEntry{"invalid_client_secret", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The client secret is not right."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "Each data centre has a secret of its own unless the console says otherwise."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Copy the secret for this data centre from Zoho's API console.")},
    ErrorEntry{"invalid_redirect_uri", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The redirect address is not the registered one."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "It has to be the same to the letter."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Enter the same redirect address here and in Zoho's API console.")},
    ErrorEntry{"invalid_code", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The code or the saved sign-in is not valid any more."),
               QT_TRANSLATE_NOOP("ErrorCatalogue",
                                 "A code is good once and for a few minutes; a saved sign-in can be withdrawn."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again, or make a new code and paste it at once.")},
    ErrorEntry{"missing_org_info", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in does not say which organisation it is for."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This kind of client needs the number of the organisation."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Enter the organisation's number.")},
    ErrorEntry{"invalid_scope", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in asks for a right that does not exist."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The list of rights holds a misspelt name."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Correct the list of rights.")},
    ErrorEntry{"access_denied", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The rights were not granted."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in page was left with Reject or Cancel."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again and choose Accept.")},
    ErrorEntry{"Access Denied", ErrorSource::OAuth, 400, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in server asks for a pause."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Too many sign-ins were made within ten minutes."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait ten minutes, then sign in again.")},
    ErrorEntry{"unauthorized_client", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "This client may not sign in this way."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The client was registered as another type."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Register a client of the right type in Zoho's API console.")},
    ErrorEntry{"general_error", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in server could not complete the sign-in."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The server gives no reason."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Try again later.")},
    ErrorEntry{"invalid_request", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in request is incomplete or malformed."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A value is missing or was sent twice."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the client ID, the secret and the redirect address.")},
    ErrorEntry{"unsupported_grant_type", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in server does not know this way of signing in."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The address of the sign-in server may be wrong."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the data centre of the account.")},
    ErrorEntry{"authorization_pending", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in is not confirmed yet."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The page in the browser is still waiting for an answer."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Confirm the sign-in in the browser.")},
    ErrorEntry{"slow_down", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in server was asked too often."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "It wants at most one question in 30 seconds."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait; the program asks again by itself.")},
    ErrorEntry{"other_dc", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The user belongs to another data centre."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The account is registered in another part of the world."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose that data centre and sign in again.")},
    ErrorEntry{"expired", ErrorSource::OAuth, 200, InputRef::Kind::Account,
               QT_TRANSLATE_NOOP("ErrorCatalogue", "The time for this sign-in has run out."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "A sign-in has to be confirmed within five minutes."),
               QT_TRANSLATE_NOOP("ErrorCatalogue", "Start the sign-in again.")},
};

} // namespace

std::span<const ErrorEntry> oauthErrors()
{
    return oauthEntries;
}

} // namespace crm
