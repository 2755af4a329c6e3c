#pragma once

#include "practice/PracticeAnswer.h"

#include "base/Result.h"
#include "tabular/CsvDialect.h"

#include <QStringList>

#include <optional>

namespace practice {

/// What the CRM takes in one file: data rows, columns, and bytes of the zip and of the CSV in it.
struct UploadLimits final {
    qint64 rows = 25'000;
    int columns = 200;
    qint64 bytes = 25LL * 1024 * 1024;
};

/// The one CSV of an uploaded zip.
struct UploadedCsv final {
    QString name;
    QByteArray raw; ///< as uploaded; toUtf8() reads it
    tabular::CsvDialect dialect;
    QStringList header;
    qint64 rows = 0; ///< without the header
};

/// Opens `archive` and counts what is in it, or refuses as the CRM does: a false zip with HTTP 200 before v8 (so it was
/// recorded), a large one with 413. `now` goes into the recorded answer.
base::Result<UploadedCsv, Answer> openUpload(const QByteArray &archive, const QString &version, const QString &now,
                                             const UploadLimits &limits = {});

/// `bytes` as UTF-8, or nothing when `encoding` (a job's character_encoding; empty: found out) is unknown or the bytes do
/// not follow it.
[[nodiscard]] std::optional<QByteArray> toUtf8(const QByteArray &bytes, const QString &encoding);

} // namespace practice
