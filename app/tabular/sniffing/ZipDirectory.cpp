#include "tabular/sniffing/ZipDirectory.h"

#include <quazip/quazip.h>
#include <quazip/quazipfile.h>

namespace tabular {

namespace {

base::Error unreadable(const QString &why, int zipError)
{
    return {base::ErrorCode::ZipUnreadable, QStringLiteral("%1 (%2)").arg(why).arg(zipError), {}, {}};
}

} // namespace

base::Result<std::vector<ZipMember>> listZip(QIODevice &archive)
{
    QuaZip zip(&archive);
    zip.setAutoClose(false);
    if (!zip.open(QuaZip::mdUnzip))
        return unreadable(QStringLiteral("no zip archive"), zip.getZipError());
    std::vector<ZipMember> members;
    for (bool more = zip.goToFirstFile(); more; more = zip.goToNextFile()) {
        QuaZipFileInfo64 info;
        if (!zip.getCurrentFileInfo(&info))
            return unreadable(QStringLiteral("the directory is damaged"), zip.getZipError());
        if (members.size() == static_cast<size_t>(mostZipMembers))
            return base::Error{base::ErrorCode::ZipTooLarge,
                               QStringLiteral("entries"),
                               {{QStringLiteral("limit"), mostZipMembers}},
                               {}};
        members.push_back({info.name, static_cast<qint64>(info.uncompressedSize), info.isEncrypted()});
    }
    if (zip.getZipError() != UNZ_OK)
        return unreadable(QStringLiteral("the directory is damaged"), zip.getZipError());
    return members;
}

QByteArray peekIntoZip(QIODevice &archive, const QString &name, qint64 limit)
{
    QuaZip zip(&archive);
    zip.setAutoClose(false);
    if (!zip.open(QuaZip::mdUnzip) || !zip.setCurrentFile(name, QuaZip::csSensitive))
        return {};
    QuaZipFile member(&zip);
    if (!member.open(QIODevice::ReadOnly))
        return {};
    return member.read(limit);
}

} // namespace tabular
