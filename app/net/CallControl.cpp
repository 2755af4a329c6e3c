#include "net/CallControl.h"

namespace net {

void CallControl::abort()
{
    Q_EMIT abortRequested();
}

} // namespace net
