#include "checking/RequestCheck.h"

#include "checking/FieldSuggestion.h"
#include "tabular/OpenQuestion.h"
#include "tabular/PartWriter.h"

#include <algorithm>
#include <map>

namespace checking {

namespace {

using Kind = crm::InputRef::Kind;
using crm::Operation;

/// Walks through a request step by step and collects what it finds.
class Inspection final {
public:
    explicit Inspection(const RequestFacts &facts)
        : m_facts(facts)
        , m_request(*facts.request)
    { }

    std::vector<Finding> run()
    {
        checkModule();
        checkOperation();
        checkFindBy();
        checkFile();
        checkTable();
        checkMappings();
        checkMandatoryFields();
        if (m_request.callback) {
            const auto found = checkCallback(*m_request.callback);
            m_findings.insert(m_findings.end(), found.cbegin(), found.cend());
        }
        return std::move(m_findings);
    }

private:
    void add(Rule rule, Kind input, const QVariantMap &context = {}, Severity severity = Severity::Error)
    {
        m_findings.push_back({rule, severity, {input, {}}, context});
    }

    void addFor(const crm::FieldName &name, Rule rule, QVariantMap context = {}, Severity severity = Severity::Error)
    {
        describe(context, name);
        m_findings.push_back({rule, severity, {Kind::Mapping, name}, context});
    }

    void describe(QVariantMap &context, const crm::FieldName &name) const
    {
        context.insert(QStringLiteral("field"), name.text());
        if (const crm::Field *field = findField(name); field && !field->label.isEmpty())
            context.insert(QStringLiteral("label"), field->label);
    }

    [[nodiscard]] const crm::Field *findField(const crm::FieldName &name) const
    {
        const auto found = std::find_if(m_facts.fields.cbegin(), m_facts.fields.cend(),
                                        [&name](const crm::Field &field) { return field.name == name; });
        return found == m_facts.fields.cend() ? nullptr : &*found;
    }

    [[nodiscard]] const crm::Module *findModule() const
    {
        const auto found = std::find_if(m_facts.modules.cbegin(), m_facts.modules.cend(), [this](const auto &module) {
            return m_request.module && module.name == m_request.module->name;
        });
        return found == m_facts.modules.cend() ? nullptr : &*found;
    }

    void checkModule()
    {
        if (!m_request.module || m_request.module->name.isEmpty())
            return add(Rule::ModuleMissing, Kind::Module);
        const crm::Module *module = findModule();
        if (!m_facts.modules.empty() && (!module || !module->takesBulkWrite()))
            add(Rule::ModuleUnknown, Kind::Module);
    }

    void checkOperation()
    {
        if (!m_request.operation)
            return add(Rule::OperationMissing, Kind::Operation);
        const crm::Module *module = findModule();
        if (!module || !module->takesBulkWrite())
            return;
        const bool creates = *m_request.operation != Operation::Update;
        const bool edits = *m_request.operation != Operation::Insert;
        if ((creates && !module->creatable) || (edits && !module->editable))
            add(Rule::OperationNotAllowed, Kind::Operation);
    }

    [[nodiscard]] bool needsFindBy() const { return m_request.operation && *m_request.operation != Operation::Insert; }

    void checkFindBy()
    {
        if (!needsFindBy())
            return;
        const crm::FieldName &name = m_request.findBy;
        if (name.isEmpty())
            return add(Rule::FindByMissing, Kind::FindBy);
        QVariantMap context;
        describe(context, name);
        const crm::Field *field = findField(name);
        if (isUnknown(name))
            return add(Rule::FieldUnknown, Kind::FindBy, withSuggestion(context, name));
        const crm::ModuleName module = m_request.module ? m_request.module->name : crm::ModuleName();
        if (field && !field->canFindRecords(module))
            add(Rule::FindByNotUnique, Kind::FindBy, context, Severity::Warning);
        // Before anything is mapped, "nothing is mapped" says it all.
        const crm::FieldMapping *mapping = m_request.mappingOf(name);
        if (!m_request.mappings.empty() && !(mapping && mapping->column))
            add(Rule::FindByNotMapped, Kind::FindBy, context);
    }

    void checkFile()
    {
        const QString id = m_request.fileId.text();
        if (!m_facts.hasFile && id.isEmpty())
            add(Rule::FileMissing, Kind::File);
        const auto isDigit = [](QChar c) { return c >= QLatin1Char('0') && c <= QLatin1Char('9'); };
        if (!std::all_of(id.cbegin(), id.cend(), isDigit))
            add(Rule::FileIdMalformed, Kind::File);
        if (m_facts.fileUsedBy)
            add(Rule::FileIdUsed, Kind::File, {{QStringLiteral("job"), m_facts.fileUsedBy->text()}});
    }

