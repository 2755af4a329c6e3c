#include "tabular/PartZip.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>
#include <quazip/quazipnewinfo.h>

namespace tabular {

namespace {

constexpr QFileDevice::Permissions ownerOnly = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

} // namespace

PartZip::PartZip(const QString &path)
    : m_file(path)
{ }

PartZip::~PartZip()
{
    m_entry.reset();
    m_zip.reset();
    m_file.close();
    if (m_ours && !m_finished)
        m_file.remove();
}

base::Error PartZip::failure(const QString &why) const
{
    const bool full = m_file.error() == QFileDevice::ResourceError;
    const QString detail = m_file.error() == QFileDevice::NoError ? why : m_file.errorString();
    return {full ? base::ErrorCode::DiskFull : base::ErrorCode::FileUnwritable,
            detail,
            {{QStringLiteral("file"), m_file.fileName()}},
            {}};
}

base::Status PartZip::open(const QString &entryName)
{
    const QFileInfo info(m_file.fileName());
    if (info.exists() && (!info.isFile() || !m_file.remove()))
        return failure(QStringLiteral("something else is in its place"));
    if (!QDir().mkpath(info.absolutePath()) || !m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly, ownerOnly))
        return failure(QStringLiteral("the folder cannot be made"));
    m_ours = true;
    m_zip = std::make_unique<QuaZip>(&m_file);
    m_zip->setAutoClose(false);
    m_zip->setUtf8Enabled(true);
    // Sizes and check sum belong into the entry's header, where readers of streams look for them.
    m_zip->setDataDescriptorWritingEnabled(false);
    if (!m_zip->open(QuaZip::mdCreate))
        return failure(QStringLiteral("the zip cannot be started"));
    QuaZipNewInfo entry(entryName);
    entry.dateTime = QDateTime(QDate(1980, 1, 1), QTime(0, 0));
    entry.setPermissions(ownerOnly);
    m_entry = std::make_unique<QuaZipFile>(m_zip.get());
    if (!m_entry->open(QIODevice::WriteOnly, entry))
        return failure(QStringLiteral("the entry cannot be started"));
    return base::Done{};
}

base::Status PartZip::write(const QByteArray &bytes)
{
    if (m_entry->write(bytes) != bytes.size() || m_entry->getZipError() != ZIP_OK)
        return failure(QStringLiteral("the zip did not take the data"));
    return base::Done{};
}

base::Status PartZip::finish()
{
    m_entry->close();
    const bool entryClosed = m_entry->getZipError() == ZIP_OK;
    m_zip->close();
    const bool zipClosed = m_zip->getZipError() == ZIP_OK;
    if (!entryClosed || !zipClosed || !m_file.flush() || m_file.error() != QFileDevice::NoError)
        return failure(QStringLiteral("the zip cannot be finished"));
    m_file.close();
    m_finished = true;
    return base::Done{};
}

QString PartZip::sha256() const
{
    QFile file(m_file.fileName());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return {};
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace tabular
