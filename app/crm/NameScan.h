#pragma once

#include <QStringList>

#include <functional>

namespace crm {

/// The longest of `names` that stands at `from` in `text` and ends where `endsAt` accepts the position behind it; empty
/// when none does. Lists in the CRM's texts are separated by characters that names may hold themselves, so known names are
/// tried before any cutting.
[[nodiscard]] QString longestNameAt(const QString &text, qsizetype from, const QStringList &names,
                                    const std::function<bool(qsizetype)> &endsAt);

/// Splits "A, B" at its commas, keeping those of `names` whole that hold commas. Blanks and quotes around a name go.
[[nodiscard]] QStringList splitNames(const QString &text, const QStringList &names);

/// Those of `names` that stand in `text` as whole words, in the order of the text and without repeats. A longer name
/// hides a shorter one inside it ("Last Name" does not count as "Name"). Letter case counts.
[[nodiscard]] QStringList namesInText(const QString &text, const QStringList &names);

} // namespace crm
