#include "base/ErrorCode.h"

#include <QtCore/QMetaEnum>

namespace base {

const char *name(ErrorCode code)
{
    return QMetaEnum::fromType<ErrorCode>().valueToKey(static_cast<int>(code));
}

} // namespace base
