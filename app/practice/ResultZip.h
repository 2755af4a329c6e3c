#pragma once

#include <QByteArray>
#include <QString>

namespace practice {

/// A zip with the one file `name`.
[[nodiscard]] QByteArray zipOf(const QString &name, const QByteArray &content);

} // namespace practice
