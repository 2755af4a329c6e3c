#include "tabular/opening/Glance.h"

#include "tabular/csv/FileSource.h"
#include "tabular/opening/TableFile.h"
#include "tabular/opening/TopRecords.h"
#include "tabular/sniffing/DriveAnswer.h"

#include <QFileInfo>

#include <algorithm>
#include <map>

namespace tabular {

namespace {

using base::ErrorCode;

constexpr qsizetype usualHead = 256LL * 1024;
/// A record may hold 8 MiB: in so much text there is a whole one, or what is wrong with it.
constexpr qsizetype longHead = 10LL * 1024 * 1024;

base::Error empty()
{
    return {ErrorCode::TableEmpty, {}, {}, {}};
}

base::Result<const TextEncoding *> encodingNamed(const QString &name)
{
    const TextEncoding *encoding = findEncoding(name);
    if (!encoding || !isAvailable(*encoding))
        return base::Error{ErrorCode::TableBytesUndecodable, {}, {{QStringLiteral("found"), name}}, {}};
    return encoding;
}

/// Fills a glance from the text in `file`. `chosen` is the user's dialect, or null.
class TextGlance final {
public:
    TextGlance(const TableFile &file, const CsvDialect *chosen, Glance &glance)
        : m_file(file)
        , m_chosen(chosen)
        , m_glance(glance)
    { }

    base::Status fill(QStringView usualPage)
    {
        m_glance.format = QStringLiteral("CSV");
        m_glance.encoding = guessEncoding(m_file.look.pieces, usualPage);
        const auto encoding = m_chosen
            ? encodingNamed(m_chosen->encoding)
            : base::Result<const TextEncoding *>(m_glance.encoding->candidates.front().encoding);
        if (!encoding.ok())
            return encoding.error();
        m_encoding = *encoding;
        if (auto usual = readHead(usualHead); !usual.ok() || !m_glance.top.empty())
            return usual;
        if (!m_glance.topIsAll) {
            if (auto more = readHead(longHead); !more.ok())
                return more;
        }
        if (m_glance.top.empty() && m_glance.topIsAll)
            return empty();
        return base::Done{};
    }

private:
    base::Status readHead(qsizetype bytes)
    {
        auto head = headText(m_file.path, *m_encoding, bytes);
        if (!head.ok())
            return head.error();
        head.value().isAll = head->isAll && !m_file.cut;
        m_glance.invalid = head->places;
        m_glance.dialect = guessDialect(head->utf8, head->isAll);
        m_glance.header = m_glance.dialect->header;
        CsvDialect dialect = m_chosen ? *m_chosen : m_glance.dialect->dialect;
        // That quotes mean nothing is for the user to say: more often one is missing, and that must be told.
        if (!m_chosen && m_glance.dialect->quoteReason == QuoteReason::QuotesAreText)
            dialect.quote = '"';
        dialect.encoding =
            QString::fromLatin1(m_encoding->name.data(), static_cast<qsizetype>(m_encoding->name.size()));
        m_glance.source.dialect = dialect;
        auto top = topOfText(*head, dialect);
        if (!top.ok() && (head->isAll || bytes == longHead))
            return top.error();
        if (top.ok()) {
            m_glance.top = std::move(top.value().records);
            m_glance.topIsAll = top->areAll;
        }
        return base::Done{};
    }

