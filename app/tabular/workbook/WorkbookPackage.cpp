#include "tabular/workbook/WorkbookPackage.h"

#include <QFileInfo>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

#include <algorithm>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr qsizetype partBlockBytes = 64 * 1024;

/// Some programs write backslashes. Everything else of a name stays as it is.
QString partName(QString name)
{
    return name.replace(QLatin1Char('\\'), QLatin1Char('/'));
}

bool leavesTheFolder(const QString &name)
{
    const bool drive = name.size() > 1 && name.at(1) == QLatin1Char(':');
    return name.startsWith(QLatin1Char('/')) || drive || name.split(QLatin1Char('/')).contains(QLatin1String(".."));
}

} // namespace

WorkbookPackage::WorkbookPackage(const QString &path, const PackageLimits &limits)
    : m_path(path)
    , m_limits(limits)
{ }

base::Error WorkbookPackage::failure(ErrorCode code, const QString &detail) const
{
    return {code, detail, {{QStringLiteral("file"), m_path}}, {}};
}

base::Error WorkbookPackage::named(base::Error error) const
{
    error.context.insert(QStringLiteral("file"), m_path);
    return error;
}

base::Result<std::unique_ptr<WorkbookPackage>> WorkbookPackage::open(const QString &path, const PackageLimits &limits)
{
    std::unique_ptr<WorkbookPackage> package(new WorkbookPackage(path, limits));
    const QFileInfo info(path);
    if (!info.exists())
        return package->failure(ErrorCode::FileNotFound, {});
    if (!info.isFile())
        return package->failure(ErrorCode::NotARegularFile, {});
    package->m_fileSize = info.size();
    package->m_changed = info.lastModified();
    if (const auto read = package->readDirectory(); !read.ok())
        return read.error();
    return package;
}

base::Status WorkbookPackage::readDirectory()
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::FileUnreadable, file.errorString());
    QuaZip zip(&file);
    if (!zip.open(QuaZip::mdUnzip))
        return failure(ErrorCode::ZipUnreadable, QStringLiteral("no zip archive (%1)").arg(zip.getZipError()));
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        if (const auto added = addEntry(zip); !added.ok())
            return added.error();
    }
    if (zip.getZipError() != UNZ_OK || m_entries.empty())
        return failure(ErrorCode::ZipUnreadable, QStringLiteral("the directory is damaged"));
    qint64 packed = 0;
    for (const Entry &entry : m_entries)
        packed += entry.packed;
    // Entries cannot fill more than the file unless they share bytes, as those of bombs do.
    if (packed > m_fileSize)
        return failure(ErrorCode::WorkbookUnsafe, QStringLiteral("entries overlap or are cut"));
    return base::Done{};
}

base::Status WorkbookPackage::addEntry(QuaZip &zip)
{
    QuaZipFileInfo64 info;
    if (!zip.getCurrentFileInfo(&info))
        return failure(ErrorCode::ZipUnreadable, QStringLiteral("the directory is damaged"));
    if (m_entries.size() >= static_cast<size_t>(m_limits.entries))
        return failure(ErrorCode::ZipTooLarge, QStringLiteral("too many entries"));
    const QString name = partName(info.name);
    if (leavesTheFolder(name))
        return failure(ErrorCode::WorkbookUnsafe, QStringLiteral("an entry's name leaves the folder"));
    if (info.isEncrypted())
        return failure(ErrorCode::WorkbookEncrypted, QStringLiteral("an entry is encrypted"));
    const QString key = name.toCaseFolded();
    if (m_byName.contains(key))
        return failure(ErrorCode::WorkbookUnsafe, QStringLiteral("two entries have one name"));
    m_byName.insert(key, m_entries.size());
    // More than fits is a lie that the sum above tells, whatever its sign.
    const auto size = [](quint64 claimed) { return static_cast<qint64>(std::min<quint64>(claimed, quint64(1) << 40)); };
    m_entries.push_back({info.name, size(info.compressedSize), size(info.uncompressedSize), 0});
    return base::Done{};
}

bool WorkbookPackage::holdsUnder(const QString &folder) const
{
    const QString start = folder.toCaseFolded();
    return std::any_of(m_entries.begin(), m_entries.end(),
                       [&](const Entry &entry) { return partName(entry.name).toCaseFolded().startsWith(start); });
}

