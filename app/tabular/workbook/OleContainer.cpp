#include "tabular/workbook/OleContainer.h"

#include <QIODevice>

#include <array>
#include <utility>

namespace tabular {

namespace {

constexpr qsizetype entryBytes = 128; // of a directory entry; sectors are multiples of it
constexpr qsizetype nameBytes = 64;
constexpr qint64 entryBlockBytes = 4096LL * entryBytes;

/// The name of the stream that a directory entry stands for; empty when these bytes are no such entry.
QString streamName(const char *entry)
{
    const auto byte = [entry](qsizetype at) { return static_cast<unsigned char>(entry[at]); };
    const qsizetype length = byte(nameBytes) + 256 * byte(nameBytes + 1);
    const int type = byte(nameBytes + 2);
    if (type != 2 || length < 4 || length > nameBytes || length % 2 != 0)
        return {};
    QString name;
    for (qsizetype i = 0; i + 2 < length; i += 2)
        name.append(QChar(byte(i), byte(i + 1)));
    return name;
}

QString contentOf(const QString &stream)
{
    static constexpr std::array<std::pair<const char *, const char *>, 5> known{{
        {"EncryptedPackage", "encrypted"},
        {"Workbook", "XLS"},
        {"Book", "XLS"},
        {"WordDocument", "DOC"},
        {"PowerPoint Document", "PPT"},
    }};
    for (const auto &[name, content] : known) {
        if (stream == QLatin1String(name))
            return QLatin1String(content);
    }
    return {};
}

} // namespace

bool isOleContainer(const QByteArray &head)
{
    return head.startsWith(QByteArrayLiteral("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"));
}

QString oleContent(QIODevice &device)
{
    device.seek(0);
    for (QByteArray block = device.read(entryBlockBytes); !block.isEmpty(); block = device.read(entryBlockBytes)) {
        for (qsizetype at = 0; at + entryBytes <= block.size(); at += entryBytes) {
            const QString content = contentOf(streamName(block.constData() + at));
            if (!content.isEmpty())
                return content;
        }
    }
    return QStringLiteral("OLE");
}

} // namespace tabular
