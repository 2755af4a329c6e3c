#pragma once

#include <QtCore/QObject>

namespace base {
Q_NAMESPACE

/// Every way in which work of this program can fail, by layer. `ui/text/ErrorText` and `cli` hold a sentence for each.
enum class ErrorCode {
    // files
    FileNotFound,
    FileUnreadable,
    FileInUse,       ///< by a program that does not share it
    FileUnreachable, ///< its drive does not answer
    FileUnwritable,
    NotARegularFile,
    DiskFull,
    FileChanged,
    // spreadsheets and zips
    TableEmpty,
    TableHasNoRows,
    TableNotUtf8,
    TableNotText,
    TableQuoteNotClosed,
    TableCellTooLong,
    TableTooManyRows,
    TableTooManyColumns,
    TableTooLarge,
    ZipUnreadable,
    ZipTooLarge,
    TableBytesUndecodable,
    TableHoldsZeroBytes,
    TableRowTooLong,
    TableEncodingsMixed,
    TableKindUnsupported,
    ArchiveHoldsNoTable,
    ArchiveHoldsSeveral,
    WorkbookEncrypted,
    WorkbookBroken,
    WorkbookUnsafe,
    WorkbookSheetMissing,
    // plans and requests read from a file
    PlanUnreadable,
    PlanVersionUnknown,
    // mapping templates
    TemplateUnreadable,
    TemplateVersionUnknown,
    TemplateNameTaken,
    // network
    HostNotFound,
    ConnectionRefused,
    ConnectTimedOut,
    AnswerTimedOut,
    TransferStalled,
    TransferTooSlow,
    ConnectionLost,
    TlsFailed,
    ProxyRefused,
    RedirectRefused,
    HostNotAllowed,
    AnswerTooLarge,
    AnswerNotUnderstood,
    ServerTrouble,
    Throttled,
    RefusedByServer,
    Cancelled,
    OutcomeUnknown,
    // secrets and accounts
    KeychainUnavailable,
    KeychainLocked,
    KeychainEntryMissing,
    KeychainTimedOut,
    KeychainMismatch,
    SignInNeeded,
    // the program itself
    UsageWrong,
};
Q_ENUM_NS(ErrorCode)

/// A stable name for logs and `--json` output, for example "ConnectTimedOut".
[[nodiscard]] const char *name(ErrorCode code);

} // namespace base
