#pragma once

#include "base/Result.h"
#include "base/Secret.h"
#include "practice/PracticeScript.h"

#include <QUrl>

#include <memory>

namespace practice {

struct PracticeOptions final {
    quint16 port = 0;   ///< 0: any free one
    base::Secret token; ///< empty: a random one
    PracticeScript script;
};

/// The practice CRM running in a thread of its own, so that it never holds up a window. It listens on 127.0.0.1 only and
/// sends nothing anywhere: a job's callback is checked, never called. Leads are empty at first; the other modules hold a
/// few records. Nothing is kept after its end. Usable from the thread that made it; ends with this object. The sample
/// spreadsheet is the resource ":/samples/leads.csv", with a plan for it beside it.
class PracticeHost final {
public:
    PracticeHost();
    ~PracticeHost();
    PracticeHost(const PracticeHost &) = delete;
    PracticeHost &operator=(const PracticeHost &) = delete;

    /// Returns once it listens (a few milliseconds). Errors: ConnectionRefused when the port cannot be had (another try is
    /// fine), UsageWrong when it runs already.
    base::Status start(const PracticeOptions &options);
    [[nodiscard]] QUrl baseUrl() const; ///< http://127.0.0.1:port
    [[nodiscard]] base::Secret token() const;
    /// Replaces the script of faults and delays; thread-safe.
    void setScript(const PracticeScript &script);
    /// How many requests arrived for `method path` (path without query, versions as sent), for tests.
    [[nodiscard]] int requestCount(const QString &method, const QString &path) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace practice
