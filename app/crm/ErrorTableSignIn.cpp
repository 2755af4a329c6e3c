#include "crm/ErrorTables.h"

#include <QtGlobal>

namespace crm {
namespace {

constexpr ErrorEntry table[] = {
    {"invalid_client", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The client is not known here."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The client ID is wrong, or the client is not enabled for this data centre."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the client ID and the data centre.")},
    {"invalid_client_secret", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The client secret is wrong."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Each data centre has a secret of its own unless the client shares one."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Enter the secret of this data centre.")},
    {"invalid_redirect_uri", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The redirect address is not the registered one."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The addresses have to be equal to the letter."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Register the address that this program shows.")},
    {"invalid_code", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The code or the saved sign-in is no longer valid."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Codes last for two minutes and work once; a saved sign-in can be revoked."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again.")},
    {"missing_org_info", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The organisation was not named."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "This kind of sign-in needs the organisation's number."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Enter the number of the organisation.")},
    {"invalid_scope", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A requested scope does not exist."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A scope is misspelt."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the list of scopes.")},
    {"access_denied", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in was declined."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Somebody chose not to grant access."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Sign in again and grant the access.")},
    {"Access Denied", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Too many sign-ins in a short time."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The CRM allows ten in ten minutes."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait for ten minutes and sign in again.")},
    {"unauthorized_client", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The client may not sign in this way."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The client was registered for another kind of program."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Register a client of the right kind.")},
    {"general_error", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in failed for a reason that the server did not name."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The server had a fault or the request was not complete."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Try again later.")},
    {"invalid_request", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in request was not complete."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "A parameter is missing or repeated."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Report this with the Details.")},
    {"unsupported_grant_type", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The server does not offer this kind of sign-in."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The accounts server is another one than expected."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Check the data centre.")},
    {"authorization_pending", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in waits for your confirmation."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The code has not been entered on the web page yet."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Enter the code on the web page.")},
    {"slow_down", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The server asks to wait longer between questions."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The program asked too often."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Wait a little.")},
    {"other_dc", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The account belongs to another data centre."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The sign-in was begun in the wrong region."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Choose the data centre of the account.")},
    {"expired", ErrorSource::OAuth, 200, InputRef::Kind::Account,
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The time for confirming the sign-in has run out."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "The code lasts for five minutes."),
     QT_TRANSLATE_NOOP("ErrorCatalogue", "Start the sign-in again.")},
};

} // namespace

std::span<const ErrorEntry> signInErrors()
{
    return table;
}

} // namespace crm
