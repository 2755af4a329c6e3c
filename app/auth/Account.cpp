#include "auth/Account.h"

#include "base/SafeFile.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUuid>

#include <algorithm>

namespace auth {

namespace {

constexpr qint64 largestFile = 1024 * 1024;
constexpr int formatVersion = 1;

QJsonObject toJson(const Account &account)
{
    return {{QStringLiteral("id"), account.id},
            {QStringLiteral("name"), account.name},
            {QStringLiteral("data_centre"), account.dataCentre},
            {QStringLiteral("api"), account.hosts.api.toString()},
            {QStringLiteral("upload"), account.hosts.upload.toString()},
            {QStringLiteral("organisation"), account.organisation},
            {QStringLiteral("zgid"), account.zgid}};
}

Account fromJson(const QJsonObject &json)
{
    const auto text = [&json](const char *key) { return json.value(QLatin1String(key)).toString(); };
    return {text("id"),           text("name"), text("data_centre"), {QUrl(text("api")), QUrl(text("upload"))},
            text("organisation"), text("zgid")};
}

template <class Accounts>
auto withId(Accounts &accounts, const QString &id)
{
    return std::find_if(accounts.begin(), accounts.end(), [&id](const Account &a) { return a.id == id; });
}

} // namespace

AccountList::AccountList(QString path)
    : m_path(std::move(path))
{
    load();
}

void AccountList::load()
{
    const auto content = base::readSmallFile(m_path, largestFile);
    if (!content) {
        m_unreadable = content.error().code != base::ErrorCode::FileNotFound;
        return;
    }
    const QJsonObject root = QJsonDocument::fromJson(*content).object();
    m_unreadable = root.value(QStringLiteral("version")).toInt() != formatVersion;
    if (m_unreadable)
        return;
    for (const QJsonValue &entry : root.value(QStringLiteral("accounts")).toArray()) {
        Account account = fromJson(entry.toObject());
        if (!account.id.isEmpty() && withId(m_accounts, account.id) == m_accounts.end())
            m_accounts.push_back(std::move(account));
    }
}

const Account *AccountList::find(const QString &idOrName) const
{
    const auto first = [this](auto matches) -> const Account * {
        const auto found = std::find_if(m_accounts.begin(), m_accounts.end(), matches);
        return found == m_accounts.end() ? nullptr : &*found;
    };
    if (const Account *byId = first([&](const Account &a) { return a.id == idOrName; }))
        return byId;
    if (const Account *byName = first([&](const Account &a) { return a.name == idOrName; }))
        return byName;
    return first([&](const Account &a) { return a.name.compare(idOrName, Qt::CaseInsensitive) == 0; });
}

base::Status AccountList::put(const Account &account)
{
    auto accounts = m_accounts;
    const auto known = withId(accounts, account.id);
    if (known == accounts.end())
        accounts.push_back(account);
    else
        *known = account;
    return change(std::move(accounts));
}

base::Status AccountList::remove(const QString &id)
{
    auto accounts = m_accounts;
    std::erase_if(accounts, [&id](const Account &a) { return a.id == id; });
    return change(std::move(accounts));
}

QString AccountList::newId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

base::Status AccountList::change(std::vector<Account> accounts)
{
    QJsonArray entries;
    for (const Account &account : accounts)
        entries.append(toJson(account));
    if (m_unreadable && !QFile::exists(m_path + QStringLiteral(".unreadable")))
        QFile::rename(m_path, m_path + QStringLiteral(".unreadable"));
    const QJsonObject root{{QStringLiteral("version"), formatVersion}, {QStringLiteral("accounts"), entries}};
    const base::Status written = base::writeFileSafely(m_path, QJsonDocument(root).toJson());
    if (written) {
        m_accounts = std::move(accounts);
        m_unreadable = false;
    }
    return written;
}

} // namespace auth
