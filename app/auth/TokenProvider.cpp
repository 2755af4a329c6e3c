#include "auth/TokenProvider.h"

#include "base/Observe.h"

namespace auth {

namespace {

base::Result<base::Secret> signInNeeded(const QString &why)
{
    return base::Error{base::ErrorCode::SignInNeeded, why, {}, {}};
}

} // namespace

FixedTokenProvider::FixedTokenProvider(base::Secret token)
    : m_token(std::move(token))
{ }

QFuture<base::Result<base::Secret>> FixedTokenProvider::accessToken()
{
    if (m_token.isEmpty())
        return base::ready(signInNeeded(QStringLiteral("there is no token")));
    return base::ready(base::Result<base::Secret>(m_token));
}

QFuture<base::Result<base::Secret>> FixedTokenProvider::renew()
{
    return base::ready(signInNeeded(QStringLiteral("a pasted token cannot be renewed")));
}

} // namespace auth
