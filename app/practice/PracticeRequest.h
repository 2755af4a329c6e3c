#pragma once

#include <QByteArray>
#include <QHash>
#include <QStringList>
#include <QUrlQuery>

namespace practice {

/// One HTTP request as the practice CRM sees it.
struct PracticeRequest final {
    QByteArray method;
    QString path;
    QStringList parts; ///< of the path, without blanks
    QString version;   ///< v2 … v8; empty when the path has none
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;
};

} // namespace practice
