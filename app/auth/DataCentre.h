#pragma once

#include <QString>
#include <QUrl>

#include <span>

namespace auth {

/// One of the CRM's regions, as data; source: Zoho's multi-DC page, its upload pages and the constants of its published
/// SDKs. A host that nobody publishes is empty. Hosts are defaults; an account may carry other ones.
struct DataCentre final {
    const char *id;   ///< "us", "eu", …
    const char *name; ///< English source text, translated in context "DataCentre"
    const char *accountsHost;
    const char *apiHost;
    const char *contentHost; ///< upload up to v7
    const char *uploadHost;  ///< upload from v8 on; empty where none is published
    const char *crmHost;     ///< the CRM's web pages
};

[[nodiscard]] std::span<const DataCentre> dataCentres(); ///< US first
[[nodiscard]] const DataCentre *findDataCentre(const QString &id);

/// Where an account's calls go. Scheme, host and port only.
struct ServiceHosts final {
    QUrl api;    ///< https://www.zohoapis.eu
    QUrl upload; ///< https://content.zohoapis.eu

    friend bool operator==(const ServiceHosts &a, const ServiceHosts &b) = default;
};

/// The shipped hosts of a region. Where only one of the two upload hosts is published, that one serves every version;
/// where none is, `upload` is empty and has to be typed.
[[nodiscard]] ServiceHosts defaultHosts(const DataCentre &centre, bool uploadHostOfV8);

} // namespace auth
