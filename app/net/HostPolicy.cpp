#include "net/HostPolicy.h"

#include <QHostAddress>

#include <algorithm>

namespace net {

namespace {

base::Error refused(const QUrl &url, const QString &why)
{
    return {base::ErrorCode::HostNotAllowed, why, {{QStringLiteral("host"), url.host()}}, {}};
}

/// "*.example.org" stands for all names below example.org, not for example.org itself.
bool matches(const QString &host, const QString &pattern)
{
    if (!pattern.startsWith(QLatin1String("*.")))
        return host == pattern;
    const QStringView suffix = QStringView(pattern).mid(1);
    return host.size() > suffix.size() && host.endsWith(suffix);
}

QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded).toLower();
}

QString asPattern(const QString &typed)
{
    const bool below = typed.trimmed().startsWith(QLatin1String("*."));
    QUrl url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(below ? typed.trimmed().mid(2) : typed.trimmed(), QUrl::StrictMode);
    const QString host = hostOf(url);
    const bool tooWide = below && !host.contains(QLatin1Char('.'));
    return host.isEmpty() || tooWide ? QString() : (below ? QStringLiteral("*.") : QString()) + host;
}

} // namespace

bool isLoopback(const QUrl &url)
{
    const QString host = hostOf(url);
    return host == QLatin1String("localhost") || QHostAddress(host).isLoopback();
}

HostPolicy::HostPolicy(QStringList userHosts)
{
    for (const QString &typed : userHosts) {
        const QString pattern = asPattern(typed);
        if (!pattern.isEmpty())
            m_userHosts.append(pattern);
    }
}

const QStringList &HostPolicy::shippedHosts()
{
    static const QStringList hosts{
        // API, sandbox, developer and (up to v7) content hosts of each region
        QStringLiteral("*.zohoapis.com"), QStringLiteral("*.zohoapis.eu"), QStringLiteral("*.zohoapis.in"),
        QStringLiteral("*.zohoapis.com.au"), QStringLiteral("*.zohoapis.jp"), QStringLiteral("*.zohoapis.com.cn"),
        QStringLiteral("*.zohoapis.ca"), QStringLiteral("*.zohoapis.sa"), QStringLiteral("*.zohoapis.uk"),
        // upload hosts
        QStringLiteral("upload.zoho.com"), QStringLiteral("upload.zoho.eu"), QStringLiteral("upload.zoho.in"),
        QStringLiteral("upload.zoho.au"), QStringLiteral("upload.zoho.com.au"), QStringLiteral("upload.zoho.jp"),
        QStringLiteral("upload.zoho.cn"), QStringLiteral("upload.zoho.com.cn"), QStringLiteral("upload.zohocloud.ca"),
        QStringLiteral("files.zoho.sa"), QStringLiteral("upload-accl.zoho.com"), QStringLiteral("upload-accl.zoho.eu"),
        QStringLiteral("upload-accl.zoho.in"),
        // result files
        QStringLiteral("download-accl.zoho.com"), QStringLiteral("download-accl.zoho.eu"),
        QStringLiteral("download-accl.zoho.in"), QStringLiteral("download-accl.zoho.com.au"),
        QStringLiteral("download-accl.zoho.jp"), QStringLiteral("download-accl.zoho.com.cn"),
        // sign-in
        QStringLiteral("accounts.zoho.com"), QStringLiteral("accounts.zoho.eu"), QStringLiteral("accounts.zoho.in"),
        QStringLiteral("accounts.zoho.com.au"), QStringLiteral("accounts.zoho.jp"),
        QStringLiteral("accounts.zoho.com.cn"), QStringLiteral("accounts.zohocloud.ca"),
        QStringLiteral("accounts.zoho.sa"), QStringLiteral("accounts.zoho.uk")};
    return hosts;
}

base::Status HostPolicy::check(const QUrl &url) const
{
    if (!url.isValid() || url.host().isEmpty())
        return refused(url, QStringLiteral("the address has no host"));
    if (!url.userInfo().isEmpty())
        return refused(url, QStringLiteral("the address carries a user name"));
    const bool https = url.scheme() == QLatin1String("https");
    if (isLoopback(url) && !m_loopback)
        return refused(url, QStringLiteral("the CRM has no business on this computer"));
    if (isLoopback(url) && (https || url.scheme() == QLatin1String("http")))
        return base::Done{};
    if (!https)
        return refused(url, QStringLiteral("only https is spoken to other computers"));
    const QString host = hostOf(url);
    const auto allows = [&host](const QString &pattern) { return matches(host, pattern); };
    if (std::any_of(shippedHosts().begin(), shippedHosts().end(), allows)
        || std::any_of(m_userHosts.begin(), m_userHosts.end(), allows))
        return base::Done{};
    return refused(url, QStringLiteral("the host is not on the list"));
}

} // namespace net
