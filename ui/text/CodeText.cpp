#include "ui/text/CodeText.h"

#include <QFileInfo>
#include <QLocale>

namespace ui {
namespace {

using base::ErrorCode;

bool has(const base::Error &error, const char *key)
{
    return !error.context.value(QLatin1String(key)).toString().isEmpty();
}

QString text(const base::Error &error, const char *key)
{
    return error.context.value(QLatin1String(key)).toString();
}

QString number(const base::Error &error, const char *key)
{
    return QLocale().toString(error.context.value(QLatin1String(key)).toLongLong());
}

int count(const base::Error &error, const char *key)
{
    return error.context.value(QLatin1String(key)).toInt();
}

QString dataSize(const base::Error &error, const char *key)
{
    return QLocale().formattedDataSize(error.context.value(QLatin1String(key)).toLongLong());
}

QString fileName(const base::Error &error)
{
    return QFileInfo(text(error, "file")).fileName();
}

} // namespace

QString CodeText::of(const base::Error &error)
{
    for (const auto attempt : {ofFile, ofSavedWork, ofTable, ofWorkbook, ofConnection, ofAnswer, ofKeychain}) {
        const QString sentence = attempt(error);
        if (!sentence.isEmpty())
            return sentence;
    }
    return tr("This does not work as it was asked for. Look at what was entered and try again.");
}

QString CodeText::ofFile(const base::Error &error)
{
    const bool named = has(error, "file");
    switch (error.code) {
    case ErrorCode::FileNotFound:
        return named ? tr("The file %1 is not there any more. Choose it again.").arg(fileName(error))
                     : tr("The file is not there any more. Choose it again.");
    case ErrorCode::FileUnreadable:
        return named
            ? tr("The file %1 cannot be read. See whether another program has it open and whether you may read it.")
                  .arg(fileName(error))
            : tr("The file cannot be read. See whether another program has it open and whether you may read it.");
    case ErrorCode::FileUnwritable:
        return named ? tr("The file %1 cannot be written. Choose another folder.").arg(fileName(error))
                     : tr("The file cannot be written. Choose another folder.");
    case ErrorCode::FileInUse:
        return named ? tr("The file %1 is open in another program. Close it there and try again.").arg(fileName(error))
                     : tr("The file is open in another program. Close it there and try again.");
    case ErrorCode::FileUnreachable:
        return tr("The drive of this file does not answer. Look whether it is connected, or copy the file to this "
                  "computer.");
    case ErrorCode::NotARegularFile:
        return tr("This is not a file but a folder or a device. Choose a file.");
    case ErrorCode::DiskFull:
        if (named && has(error, "needed"))
            return tr("There is too little room in the folder %1: %2 are needed and %3 are free. Free some space and "
                      "try "
                      "again.")
                .arg(text(error, "file"), dataSize(error, "needed"), dataSize(error, "free"));
        return tr("The disk is full, and nothing was changed. Free some space and try again.");
    case ErrorCode::FileChanged:
        return named
            ? tr("The file %1 was changed by another program while it was read. Open it again.").arg(fileName(error))
            : tr("The file was changed by another program while it was read. Open it again.");
    case ErrorCode::ZipUnreadable:
        return tr("The zip file is damaged or not a zip file. Download or make it again.");
    case ErrorCode::ZipTooLarge:
        return tr("The zip file unpacks to more than the program takes. Open it with another program.");
    default:
        return {};
    }
}

QString CodeText::ofSavedWork(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::PlanUnreadable:
        return has(error, "line")
            ? tr("This file is neither a plan nor a request: line %1 is not understood.").arg(number(error, "line"))
            : tr("This file is neither a plan of this program nor a request of the CRM.");
    case ErrorCode::PlanVersionUnknown:
        return tr("This plan was saved by a newer version of the program. Update the program to open it.");
    case ErrorCode::TemplateUnreadable:
        if (has(error, "line"))
            return tr("This is no mapping template: line %1 is not understood.").arg(number(error, "line"));
        return has(error, "key")
            ? tr("This mapping template cannot be used: its value “%1” is missing or not understood.")
                  .arg(text(error, "key"))
            : tr("This is no mapping template of this program.");
    case ErrorCode::TemplateVersionUnknown:
        return tr("This mapping template was saved by a newer version of the program. Update the program to use it.");
    case ErrorCode::TemplateNameTaken:
        return tr("There is a template called “%1” already. Choose another name.").arg(text(error, "found"));
    default:
        return {};
    }
}

