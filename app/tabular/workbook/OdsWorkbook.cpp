#include "tabular/workbook/OdsWorkbook.h"

#include "tabular/workbook/OdsNames.h"
#include "tabular/workbook/OdsSheet.h"
#include "tabular/workbook/XmlPart.h"

namespace tabular {

namespace {

using base::ErrorCode;

constexpr int tableListLevel = 4;

constexpr QLatin1String contentPart("content.xml");
constexpr QLatin1String manifestPart("META-INF/manifest.xml");

/// Names and visibility of all sheets.
class SheetsHandler final : public XmlHandler {
public:
    [[nodiscard]] int spaceOf(std::string_view uri) const override { return odsSpace(uri); }
    bool open(const XmlName &name, const XmlAttributes &attributes) override
    {
        if (++m_depth > tableListLevel)
            return true;
        styles.note(name, attributes);
        if (m_depth == tableListLevel && isOds(name, OdsSpace::Table, "table")) {
            const std::string_view title = attributes.valueInAnySpace("name");
            sheets.push_back({QString::fromUtf8(title.data(), static_cast<qsizetype>(title.size())),
                              styles.hides(attributes.valueInAnySpace("style-name"))});
        }
        return true;
    }
    bool close() override
    {
        --m_depth;
        return true;
    }
    bool text(std::string_view) override { return true; }

    OdsHiddenStyles styles;
    std::vector<Sheet> sheets;

private:
    int m_depth = 0;
};

/// Whether any part is encrypted: the zip itself does not say so.
class ManifestHandler final : public XmlHandler {
public:
    bool open(const XmlName &name, const XmlAttributes &) override
    {
        encrypted = encrypted || name.local == "encryption-data";
        return !encrypted;
    }
    bool close() override { return true; }
    bool text(std::string_view) override { return true; }

    bool encrypted = false;
};

} // namespace

OdsWorkbook::OdsWorkbook(std::unique_ptr<WorkbookPackage> package)
    : m_package(std::move(package))
{ }

base::Result<std::unique_ptr<Workbook>> OdsWorkbook::open(std::unique_ptr<WorkbookPackage> package)
{
    ManifestHandler manifest;
    if (package->holds(manifestPart)) {
        if (const auto read = readXmlPart(*package, manifestPart, manifest, {}); !read.ok())
            return read.error();
    }
    if (manifest.encrypted)
        return base::Error{ErrorCode::WorkbookEncrypted, {}, {}, {}};
    if (!package->holds(contentPart))
        return base::Error{ErrorCode::WorkbookBroken, QStringLiteral("no content"), {}, {}};
    return std::unique_ptr<Workbook>(new OdsWorkbook(std::move(package)));
}

base::Result<std::vector<Sheet>> OdsWorkbook::sheets(const base::StopFlag &stop)
{
    if (!m_sheets) {
        SheetsHandler handler;
        if (const auto listed = readXmlPart(*m_package, contentPart, handler, stop); !listed.ok())
            return m_package->named(listed.error());
        m_sheets = std::move(handler.sheets);
    }
    return *m_sheets;
}

/// All sheets are in one part, and most of it is not text.
qint64 OdsWorkbook::textBytes(const QString &) const
{
    return m_package->claimedBytes(contentPart) / 4;
}

SheetList OdsWorkbook::knownSheets() const
{
    return m_sheets ? SheetList{*m_sheets, true} : SheetList{m_someSheets, false};
}

base::Status OdsWorkbook::readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                                    const WorkbookProgress &progress, SheetReach reach)
{
    const auto done = read(name, sink, stop, progress, reach);
    return done.ok() ? done : base::Status(m_package->named(done.error()));
}

base::Status OdsWorkbook::read(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                               const WorkbookProgress &progress, SheetReach reach)
{
    m_findings.clear();
    if (m_package->holdsUnder(QStringLiteral("Basic/")) || m_package->holdsUnder(QStringLiteral("Scripts/")))
        m_findings.add(WorkbookFinding::Kind::Macros, 0, -1);
    // Where all names are known there is nothing to look for behind the rows.
    OdsSheet handler(name, m_sheets ? SheetReach::Rows : reach, m_findings, sink, stop);
    const auto parsed = readXmlPart(*m_package, contentPart, handler, stop, progress);
    m_someSheets = handler.sheets();
    if (handler.error())
        return *handler.error();
    if (parsed.ok() && !handler.endedEarly())
        m_sheets = handler.sheets();
    // What is wrong behind the rows is nothing to whoever wants only these.
    const bool enough = handler.isThrough() && reach == SheetReach::Rows && !stop.raised();
    if (!parsed.ok() && !enough)
        return parsed;
    if (handler.found())
        return base::Done{};
    if (name.isEmpty() && !m_someSheets.empty()) // all of them are hidden
        return read(QString(m_someSheets.front().name), sink, stop, progress, reach);
    return base::Error{ErrorCode::WorkbookSheetMissing, {}, {{QStringLiteral("found"), name}}, {}};
}

} // namespace tabular
