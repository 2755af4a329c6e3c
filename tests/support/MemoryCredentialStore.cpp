#include "tests/support/MemoryCredentialStore.h"

#include "base/Observe.h"

namespace support {

QFuture<base::Result<base::Secret>> MemoryCredentialStore::read(const QString &accountId)
{
    using Answer = base::Result<base::Secret>;
    if (failure)
        return base::ready(Answer(base::Error{*failure, {}, {}, {}}));
    if (!items.contains(accountId))
        return base::ready(Answer(base::Error{base::ErrorCode::KeychainEntryMissing, {}, {}, {}}));
    return base::ready(Answer(items.value(accountId)));
}

QFuture<base::Status> MemoryCredentialStore::write(const QString &accountId, const base::Secret &secret)
{
    if (failure)
        return base::ready(base::Status(base::Error{*failure, {}, {}, {}}));
    items.insert(accountId, secret);
    return base::ready(base::Status(base::Done{}));
}

QFuture<base::Status> MemoryCredentialStore::remove(const QString &accountId)
{
    if (failure)
        return base::ready(base::Status(base::Error{*failure, {}, {}, {}}));
    items.remove(accountId);
    return base::ready(base::Status(base::Done{}));
}

} // namespace support
