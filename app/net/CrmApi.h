#pragma once

#include "auth/DataCentre.h"
#include "auth/TokenProvider.h"
#include "base/Clock.h"
#include "crm/BulkWriteJob.h"
#include "crm/Field.h"
#include "crm/ServerError.h"
#include "net/CallControl.h"
#include "net/HostPolicy.h"

#include <memory>

namespace net {

/// Which organisation of which server, in which dialect.
struct ApiTarget final {
    auth::ServiceHosts hosts;
    const crm::ApiVersion *version = nullptr; ///< null: the default one
    crm::OrgId org;                           ///< needed by upload; learnt from organisation()
};

/// What became of a create-job call. Exactly one of the four; `failure` is set for all but Created.
/// NotSent: nothing can have happened, safe to try again. Unknown: it left and no trustworthy answer came back; sending
/// again could create every record twice, so nobody but the user may decide that.
struct CreateOutcome final {
    enum class Kind { Created, Refused, NotSent, Unknown };
    Kind kind = Kind::NotSent;
    std::optional<crm::CreatedJob> job;
    std::optional<crm::CallFailure> failure;
};

struct HttpLimits; // in HttpClient.h: deadlines and sizes; defaults of production, tests shorten them

/// The CRM's calls. Reads are retried as RetryPolicy says, uploads too; creating a job only while it is proven that nothing
/// left. A token that the server refuses is renewed once. All answers arrive in the thread of this object, from the event
/// loop. `control` may be null; it must live in the same thread. Deleting this object ends the running calls; their futures
/// then never hold a value, so do not do it while a create-job call runs.
///
/// Failures: those of the network and ServerTrouble, AnswerNotUnderstood, AnswerTooLarge, RedirectRefused, HostNotAllowed,
/// Cancelled, SignInNeeded (HTTP 401 for the token), Throttled (HTTP 429; retryAfter where the server said it),
/// RefusedByServer (any other complete refusal), and for an upload those of reading the file.
class CrmApi final : public QObject {
    Q_OBJECT
public:
    CrmApi(ApiTarget target, std::shared_ptr<auth::TokenProvider> tokens, HostPolicy hosts, base::Clock &clock,
           QObject *parent = nullptr);
    CrmApi(ApiTarget target, std::shared_ptr<auth::TokenProvider> tokens, HostPolicy hosts, base::Clock &clock,
           const HttpLimits &limits, QObject *parent = nullptr);
    ~CrmApi() override;

    [[nodiscard]] const ApiTarget &target() const;
    void setOrganisation(const crm::OrgId &org);

    [[nodiscard]] QFuture<crm::CallResult<crm::Organisation>> organisation();
    [[nodiscard]] QFuture<crm::CallResult<crm::CrmUser>> currentUser();
    [[nodiscard]] QFuture<crm::CallResult<std::vector<crm::Module>>> modules();
    [[nodiscard]] QFuture<crm::CallResult<std::vector<crm::Field>>> fields(const crm::ModuleName &module);
    [[nodiscard]] QFuture<crm::CallResult<std::vector<crm::Layout>>> layouts(const crm::ModuleName &module);
    /// Sends the zip at `zipPath` as multipart form data, under its own file name.
    [[nodiscard]] QFuture<crm::CallResult<crm::UploadedFile>> upload(const QString &zipPath, CallControl *control);
    /// Sends `body` at most once, whatever happens. Unknown ends with the code OutcomeUnknown; what happened instead of an
    /// answer stands in context "found" as the name of an ErrorCode. NotSent after an abort has the code Cancelled.
    [[nodiscard]] QFuture<CreateOutcome> createJob(const QByteArray &body, CallControl *control);
    [[nodiscard]] QFuture<crm::CallResult<crm::JobDetails>> jobDetails(const crm::JobId &job);
    /// The bytes of a result zip; `downloadUrl` absolute or relative to the API host. That it is a zip with its end record is
    /// checked here, the sums of its entries are not.
    [[nodiscard]] QFuture<crm::CallResult<QByteArray>> download(const QString &downloadUrl, CallControl *control);

    /// The create-job URL of this target, for showing and exporting the request.
    [[nodiscard]] QUrl createJobUrl() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace net
