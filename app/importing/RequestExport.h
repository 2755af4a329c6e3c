#pragma once

#include <QByteArray>
#include <QString>
#include <QUrl>

namespace importing {

/// The same create-job request in three spellings. The token is a variable in each ($ACCESS_TOKEN, {{access-token}}).
[[nodiscard]] QByteArray requestAsCurl(const QByteArray &body, const QUrl &url);
[[nodiscard]] QByteArray requestAsPostmanItem(const QByteArray &body, const QUrl &url);

} // namespace importing