qint64 WorkbookPackage::claimedBytes(const QString &part) const
{
    const auto found = m_byName.constFind(part.toCaseFolded());
    return found == m_byName.constEnd() ? 0 : std::min(m_entries.at(*found).unpacked, m_limits.bytes);
}

base::Status WorkbookPackage::account(Entry &entry, qint64 unpacked)
{
    if (unpacked <= entry.seen)
        return base::Done{};
    m_unpacked += unpacked - entry.seen;
    entry.seen = unpacked;
    if (m_unpacked > m_limits.bytes)
        return failure(ErrorCode::ZipTooLarge, QStringLiteral("too many bytes"));
    if (m_unpacked > m_limits.ratioFrom && m_unpacked > m_fileSize * m_limits.ratio)
        return failure(ErrorCode::ZipTooLarge, QStringLiteral("unpacks to too many times its size"));
    if (unpacked > m_limits.ratioFrom && unpacked > entry.packed * m_limits.partRatio)
        return failure(ErrorCode::ZipTooLarge, QStringLiteral("a part unpacks to too many times its size"));
    return base::Done{};
}

base::Result<std::unique_ptr<PartStream>> WorkbookPackage::openPart(const QString &part)
{
    const auto found = m_byName.constFind(part.toCaseFolded());
    if (found == m_byName.constEnd())
        return failure(ErrorCode::WorkbookBroken, QStringLiteral("the part %1 is missing").arg(part));
    const QFileInfo info(m_path);
    if (!info.exists() || info.size() != m_fileSize || info.lastModified() != m_changed)
        return failure(ErrorCode::FileChanged, {});
    std::unique_ptr<PartStream> stream(new PartStream(*this, *found));
    if (const auto opened = stream->open(); !opened.ok())
        return opened.error();
    return stream;
}

PartStream::PartStream(WorkbookPackage &package, size_t entry)
    : m_package(package)
    , m_entry(entry)
    , m_total(package.m_entries.at(entry).unpacked)
    , m_file(package.m_path)
    , m_block(partBlockBytes, Qt::Uninitialized)
{ }

PartStream::~PartStream() = default;

/// A zip of its own for each stream, because the library unpacks one entry at a time. Going there by number rather than
/// by name saves it a table of all names.
base::Status PartStream::open()
{
    if (!m_file.open(QIODevice::ReadOnly))
        return m_package.failure(ErrorCode::FileUnreadable, m_file.errorString());
    m_zip = std::make_unique<QuaZip>(&m_file);
    bool there = m_zip->open(QuaZip::mdUnzip) && m_zip->goToFirstFile();
    for (size_t i = 0; there && i < m_entry; ++i)
        there = m_zip->goToNextFile();
    if (!there || m_zip->getCurrentFileName() != m_package.m_entries.at(m_entry).name)
        return m_package.failure(ErrorCode::FileChanged, {});
    m_part = std::make_unique<QuaZipFile>(m_zip.get());
    if (!m_part->open(QIODevice::ReadOnly))
        return m_package.failure(ErrorCode::ZipUnreadable,
                                 QStringLiteral("a part cannot be opened (%1)").arg(m_part->getZipError()));
    return base::Done{};
}

base::Result<std::string_view> PartStream::next()
{
    if (!m_part)
        return std::string_view();
    const qint64 count = m_part->read(m_block.data(), m_block.size());
    if (count < 0 || m_part->getZipError() != UNZ_OK)
        return m_package.failure(ErrorCode::ZipUnreadable,
                                 QStringLiteral("a part is damaged (%1)").arg(m_part->getZipError()));
    m_read += count;
    if (const auto room = m_package.account(m_package.m_entries.at(m_entry), m_read); !room.ok())
        return room.error();
    if (count == 0) {
        if (const auto finished = finish(); !finished.ok())
            return finished.error();
    }
    return std::string_view(m_block.constData(), static_cast<size_t>(count));
}

/// The library compares the CRC when it closes an entry, but only if as many bytes came as the header claims.
base::Status PartStream::finish()
{
    m_part->close();
    const int error = m_part->getZipError();
    m_part.reset();
    if (m_read != m_total || error != UNZ_OK)
        return m_package.failure(ErrorCode::ZipUnreadable, QStringLiteral("a part's size or check sum is wrong"));
    return base::Done{};
}

} // namespace tabular
