#pragma once

#include "base/Result.h"
#include "base/Secret.h"

#include <QFuture>

namespace auth {

/// Gives the access token to send. Asked before every call; `renew()` after an HTTP 401, once. A provider that cannot
/// renew answers SignInNeeded.
class TokenProvider {
public:
    virtual ~TokenProvider() = default;
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>> accessToken() = 0;
    [[nodiscard]] virtual QFuture<base::Result<base::Secret>> renew() = 0;
};

/// A token that somebody pasted, or the practice CRM's.
class FixedTokenProvider final : public TokenProvider {
public:
    explicit FixedTokenProvider(base::Secret token);
    [[nodiscard]] QFuture<base::Result<base::Secret>> accessToken() override;
    [[nodiscard]] QFuture<base::Result<base::Secret>> renew() override;

private:
    base::Secret m_token;
};

} // namespace auth
