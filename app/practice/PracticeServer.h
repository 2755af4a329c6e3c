#pragma once

#include "practice/PracticeCrm.h"
#include "practice/PracticeScript.h"
#include "practice/PracticeSocket.h"

#include "base/Secret.h"

#include <QHttpServer>

#include <optional>

namespace practice {

/// The practice CRM over HTTP on 127.0.0.1. Lives in the thread that made it.
class PracticeServer final {
public:
    PracticeServer(base::Clock &clock, base::Secret token, const PracticeScript &script);

    /// `port` 0: any free one. False, with `problem`, when it cannot be had.
    bool listen(quint16 port, QString *problem);
    [[nodiscard]] quint16 port() const { return m_listener->serverPort(); }
    void setScript(const PracticeScript &script);
    /// Called with "METHOD /path" as each request arrives.
    void setWitness(std::function<void(const QString &)> witness) { m_witness = std::move(witness); }

private:
    [[nodiscard]] QHttpServerResponse handle(const QHttpServerRequest &request);
    [[nodiscard]] Answer faulty(const PracticeFault &fault, const PracticeRequest &request, Delivery &delivery);
    [[nodiscard]] Answer answer(const PracticeRequest &request);
    [[nodiscard]] Answer crmAnswer(const PracticeRequest &request);
    [[nodiscard]] Answer bulkAnswer(const PracticeRequest &request);
    [[nodiscard]] std::optional<Answer> refuseStranger(const PracticeRequest &request) const;
    [[nodiscard]] std::optional<PracticeFault> takeFault(const QString &requestLine);

    PracticeCrm m_crm;
    base::Secret m_token;
    PracticeScript m_script;
    std::function<void(const QString &)> m_witness;
    QHttpServer m_http;
    PracticeTcpServer *m_listener; ///< owned by m_http
};

} // namespace practice
