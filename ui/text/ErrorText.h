#pragma once

#include "base/Error.h"
#include "crm/ErrorCatalogue.h"
#include "crm/RowResult.h"
#include "session/InputFaults.h"

#include <QCoreApplication>

namespace ui {

/// The one place that turns failures into sentences for people: what happened, where, what to do. Never raw codes without
/// their meaning; the raw text is the Details box's business.
class ErrorText final {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
public:
    [[nodiscard]] static QString of(const base::Error &error);
    [[nodiscard]] static QString of(const crm::CallFailure &failure);
    [[nodiscard]] static QString of(const session::Fault &fault);
    /// The same for a place that names the field already, such as its own row.
    [[nodiscard]] static QString beside(const session::Fault &fault);
    /// A refusal: "Zoho CRM: <meaning> <fix>", with names and reasons from the message put in; the server's own message for
    /// an unknown code.
    [[nodiscard]] static QString of(const crm::ServerError &refusal, crm::ErrorSource source);
    [[nodiscard]] static QString of(const crm::RowError &error);
    /// Raw text for the Details box: code, message, and the complete answer.
    [[nodiscard]] static QString details(const crm::CallFailure &failure);
    [[nodiscard]] static QString details(const session::Fault &fault);
    [[nodiscard]] static QString details(const crm::ServerError &refusal);

private:
    [[nodiscard]] static bool lacksMandatory(const session::Fault &fault);
    [[nodiscard]] static QString ofUnknown(const crm::ServerError &refusal);
};

} // namespace ui
