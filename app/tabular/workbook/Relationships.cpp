#include "tabular/workbook/Relationships.h"

#include "tabular/workbook/XmlPart.h"

#include <QStringList>

namespace tabular {

namespace {

QString relationText(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

class RelationshipHandler final : public XmlHandler {
public:
    explicit RelationshipHandler(const QString &part)
        : m_part(part)
    { }

    bool open(const XmlName &name, const XmlAttributes &attributes) override
    {
        if (name.local == "Relationship" && attributes.value("TargetMode") != "External") {
            const QString type = relationText(attributes.value("Type"));
            found.push_back({relationText(attributes.value("Id")), type.mid(type.lastIndexOf(QLatin1Char('/')) + 1),
                             resolvedTarget(m_part, relationText(attributes.value("Target")))});
        }
        return true;
    }
    bool close() override { return true; }
    bool text(std::string_view) override { return true; }

    std::vector<Relationship> found;

private:
    QString m_part;
};

} // namespace

QString resolvedTarget(const QString &part, const QString &target)
{
    QString path = target;
    path.replace(QLatin1Char('\\'), QLatin1Char('/'));
    QStringList folders;
    if (!path.startsWith(QLatin1Char('/'))) {
        folders = part.split(QLatin1Char('/'));
        folders.removeLast();
    }
    for (const QString &step : path.split(QLatin1Char('/'), Qt::SkipEmptyParts)) {
        if (step == QLatin1String("..") && !folders.isEmpty())
            folders.removeLast();
        else if (step != QLatin1String(".") && step != QLatin1String(".."))
            folders.append(step);
    }
    return folders.join(QLatin1Char('/'));
}

base::Result<std::vector<Relationship>> relationshipsOf(WorkbookPackage &package, const QString &part)
{
    const qsizetype slash = part.lastIndexOf(QLatin1Char('/')) + 1;
    const QString links = part.left(slash) + QStringLiteral("_rels/") + part.mid(slash) + QStringLiteral(".rels");
    RelationshipHandler handler(part);
    if (!package.holds(links))
        return handler.found;
    if (const auto read = readXmlPart(package, links, handler, {}); !read.ok())
        return read.error();
    return handler.found;
}

} // namespace tabular
