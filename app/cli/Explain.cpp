#include "cli/Output.h"
#include "cli/RunOptions.h"
#include "cli/Sentences.h"
#include "crm/ErrorLocator.h"
#include "crm/wire/CreateJobWire.h"
#include "crm/wire/ErrorWire.h"
#include "importing/ImportPlan.h"

#include <QCommandLineParser>
#include <QJsonArray>

namespace cli {

namespace {

/// All keys are always there; what is not known of a code is null.
void printAsJson(const crm::ServerError &refusal, const crm::ErrorEntry *entry, const QStringList &inputs)
{
    const auto known = [](const char *text) { return text ? QJsonValue(QString::fromUtf8(text)) : QJsonValue(); };
    printEvent({{QStringLiteral("code"), refusal.code},
                {QStringLiteral("message"), refusal.message},
                {QStringLiteral("details"), refusal.details},
                {QStringLiteral("known"), entry != nullptr},
                {QStringLiteral("inputs"), QJsonArray::fromStringList(inputs)},
                {QStringLiteral("meaning"), known(entry ? entry->meaning : nullptr)},
                {QStringLiteral("cause"), known(entry ? entry->cause : nullptr)},
                {QStringLiteral("fix"), known(entry ? entry->fix : nullptr)}});
}

void printAsText(const crm::ServerError &refusal, const crm::ErrorEntry *entry, const QStringList &inputs)
{
    printLine(QStringLiteral("Code: %1").arg(refusal.code.isEmpty() ? QStringLiteral("(none)") : refusal.code));
    printLine(QStringLiteral("Message: %1").arg(refusal.message));
    printLine(QStringLiteral("Inputs: %1").arg(inputs.join(QStringLiteral(", "))));
    if (!entry) {
        printLine(QStringLiteral("This code is not known here."));
        return;
    }
    printLine(QStringLiteral("Meaning: %1").arg(QString::fromUtf8(entry->meaning)));
    printLine(QStringLiteral("Cause: %1").arg(QString::fromUtf8(entry->cause)));
    printLine(QStringLiteral("What to do: %1").arg(QString::fromUtf8(entry->fix)));
}

/// An answer saved without its status is judged by its body alone.
bool isRefusal(const QByteArray &body, std::optional<int> status)
{
    if (!status)
        return !crm::wire::decodeCreatedJob({201, {}, body, {}}).ok();
    return *status >= 300 || crm::wire::saysError(body);
}

} // namespace

int explain(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("json"), {}},
                       {QStringLiteral("request"), {}, QStringLiteral("file")},
                       {QStringLiteral("status"), {}, QStringLiteral("number"), QStringLiteral("400")}});
    const bool parsed = parser.parse(arguments);
    bool isNumber = false;
    const int status = parser.value(QStringLiteral("status")).toInt(&isNumber);
    if (!parsed || !isNumber || parser.positionalArguments().size() != 1) {
        printTrouble(parsed ? QStringLiteral("explain needs one file with the CRM's answer.") : parser.errorText());
        return UsageWrong;
    }
    const std::optional<QByteArray> body = readInput(parser.positionalArguments().constFirst());
    if (!body)
        return UsageWrong;
    crm::BulkWriteRequest request;
    if (parser.isSet(QStringLiteral("request"))) {
        const auto plan = importing::readPlanFile(parser.value(QStringLiteral("request")));
        if (!plan) {
            printTrouble(sentenceOf(plan.error()));
            return UsageWrong;
        }
        request = plan->request;
    }
    if (!isRefusal(*body, parser.isSet(QStringLiteral("status")) ? std::optional(status) : std::nullopt)) {
        printTrouble(QStringLiteral("This answer is no refusal."));
        return UsageWrong;
    }
    const crm::ServerError refusal = crm::wire::decodeError({status, {}, *body, {}});
    const crm::ErrorEntry *entry = crm::findError(refusal, crm::ErrorSource::CreateJob);
    const QStringList inputs = namesOf(crm::locateError(refusal, crm::ErrorSource::CreateJob, request));
    if (parser.isSet(QStringLiteral("json")))
        printAsJson(refusal, entry, inputs);
    else
        printAsText(refusal, entry, inputs);
    return AllRowsIn;
}

} // namespace cli