    void checkTable()
    {
        if (!m_facts.table)
            return;
        if (m_facts.table->rows == 0)
            add(Rule::FileHasNoRows, Kind::File);
        if (!m_facts.splitsTable)
            return checkWhole();
        checkDecisions();
        checkSplit();
    }

    /// Of a file that is uploaded already nobody knows how it was made.
    void checkDecisions()
    {
        if (const auto open = tabular::openQuestion(*m_facts.table))
            add(Rule::FileUndecided, Kind::File, {{QStringLiteral("matter"), static_cast<int>(open->matter)}});
    }

    /// A file that is uploaded already cannot be split any more.
    void checkWhole()
    {
        const tabular::PartLimits limits;
        const auto columns = static_cast<int>(m_facts.table->columns.size());
        const QString limit = QStringLiteral("limit");
        if (m_facts.table->rows > limits.rows)
            add(Rule::FileTooManyRows, Kind::File,
                {{QStringLiteral("rows"), m_facts.table->rows}, {limit, limits.rows}});
        if (columns > limits.columns)
            add(Rule::FileTooManyColumns, Kind::File, {{QStringLiteral("columns"), columns}, {limit, limits.columns}});
        if (m_facts.table->bytes > limits.bytes)
            add(Rule::FileTooLarge, Kind::File, {{limit, limits.bytes}});
    }

    /// The larger of the two counts is told, with what it comes from.
    void checkSplit()
    {
        const tabular::PartLimits limits;
        const QString limit = QStringLiteral("limit");
        const auto columns = static_cast<int>(std::count_if(m_request.mappings.cbegin(), m_request.mappings.cend(),
                                                            [](const auto &mapping) { return mapping.column; }));
        const JobCount jobs = jobsFor(*m_facts.table);
        if (jobs.byRows > 1 && jobs.byRows >= jobs.byBytes)
            add(Rule::FileTooManyRows, Kind::File,
                inJobs({{QStringLiteral("rows"), m_facts.table->rows}, {limit, limits.rows}}, jobs.byRows),
                Severity::Warning);
        else if (jobs.byBytes > 1)
            add(Rule::FileTooLarge, Kind::File, inJobs({{limit, limits.bytes}}, jobs.byBytes), Severity::Warning);
        if (columns > limits.columns)
            add(Rule::FileTooManyColumns, Kind::File, {{QStringLiteral("columns"), columns}, {limit, limits.columns}});
    }

    static QVariantMap inJobs(QVariantMap context, qint64 jobs)
    {
        context.insert(QStringLiteral("jobs"), jobs);
        context.insert(QStringLiteral("credits"), jobs * creditsPerJob);
        return context;
    }

    void checkMappings()
    {
        const int limit = tabular::PartLimits{}.columns;
        if (m_request.mappings.empty())
            add(Rule::MappingEmpty, Kind::Mapping);
        if (static_cast<int>(m_request.mappings.size()) > limit)
            add(Rule::TooManyMappings, Kind::Mapping, {{QStringLiteral("limit"), limit}});
        for (const crm::FieldMapping &mapping : m_request.mappings) {
            checkField(mapping);
            checkColumn(mapping);
        }
        checkFeeders();
        checkLayout();
    }

    /// The CRM does not say which of two entries for one field it would take.
    void checkFeeders()
    {
        std::map<crm::FieldName, QStringList> feeders;
        for (const crm::FieldMapping &mapping : m_request.mappings) {
            feeders[mapping.field].append(mapping.column ? QString::number(mapping.column->value) : QString());
        }
        for (auto &[field, columns] : feeders) {
            if (columns.size() < 2)
                continue;
            columns.removeAll(QString());
            addFor(field, Rule::FieldMappedTwice, {{QStringLiteral("feeders"), columns.join(QLatin1String(", "))}});
        }
    }

    /// The CRM takes these in any module, whether or not its fields list them.
    [[nodiscard]] static bool isSpecial(const crm::FieldName &name)
    {
        return name.text() == QLatin1String("id") || name.text() == QLatin1String("Layout")
            || name.text() == QLatin1String("Parent_Id");
    }

    [[nodiscard]] bool isUnknown(const crm::FieldName &name) const
    {
        return !m_facts.fields.empty() && !findField(name) && !isSpecial(name);
    }

    [[nodiscard]] QVariantMap withSuggestion(QVariantMap context, const crm::FieldName &name) const
    {
        if (const crm::FieldName near = suggestField(name.text(), m_facts.fields); !near.isEmpty())
            context.insert(QStringLiteral("suggestion"), near.text());
        return context;
    }

