#include "tabular/opening/TableFile.h"

#include "tabular/csv/FileSource.h"
#include "tabular/sniffing/ProbedFile.h"
#include "tabular/sniffing/Unpacker.h"
#include "tabular/workbook/Workbook.h"

#include <QFileInfo>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr int mostLayers = 3;
/// In encodings of four bytes this is still more text than is looked at.
constexpr qint64 unpackedHead = 4LL * 1024 * 1024;

base::Error found(ErrorCode code, const QString &what)
{
    return {code, {}, {{QStringLiteral("found"), what}}, {}};
}

/// What it is exactly is for the library to say that reads packages.
base::Error unsupported(const TableFile &file)
{
    if (file.look.found == u"Office" || file.look.found == u"OpenDocument") {
        if (const auto opened = openWorkbook(file.path); !opened.ok())
            return opened.error();
    }
    return found(ErrorCode::TableKindUnsupported, file.look.found);
}

base::Status checkKind(const TableFile &file)
{
    switch (file.look.kind) {
    case FileKind::DelimitedText:
        if (file.look.bytes == 0)
            return base::Error{ErrorCode::TableEmpty, {}, {}, {}};
        return base::Done{};
    case FileKind::Xlsx:
    case FileKind::Ods:
        return base::Done{};
    case FileKind::EncryptedWorkbook:
        return found(ErrorCode::WorkbookEncrypted, file.look.found);
    case FileKind::Html:
    case FileKind::Xml:
        return found(ErrorCode::TableNotText, file.look.found);
    case FileKind::ZipOfSeveralTables:
        return base::Error{ErrorCode::ArchiveHoldsSeveral, {}, {}, {}};
    case FileKind::ZipWithoutTable:
        return base::Error{ErrorCode::ArchiveHoldsNoTable, {}, {}, {}};
    case FileKind::BrokenZip:
        return found(ErrorCode::ZipUnreadable, file.look.found);
    case FileKind::Xlsb:
    case FileKind::Xls:
    case FileKind::Numbers:
    case FileKind::Pdf:
    case FileKind::OtherBinary:
    case FileKind::ZipOfOneTable:
    case FileKind::Gzip:
        break;
    }
    return unsupported(file);
}

bool isArchive(FileKind kind)
{
    return kind == FileKind::Gzip || kind == FileKind::ZipOfOneTable;
}

/// The head of these tells what they are; all else is known for certain only when it is whole.
bool headTells(FileKind kind)
{
    return kind == FileKind::DelimitedText || kind == FileKind::Html || kind == FileKind::Xml || kind == FileKind::Pdf;
}

QString withoutGz(const QString &name)
{
    return name.endsWith(QLatin1String(".gz"), Qt::CaseInsensitive) ? name.chopped(3) : name;
}

/// A character may be cut at the end of what was unpacked, which the tail of a file does not expect.
void forgetEnd(FilePieces &pieces)
{
    pieces.headIsAll = false;
    if (!pieces.tail.isEmpty())
        pieces.between.push_back(std::exchange(pieces.tail, {}));
}

/// Of such a file the head tells nothing, so that it would be unpacked twice.
bool isNamedWorkbook(const QString &name)
{
    const auto endsWith = [&name](const char *suffix) {
        return name.endsWith(QLatin1String(suffix), Qt::CaseInsensitive);
    };
    return endsWith(".xlsx") || endsWith(".xlsm") || endsWith(".ods");
}

/// One layer of an archive.
base::Result<TableFile> unpack(TableFile outer, Unpacking much, const base::StopFlag &stop,
                               const std::function<void(int)> &progress)
{
    TableFile inner;
    if (!outer.folder) {
        auto folder = PrivateFolder::create();
        if (!folder.ok())
            return folder.error();
        outer.folder.emplace(std::move(folder).value());
    }
    const bool gzip = outer.look.kind == FileKind::Gzip;
    const QString outerName = outer.member.isEmpty() ? QFileInfo(outer.path).fileName() : outer.member;
    const QString member = gzip ? withoutGz(outerName) : outer.look.member;
    if (isNamedWorkbook(member))
        much = Unpacking::Whole;
    UnpackLimits limits;
    limits.head = much == Unpacking::Head ? unpackedHead : 0;
    const Unpacker unpacker(outer.folder->path(), limits, stop, progress);
    const auto path = gzip ? unpacker.unpackGzip(outer.path) : unpacker.unpackZipMember(outer.path, outer.look.member);
    if (!path.ok())
        return path.error();
    auto look = lookAt(*path);
    if (!look.ok())
        return look.error();
    inner.path = *path;
    inner.look = std::move(look).value();
    inner.cut = much == Unpacking::Head && inner.look.bytes >= unpackedHead;
    if (inner.cut && !headTells(inner.look.kind))
        return unpack(std::move(outer), Unpacking::Whole, stop, progress);
    if (inner.cut)
        forgetEnd(inner.look.pieces);
    inner.member = member;
    inner.folder = std::move(outer.folder);
    inner.archive = std::move(outer.archive);
    return inner;
}

base::Result<TableFile> reach(const QString &path, Unpacking much, const base::StopFlag &stop,
                              const std::function<void(int)> &progress)
{
    const FileState before(path); // what is written while it is unpacked makes it another
    auto look = lookAt(path);
    if (!look.ok())
        return look.error();
    TableFile file;
    file.path = path;
    file.look = std::move(look).value();
    if (isArchive(file.look.kind))
        file.archive = before;
    for (int layer = 0; layer < mostLayers && isArchive(file.look.kind); ++layer) {
        auto inner = unpack(std::move(file), much, stop, progress);
        if (!inner.ok())
            return inner;
        file = std::move(inner).value();
    }
    if (const auto kind = checkKind(file); !kind.ok())
        return kind.error();
    return file;
}

bool serves(const SharedTableFile &known, const QString &path, Unpacking much)
{
    return known && known->archive && known->archive->path() == path && known->archive->holds()
        && (much == Unpacking::Head || !known->cut) && QFile::exists(known->path);
}

} // namespace

FileState::FileState(const QString &path)
    : m_path(path)
{
    const QFileInfo info(path);
    m_bytes = info.size();
    m_changed = info.lastModified();
    if (auto open = csv::FileSource::open(path); open.ok())
        m_open = std::move(open).value();
}

bool FileState::holds() const
{
    // The open file knows the time to the nanosecond, its name whether another one was put in its place.
    const QFileInfo info(m_path);
    return m_open && m_open->unchanged().ok() && info.size() == m_bytes && info.lastModified() == m_changed;
}

base::Result<SharedTableFile> reachTable(const QString &path, Unpacking much, const SharedTableFile &known,
                                         const base::StopFlag &stop, const std::function<void(int)> &progress)
{
    if (serves(known, path, much))
        return known;
    auto file = reach(path, much, stop, progress);
    if (file.ok())
        return std::make_shared<const TableFile>(std::move(file).value());
    base::Error error = file.error();
    error.context.insert(QStringLiteral("file"), path);
    return error;
}

} // namespace tabular
