#include "practice/PracticeSeeds.h"

namespace practice {

namespace {

using Values = std::vector<std::pair<const char *, const char *>>;

const PracticeModule &moduleNamed(const CrmData &data, const char *name)
{
    for (const PracticeModule &module : data.modules) {
        if (module.name == QLatin1String(name))
            return module;
    }
    return data.modules.front();
}

QString store(CrmData &data, const QDateTime &now, const char *moduleName, const Values &values,
              Record::Lock lock = Record::Lock::None)
{
    const PracticeModule &module = moduleNamed(data, moduleName);
    Record record;
    record.id = data.nextRecordId();
    record.ownerId = data.users.front().id;
    record.created = record.modified = now;
    record.lock = lock;
    record.values.resize(module.fields.size());
    for (const auto &[field, value] : values)
        record.values[static_cast<size_t>(module.indexOf(QLatin1String(field)))] = QString::fromUtf8(value);
    const QString id = record.id;
    data.stores[module.name].add(std::move(record));
    return id;
}

void storeContacts(CrmData &data, const QDateTime &now, const QByteArray &account)
{
    const auto contact = [&](const char *first, const char *last, const char *email,
                             Record::Lock lock = Record::Lock::None) {
        store(data, now, "Contacts",
              {{"First_Name", first}, {"Last_Name", last}, {"Email", email}, {"Account_Name", account.constData()}},
              lock);
    };
    contact("Nadia", "Haddad", "nadia.haddad@example.com");
    contact("Tomasz", "Zieliński", "tomasz.zielinski@example.com");
    contact("Priya", "Raman", "priya.raman@example.com");
    contact("Paul", "Pending", "pending.approval@example.com", Record::Lock::AwaitsApproval);
    contact("Berta", "Blocked", "blocked@example.com", Record::Lock::Blocked);
    contact("Ines", "Inprocess", "in.process@example.com", Record::Lock::InProcess);
}

} // namespace

UploadedCsv sampleUpload()
{
    return {QStringLiteral("leads.csv"),
            QByteArrayLiteral("Last_Name,Mobile,Owner\r\n"
                              "Okafor,+49 30 5550 1101,patricia.boyle@example.com\r\n"
                              "Lindqvist,+46 8 5550 1102,amadou.diallo@example.com\r\n"
                              "Moreau,+33 1 5550 1103,mei.tanaka@example.com\r\n"),
            {},
            {QStringLiteral("Last_Name"), QStringLiteral("Mobile"), QStringLiteral("Owner")},
            3};
}

void storeSeeds(CrmData &data, const QDateTime &now)
{
    const QByteArray account =
        store(data, now, "Accounts", {{"Account_Name", "Harbour Mills Ltd"}, {"VAT_ID", "GB999000111"}}).toLatin1();
    store(data, now, "Accounts", {{"Account_Name", "Nordlicht Solar GmbH"}, {"VAT_ID", "DE999000222"}});
    store(data, now, "Accounts", {{"Account_Name", "Panaderia La Espiga"}, {"VAT_ID", "ESX9990003"}});
    storeContacts(data, now, account);
    store(data, now, "Deals",
          {{"Deal_Name", "Mill 2 refit"}, {"Account_Name", account.constData()}, {"Stage", "Qualification"}});
    store(data, now, "Machines",
          {{"Name", "Press 1"}, {"Serial_No", "SN-1001"}, {"Inventory_No", "I-1"}, {"Account", account.constData()}});
}

} // namespace practice
