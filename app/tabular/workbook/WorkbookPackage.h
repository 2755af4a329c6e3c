#pragma once

#include "base/Result.h"

#include <QByteArray>
#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QString>

#include <memory>
#include <string_view>
#include <vector>

class QuaZip;
class QuaZipFile;

namespace tabular {

/// Limits of a workbook's zip. Ratios compare unpacked bytes with packed ones.
struct PackageLimits final {
    int entries = 10'000;
    qint64 bytes = 1024LL * 1024 * 1024; ///< unpacked, over all parts that are opened; a part read twice counts once
    int ratio = 200;                     ///< of all unpacked bytes to the file
    int partRatio = 1'000;               ///< of one part to its packed bytes
    qint64 ratioFrom = 1024 * 1024;      ///< ratios say nothing about less than so many unpacked bytes
};

class PartStream;

/// The zip container of a workbook under limits: nothing is written anywhere, only the parts asked for are unpacked,
/// and no size in a header is believed. Part names are compared without regard to case, as OPC wants it. One thread.
class WorkbookPackage final {
public:
    /// Reads the directory of the zip at `path`. Errors: FileNotFound, NotARegularFile, FileUnreadable, ZipUnreadable,
    /// ZipTooLarge (more entries than the limit), WorkbookUnsafe (absolute or `..` names, two entries of one name,
    /// overlapping entries), WorkbookEncrypted (encrypted entries).
    static base::Result<std::unique_ptr<WorkbookPackage>> open(const QString &path, const PackageLimits &limits = {});

    [[nodiscard]] bool holds(const QString &part) const { return m_byName.contains(part.toCaseFolded()); }
    /// Whether an entry's name starts with `folder`, or is it.
    [[nodiscard]] bool holdsUnder(const QString &folder) const;
    /// Unpacked, as the header of the part claims, but no more than is ever unpacked; 0 without such a part.
    [[nodiscard]] qint64 claimedBytes(const QString &part) const;
    /// Streams of several parts may be open at once. The package must outlive them. Errors: WorkbookBroken (no such
    /// part), FileChanged, FileUnreadable, ZipUnreadable.
    base::Result<std::unique_ptr<PartStream>> openPart(const QString &part);

    [[nodiscard]] const QString &path() const { return m_path; }
    /// The same error with the path as "file".
    [[nodiscard]] base::Error named(base::Error error) const;

private:
    friend class PartStream;
    struct Entry final {
        QString name;
        qint64 packed = 0;
        qint64 unpacked = 0; ///< as the header claims
        qint64 seen = 0;     ///< unpacked so far by whoever read furthest
    };

    WorkbookPackage(const QString &path, const PackageLimits &limits);
    base::Status readDirectory();
    base::Status addEntry(QuaZip &zip);
    base::Status account(Entry &entry, qint64 unpacked);
    [[nodiscard]] base::Error failure(base::ErrorCode code, const QString &detail) const;

    QString m_path;
    PackageLimits m_limits;
    qint64 m_fileSize = 0;
    qint64 m_unpacked = 0;
    QDateTime m_changed;
    std::vector<Entry> m_entries;
    QHash<QString, size_t> m_byName;
};

/// One part of the package while it is unpacked.
class PartStream final {
public:
    ~PartStream();
    /// The next bytes, valid until the next call; empty at the end, by when the size and the CRC were found right.
    /// Errors: ZipUnreadable (damaged), ZipTooLarge.
    base::Result<std::string_view> next();
    [[nodiscard]] qint64 bytesTotal() const { return m_total; } ///< as claimed by the header: for progress only
    [[nodiscard]] qint64 bytesRead() const { return m_read; }

private:
    friend class WorkbookPackage;
    PartStream(WorkbookPackage &package, size_t entry);
    base::Status open();
    base::Status finish();

    WorkbookPackage &m_package;
    size_t m_entry;
    qint64 m_total = 0;
    qint64 m_read = 0;
    QFile m_file;
    std::unique_ptr<QuaZip> m_zip;
    std::unique_ptr<QuaZipFile> m_part;
    QByteArray m_block;
};

} // namespace tabular
