#include "fuzz/Expect.h"
#include "fuzz/InputFile.h"
#include "tabular/sniffing/FileKind.h"
#include "tabular/sniffing/Unpacker.h"
#include "tabular/sniffing/ZipDirectory.h"
#include "tabular/workbook/WorkbookPackage.h"

#include <QBuffer>
#include <QDir>
#include <QTemporaryDir>

#include <cstdint>

using fuzz::expect;
using namespace tabular;

namespace {

constexpr qint64 mostBytes = 4 * 1024 * 1024;

QString folder()
{
    static const QString memory = QStringLiteral("/dev/shm");
    static const QTemporaryDir place((QDir(memory).exists() ? memory : QDir::tempPath())
                                     + QStringLiteral("/fuzz-zip-XXXXXX"));
    expect(place.isValid(), "there is a folder to unpack into");
    return place.path();
}

/// A damaged directory leads beyond the end; a file says so in silence, and so must this.
class QuietBuffer final : public QBuffer {
public:
    using QBuffer::QBuffer;
    bool seek(qint64 position) override { return position >= 0 && position <= size() && QBuffer::seek(position); }
};

void listMembers(QByteArray bytes)
{
    QuietBuffer buffer(&bytes);
    expect(buffer.open(QIODevice::ReadOnly), "memory can be read");
    const auto members = listZip(buffer);
    if (!members.ok())
        return;
    expect(members->size() <= static_cast<std::size_t>(mostZipMembers), "no more members than allowed");
    for (std::size_t i = 0; i < members->size() && i < 4; ++i)
        expect(peekIntoZip(buffer, (*members)[i].name, 100).size() <= 100, "a peek is no longer than asked for");
}

void unpack(const QString &path, const FirstLook &look)
{
    const Unpacker unpacker(folder(), {mostBytes, 1'000});
    const bool gzip = look.kind == FileKind::Gzip;
    if (!gzip && look.kind != FileKind::ZipOfOneTable)
        return;
    const auto unpacked = gzip ? unpacker.unpackGzip(path) : unpacker.unpackZipMember(path, look.member);
    if (unpacked.ok()) {
        expect(QFileInfo(*unpacked).size() <= mostBytes, "no more bytes than allowed");
        QFile::remove(*unpacked);
    }
    expect(QDir(folder()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), "nothing is left behind");
}

/// Reads all parts as a workbook's would be.
void readPackage(const QString &path)
{
    PackageLimits limits;
    limits.bytes = mostBytes;
    const auto package = WorkbookPackage::open(path, limits);
    if (!package.ok())
        return;
    for (const char *name : {"a.csv", "xl/workbook.xml", "content.xml", "b/c.csv"}) {
        const auto part = (*package)->openPart(QLatin1String(name));
        qint64 bytes = 0;
        while (part.ok()) {
            const auto block = (*part)->next();
            if (!block.ok() || block->empty())
                break;
            bytes += static_cast<qint64>(block->size());
        }
        expect(bytes <= 2 * mostBytes, "no more bytes than allowed");
    }
}

} // namespace

// An archive, damaged or made to do harm: its list, one member unpacked into a file, its parts as a workbook's.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    listMembers(bytes);
    static fuzz::InputFile file;
    const QString path = file.put(bytes);
    const auto look = lookAt(path);
    if (look.ok())
        unpack(path, *look);
    readPackage(path);
    return 0;
}