QString CodeText::ofWorkbook(const base::Error &error)
{
    const QString found = text(error, "found");
    switch (error.code) {
    case ErrorCode::TableHoldsZeroBytes:
        return has(error, "row") ? tr("Row %1 holds a zero byte, which no text has. Have such bytes left out, or "
                                      "correct the file.")
                                       .arg(number(error, "row"))
                                 : tr("The header row holds a zero byte, which no text has. Have such bytes left out, "
                                      "or correct the file.");
    case ErrorCode::TableRowTooLong:
        return tr("Row %1 has more cells than the header row. Decide on the step File what becomes of such rows.")
            .arg(number(error, "row"));
    case ErrorCode::TableEncodingsMixed:
        return tr("Line %1 is UTF-8 in a file that is not. Decide on the step File how such lines are read.")
            .arg(number(error, "line"));
    case ErrorCode::TableBytesUndecodable:
        return has(error, "line")
            ? tr("Line %1 holds bytes that are no text in the chosen encoding. Choose another encoding.")
                  .arg(number(error, "line"))
            : tr("The file holds bytes that are no text in the chosen encoding. Choose another encoding.");
    case ErrorCode::TableKindUnsupported:
        return found.isEmpty()
            ? tr("Files of this kind are not read. Save the spreadsheet as XLSX or CSV and open that.")
            : tr("%1 files are not read. Save the spreadsheet as XLSX or CSV and open that.").arg(found);
    case ErrorCode::ArchiveHoldsNoTable:
        return tr("The archive holds no spreadsheet. Choose one that holds a CSV, XLSX or ODS file.");
    case ErrorCode::ArchiveHoldsSeveral:
        return tr("The archive holds several spreadsheets. Unpack it and choose one of them.");
    case ErrorCode::WorkbookEncrypted:
        return tr("This workbook is encrypted. Save a copy without a password and open that.");
    case ErrorCode::WorkbookBroken:
        return has(error, "cell")
            ? tr("The workbook is damaged at cell %1. Open it in its own program, save it again and "
                 "open that.")
                  .arg(text(error, "cell"))
            : tr("The workbook is damaged. Open it in its own program, save it again and open that.");
    case ErrorCode::WorkbookUnsafe:
        return tr("The workbook is built in a way that harmless ones never are, and was not opened. Open it in its own "
                  "program and save it as CSV.");
    case ErrorCode::WorkbookSheetMissing:
        return found.isEmpty() ? tr("The workbook has no sheet with a table. Choose another file.")
                               : tr("The workbook has no sheet “%1”. Choose one that it has.").arg(found);
    default:
        return {};
    }
}

QString CodeText::ofTable(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::TableEmpty:
        return tr("The file is empty. Choose one that holds a table.");
    case ErrorCode::TableHasNoRows:
        return tr("The table has no rows below its header. Choose one that holds data.");
    case ErrorCode::TableNotUtf8:
        return has(error, "line")
            ? tr("Line %1 holds characters that are not UTF-8. Save the file as CSV in UTF-8 and open it again.")
                  .arg(number(error, "line"))
            : tr("The file is not in UTF-8. Save it as CSV in UTF-8 and open it again.");
    case ErrorCode::TableNotText:
        return has(error, "found")
            ? tr("This is an %1 file, not a table. Save the spreadsheet as XLSX or CSV and open that.")
                  .arg(text(error, "found"))
            : tr("This is not a text file. Save the spreadsheet as CSV and open that.");
    case ErrorCode::TableQuoteNotClosed:
        return has(error, "line")
            ? tr("The quotation mark that opens in line %1 is never closed. Correct it in the file.")
                  .arg(number(error, "line"))
            : tr("A quotation mark in the file is never closed. Correct it in the file.");
    case ErrorCode::TableCellTooLong:
        return has(error, "line")
            ? tr("A cell in line %1 is too long to be a value. Look for a missing quotation mark there.")
                  .arg(number(error, "line"))
            : tr("A cell is too long to be a value. Look for a missing quotation mark in the file.");
    case ErrorCode::TableTooManyRows:
        return has(error, "limit")
            ? tr("The table has more than the %Ln row(s) that the CRM takes in one job. Split it.", nullptr,
                 count(error, "limit"))
            : tr("The table has more rows than the CRM takes in one job. Split it.");
    case ErrorCode::TableTooManyColumns:
        return has(error, "limit") ? tr("The table has more than the %Ln column(s) that the CRM takes. Remove some.",
                                        nullptr, count(error, "limit"))
                                   : tr("The table has more columns than the CRM takes. Remove some.");
    case ErrorCode::TableTooLarge:
        return has(error, "limit")
            ? tr("The table is larger than the %1 that can be taken at once. Split it.")
                  .arg(QLocale().formattedDataSize(error.context.value(QStringLiteral("limit")).toLongLong()))
            : tr("The table is larger than what can be taken at once. Split it.");
    default:
        return {};
    }
}

