#include "ui/models/FaultRepairs.h"

#include "mapping/AutoMatcher.h"
#include "mapping/FormatChoice.h"

#include <algorithm>
#include <array>

namespace ui {

namespace {

using checking::Rule;
using Deed = Repair::Deed;

enum class Way {
    None,
    Constant,
    Name,
    Remove,
    RemoveColumn,
    Keep,
    FindBy,
    TakeFormat,
    Format,
    Values,
    Conversion,
    Layout,
    File
};

struct RuleWay final {
    Rule rule;
    Way way;
};

/// All rules that are found on a column or a field. Those without a way need a decision that no button can take: which
/// columns feed what (MappingEmpty), which of two hundred entries go (TooManyMappings), which words of a cell go
/// (ValuesTooLong), which other column was meant (ValuesOfWrongType).
constexpr std::array ruleWays{
    RuleWay{Rule::MappingEmpty, Way::None},
    RuleWay{Rule::MandatoryFieldMissing, Way::Constant},
    RuleWay{Rule::MandatoryCellsBlank, Way::Constant},
    RuleWay{Rule::FieldUnknown, Way::Name},
    RuleWay{Rule::FieldNotWritable, Way::Remove},
    RuleWay{Rule::ColumnOutOfRange, Way::RemoveColumn},
    RuleWay{Rule::FieldMappedTwice, Way::Keep},
    RuleWay{Rule::ColumnMissing, Way::Remove},
    RuleWay{Rule::LookupNeedsFindBy, Way::FindBy},
    RuleWay{Rule::LayoutUnknown, Way::Layout},
    RuleWay{Rule::TooManyMappings, Way::None},
    RuleWay{Rule::FormatUndecided, Way::Format},
    RuleWay{Rule::FormatMissing, Way::TakeFormat},
    RuleWay{Rule::ValuesAdded, Way::Values},
    RuleWay{Rule::ValuesRefused, Way::Values},
    RuleWay{Rule::ValuesUnconverted, Way::Conversion},
    RuleWay{Rule::ValuesTooLong, Way::None},
    RuleWay{Rule::ValuesOfWrongType, Way::None},
    RuleWay{Rule::CellsNotChanged, Way::File},
};
// The rules of the mapping stand together, so that a new one among them stops the build here until it is decided.
static_assert(ruleWays.size()
              == static_cast<std::size_t>(Rule::CellsNotChanged) - static_cast<std::size_t>(Rule::MappingEmpty) + 1);

struct CodeWay final {
    const char *code;
    Way way;
};

/// Other codes say nothing of what would help, and come to a field only because their message names it.
constexpr std::array codeWays{
    CodeWay{"MANDATORY_FIELDS_NOT_MAPPED", Way::Constant},
    CodeWay{"INVALID_FIELD_NAME", Way::Name},
    CodeWay{"INVALID_FIELD", Way::Name},
    CodeWay{"MANDATORY_NOT_FOUND", Way::FindBy},
    CodeWay{"MISSING_REQUIRED_KEY", Way::FindBy},
    CodeWay{"INVALID_FORMAT", Way::Format},
    CodeWay{"COLUMN_INDEX_NOT_FOUND", Way::RemoveColumn},
    CodeWay{"DUPLICATE_DATA", Way::Keep},
};

Way wayOf(const session::Fault &fault)
{
    if (fault.refusal) {
        const auto known = std::find_if(codeWays.begin(), codeWays.end(), [&](const CodeWay &entry) {
            return fault.refusal->code == QLatin1String(entry.code);
        });
        return known == codeWays.end() ? Way::None : known->way;
    }
    const auto known = std::find_if(ruleWays.begin(), ruleWays.end(),
                                    [&](const RuleWay &entry) { return entry.rule == fault.finding->rule; });
    return known == ruleWays.end() ? Way::None : known->way;
}

/// Makes the repairs of one fault.
class Offer final {
    Q_DECLARE_TR_FUNCTIONS(FaultRepairs)
public:
    Offer(const session::Fault &fault, const session::ImportSession &session)
        : m_fault(fault)
        , m_session(session)
        , m_name(fault.input.field)
        , m_entry(session.mapping().find(m_name))
    {
        const auto &fields = session.metadata().fields;
        const auto found =
            std::find_if(fields.begin(), fields.end(), [&](const crm::Field &known) { return known.name == m_name; });
        m_field = found == fields.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::vector<Repair> by(Way way) const
    {
        switch (way) {
        case Way::None:
            break;
        case Way::Constant:
            return {at(FieldPlace::Constant, tr("Give a Constant…"))};
        case Way::Name:
            return name();
        case Way::Remove:
            return remove();
        case Way::RemoveColumn:
            return m_entry && m_entry->column ? std::vector{Repair{Deed::RemoveColumn, m_name, tr("Remove Its Column")}}
                                              : std::vector<Repair>();
        case Way::Keep:
            return keep();
        case Way::FindBy:
            return findBy();
        case Way::TakeFormat:
            return {{Deed::TakeFormat, m_name, tr("Use %1").arg(context("pattern"))}};
        case Way::Format:
            return m_field && m_entry && m_entry->column && mapping::takesFormat(*m_field)
                ? std::vector{at(FieldPlace::Format, tr("Choose a Format…"))}
                : std::vector<Repair>();
        case Way::Values:
            return {at(FieldPlace::Values, tr("Choose Values…"))};
        case Way::Conversion:
            return m_field && mapping::takesFormat(*m_field)
                ? std::vector{at(FieldPlace::Format, tr("Choose a Format…"))}
                : std::vector{at(FieldPlace::Values, tr("Choose Values…"))};
        case Way::Layout:
            return {at(FieldPlace::Constant, tr("Choose a Layout…"))};
        case Way::File:
            return {{Deed::OpenFile, m_name, tr("Go to File")}};
        }
        return {};
    }

private:
    [[nodiscard]] QString context(const char *key) const
    {
        return m_fault.finding ? m_fault.finding->context.value(QLatin1String(key)).toString() : QString();
    }

    [[nodiscard]] Repair at(FieldPlace place, const QString &label) const
    {
        return {Deed::OpenField, m_name, label, {}, {}, place};
    }

    [[nodiscard]] std::vector<Repair> remove() const
    {
        return m_entry ? std::vector{Repair{Deed::RemoveEntry, m_name, tr("Remove This Entry")}}
                       : std::vector<Repair>();
    }

    [[nodiscard]] std::vector<Repair> name() const
    {
        const QString meant = context("suggestion");
        if (meant.isEmpty() || m_session.mapping().find(crm::FieldName(meant)))
            return remove();
        return {{Deed::Rename, m_name, tr("Change to %1").arg(meant), meant}};
    }

    [[nodiscard]] std::vector<Repair> keep() const
    {
        const std::vector<crm::ColumnIndex> columns = m_session.mapping().columnsOf(m_name);
        std::vector<Repair> repairs;
        for (const crm::ColumnIndex column : columns)
            repairs.push_back({Deed::KeepColumn, m_name, tr("Keep Column %1").arg(column.value), {}, column.value});
        return columns.size() > 1 ? repairs : std::vector<Repair>();
    }

    /// Owners and users are found by e-mail. Records of a module that has a field of its own to tell them apart can be meant
    /// by that or by their ID, which is for a person to say.
    [[nodiscard]] std::vector<Repair> findBy() const
    {
        if (!m_field || !m_field->isLookup() || !m_entry)
            return {};
        const bool several =
            m_field->dataType == QLatin1String("lookup") && !crm::duplicateField(m_field->lookupModule).isEmpty();
        if (several)
            return {at(FieldPlace::FindBy, tr("Choose How to Find…"))};
        const QString usual = mapping::defaultFindBy(*m_field).text();
        return {{Deed::FindBy, m_name, tr("Find by %1").arg(usual), usual}};
    }

    const session::Fault &m_fault;
    const session::ImportSession &m_session;
    crm::FieldName m_name;
    const crm::FieldMapping *m_entry;
    const crm::Field *m_field = nullptr;
};

} // namespace

FaultRepairs::FaultRepairs(session::ImportSession &session, MappingEditor &editor, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_editor(editor)
{ }

std::vector<Repair> FaultRepairs::of(const session::Fault &fault, const session::ImportSession &session)
{
    return fault.input.field.isEmpty() ? std::vector<Repair>() : Offer(fault, session).by(wayOf(fault));
}

std::vector<Repair> FaultRepairs::onColumn(std::vector<Repair> repairs, int column)
{
    std::erase_if(repairs, [column](const Repair &repair) { return repair.column.value_or(column) != column; });
    for (Repair &repair : repairs) {
        if (repair.deed == Deed::KeepColumn)
            repair.label = tr("Keep This Column");
    }
    return repairs;
}

void FaultRepairs::carryOut(const Repair &repair)
{
    switch (repair.deed) {
    case Deed::Rename:
        return m_editor.rename(repair.field, crm::FieldName(repair.value));
    case Deed::RemoveEntry:
        return m_editor.clearField(repair.field);
    case Deed::RemoveColumn:
        return m_editor.removeColumnFrom(repair.field);
    case Deed::KeepColumn:
        return m_editor.keepColumn({repair.column.value_or(0)}, repair.field);
    case Deed::FindBy:
        return m_editor.setFindBy(repair.field, crm::FieldName(repair.value));
    case Deed::TakeFormat:
        return takeFormat(repair.field);
    case Deed::OpenField:
        Q_EMIT fieldWanted(repair.field, repair.place);
        return;
    case Deed::OpenFile:
        Q_EMIT fileWanted();
        return;
    }
}

void FaultRepairs::takeFormat(const crm::FieldName &field)
{
    const auto &table = m_session.file().table;
    mapping::ColumnMapping after = m_editor.mapping();
    mapping::takeFormat(after, field, m_session.metadata().fields, table ? table->profile.get() : nullptr);
    m_editor.change(after, tr("Take the format of %1").arg(m_editor.labelOf(field)),
                    tr("%1 now says how its cells are written.").arg(m_editor.labelOf(field)));
}

} // namespace ui