    const TableFile &m_file;
    const CsvDialect *m_chosen;
    Glance &m_glance;
    const TextEncoding *m_encoding = nullptr;
};

QString firstTable(const std::vector<Sheet> &sheets)
{
    const auto isTable = [](const Sheet &sheet) { return sheet.isTable; };
    const auto isShown = [](const Sheet &sheet) { return sheet.isTable && !sheet.hidden; };
    auto first = std::find_if(sheets.begin(), sheets.end(), isShown);
    if (first == sheets.end())
        first = std::find_if(sheets.begin(), sheets.end(), isTable);
    return first == sheets.end() ? QString() : first->name;
}

HeaderGuess headerOf(const std::vector<TopRecord> &top)
{
    std::vector<HeadRecord> records;
    std::map<qsizetype, int> widths;
    for (const TopRecord &record : top) {
        HeadRecord cells;
        for (const QString &cell : record.cells)
            cells.push_back(cell.toUtf8());
        ++widths[record.cells.size()];
        records.push_back(std::move(cells));
    }
    const auto fewer = [](const auto &a, const auto &b) { return a.second <= b.second; };
    const auto usual = std::max_element(widths.begin(), widths.end(), fewer);
    // A sheet's rows end with their last filled cell, so one that is a little shorter need not be a title.
    const auto width = static_cast<size_t>(usual->first);
    for (HeadRecord &cells : records) {
        if (2 * cells.size() > width && cells.size() < width)
            cells.resize(width);
    }
    return guessHeader(records, static_cast<int>(width));
}

base::Status fillFromWorkbook(const TableFile &file, bool chosen, Glance &glance, const base::StopFlag &stop)
{
    auto workbook = openWorkbook(file.path);
    if (!workbook.ok())
        return workbook.error();
    glance.format = (*workbook)->format();
    TopSink sink(TopSink::RowsAre::SheetRows);
    if (const auto read = (*workbook)->readSheet(glance.source.sheet, sink, stop); !read.ok())
        return read;
    SheetList known = (*workbook)->knownSheets();
    if (sink.records().empty() && !known.areAll) {
        // Nothing is seen of the first: then the others are what there is to choose from.
        auto all = (*workbook)->sheets(stop);
        if (!all.ok())
            return all.error();
        known = {std::move(all).value(), true};
    }
    glance.sheets = std::move(known.sheets);
    glance.sheetsAreAll = known.areAll;
    if (glance.source.sheet.isEmpty())
        glance.source.sheet = firstTable(glance.sheets);
    glance.topIsAll = !sink.seesMore();
    glance.top = std::move(sink.records());
    // An empty sheet of several is a sight like any other: the others are there to be chosen.
    if (glance.top.empty())
        return glance.sheets.size() < 2 ? base::Status(empty()) : base::Done{};
    glance.header = headerOf(glance.top);
    if (!chosen)
        glance.source.dialect.headerRow = glance.header->row;
    return base::Done{};
}

/// What a person chose, or nothing but the path.
struct Wanted final {
    const SourceFile &source;
    bool chosen = false;
    const SharedTableFile &unpacked;
};

base::Result<Glance> lookIntoFile(const Wanted &wanted, QStringView usualPage, const base::StopFlag &stop)
{
    const auto &[source, chosen, unpacked] = wanted;
    const auto reached = reachTable(source.path, Unpacking::Head, unpacked, stop);
    if (!reached.ok())
        return reached.error();
    const SharedTableFile &file = *reached;
    Glance glance;
    if (file->folder)
        glance.unpacked = file;
    glance.kind = file->look.kind;
    glance.member = file->member;
    glance.bytes = QFileInfo(source.path).size();
    glance.source = source;
    const bool isText = glance.kind == FileKind::DelimitedText;
    auto filled = isText ? TextGlance(*file, chosen ? &source.dialect : nullptr, glance).fill(usualPage)
                         : fillFromWorkbook(*file, chosen, glance, stop);
    if (filled.ok() && stop.raised())
        filled = base::Error{ErrorCode::Cancelled, {}, {}, {}};
    if (filled.ok())
        return glance;
    base::Error error = filled.error();
    error.context.insert(QStringLiteral("file"), source.path);
    return error;
}

/// What fails while another program writes fails because of that.
base::Result<Glance> lookInto(const Wanted &wanted, QStringView usualPage, const base::StopFlag &stop)
{
    const QString &path = wanted.source.path;
    if (const auto answered = awaitDrive(path, stop); !answered.ok())
        return answered.error();
    const auto asItWas = csv::FileSource::open(path);
    auto glance = lookIntoFile(wanted, usualPage, stop);
    const bool ownFault = glance.ok() || glance.error().code == ErrorCode::Cancelled;
    if (!ownFault && asItWas.ok() && !(*asItWas)->unchanged().ok())
        return base::Error{ErrorCode::FileChanged, glance.error().detail, {{QStringLiteral("file"), path}}, {}};
    return glance;
}

} // namespace

base::Result<Glance> glanceAt(const QString &path, QStringView usualPage, const base::StopFlag &stop)
{
    return lookInto({{path, {}}, false, {}}, usualPage, stop);
}

base::Status completeSheets(Glance &glance, const base::StopFlag &stop)
{
    if (glance.sheetsAreAll)
        return base::Done{};
    const auto file = reachTable(glance.source.path, Unpacking::Whole, glance.unpacked, stop);
    if (!file.ok())
        return file.error();
    auto workbook = openWorkbook((*file)->path);
    if (!workbook.ok())
        return workbook.error();
    auto all = (*workbook)->sheets(stop);
    if (!all.ok())
        return all.error();
    glance.sheets = std::move(all).value();
    glance.sheetsAreAll = true;
    return base::Done{};
}

base::Result<Glance> glanceAs(const SourceFile &source, QStringView usualPage, const base::StopFlag &stop,
                              const SharedTableFile &unpacked)
{
    return lookInto({source, true, unpacked}, usualPage, stop);
}

} // namespace tabular
