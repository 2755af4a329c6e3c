#include "ui/text/Wording.h"

#include <QLocale>

namespace ui {

QString Wording::of(session::WizardStep step)
{
    switch (step) {
    case session::WizardStep::Account:
        return tr("Account");
    case session::WizardStep::Module:
        return tr("Module");
    case session::WizardStep::File:
        return tr("File");
    case session::WizardStep::Mapping:
        return tr("Mapping");
    case session::WizardStep::Callback:
        return tr("Callback");
    case session::WizardStep::Check:
        return tr("Check");
    case session::WizardStep::Run:
        return tr("Run");
    case session::WizardStep::Results:
        return tr("Results");
    }
    return {};
}

QString Wording::of(session::StepStatus status)
{
    switch (status) {
    case session::StepStatus::ToDo:
        return tr("to do");
    case session::StepStatus::Done:
        return tr("done");
    case session::StepStatus::NeedsLook:
        return tr("needs a look");
    case session::StepStatus::Error:
        return tr("error");
    }
    return {};
}

QString Wording::of(crm::Operation operation)
{
    switch (operation) {
    case crm::Operation::Insert:
        return tr("Add New Records");
    case crm::Operation::Update:
        return tr("Update Existing Records");
    case crm::Operation::Upsert:
        return tr("Update or Add");
    }
    return {};
}

QString Wording::of(crm::RowState state)
{
    switch (state) {
    case crm::RowState::Added:
        return tr("Added");
    case crm::RowState::Updated:
        return tr("Updated");
    case crm::RowState::Skipped:
        return tr("Skipped");
    case crm::RowState::Unprocessed:
        return tr("Not Processed");
    case crm::RowState::Unknown:
        return tr("Unknown");
    }
    return {};
}

QString Wording::of(importing::ImportRun::State state)
{
    using State = importing::ImportRun::State;
    switch (state) {
    case State::Idle:
        return tr("Not started");
    case State::Zipping:
        return tr("Preparing the file");
    case State::Uploading:
        return tr("Uploading the file");
    case State::Creating:
        return tr("Creating the job");
    case State::Polling:
        return tr("The CRM is working");
    case State::Downloading:
        return tr("Downloading the result");
    case State::Finished:
        return tr("Finished");
    case State::Failed:
        return tr("Failed");
    case State::Refused:
        return tr("Refused by the CRM");
    case State::OutcomeUnknown:
        return tr("Outcome unknown");
    case State::Stopped:
        return tr("Stopped");
    }
    return {};
}

QString Wording::fate(importing::RunPart::Fate fate, const QString &part, size_t of)
{
    using Fate = importing::RunPart::Fate;
    switch (fate) {
    case Fate::In:
        return tr("Part %1 of %2 is in the CRM.").arg(part).arg(of);
    case Fate::LeftOut:
        return tr("Part %1 of %2 was left out.").arg(part).arg(of);
    case Fate::Refused:
        return tr("Part %1 of %2 was refused.").arg(part).arg(of);
    case Fate::Unknown:
        return tr("Nobody can tell whether the job of part %1 of %2 was created.").arg(part).arg(of);
    case Fate::Created:
        return tr("The job of part %1 of %2 was created, and its end was not seen.").arg(part).arg(of);
    case Fate::Failed:
        return tr("The CRM gave up the job of part %1 of %2.").arg(part).arg(of);
    case Fate::NotSent:
        return tr("Part %1 of %2 was not sent.").arg(part).arg(of);
    }
    return {};
}

/// Only these come in rows: a run ends at the first part that does not come through.
QString Wording::fates(importing::RunPart::Fate fate, size_t first, size_t last, size_t of)
{
    using Fate = importing::RunPart::Fate;
    if (fate == Fate::In)
        return tr("Parts %1 to %2 of %3 are in the CRM.").arg(first).arg(last).arg(of);
    if (fate == Fate::LeftOut)
        return tr("Parts %1 to %2 of %3 were left out.").arg(first).arg(last).arg(of);
    return tr("Parts %1 to %2 of %3 were not sent.").arg(first).arg(last).arg(of);
}

QString Wording::fates(const importing::RunParts &all)
{
    const std::vector<importing::RunPart> &parts = all.parts;
    QStringList sentences;
    for (size_t first = 0, last = 0; first < parts.size(); first = last) {
        while (last < parts.size() && parts[last].fate == parts[first].fate)
            ++last;
        sentences << (last == first + 1 ? fate(parts[first].fate, QString::number(last), parts.size())
                                        : fates(parts[first].fate, first + 1, last, parts.size()));
    }
    return sentences.join(QLatin1Char(' '));
}

QString Wording::dataType(const QString &crmType)
{
    const std::pair<const char *, QString> names[] = {
        {"text", tr("Text")},
        {"textarea", tr("Long text")},
        {"email", tr("Email address")},
        {"phone", tr("Phone number")},
        {"website", tr("Web address")},
        {"picklist", tr("Picklist")},
        {"multiselectpicklist", tr("Multi-select picklist")},
        {"date", tr("Date")},
        {"datetime", tr("Date and time")},
        {"integer", tr("Whole number")},
        {"bigint", tr("Large whole number")},
        {"double", tr("Decimal number")},
        {"currency", tr("Currency")},
        {"percent", tr("Percent")},
        {"boolean", tr("Yes or no")},
        {"lookup", tr("Lookup")},
        {"ownerlookup", tr("Owner")},
        {"userlookup", tr("User")},
        {"autonumber", tr("Auto-number")},
        {"formula", tr("Formula")},
    };
    for (const auto &[name, spoken] : names)
        if (crmType == QLatin1String(name))
            return spoken;
    return crmType;
}

QString Wording::rows(qint64 count)
{
    return tr("%Ln row(s)", nullptr, static_cast<int>(count));
}

QString Wording::apart(const QString &text)
{
    constexpr QChar firstStrongIsolate(0x2068);
    constexpr QChar popIsolate(0x2069);
    return text.isEmpty() ? text : firstStrongIsolate + text + popIsolate;
}

QString Wording::bytes(qint64 count)
{
    return QLocale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
}

} // namespace ui
