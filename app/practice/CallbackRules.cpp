#include "practice/CallbackRules.h"

#include <QHostAddress>
#include <QUrl>

#include <algorithm>
#include <array>

namespace practice {

namespace {

bool isPrivate(const QHostAddress &address)
{
    static const std::array<const char *, 10> blocks{"0.0.0.0/8",      "10.0.0.0/8",    "100.64.0.0/10",  "127.0.0.0/8",
                                                     "169.254.0.0/16", "172.16.0.0/12", "192.168.0.0/16", "::/127",
                                                     "fc00::/7",       "fe80::/10"};
    return std::any_of(blocks.begin(), blocks.end(), [&address](const char *block) {
        return address.isInSubnet(QHostAddress::parseSubnet(QLatin1String(block)));
    });
}

bool neverAnswers(const QString &host)
{
    // The recorded refusal named this host; the reserved top levels resolve nowhere.
    static const std::array<const char *, 7> endings{
        "requestbin.fullcontact.com", ".localhost", ".local", ".internal", ".invalid", ".test", ".example"};
    return !host.contains(QLatin1Char('.')) || std::any_of(endings.begin(), endings.end(), [&host](const char *ending) {
        return host.endsWith(QLatin1String(ending));
    });
}

} // namespace

bool refusesCallback(const QString &url)
{
    const QUrl parsed(url, QUrl::StrictMode);
    const QString scheme = parsed.scheme();
    QString host = parsed.host().toLower();
    if (!parsed.isValid() || host.isEmpty() || (scheme != QLatin1String("http") && scheme != QLatin1String("https")))
        return true;
    const QHostAddress address(host);
    if (!address.isNull())
        return isPrivate(address.toIPv4Address() ? QHostAddress(address.toIPv4Address()) : address);
    if (host.endsWith(QLatin1Char('.')))
        host.chop(1);
    return neverAnswers(host);
}

} // namespace practice
