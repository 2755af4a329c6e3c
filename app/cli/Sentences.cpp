#include "cli/Sentences.h"

#include "crm/ErrorCatalogue.h"

#include <QRegularExpression>

namespace cli {

namespace {

using base::ErrorCode;

/// %file, %host, %limit, %found, %row, %column and %line stand for what the error's context says.
constexpr struct {
    ErrorCode code;
    const char *sentence;
} sentences[] = {
    {ErrorCode::FileNotFound, "The file %file does not exist."},
    {ErrorCode::FileUnreadable, "The file %file cannot be read."},
    {ErrorCode::FileInUse, "The file %file is open in another program that does not share it; close it there."},
    {ErrorCode::FileUnreachable, "The drive that %file stands on does not answer."},
    {ErrorCode::FileUnwritable, "The file %file cannot be written."},
    {ErrorCode::NotARegularFile, "%file is not a regular file."},
    {ErrorCode::DiskFull, "The disk is full."},
    {ErrorCode::FileChanged, "The file %file was changed by another program while it was read."},
    {ErrorCode::TableEmpty, "The spreadsheet is empty."},
    {ErrorCode::TableHasNoRows, "The spreadsheet has a header but no rows."},
    {ErrorCode::TableNotUtf8, "The spreadsheet is not UTF-8 text (first seen in line %line)."},
    {ErrorCode::TableNotText, "The file is no table but %found; save the spreadsheet as XLSX or CSV first."},
    {ErrorCode::TableQuoteNotClosed, "A quoted cell that begins in line %line never ends."},
    {ErrorCode::TableCellTooLong, "A cell is longer than %limit bytes (line %line)."},
    {ErrorCode::TableTooManyRows, "The spreadsheet has %found rows; one job takes %limit."},
    {ErrorCode::TableTooManyColumns, "The spreadsheet has %found columns; one job takes %limit."},
    {ErrorCode::TableTooLarge, "The table has more than the %limit bytes that can be taken at once."},
    {ErrorCode::ZipUnreadable, "The zip archive is damaged."},
    {ErrorCode::ZipTooLarge, "The zip archive unpacks to more than is allowed."},
    {ErrorCode::TableBytesUndecodable, "The file holds bytes that are no text in its encoding (line %line)."},
    {ErrorCode::TableHoldsZeroBytes,
     "Zero bytes stand in the table (first in row %row); --replace-invalid leaves them out."},
    {ErrorCode::TableRowTooLong,
     "Row %row has more cells than the header row; --long-rows leave-out or widen decides on such rows."},
    {ErrorCode::TableEncodingsMixed,
     "Lines of the file are UTF-8 (first line %line), the others are not; --utf8-lines read or keep decides on them."},
    {ErrorCode::TableKindUnsupported, "%found files are not read; save the spreadsheet as XLSX or CSV."},
    {ErrorCode::ArchiveHoldsNoTable, "The archive holds no spreadsheet."},
    {ErrorCode::ArchiveHoldsSeveral, "The archive holds several spreadsheets; unpack it and name one of them."},
    {ErrorCode::WorkbookEncrypted, "The workbook is encrypted; save a copy without a password."},
    {ErrorCode::WorkbookBroken, "The workbook is damaged."},
    {ErrorCode::WorkbookUnsafe, "The workbook is built in a way that harmless ones never are, and was not opened."},
    {ErrorCode::WorkbookSheetMissing, "The workbook has no sheet \"%found\"."},
    {ErrorCode::PlanUnreadable, "The plan or request cannot be understood."},
    {ErrorCode::PlanVersionUnknown, "The plan has version %found, which this program does not know."},
    {ErrorCode::TemplateUnreadable, "The mapping template cannot be understood."},
    {ErrorCode::TemplateVersionUnknown, "The mapping template has version %found, which this program does not know."},
    {ErrorCode::TemplateNameTaken, "There is a mapping template called \"%found\" already."},
    {ErrorCode::HostNotFound, "The host %host was not found; check the connection to the internet."},
    {ErrorCode::ConnectionRefused, "The host %host refused the connection."},
    {ErrorCode::ConnectTimedOut, "The host %host could not be reached in time."},
    {ErrorCode::AnswerTimedOut, "The CRM did not answer in time."},
    {ErrorCode::TransferStalled, "The transfer stopped moving and was ended."},
    {ErrorCode::TransferTooSlow, "The transfer was too slow and was ended."},
    {ErrorCode::ConnectionLost, "The connection was lost."},
    {ErrorCode::TlsFailed, "No secure connection to %host could be made."},
    {ErrorCode::ProxyRefused, "The proxy refused the connection."},
    {ErrorCode::RedirectRefused, "The server wanted to redirect the call elsewhere, which is not followed."},
    {ErrorCode::HostNotAllowed, "The host %host is not one that may be given the token."},
    {ErrorCode::AnswerTooLarge, "The answer is larger than is allowed."},
    {ErrorCode::AnswerNotUnderstood, "The answer did not come from the CRM, or cannot be understood."},
    {ErrorCode::ServerTrouble, "The CRM reports trouble of its own."},
    {ErrorCode::Throttled, "The CRM asks to slow down; try again later."},
    {ErrorCode::RefusedByServer, "The CRM refused the call."},
    {ErrorCode::Cancelled, "The work was stopped."},
    {ErrorCode::OutcomeUnknown, "Nobody can tell whether the job was created; look into the CRM before trying again."},
    {ErrorCode::KeychainUnavailable, "No keychain answers on this computer."},
    {ErrorCode::KeychainLocked, "The keychain is locked."},
    {ErrorCode::KeychainEntryMissing, "The keychain gives no token for this account; it may be locked."},
    {ErrorCode::KeychainTimedOut, "The keychain did not answer in time."},
    {ErrorCode::KeychainMismatch, "The keychain gave back something other than what was stored."},
    {ErrorCode::SignInNeeded, "Sign-in is needed: the CRM does not take the access token."},
    {ErrorCode::UsageWrong, "The command cannot be understood."}};

using checking::Rule;

/// %field, %column, %columns, %feeders, %rows, %limit, %jobs, %credits, %host and
/// %job stand for what the finding's input and context say.
constexpr struct {
    Rule rule;
    const char *sentence;
} warnings[] = {
    {Rule::AccountMissing, "Nobody is signed in."},
    {Rule::ModuleMissing, "No module is given."},
    {Rule::ModuleUnknown, "The CRM does not have the module, or takes no bulk writes for it."},
    {Rule::OperationMissing, "No operation (insert, update or upsert) is given."},
    {Rule::OperationNotAllowed, "The module does not allow this operation."},
    {Rule::FindByMissing, "Update and upsert need a field by which records are matched (find_by)."},
    {Rule::FindByNotMapped, "The match field %field has no column."},
    {Rule::FindByNotUnique, "The match field %field is not unique, so that records may be matched wrongly."},
    {Rule::FileMissing, "There is neither a spreadsheet nor a file ID."},
    {Rule::FileHasNoRows, "The spreadsheet has no rows."},
    {Rule::FileUndecided, "Something in the spreadsheet has to be decided on before its rows are sent."},
    {Rule::FileTooManyRows, "The spreadsheet has %rows rows; one job takes %limit."},
    {Rule::FileTooManyColumns, "The spreadsheet has %columns columns; one job takes %limit."},
    {Rule::FileTooLarge, "The spreadsheet is larger than the %limit bytes that one job takes."},
    {Rule::FileIdUsed, "The file ID has been used up by job %job."},
    {Rule::FileIdMalformed, "The file ID is not a number."},
    {Rule::MappingEmpty, "No column is mapped to a field."},
    {Rule::MandatoryFieldMissing, "The mandatory field %field is not mapped."},
    {Rule::MandatoryCellsBlank,
     "The CRM refuses rows without a value in column %column for the mandatory field %field: %rows."},
    {Rule::FieldUnknown, "The module has no field %field."},
    {Rule::FieldNotWritable, "The field %field cannot be written."},
    {Rule::ColumnOutOfRange, "The field %field is mapped to column %column, but the spreadsheet has %columns columns."},
    {Rule::FieldMappedTwice, "The field %field is fed by more than one column (%feeders). Keep one of them."},
    {Rule::ColumnMissing, "The field %field has neither a column nor a constant value."},
    {Rule::LookupNeedsFindBy, "The lookup field %field does not say by what the other record is found (find_by)."},
    {Rule::LayoutUnknown, "The module has no layout with the ID %layout."},
    {Rule::TooManyMappings, "One job takes at most %limit mapped fields."},
    {Rule::FormatUndecided,
     "No row tells whether column %column, mapped to %field, is written %pattern or %other; say it with a format."},
    {Rule::FormatMissing,
     "Column %column, mapped to %field, is written %pattern, but the CRM expects MM/dd/yyyy where no format is given."},
    {Rule::ValuesAdded, "The CRM will add values that %field does not have: %values."},
    {Rule::ValuesRefused, "The CRM will refuse values of column %column for %field: %values."},
    {Rule::ValuesUnconverted,
     "Values of column %column cannot be converted for %field and go up as they are: %values."},
    {Rule::ValuesTooLong,
     "Column %column has values of up to %longest characters, but %field takes %limit; the CRM refuses those rows."},
    {Rule::ValuesOfWrongType, "Cells of column %column that do not look like what %field takes (%type): %cells."},
    {Rule::CellsNotChanged,
     "The file is uploaded already, so that the cells for %field go up as they are, without the changes of the plan."},
    {Rule::CallbackNotAUrl, "The callback is not a URL."},
    {Rule::CallbackSchemeNotHttp, "The callback is neither an http nor an https URL."},
    {Rule::CallbackHasNoHost, "The callback names no host."},
    {Rule::CallbackIsThisComputer, "The callback points to the CRM's own computer (%host)."},
    {Rule::CallbackIsPrivate, "The callback's host %host is in a private network."},
    {Rule::CallbackHostIsBare, "The callback's host %host is no full name on the public internet."},
    {Rule::CallbackHasUserInfo, "The callback holds a user name or a password."},
    {Rule::CallbackMethodNotPost, "The callback's method is not \"post\"."}};

QString plainSentence(Rule rule)
{
    for (const auto &entry : warnings) {
        if (entry.rule == rule)
            return QString::fromUtf8(entry.sentence);
    }
    return QStringLiteral("The local check found something.");
}

QString plainSentence(ErrorCode code)
{
    for (const auto &entry : sentences) {
        if (entry.code == code)
            return QString::fromUtf8(entry.sentence);
    }
    return QStringLiteral("Something failed.");
}

QString withoutStop(QString sentence)
{
    if (sentence.endsWith(QLatin1Char('.')))
        sentence.chop(1);
    return sentence;
}

QString filledIn(QString sentence, const QVariantMap &context)
{
    for (const char *key : {"file",    "field", "feeders", "host",    "jobs",   "job",  "credits", "limit",
                            "found",   "rows",  "row",     "columns", "column", "line", "needed",  "free",
                            "pattern", "other", "values",  "longest", "cells",  "type", "layout"}) {
        const QString value = context.value(QLatin1String(key)).toString();
        sentence.replace(QLatin1Char('%') + QLatin1String(key), value.isEmpty() ? QStringLiteral("(unknown)") : value);
    }
    return sentence;
}

/// Not everything has a line: a sheet has rows, and what is wrong with a whole file has neither.
QString placed(QString sentence, const QVariantMap &context)
{
    if (context.contains(QStringLiteral("line")) && sentence.contains(QLatin1String("%line")))
        return sentence;
    if (context.contains(QStringLiteral("row")))
        return sentence.replace(QLatin1String("line %line"), QLatin1String("row %row"));
    static const QRegularExpression place(QStringLiteral(" \\([^()]*%(line|row)\\)"));
    return sentence.remove(place);
}

} // namespace

QString sentenceOf(const base::Error &error)
{
    if (error.code == ErrorCode::DiskFull && error.context.contains(QStringLiteral("needed")))
        return filledIn(
            QStringLiteral("There is too little room in %file: %needed bytes are needed and %free are free."),
            error.context);
    if (error.code == ErrorCode::TableBytesUndecodable && !error.context.contains(QStringLiteral("line")))
        return filledIn(QStringLiteral("The encoding \"%found\" is not known to this program."), error.context);
    if (error.code == ErrorCode::TableTooManyColumns && !error.context.contains(QStringLiteral("found")))
        return filledIn(QStringLiteral("The spreadsheet has more than %limit columns."), error.context);
    QString sentence = filledIn(placed(plainSentence(error.code), error.context), error.context);
    if (error.code != ErrorCode::PlanUnreadable && error.code != ErrorCode::TemplateUnreadable)
        return sentence;
    sentence.chop(1);
    for (const char *key : {"line", "key"}) {
        if (error.context.contains(QLatin1String(key)))
            sentence +=
                QStringLiteral(" (%1 %2)").arg(QLatin1String(key), error.context.value(QLatin1String(key)).toString());
    }
    return sentence + QLatin1Char('.');
}

QString sentenceOf(const crm::ServerError &refusal, crm::ErrorSource source)
{
    const crm::ErrorEntry *entry = crm::findError(refusal, source);
    const QString meaning = entry ? QString::fromUtf8(entry->meaning)
                                  : QStringLiteral("This is not one of the refusals that are known here.");
    QString words = refusal.code.isEmpty() ? QStringLiteral("HTTP %1").arg(refusal.answer.httpStatus) : refusal.code;
    // The server's text may have lines and stops of its own.
    if (const QString message = withoutStop(refusal.message.simplified()); !message.isEmpty())
        words += QStringLiteral(": ") + message;
    return QStringLiteral("The CRM refused: %1 (%2).").arg(withoutStop(meaning), words);
}

QString sentenceOf(const checking::Finding &finding)
{
    QVariantMap context = finding.context;
    if (!finding.input.field.isEmpty())
        context.insert(QStringLiteral("field"), finding.input.field.text());
    QString sentence = plainSentence(finding.rule);
    if (context.contains(QStringLiteral("jobs")))
        sentence += finding.rule == Rule::FileTooLarge
            ? QStringLiteral(" It is sent in up to %jobs jobs, which cost up to %credits API credits.")
            : QStringLiteral(" It is sent in %jobs jobs, which cost %credits API credits.");
    return QStringLiteral("Warning: ") + filledIn(sentence, context);
}

ExitCode exitCodeOf(ErrorCode code)
{
    if (code <= ErrorCode::TemplateNameTaken || code == ErrorCode::UsageWrong)
        return UsageWrong;
    if (code >= ErrorCode::KeychainUnavailable)
        return SignInNeeded;
    return code == ErrorCode::RefusedByServer ? JobRefused : NetworkTrouble;
}

QStringList namesOf(const std::vector<crm::InputRef> &inputs)
{
    QStringList names;
    for (const crm::InputRef &input : inputs)
        names.append(input.toText());
    return names;
}

} // namespace cli
