#include "ui/mapping/DriftWords.h"

#include "ui/text/Wording.h"

#include <QLocale>

#include <algorithm>

namespace ui {
namespace {

using mapping::Drift;
using mapping::DriftAnswer;
using mapping::DriftTarget;

using Kind = Drift::Kind;

QString headerAt(const QStringList &headers, int column)
{
    const QString header = headers.value(column).simplified();
    return header.isEmpty() ? QString::number(column) : header;
}

bool hasProposal(const Drift &drift)
{
    return !drift.proposed.isEmpty();
}

QString operationOf(const QString &wireName)
{
    const auto operation = crm::findOperation(wireName);
    return operation ? Wording::of(*operation) : wireName;
}

} // namespace

DriftWords::DriftWords(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene)
    : m_saved(saved)
    , m_scene(scene)
{ }

QString DriftWords::oldHeader(int column) const
{
    return Wording::apart(headerAt(m_saved.headers, column));
}

QString DriftWords::newHeader(int column) const
{
    return Wording::apart(headerAt(m_scene.headers, column));
}

QString DriftWords::labelOf(const crm::FieldName &field) const
{
    const auto is = std::find_if(m_scene.fields.begin(), m_scene.fields.end(),
                                 [&field](const crm::Field &each) { return each.name == field; });
    if (is != m_scene.fields.end() && !is->label.isEmpty())
        return is->label;
    const auto was = std::find_if(m_saved.fields.begin(), m_saved.fields.end(),
                                  [&field](const mapping::FieldSnapshot &each) { return each.name == field; });
    return was != m_saved.fields.end() && !was->label.isEmpty() ? was->label : field.text();
}

QString DriftWords::labelsOf(const std::vector<crm::FieldName> &fields) const
{
    QStringList labels;
    for (const crm::FieldName &field : fields)
        labels << labelOf(field);
    return QLocale().createSeparatedList(labels);
}

QString DriftWords::wasColumn(const Drift &drift) const
{
    if (drift.fields.empty())
        return tr("Column “%1” is left out").arg(oldHeader(drift.column));
    return tr("Column “%1” fills %2").arg(oldHeader(drift.column), labelsOf(drift.fields));
}

QString DriftWords::wasField(const Drift &drift) const
{
    const crm::FieldMapping *entry = m_saved.mapping.find(drift.field);
    const QString label = labelOf(drift.field);
    if (entry && entry->column)
        return tr("Column “%1” fills %2").arg(oldHeader(entry->column->value), label);
    return tr("%1 has a constant").arg(label);
}

QString DriftWords::was(const Drift &drift) const
{
    const QString label = labelOf(drift.field);
    switch (drift.kind) {
    case Kind::MissingColumn:
    case Kind::RenamedColumn:
        return wasColumn(drift);
    case Kind::MissingField:
    case Kind::ReadOnlyField:
    case Kind::RenamedField:
        return wasField(drift);
    case Kind::ValueRetired:
        return drift.constant ? tr("%1 gets the constant “%2”").arg(label, Wording::apart(drift.value))
                              : tr("%1 gets “%2” for some of the cells").arg(label, Wording::apart(drift.value));
    case Kind::MandatoryField:
        return tr("%1 did not have to be filled").arg(label);
    case Kind::TypeChanged:
        return tr("%1 is of the type %2").arg(label, Wording::dataType(drift.before));
    case Kind::LookupChanged:
        return drift.before.isEmpty() ? tr("%1 links to no module").arg(label)
                                      : tr("%1 links to %2").arg(label, drift.before);
    case Kind::LengthShrunk:
        return tr("%1 takes %Ln character(s)", nullptr, drift.before.toInt()).arg(label);
    case Kind::PatternChanged:
        return tr("Cells for %1 stood as %2").arg(label, Wording::apart(drift.before));
    case Kind::NewColumn:
        return tr("There was no column “%1”").arg(newHeader(drift.column));
    case Kind::OtherOperation:
        return tr("Made for: %1").arg(operationOf(drift.before));
    case Kind::OtherMatchField:
        return tr("Records are found by %1")
            .arg(drift.before.isEmpty() ? tr("nothing") : labelOf(crm::FieldName(drift.before)));
    case Kind::OtherBlanks:
        break;
    }
    return drift.before == QLatin1String("true") ? tr("Blank cells change nothing") : tr("Blank cells clear the field");
}

QString DriftWords::isField(const Drift &drift) const
{
    const QString label = labelOf(drift.field);
    switch (drift.kind) {
    case Kind::MissingField:
        return tr("The module has no such field any more");
    case Kind::ReadOnlyField:
        return tr("%1 cannot be written any more").arg(label);
    case Kind::RenamedField:
        return tr("The field seems to be called %1 now (%2)")
            .arg(labelOf(drift.proposed.field), drift.proposed.field.text());
    case Kind::TypeChanged:
        return tr("It is of the type %1 now").arg(Wording::dataType(drift.after));
    case Kind::LookupChanged:
        return drift.after.isEmpty() ? tr("It links to no module now") : tr("It links to %1 now").arg(drift.after);
    default:
        return tr("It takes %Ln character(s) now; longer cells are refused", nullptr, drift.after.toInt());
    }
}

QString DriftWords::is(const Drift &drift) const
{
    switch (drift.kind) {
    case Kind::MissingColumn:
        return tr("The file has no such column");
    case Kind::RenamedColumn:
        return tr("The column seems to be called “%1” now").arg(newHeader(drift.proposed.column->value));
    case Kind::ValueRetired:
        return tr("The picklist has no such value any more");
    case Kind::PatternChanged:
        return tr("They stand as %1 in this file").arg(Wording::apart(drift.after));
    case Kind::MandatoryField:
        return tr("It is mandatory now");
    case Kind::NewColumn:
        return tr("It is new in the file");
    case Kind::OtherOperation:
        return tr("Chosen now: %1").arg(operationOf(drift.after));
    case Kind::OtherMatchField:
        return tr("They are found by %1 now")
            .arg(drift.after.isEmpty() ? tr("nothing") : labelOf(crm::FieldName(drift.after)));
    case Kind::OtherBlanks:
        return drift.after == QLatin1String("true") ? tr("They change nothing now") : tr("They clear the field now");
    default:
        return isField(drift);
    }
}

QString DriftWords::columnAnswer(const Drift &drift, const DriftTarget &target) const
{
    if (target.column)
        return drift.fields.empty() ? tr("Leave out “%1”").arg(newHeader(target.column->value))
                                    : tr("Take “%1”").arg(newHeader(target.column->value));
    if (drift.fields.empty())
        return tr("Decide on the new column later");
    const bool keepsConstant =
        std::all_of(drift.fields.begin(), drift.fields.end(), [this](const crm::FieldName &field) {
            return m_saved.mapping.find(field)->defaultValue.has_value();
        });
    return keepsConstant ? tr("Keep the constant of %1 alone").arg(labelsOf(drift.fields))
                         : tr("Go without %1").arg(labelsOf(drift.fields));
}

QString DriftWords::fieldAnswer(const Drift &drift, const DriftTarget &target) const
{
    if (target.field.isEmpty())
        return tr("Go without %1").arg(labelOf(drift.field));
    if (target.field != drift.field)
        return tr("Fill %1").arg(labelOf(target.field));
    return drift.kind == Kind::TypeChanged ? tr("Keep %1, without its format and values").arg(labelOf(drift.field))
                                           : tr("Keep %1").arg(labelOf(drift.field));
}

QString DriftWords::valueAnswer(const Drift &drift, const DriftTarget &target) const
{
    if (!target.value.isEmpty())
        return drift.constant ? tr("Use “%1”").arg(Wording::apart(target.value))
                              : tr("Send “%1”").arg(Wording::apart(target.value));
    return drift.constant ? tr("Go without a constant") : tr("Send the cells as they are");
}

QString DriftWords::mandatoryAnswer(const Drift &drift, const DriftTarget &target) const
{
    if (target.column)
        return tr("Fill it from “%1”").arg(newHeader(target.column->value));
    if (!target.value.isEmpty())
        return tr("Keep its constant “%1”").arg(Wording::apart(target.value));
    return tr("Decide later what fills %1").arg(labelOf(drift.field));
}

QString DriftWords::newColumnAnswer(const Drift &drift, const DriftAnswer &answer) const
{
    if (answer.kind == DriftAnswer::Kind::LeaveOut)
        return tr("Leave it out");
    if (answer.kind == DriftAnswer::Kind::Choose)
        return tr("Fill %1 with it").arg(labelOf(answer.chosen.field));
    if (!drift.fields.empty())
        return tr("Fill %1 with it").arg(labelsOf(drift.fields));
    const bool isIgnored = m_scene.mapping.stateOf({drift.column}) == mapping::ColumnState::Ignored;
    return isIgnored ? tr("Leave it out, as now") : tr("Decide later");
}

QString DriftWords::answer(const Drift &drift, const DriftAnswer &answer) const
{
    const DriftTarget target = mapping::targetOf(drift, answer);
    if (mapping::isNotice(drift))
        return tr("Stays as chosen in step Module");
    switch (drift.kind) {
    case Kind::MissingColumn:
    case Kind::RenamedColumn:
        return columnAnswer(drift, target);
    case Kind::ValueRetired:
        return valueAnswer(drift, target);
    case Kind::PatternChanged:
        return target.value.isEmpty() ? tr("Send them as they stand")
                                      : tr("Read them as %1").arg(Wording::apart(target.value));
    case Kind::MandatoryField:
        return mandatoryAnswer(drift, target);
    case Kind::NewColumn:
        return newColumnAnswer(drift, answer);
    default:
        return fieldAnswer(drift, target);
    }
}

QString DriftWords::sentence(const Drift &drift, const DriftAnswer &given) const
{
    return tr("%1. %2. Answer: %3.").arg(was(drift), is(drift), answer(drift, given));
}

std::vector<DriftOption> DriftWords::options(const Drift &drift) const
{
    std::vector<DriftOption> options;
    const auto add = [&](const DriftAnswer &each) { options.push_back({each, answer(drift, each)}); };
    add({});
    for (const DriftTarget &choice : mapping::choicesFor(drift, m_saved, m_scene)) {
        if (choice != drift.proposed)
            add({DriftAnswer::Kind::Choose, choice});
    }
    // Where nothing is proposed, to accept is to do without.
    if (!mapping::isNotice(drift) && (hasProposal(drift) || drift.kind == Kind::NewColumn))
        add({DriftAnswer::Kind::LeaveOut, {}});
    return options;
}

} // namespace ui