    /// Before an operation is chosen, only what no operation can write is a fault.
    [[nodiscard]] bool isWritable(const crm::Field &field) const
    {
        if (m_request.operation)
            return field.canBeMapped(*m_request.operation);
        return std::any_of(crm::allOperations.begin(), crm::allOperations.end(),
                           [&field](Operation operation) { return field.canBeMapped(operation); });
    }

    /// The CRM was seen to take an owner without it (the recorded job that succeeded), though its manual asks for it.
    static Severity lookupSeverity(const crm::Field &field)
    {
        return field.dataType == QLatin1String("ownerlookup") ? Severity::Warning : Severity::Error;
    }

    void checkField(const crm::FieldMapping &mapping)
    {
        if (isUnknown(mapping.field))
            return addFor(mapping.field, Rule::FieldUnknown, withSuggestion({}, mapping.field));
        const crm::Field *field = findField(mapping.field);
        if (!field)
            return;
        if (!field->isLayout() && !isWritable(*field))
            addFor(mapping.field, Rule::FieldNotWritable);
        else if (field->isLookup() && mapping.findBy.isEmpty() && !mapping.parentColumnIndex)
            addFor(mapping.field, Rule::LookupNeedsFindBy, {}, lookupSeverity(*field));
    }

    void checkColumn(const crm::FieldMapping &mapping)
    {
        if (!mapping.column) {
            if (!mapping.defaultValue)
                addFor(mapping.field, Rule::ColumnMissing);
            return;
        }
        const int column = mapping.column->value;
        const int columns = m_facts.table ? static_cast<int>(m_facts.table->columns.size()) : 0;
        if (column < 0 || (m_facts.table && column >= columns))
            addFor(mapping.field, Rule::ColumnOutOfRange,
                   {{QStringLiteral("column"), column}, {QStringLiteral("columns"), columns}});
    }

    /// A constant for Layout chooses the layout whose mandatory fields count.
    [[nodiscard]] crm::RecordId chosenLayout() const
    {
        const crm::FieldMapping *layout = m_request.mappingOf(crm::FieldName(QStringLiteral("Layout")));
        return layout && layout->defaultValue ? crm::RecordId(layout->defaultValue->toVariant().toString())
                                              : crm::RecordId();
    }

    void checkLayout()
    {
        const crm::RecordId chosen = chosenLayout();
        if (chosen.isEmpty() || m_facts.layouts.empty() || crm::findLayout(m_facts.layouts, chosen))
            return;
        addFor(crm::FieldName(QStringLiteral("Layout")), Rule::LayoutUnknown,
               {{QStringLiteral("layout"), chosen.text()}});
    }

    void checkMandatoryFields()
    {
        if (!m_request.operation || *m_request.operation == Operation::Update)
            return;
        for (const crm::FieldName &name : crm::mandatoryFields(m_facts.fields, m_facts.layouts, chosenLayout())) {
            if (const crm::FieldMapping *mapping = m_request.mappingOf(name))
                checkFilled(*mapping);
            else
                addFor(name, Rule::MandatoryFieldMissing);
        }
    }

    /// That a field is mapped does not mean that every row has a value for it.
    void checkFilled(const crm::FieldMapping &mapping)
    {
        const auto *profile = m_facts.table ? m_facts.table->profile.get() : nullptr;
        if (!profile || !mapping.column || mapping.defaultValue || mapping.column->value < 0
            || mapping.column->value >= static_cast<int>(profile->columns.size()))
            return;
        const tabular::ColumnProfile &column = profile->columns[static_cast<std::size_t>(mapping.column->value)];
        if (const qint64 blank = profile->rows - column.filled; blank > 0)
            addFor(mapping.field, Rule::MandatoryCellsBlank,
                   {{QStringLiteral("rows"), blank},
                    {QStringLiteral("column"), mapping.column->value},
                    {QStringLiteral("header"), column.header}},
                   Severity::Warning);
    }

    const RequestFacts &m_facts;
    const crm::BulkWriteRequest &m_request;
    std::vector<Finding> m_findings;
};

} // namespace

JobCount jobsFor(const tabular::TableSummary &table)
{
    const tabular::PartLimits limits;
    const auto pieces = [](qint64 whole, qint64 most) { return qMax<qint64>(1, (whole + most - 1) / most); };
    // A workbook's text is many times as long as the file.
    const qint64 bytes = table.scan ? table.scan->bytes : table.bytes;
    return {pieces(table.rows, limits.rows), pieces(bytes, limits.bytes)};
}

std::vector<Finding> checkRequest(const RequestFacts &facts)
{
    return Inspection(facts).run();
}

} // namespace checking
