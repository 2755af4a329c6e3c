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

QString Wording::bytes(qint64 count)
{
    return QLocale().formattedDataSize(count, 1, QLocale::DataSizeSIFormat);
}

} // namespace ui
