#include "checking/HostKind.h"
#include "checking/RequestCheck.h"

#include <QUrl>

namespace checking {

namespace {

using Kind = crm::InputRef::Kind;

Finding urlFinding(Rule rule, const QString &host = {})
{
    QVariantMap context;
    if (!host.isEmpty())
        context.insert(QStringLiteral("host"), host);
    return {rule, Severity::Error, {Kind::CallbackUrl, {}}, context};
}

std::optional<Rule> ruleForHost(const QString &host)
{
    switch (hostKind(host)) {
    case HostKind::ThisComputer:
        return Rule::CallbackIsThisComputer;
    case HostKind::Private:
        return Rule::CallbackIsPrivate;
    case HostKind::Bare:
        return Rule::CallbackHostIsBare;
    case HostKind::Public:
        break;
    }
    return std::nullopt;
}

bool isOnlyDots(const QString &host)
{
    return host.count(QLatin1Char('.')) == host.size();
}

std::vector<Finding> checkUrl(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid() || url.isRelative())
        return {urlFinding(Rule::CallbackNotAUrl)};
    const QString scheme = url.scheme().toLower();
    if (scheme != QLatin1String("http") && scheme != QLatin1String("https"))
        return {urlFinding(Rule::CallbackSchemeNotHttp)};
    const QString host = url.host(QUrl::EncodeUnicode);
    if (isOnlyDots(host))
        return {urlFinding(Rule::CallbackHasNoHost)};
    std::vector<Finding> findings;
    if (url.authority().contains(QLatin1Char('@')))
        findings.push_back(urlFinding(Rule::CallbackHasUserInfo));
    if (const auto rule = ruleForHost(host))
        findings.push_back(urlFinding(*rule, url.host()));
    return findings;
}

} // namespace

std::vector<Finding> checkCallback(const crm::Callback &callback)
{
    std::vector<Finding> findings = checkUrl(callback.url);
    if (callback.method.compare(QLatin1String("post"), Qt::CaseInsensitive) != 0)
        findings.push_back({Rule::CallbackMethodNotPost, Severity::Error, {Kind::CallbackMethod, {}}, {}});
    return findings;
}

} // namespace checking
