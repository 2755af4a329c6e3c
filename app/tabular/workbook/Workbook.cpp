#include "tabular/workbook/Workbook.h"

#include "tabular/workbook/OdsWorkbook.h"
#include "tabular/workbook/OleContainer.h"
#include "tabular/workbook/Relationships.h"
#include "tabular/workbook/XlsxWorkbook.h"

#include <QFileInfo>

#include <algorithm>

namespace tabular {

namespace {

using base::ErrorCode;
using Opened = base::Result<std::unique_ptr<Workbook>>;

base::Error unsupported(const QString &kind)
{
    return {ErrorCode::TableKindUnsupported, {}, {{QStringLiteral("found"), kind}}, {}};
}

/// The start of a file, for what is no zip. Looks at what `path` is before it opens it: a named pipe would wait.
base::Status refuseOle(const QString &path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return base::Done{}; // opening the package says it better
    if (!isOleContainer(file.read(8)))
        return base::Done{};
    const QString content = oleContent(file);
    if (content == QLatin1String("encrypted"))
        return base::Error{ErrorCode::WorkbookEncrypted, {}, {}, {}};
    return unsupported(content);
}

/// The part that the package starts with; what Excel names it when nothing says so; empty when there is none.
base::Result<QString> mainPart(WorkbookPackage &package)
{
    const auto links = relationshipsOf(package, {});
    if (!links.ok())
        return links.error();
    for (const Relationship &link : *links) {
        if (link.type == QLatin1String("officeDocument"))
            return link.target;
    }
    for (const QString &usual : {QStringLiteral("xl/workbook.xml"), QStringLiteral("xl/workbook.bin")}) {
        if (package.holds(usual))
            return usual;
    }
    return QString();
}

Opened openOpenXml(std::unique_ptr<WorkbookPackage> package, const QString &part)
{
    if (part.startsWith(QLatin1String("word/"), Qt::CaseInsensitive))
        return unsupported(QStringLiteral("DOCX"));
    if (part.startsWith(QLatin1String("ppt/"), Qt::CaseInsensitive))
        return unsupported(QStringLiteral("PPTX"));
    if (part.endsWith(QLatin1String(".bin"), Qt::CaseInsensitive))
        return unsupported(QStringLiteral("XLSB"));
    return XlsxWorkbook::open(std::move(package), part);
}

/// What an OpenDocument says it is, in the part made for that; empty without one.
base::Result<QString> mediaType(WorkbookPackage &package)
{
    const QString part = QStringLiteral("mimetype");
    if (!package.holds(part))
        return QString();
    auto stream = package.openPart(part);
    if (!stream.ok())
        return stream.error();
    const auto bytes = (*stream)->next();
    if (!bytes.ok())
        return bytes.error();
    return QString::fromLatin1(bytes->data(), static_cast<qsizetype>(std::min<size_t>(bytes->size(), 200))).trimmed();
}

Opened openOpenDocument(std::unique_ptr<WorkbookPackage> package)
{
    const auto type = mediaType(*package);
    if (!type.ok())
        return type.error();
    if (package->holds(QStringLiteral("encrypted-package")))
        return base::Error{ErrorCode::WorkbookEncrypted, {}, {}, {}};
    if (type->contains(QLatin1String("opendocument.text")))
        return unsupported(QStringLiteral("ODT"));
    if (type->contains(QLatin1String("opendocument")) && !type->contains(QLatin1String("spreadsheet")))
        return unsupported(QStringLiteral("OpenDocument"));
    return OdsWorkbook::open(std::move(package));
}

Opened openPackage(std::unique_ptr<WorkbookPackage> package)
{
    const auto part = mainPart(*package);
    if (!part.ok())
        return part.error();
    if (!part->isEmpty())
        return openOpenXml(std::move(package), *part);
    if (package->holdsUnder(QStringLiteral("Index/Document.iwa")) || package->holdsUnder(QStringLiteral("Index.zip")))
        return unsupported(QStringLiteral("Numbers"));
    if (package->holds(QStringLiteral("content.xml")) || package->holds(QStringLiteral("mimetype")))
        return openOpenDocument(std::move(package));
    if (package->holdsUnder(QStringLiteral("xl/")))
        return base::Error{ErrorCode::WorkbookBroken, QStringLiteral("no main part"), {}, {}};
    return unsupported(QStringLiteral("ZIP"));
}

} // namespace

base::Result<std::unique_ptr<Workbook>> openWorkbook(const QString &path)
{
    const auto opened = [&]() -> Opened {
        if (const auto ole = refuseOle(path); !ole.ok())
            return ole.error();
        auto package = WorkbookPackage::open(path);
        return package.ok() ? openPackage(std::move(package).value()) : Opened(package.error());
    };
    Opened workbook = opened();
    if (workbook.ok())
        return workbook;
    base::Error error = workbook.error();
    error.context.insert(QStringLiteral("file"), path);
    return error;
}

} // namespace tabular