QString CodeText::ofConnection(const base::Error &error)
{
    const bool named = has(error, "host");
    const QString host = text(error, "host");
    switch (error.code) {
    case ErrorCode::HostNotFound:
        return named ? tr("No server is called %1. Check the address and the network.").arg(host)
                     : tr("No server has this name. Check the address and the network.");
    case ErrorCode::ConnectionRefused:
        return named ? tr("%1 does not accept connections. Check the address, or try again later.").arg(host)
                     : tr("The server does not accept connections. Check the address, or try again later.");
    case ErrorCode::ConnectTimedOut:
        return named ? tr("%1 could not be reached in time. Check the network and try again.").arg(host)
                     : tr("The server could not be reached in time. Check the network and try again.");
    case ErrorCode::AnswerTimedOut:
        return tr("The server did not answer in time. Try again.");
    case ErrorCode::TransferStalled:
        return tr("The transfer came to a stop. Check the network and try again.");
    case ErrorCode::TransferTooSlow:
        return tr("The connection is too slow to finish the transfer. Try again on a better one.");
    case ErrorCode::ConnectionLost:
        return tr("The connection broke off. Check the network and try again.");
    case ErrorCode::TlsFailed:
        return named
            ? tr("No safe connection to %1 could be made: its certificate is not trusted on this computer.").arg(host)
            : tr("No safe connection could be made: the server's certificate is not trusted on this computer.");
    case ErrorCode::ProxyRefused:
        return tr("The proxy of this network refused the connection. Check the proxy settings of the computer.");
    case ErrorCode::RedirectRefused:
        return tr("The server sent the call on to another address, and the program does not take your token there.");
    case ErrorCode::HostNotAllowed:
        return named ? tr("%1 is not a known address of the CRM, so that your token was not sent there.").arg(host)
                     : tr("This is not a known address of the CRM, so that your token was not sent there.");
    default:
        return {};
    }
}

QString CodeText::ofAnswer(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::AnswerTooLarge:
        return tr("The answer was larger than the program takes.");
    case ErrorCode::AnswerNotUnderstood:
        return tr(
            "The answer did not come from the CRM, or in a form that the program does not know. A proxy or a sign-in "
            "page of the network may stand between.");
    case ErrorCode::ServerTrouble:
        return tr("The CRM has trouble of its own at the moment. Try again later.");
    case ErrorCode::Throttled:
        return error.retryAfter ? tr("The CRM takes no more calls for now. Try again in %Ln second(s).", nullptr,
                                     static_cast<int>((error.retryAfter->count() + 999) / 1000))
                                : tr("The CRM takes no more calls for now. Wait a little and try again.");
    case ErrorCode::RefusedByServer:
        return tr("The CRM refused the call. The details say what it answered.");
    case ErrorCode::Cancelled:
        return tr("This was stopped before it was done.");
    case ErrorCode::OutcomeUnknown:
        return tr(
            "The request left, but no answer came back: the CRM may have created the job. Look into the CRM before you "
            "send it again, or every record could be there twice.");
    case ErrorCode::SignInNeeded:
        return tr("The access token is not valid or no longer valid. Enter a new one.");
    default:
        return {};
    }
}

QString CodeText::ofKeychain(const base::Error &error)
{
    switch (error.code) {
    case ErrorCode::KeychainUnavailable:
        return tr("No keychain answers on this computer. The token is kept for this session only.");
    case ErrorCode::KeychainLocked:
        return tr(
            "The keychain is locked. Unlock it and try again; until then the token is kept for this session only.");
    case ErrorCode::KeychainEntryMissing:
        return tr("The keychain holds no token for this account. Sign in with an access token again.");
    case ErrorCode::KeychainTimedOut:
        return tr("The keychain did not answer. It may be waiting for you to unlock it.");
    case ErrorCode::KeychainMismatch:
        return tr("The keychain did not keep the token as it was given. The token is kept for this session only.");
    default:
        return {};
    }
}

} // namespace ui
