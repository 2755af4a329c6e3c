#include "tests/support/TestCertificates.h"

#include <QFile>
#include <QProcess>
#include <QSslConfiguration>
#include <QTemporaryDir>

namespace support {

namespace {

void runOpenssl(const QString &folder, const QStringList &arguments)
{
    QProcess openssl;
    openssl.setWorkingDirectory(folder);
    openssl.start(QStringLiteral("openssl"), arguments);
    openssl.waitForFinished(30'000);
}

QStringList newCertificate(const QString &name, const QString &subject, const QStringList &extensions)
{
    QStringList arguments{
        QStringLiteral("req"),         QStringLiteral("-x509"),       QStringLiteral("-newkey"),
        QStringLiteral("ec"),          QStringLiteral("-pkeyopt"),    QStringLiteral("ec_paramgen_curve:prime256v1"),
        QStringLiteral("-nodes"),      QStringLiteral("-days"),       QStringLiteral("2"),
        QStringLiteral("-keyout"),     name + QStringLiteral(".key"), QStringLiteral("-out"),
        name + QStringLiteral(".pem"), QStringLiteral("-subj"),       subject};
    for (const QString &extension : extensions)
        arguments << QStringLiteral("-addext") << extension;
    return arguments;
}

QByteArray content(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestCertificates TestCertificates::make()
{
    const QTemporaryDir folder;
    const QString path = folder.path();
    runOpenssl(path, newCertificate(QStringLiteral("ca"), QStringLiteral("/CN=Import Wizard Test Authority"), {}));
    QStringList server = newCertificate(QStringLiteral("server"), QStringLiteral("/CN=127.0.0.1"),
                                        {QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost"),
                                         QStringLiteral("basicConstraints=critical,CA:FALSE")});
    server << QStringLiteral("-CA") << QStringLiteral("ca.pem") << QStringLiteral("-CAkey") << QStringLiteral("ca.key");
    runOpenssl(path, server);
    return {QSslCertificate(content(path + QStringLiteral("/ca.pem"))),
            QSslCertificate(content(path + QStringLiteral("/server.pem"))),
            QSslKey(content(path + QStringLiteral("/server.key")), QSsl::Ec)};
}

void TestCertificates::trust() const
{
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setCaCertificates({authority});
    QSslConfiguration::setDefaultConfiguration(configuration);
}

} // namespace support
