#include "base/ErrorCode.h"

namespace base {

const char *name(ErrorCode code)
{
#define WIZARD_CODES(X)                                                                                                \
    X(FileNotFound)                                                                                                    \
    X(FileUnreadable) X(FileUnwritable) X(NotARegularFile) X(DiskFull) X(TableEmpty) X(TableHasNoRows) X(TableNotUtf8) \
        X(TableNotText) X(TableQuoteNotClosed) X(TableCellTooLong) X(TableTooManyRows) X(TableTooManyColumns)          \
            X(TableTooLarge) X(ZipUnreadable) X(ZipTooLarge) X(PlanUnreadable) X(PlanVersionUnknown) X(HostNotFound)   \
                X(ConnectionRefused) X(ConnectTimedOut) X(AnswerTimedOut) X(TransferStalled) X(TransferTooSlow)        \
                    X(ConnectionLost) X(TlsFailed) X(ProxyRefused) X(RedirectRefused) X(HostNotAllowed)                \
                        X(AnswerTooLarge) X(AnswerNotUnderstood) X(ServerTrouble) X(Throttled) X(RefusedByServer)      \
                            X(Cancelled) X(OutcomeUnknown) X(KeychainUnavailable) X(KeychainLocked)                    \
                                X(KeychainEntryMissing) X(KeychainTimedOut) X(KeychainMismatch) X(SignInNeeded)        \
                                    X(UsageWrong)
#define WIZARD_CASE(code)                                                                                              \
    case ErrorCode::code:                                                                                              \
        return #code;
    switch (code) {
        WIZARD_CODES(WIZARD_CASE)
    }
    return "UsageWrong";
}

} // namespace base
