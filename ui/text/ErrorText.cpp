#include "ui/text/ErrorText.h"

#include "ui/text/CodeText.h"
#include "ui/text/RuleText.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QJsonValue>
#include <QLocale>
#include <QRegularExpression>
#include <QUrl>

namespace ui {
namespace {

QString catalogued(const char *source)
{
    return source && *source ? QCoreApplication::translate("ErrorCatalogue", source) : QString();
}

/// What the server names in square brackets at the end of a message: "… for the layout [Owner, Company]".
QStringList bracketed(const QString &message)
{
    const qsizetype open = message.lastIndexOf(QLatin1Char('['));
    const qsizetype close = message.lastIndexOf(QLatin1Char(']'));
    QStringList names;
    if (open < 0 || close < open)
        return names;
    for (const QString &name : message.mid(open + 1, close - open - 1).split(QLatin1Char(',')))
        if (!name.trimmed().isEmpty())
            names.append(name.trimmed());
    return names;
}

/// The key that a refusal finds missing: "required key module is not found in request body."
QString missingKey(const QString &message)
{
    static const QRegularExpression key(QStringLiteral("[Rr]equired key (\\w+)"));
    return key.match(message).captured(1);
}

QString answerText(const crm::ServerAnswer &answer)
{
    QStringList lines;
    if (!answer.url.isEmpty())
        lines.append(answer.url.toString(QUrl::RemoveUserInfo));
    if (answer.httpStatus > 0)
        lines.append(QStringLiteral("HTTP %1").arg(answer.httpStatus));
    for (const auto &[name, value] : answer.headers)
        lines.append(QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromLatin1(value));
    lines.append(QString());
    lines.append(QString::fromUtf8(answer.body));
    return lines.join(QLatin1Char('\n'));
}

QString endedWithStop(QString text)
{
    text = text.trimmed();
    static const QString stops = QStringLiteral(".!?…。");
    if (!text.isEmpty() && !stops.contains(text.back()))
        text.append(QLatin1Char('.'));
    return text;
}

} // namespace

QString ErrorText::of(const base::Error &error)
{
    return CodeText::of(error);
}

QString ErrorText::of(const crm::CallFailure &failure)
{
    const bool said = failure.refusal && (!failure.refusal->code.isEmpty() || !failure.refusal->message.isEmpty());
    // Of these the program knows more than the code says: how long to wait, that a new token is needed.
    const bool ours =
        failure.error.code == base::ErrorCode::Throttled || failure.error.code == base::ErrorCode::OutcomeUnknown;
    return said && !ours ? of(*failure.refusal, crm::ErrorSource::AnyCall) : of(failure.error);
}

QString ErrorText::of(const session::Fault &fault)
{
    if (fault.finding)
        return RuleText::of(*fault.finding);
    if (!fault.refusal)
        return {};
    if (lacksMandatory(fault))
        return tr("%1 is mandatory, and nothing is mapped to it. Map a column, or give it a constant.")
            .arg(fault.input.field.text());
    return of(*fault.refusal, crm::ErrorSource::CreateJob);
}

QString ErrorText::beside(const session::Fault &fault)
{
    return lacksMandatory(fault) ? tr("Mandatory, and nothing is mapped to it. Map a column, or give it a constant.")
                                 : of(fault);
}

/// Of one named field; a refusal may also be about the mappings as a whole.
bool ErrorText::lacksMandatory(const session::Fault &fault)
{
    if (fault.input.kind != crm::InputRef::Kind::Mapping || fault.input.field.isEmpty())
        return false;
    return fault.finding ? fault.finding->rule == checking::Rule::MandatoryFieldMissing
                         : fault.refusal && fault.refusal->code == QLatin1String("MANDATORY_FIELDS_NOT_MAPPED");
}

QString ErrorText::of(const crm::ServerError &refusal, crm::ErrorSource source)
{
    const crm::ErrorEntry *entry = crm::findError(refusal, source);
    if (!entry)
        return ofUnknown(refusal);
    const QString sentences = tr("%1 %2", "what the CRM says, then what to do about it")
                                  .arg(endedWithStop(catalogued(entry->meaning)), endedWithStop(catalogued(entry->fix)))
                                  .trimmed();
    const QString reason = refusal.details.value(QLatin1String("reason")).toString();
    if (!reason.isEmpty())
        return tr("%1 The CRM's reason: “%2”.").arg(sentences, reason);
    if (const QString key = missingKey(refusal.message); !key.isEmpty())
        return tr("%1 What is missing is called “%2” in the request.").arg(sentences, key);
    const QStringList names = bracketed(refusal.message);
    if (!names.isEmpty())
        return tr("%1 The CRM names: %2.").arg(sentences, QLocale().createSeparatedList(names));
    return sentences;
}

QString ErrorText::ofUnknown(const crm::ServerError &refusal)
{
    if (!refusal.message.isEmpty() && !refusal.code.isEmpty())
        return tr("The CRM refused this with a code that the program does not know, %1: “%2”.")
            .arg(refusal.code, refusal.message);
    if (!refusal.code.isEmpty())
        return tr("The CRM refused this with a code that the program does not know: %1.").arg(refusal.code);
    if (!refusal.message.isEmpty())
        return tr("The CRM refused this: “%1”.").arg(refusal.message);
    return tr("The CRM refused this and said no reason. The details hold its whole answer.");
}

QString ErrorText::of(const crm::RowError &error)
{
    const QString columns = QLocale().createSeparatedList(error.columns);
    if (error.code.isEmpty())
        return tr("The CRM says: “%1”.").arg(columns);
    const crm::ErrorEntry *entry = crm::findError(error.code, crm::ErrorSource::Row);
    if (!entry)
        return error.columns.isEmpty() ? tr("The CRM says %1.").arg(error.code)
                                       : tr("The CRM says %1 of %2.").arg(error.code, columns);
    const QString meaning = endedWithStop(catalogued(entry->meaning));
    return error.columns.isEmpty() ? meaning
                                   : tr("%1: %2", "columns, then what is wrong with them").arg(columns, meaning);
}

QString ErrorText::details(const crm::CallFailure &failure)
{
    QStringList parts{QString::fromLatin1(base::name(failure.error.code))};
    if (!failure.error.detail.isEmpty())
        parts.append(failure.error.detail);
    if (failure.refusal)
        parts.append(details(*failure.refusal));
    else if (failure.answer)
        parts.append(answerText(*failure.answer));
    return parts.join(QLatin1Char('\n'));
}

QString ErrorText::details(const session::Fault &fault)
{
    if (fault.refusal)
        return details(*fault.refusal);
    return fault.finding ? checking::ruleName(fault.finding->rule) : QString();
}

QString ErrorText::details(const crm::ServerError &refusal)
{
    QStringList parts;
    if (!refusal.code.isEmpty())
        parts.append(refusal.code);
    if (!refusal.message.isEmpty())
        parts.append(refusal.message);
    if (!refusal.details.isEmpty())
        parts.append(QString::fromUtf8(QJsonDocument(refusal.details).toJson(QJsonDocument::Indented)).trimmed());
    parts.append(QString());
    parts.append(answerText(refusal.answer));
    return parts.join(QLatin1Char('\n'));
}

} // namespace ui
