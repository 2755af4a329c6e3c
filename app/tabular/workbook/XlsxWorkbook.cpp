#include "tabular/workbook/XlsxWorkbook.h"

#include "tabular/workbook/SheetRow.h"
#include "tabular/workbook/XlsxSheet.h"
#include "tabular/workbook/XmlPart.h"

#include <algorithm>

namespace tabular {

namespace {

using base::ErrorCode;

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

/// The list of sheets and the first day of its dates.
class WorkbookHandler final : public XmlHandler {
public:
    struct Named final {
        Sheet sheet;
        QString id;
    };

    bool open(const XmlName &name, const XmlAttributes &attributes) override
    {
        ++m_depth;
        if (m_depth == 1)
            root = textOf(name.local);
        if (m_depth == 2 && name.local == "workbookPr")
            noteDates(attributes.value("date1904"));
        if (m_depth == 2)
            m_inSheets = name.local == "sheets";
        if (m_depth == 3 && m_inSheets && name.local == "sheet") {
            const std::string_view state = attributes.value("state");
            const bool hidden = state == "hidden" || state == "veryHidden";
            sheets.push_back({{textOf(attributes.value("name")), hidden}, textOf(attributes.valueInAnySpace("id"))});
        }
        return true;
    }
    bool close() override
    {
        --m_depth;
        return true;
    }
    bool text(std::string_view) override { return true; }

    QString root;
    std::vector<Named> sheets;
    DateSystem dates = DateSystem::From1900;

private:
    void noteDates(std::string_view from1904)
    {
        if (from1904 == "1" || from1904 == "true" || from1904 == "on")
            dates = DateSystem::From1904;
    }

    int m_depth = 0;
    bool m_inSheets = false;
};

} // namespace

XlsxWorkbook::XlsxWorkbook(std::unique_ptr<WorkbookPackage> package)
    : m_package(std::move(package))
{ }

base::Result<std::unique_ptr<Workbook>> XlsxWorkbook::open(std::unique_ptr<WorkbookPackage> package,
                                                           const QString &part)
{
    std::unique_ptr<XlsxWorkbook> workbook(new XlsxWorkbook(std::move(package)));
    if (const auto read = workbook->readWorkbook(part); !read.ok())
        return read.error();
    return std::unique_ptr<Workbook>(std::move(workbook));
}

base::Status XlsxWorkbook::readWorkbook(const QString &part)
{
    WorkbookHandler handler;
    if (const auto parsed = readXmlPart(*m_package, part, handler, {}); !parsed.ok())
        return parsed;
    if (handler.root != QLatin1String("workbook"))
        return base::Error{
            ErrorCode::WorkbookBroken, QStringLiteral("its main part is a %1").arg(handler.root), {}, {}};
    const auto links = relationshipsOf(*m_package, part);
    if (!links.ok())
        return links.error();
    m_dates = handler.dates;
    for (WorkbookHandler::Named &named : handler.sheets) {
        const auto link =
            std::find_if(links->begin(), links->end(), [&](const auto &each) { return each.id == named.id; });
        named.sheet.isTable = link == links->end() || link->type == QLatin1String("worksheet");
        m_macros = m_macros || (link != links->end() && link->type.endsWith(QLatin1String("acrosheet")));
        m_sheetParts.push_back(link == links->end() ? QString() : link->target);
        m_sheets.push_back(named.sheet);
    }
    for (const Relationship &link : *links) {
        if (link.type == QLatin1String("sharedStrings"))
            m_textsPart = link.target;
        else if (link.type == QLatin1String("styles"))
            m_stylesPart = link.target;
        m_macros = m_macros || link.type == QLatin1String("vbaProject");
    }
    return base::Done{};
}

base::Result<std::vector<Sheet>> XlsxWorkbook::sheets(const base::StopFlag &)
{
    return m_sheets;
}

base::Status XlsxWorkbook::readCommonParts()
{
    if (!m_texts)
        m_texts = std::make_unique<SharedTexts>(*m_package, m_package->holds(m_textsPart) ? m_textsPart : QString());
    if (m_styles)
        return base::Done{};
    auto styles = XlsxStyles::read(*m_package, m_stylesPart);
    if (!styles.ok())
        return styles.error();
    m_styles = std::move(styles).value();
    return base::Done{};
}

std::vector<Sheet>::const_iterator XlsxWorkbook::find(const QString &name) const
{
    const auto named = [&](const Sheet &sheet) { return sheet.isTable && sheet.name == name; };
    const auto visible = [](const Sheet &sheet) { return sheet.isTable && !sheet.hidden; };
    const auto table = [](const Sheet &sheet) { return sheet.isTable; };
    if (!name.isEmpty())
        return std::find_if(m_sheets.begin(), m_sheets.end(), named);
    const auto shown = std::find_if(m_sheets.begin(), m_sheets.end(), visible);
    return shown != m_sheets.end() ? shown : std::find_if(m_sheets.begin(), m_sheets.end(), table);
}

/// Of a cell with a number about half is its text. Texts stand apart, and once only.
qint64 XlsxWorkbook::textBytes(const QString &name) const
{
    const auto sheet = find(name);
    if (sheet == m_sheets.end())
        return 0;
    const QString &part = m_sheetParts.at(static_cast<size_t>(sheet - m_sheets.begin()));
    return m_package->claimedBytes(part) / 2 + m_package->claimedBytes(m_textsPart) / 2;
}

base::Status XlsxWorkbook::readSheet(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                                     const WorkbookProgress &progress, SheetReach)
{
    const auto done = read(name, sink, stop, progress);
    return done.ok() ? done : base::Status(m_package->named(done.error()));
}

base::Status XlsxWorkbook::read(const QString &name, RecordSink &sink, const base::StopFlag &stop,
                                const WorkbookProgress &progress)
{
    m_findings.clear();
    const auto sheet = find(name);
    if (sheet == m_sheets.end())
        return base::Error{ErrorCode::WorkbookSheetMissing, {}, {{QStringLiteral("found"), name}}, {}};
    if (const auto common = readCommonParts(); !common.ok())
        return common;
    if (m_macros)
        m_findings.add(WorkbookFinding::Kind::Macros, 0, -1);
    if (sheet->hidden)
        m_findings.add(WorkbookFinding::Kind::HiddenSheet, 0, -1);
    m_texts->stopBy(stop);
    XlsxSheet handler(*m_texts, *m_styles, m_dates, m_findings, sink);
    const QString &part = m_sheetParts.at(static_cast<size_t>(sheet - m_sheets.begin()));
    const auto parsed = readXmlPart(*m_package, part, handler, stop, progress);
    return handler.error() ? base::Status(*handler.error()) : parsed;
}

} // namespace tabular
