#include "tests/gui/mapping/BoardFixture.h"

#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"

#include <QtTest>

namespace support {

namespace {

crm::Field field(const QString &name, const QString &label, const QString &type, bool mandatory = false, int length = 0)
{
    crm::Field made;
    made.name = crm::FieldName(name);
    made.label = label;
    made.dataType = type;
    made.systemMandatory = mandatory;
    made.length = length;
    return made;
}

} // namespace

session::ModuleMetadata leads(int extra)
{
    session::ModuleMetadata metadata;
    metadata.module = crm::ModuleName(QStringLiteral("Leads"));
    metadata.fields = {
        field(QStringLiteral("Last_Name"), QStringLiteral("Last Name"), QStringLiteral("text"), true, 80),
        field(QStringLiteral("Company"), QStringLiteral("Company"), QStringLiteral("text"), true, 100),
        field(QStringLiteral("Mobile"), QStringLiteral("Mobile"), QStringLiteral("phone"), false, 30),
        field(QStringLiteral("Lead_Source"), QStringLiteral("Lead Source"), QStringLiteral("picklist")),
        field(QStringLiteral("Owner"), QStringLiteral("Lead Owner"), QStringLiteral("ownerlookup"))};
    metadata.fields[3].picklist = {{QStringLiteral("Web Download"), QStringLiteral("Web Download")},
                                   {QStringLiteral("Trade Show"), QStringLiteral("Trade Show")}};
    for (int i = 0; i < extra; ++i)
        metadata.fields.push_back(field(QStringLiteral("Extra_%1").arg(i),
                                        QStringLiteral("Extra %1").arg(i, 4, 10, QLatin1Char('0')),
                                        QStringLiteral("text"), false, 255));
    return metadata;
}

tabular::TableSummary table(int columns)
{
    tabular::TableSummary summary;
    summary.rows = 3;
    for (int i = 0; i < columns; ++i)
        summary.columns.push_back({QStringLiteral("Header %1").arg(i), {QStringLiteral("a%1").arg(i)}, 3});
    return summary;
}

tabular::TableSummary people(int columns)
{
    tabular::TableSummary summary = table(columns);
    const std::vector<tabular::ColumnSummary> known{
        {QStringLiteral("Surname"),
         {QStringLiteral("Müller"), QStringLiteral("Featherstonehaugh"), QStringLiteral("Li")},
         3},
        {QStringLiteral("Phone (private)"),
         {QStringLiteral("+49 171 2345678"), QStringLiteral("0171-99"), QStringLiteral("n/a")},
         3},
        {QStringLiteral("Firm"), {QStringLiteral("Kranich Werke AG"), QStringLiteral("Nordlicht GmbH & Co. KG")}, 3},
        {QStringLiteral("Where from"), {QStringLiteral("Web Download"), QStringLiteral("Trade Show")}, 3},
        {QStringLiteral("Sales person"), {QStringLiteral("anna@example.org")}, 3}};
    for (size_t i = 0; i < known.size() && i < summary.columns.size(); ++i)
        summary.columns[i] = known[i];
    return summary;
}

std::vector<mapping::ColumnMatch> proposals(int columns)
{
    using mapping::Band;
    using mapping::MatchReason;
    const auto match = [](Band band, const char *field, MatchReason reason) {
        return mapping::ColumnMatch{band, {crm::FieldName(QLatin1String(field)), 0.9, std::move(reason)}, {}};
    };
    std::vector<mapping::ColumnMatch> matches(size_t(columns), mapping::ColumnMatch{});
    if (columns < 5)
        return matches;
    mapping::ValueFit inList;
    inList.reason = mapping::ValueFit::Reason::Picklist;
    inList.percent = 100;
    matches[2] = match(Band::Sure, "Company", {MatchReason::Name::Meaning, QStringLiteral("firm"), {}});
    matches[3] = match(Band::Check, "Lead_Source", {MatchReason::Name::Values, {}, inList});
    matches[4] = match(Band::Check, "Owner", {MatchReason::Name::Part, QStringLiteral("sales"), {}});
    matches[4].runnersUp.push_back(
        {crm::FieldName(QStringLiteral("Last_Name")), 0.5, {MatchReason::Name::Part, QStringLiteral("person"), {}}});
    return matches;
}

BoardFixture::BoardFixture(const tabular::TableSummary &file, int extraFields)
    : board(session, undo)
{
    session::ModuleChoice module;
    module.module = crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}};
    module.operation = crm::Operation::Insert;
    session.setModule(module);
    session.setMetadata(leads(extraFields));
    session::FileChoice chosen;
    chosen.table = file;
    session.setFile(chosen);
    QObject::connect(&session, &session::ImportSession::changed, &board, [this] { board.refresh(); });
    QObject::connect(&session, &session::ImportSession::faultsChanged, &board, [this] { board.refresh(); });
    board.resize(1300, 1100);
    board.setView(ui::MappingBoard::View::ByField);
    board.sortAnew();
    board.show();
}

std::optional<int> BoardFixture::columnOf(const QString &field) const
{
    const crm::FieldMapping *entry = session.mapping().find(crm::FieldName(field));
    return entry && entry->column ? std::optional(entry->column->value) : std::nullopt;
}

QPoint BoardFixture::fieldPoint(const QString &field, int column) const
{
    const QTableView *view = board.fields().table();
    return view->visualRect(view->model()->index(board.fields().shownRowOf(crm::FieldName(field)), column)).center();
}

QPoint BoardFixture::columnPoint(int row, int column) const
{
    const QTableView *view = board.columns().table();
    return view->visualRect(view->model()->index(row, column)).center();
}

} // namespace support
