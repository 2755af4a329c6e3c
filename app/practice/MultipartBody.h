#pragma once

#include <QByteArray>

#include <optional>

namespace practice {

struct FormFile final {
    QByteArray fileName;
    QByteArray content;
};

/// The part called `name` of a multipart/form-data body, or nothing.
[[nodiscard]] std::optional<FormFile> formFile(const QByteArray &contentType, const QByteArray &body,
                                               const QByteArray &name);

} // namespace practice
