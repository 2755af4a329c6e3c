#include "auth/DataCentre.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auth {

namespace {

constexpr std::array centres{
    DataCentre{"us", QT_TRANSLATE_NOOP("DataCentre", "United States"), "accounts.zoho.com", "www.zohoapis.com",
               "content.zohoapis.com", "upload.zoho.com", "crm.zoho.com"},
    DataCentre{"eu", QT_TRANSLATE_NOOP("DataCentre", "Europe"), "accounts.zoho.eu", "www.zohoapis.eu",
               "content.zohoapis.eu", "upload.zoho.eu", "crm.zoho.eu"},
    DataCentre{"in", QT_TRANSLATE_NOOP("DataCentre", "India"), "accounts.zoho.in", "www.zohoapis.in",
               "content.zohoapis.in", "upload.zoho.in", "crm.zoho.in"},
    DataCentre{"au", QT_TRANSLATE_NOOP("DataCentre", "Australia"), "accounts.zoho.com.au", "www.zohoapis.com.au",
               "content.zohoapis.com.au", "upload.zoho.au", "crm.zoho.com.au"},
    DataCentre{"jp", QT_TRANSLATE_NOOP("DataCentre", "Japan"), "accounts.zoho.jp", "www.zohoapis.jp",
               "content.zohoapis.jp", "", "crm.zoho.jp"},
    DataCentre{"cn", QT_TRANSLATE_NOOP("DataCentre", "China"), "accounts.zoho.com.cn", "www.zohoapis.com.cn",
               "content.zohoapis.com.cn", "upload.zoho.cn", "crm.zoho.com.cn"},
    DataCentre{"ca", QT_TRANSLATE_NOOP("DataCentre", "Canada"), "accounts.zohocloud.ca", "www.zohoapis.ca",
               "upload.zohocloud.ca", "upload.zohocloud.ca", "crm.zohocloud.ca"},
    DataCentre{"sa", QT_TRANSLATE_NOOP("DataCentre", "Saudi Arabia"), "accounts.zoho.sa", "www.zohoapis.sa",
               "files.zoho.sa", "files.zoho.sa", "crm.zoho.sa"},
    DataCentre{"uk", QT_TRANSLATE_NOOP("DataCentre", "United Kingdom"), "accounts.zoho.uk", "www.zohoapis.uk", "", "",
               "crm.zoho.uk"},
};

QUrl https(const char *host)
{
    QUrl url;
    if (*host == '\0')
        return url;
    url.setScheme(QStringLiteral("https"));
    url.setHost(QLatin1String(host));
    return url;
}

} // namespace

std::span<const DataCentre> dataCentres()
{
    return centres;
}

const DataCentre *findDataCentre(const QString &id)
{
    const auto *found = std::find_if(centres.begin(), centres.end(),
                                     [&id](const DataCentre &centre) { return id == QLatin1String(centre.id); });
    return found == centres.end() ? nullptr : found;
}

ServiceHosts defaultHosts(const DataCentre &centre, bool uploadHostOfV8)
{
    const QUrl content = https(centre.contentHost);
    const QUrl upload = https(centre.uploadHost);
    const QUrl &first = uploadHostOfV8 ? upload : content;
    const QUrl &second = uploadHostOfV8 ? content : upload;
    return {https(centre.apiHost), first.isEmpty() ? second : first};
}

} // namespace auth
