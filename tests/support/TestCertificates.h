#pragma once

#include <QSslCertificate>
#include <QSslKey>

namespace support {

/// A certificate for 127.0.0.1 and the authority that signed it, made by the openssl program for this one test run.
struct TestCertificates final {
    QSslCertificate authority;
    QSslCertificate server;
    QSslKey serverKey;

    [[nodiscard]] static TestCertificates make();
    [[nodiscard]] bool complete() const { return !authority.isNull() && !server.isNull() && !serverKey.isNull(); }
    /// From now on this process trusts `authority`, and it alone.
    void trust() const;
};

} // namespace support
