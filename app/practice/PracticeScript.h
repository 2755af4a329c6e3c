#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <vector>

namespace practice {

/// One scripted misbehaviour. It applies to requests whose "METHOD /path" contains `match` (empty: all), `times` times.
struct PracticeFault final {
    enum class Kind {
        Status,       ///< answer `status` with `body` (and `retryAfter` seconds, if > 0) without doing the work
        ExpiredToken, ///< 401 INVALID_TOKEN
        Hang,         ///< take the request, never answer
        DropBefore,   ///< read the request, close without an answer, without doing the work
        DropAfter,    ///< do the work, close without an answer
        CutBody,      ///< do the work, send half of the body, close
        SlowDrip,     ///< do the work, send the answer one byte each 200 ms
    };
    Kind kind = Kind::Status;
    QString match;
    int times = 1;
    int status = 500;
    QByteArray body;
    int retryAfter = 0;
};

/// How the practice CRM behaves beyond its rules.
struct PracticeScript final {
    std::chrono::milliseconds added{600};      ///< a job stays ADDED for this long
    std::chrono::milliseconds inProgress{900}; ///< and INPROGRESS at least for this long
    std::chrono::milliseconds latency{0};      ///< before each answer
    std::vector<PracticeFault> faults;
};

/// Reads a script from JSON: {"added_ms":…, "in_progress_ms":…, "latency_ms":…, "faults":[{"kind":"drop_after",
/// "match":"POST /crm/bulk", "times":1, "status":…, "body":…, "retry_after":…}]}. Kinds: status, expired_token, hang,
/// drop_before, drop_after, cut_body, slow_drip. `problem` (may be nullptr) becomes empty, or says what is wrong.
[[nodiscard]] PracticeScript readScript(const QByteArray &json, QString *problem);

} // namespace practice
