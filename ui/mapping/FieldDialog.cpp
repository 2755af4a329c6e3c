#include "ui/mapping/FieldDialog.h"

#include "mapping/AutoMatcher.h"
#include "mapping/CellConversion.h"
#include "ui/mapping/FormatInput.h"
#include "ui/mapping/SmallTable.h"
#include "ui/mapping/ValueMapInput.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace ui {

namespace {

/// The longest value that the CRM's own description of the request allows.
constexpr int longestValue = 500;
constexpr int shownValues = 3;

QString labelOf(const crm::Field &field)
{
    return field.label.isEmpty() ? field.name.text() : field.label;
}

} // namespace

FieldSubject FieldSubject::of(const crm::FieldName &field, const session::ImportSession &session,
                              const MappingEditor &editor, FieldPlace place)
{
    const auto &known = session.metadata().fields;
    const auto found = std::find_if(known.begin(), known.end(), [&](const crm::Field &f) { return f.name == field; });
    FieldSubject subject;
    subject.place = place;
    if (found != known.end())
        subject.field = *found;
    subject.field.name = field;
    if (const crm::FieldMapping *entry = session.mapping().find(field))
        subject.entry = *entry;
    if (const mapping::CellRule *rule = session.mapping().ruleOf(field))
        subject.rule = *rule;
    subject.table = session.file().table;
    subject.layouts = session.metadata().layouts;
    if (subject.entry.column)
        subject.column = editor.titleOf(*subject.entry.column);
    return subject;
}

FieldDialog::FieldDialog(FieldSubject subject, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_value(new QComboBox(this))
    , m_arrivals(smallTable({tr("In the file"), tr("In the CRM")}, this))
{
    setObjectName(QStringLiteral("constantDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("What %1 carries").arg(labelOf(m_subject.field)));
    auto *inside = new QWidget(this);
    auto *inputs = new QVBoxLayout(inside);
    inputs->setContentsMargins(space::xl, space::l, space::xl, space::l);
    inputs->setSpacing(space::l);
    addInputs(inputs);
    auto *scroll = new QScrollArea(this);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus); // what is inside is reached one by one, and scrolled to
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::l);
    column->addWidget(scroll, 1);
    addButtons(column);
    resize(qMin(lineHeight() * 40, 1000), qMin(inside->sizeHint().height() + lineHeight() * 6, 640));
    showArrivals();
    goToPlace();
}

/// What the field does not have leaves the focus where it always is.
void FieldDialog::goToPlace()
{
    QWidget *input = m_value;
    if (m_subject.place == FieldPlace::FindBy && m_findBy)
        input = m_findBy;
    else if (m_subject.place == FieldPlace::Format && m_format)
        input = m_format;
    else if (m_subject.place == FieldPlace::Values && m_values)
        input = m_values;
    input->setFocus();
}

void FieldDialog::addInputs(QVBoxLayout *column)
{
    const crm::Field &field = m_subject.field;
    const bool fed = m_subject.entry.column.has_value();
    auto *source = new TextLabel(fed ? tr("Fed by %1.").arg(m_subject.column) : tr("No column feeds it."),
                                 TextRole::Body, TextLabel::Use::Selectable, this);
    source->setObjectName(QStringLiteral("fieldSource"));
    column->addWidget(source);
    field.isLayout() && !m_subject.layouts.empty() ? offerLayouts() : offerValues();
    column->addWidget(
        new FieldBlock(tr("&Constant for %1").arg(labelOf(field).replace(u'&', QStringLiteral("&&"))), m_value,
                       fed ? tr("Used for the rows whose cell is blank.") : tr("Used for every row."), this));
    if (field.isLookup()) {
        offerFindBy();
        column->addWidget(new FieldBlock(tr("Records are found &by"), m_findBy, {}, this));
    }
    addProposal(column);
    const auto &table = m_subject.table;
    if (fed && mapping::takesFormat(field)) {
        const auto place = static_cast<size_t>(m_subject.entry.column->value);
        const bool known = table && table->profile && place < table->profile->columns.size();
        m_format = new FormatInput(
            field, known ? mapping::formatTable(field, table->profile->columns[place]) : mapping::FormatTable(),
            {m_subject.entry.format, m_subject.rule.sourcePattern}, this);
        connect(m_format, &FormatInput::changed, this, &FieldDialog::showArrivals);
        connect(m_format, &FormatInput::changed, this, &FieldDialog::showProposal);
        column->addWidget(m_format);
    } else if (fed && mapping::hasFixedValues(field)) {
        m_values =
            new ValueMapInput(field, table ? mapping::tallyOf(*table, *m_subject.entry.column) : mapping::ValueTally(),
                              m_subject.rule, this);
        connect(m_values, &ValueMapInput::changed, this, &FieldDialog::showArrivals);
        connect(m_values, &ValueMapInput::changed, this, &FieldDialog::showProposal);
        column->addWidget(m_values);
    }
    m_arrivals->setObjectName(QStringLiteral("fieldArrivals"));
    column->addWidget(new FieldBlock(tr("&How values will arrive"), m_arrivals, {}, this));
    column->addStretch();
    showProposal();
    connect(m_value, &QComboBox::currentTextChanged, this, &FieldDialog::showArrivals);
}

void FieldDialog::offerValues()
{
    m_value->setObjectName(QStringLiteral("constantValue"));
    m_value->setEditable(true);
    m_value->setInsertPolicy(QComboBox::NoInsert);
    m_value->lineEdit()->setMaxLength(longestValue);
    for (const crm::PicklistValue &value : mapping::fixedValues(m_subject.field))
        m_value->addItem(value.display, value.actual);
    const auto &before = m_subject.entry.defaultValue;
    const QString text = before ? before->toVariant().toString() : QString();
    const int known = m_value->findData(text);
    m_value->setCurrentIndex(known);
    if (known < 0)
        m_value->setEditText(text);
}

/// A layout is sent as its ID and known by its name. Without one the CRM takes the standard layout.
void FieldDialog::offerLayouts()
{
    m_value->setObjectName(QStringLiteral("constantValue"));
    m_value->addItem(tr("none: the standard layout"), QString());
    for (const crm::Layout &layout : m_subject.layouts)
        m_value->addItem(layout.name.isEmpty() ? layout.id.text() : layout.name, layout.id.text());
    const auto &before = m_subject.entry.defaultValue;
    const QString id = before ? before->toVariant().toString() : QString();
    if (m_value->findData(id) < 0)
        m_value->addItem(tr("%1 (no such layout)").arg(id), id);
    m_value->setCurrentIndex(m_value->findData(id));
}

void FieldDialog::addProposal(QVBoxLayout *column)
{
    m_proposal = new QWidget(this);
    auto *words = new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, m_proposal);
    words->setObjectName(QStringLiteral("fieldProposal"));
    auto *use = new QPushButton(tr("Use the Proposal"), m_proposal);
    use->setObjectName(QStringLiteral("useProposalButton"));
    use->setAutoDefault(false);
    auto *row = new QHBoxLayout(m_proposal);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(words, 1);
    row->addWidget(use, 0, Qt::AlignTop);
    connect(use, &QPushButton::clicked, this, [this] {
        // The button goes away with the proposal, and must not take the focus along.
        QWidget *next = m_format ? static_cast<QWidget *>(m_format) : m_values;
        next->setFocus();
        m_format ? m_format->takeProposal() : m_values->takeProposals();
    });
    column->addWidget(m_proposal);
}

void FieldDialog::showProposal()
{
    const QString words = m_format ? m_format->proposal() : m_values ? m_values->proposals() : QString();
    m_proposal->findChild<QLabel *>(QStringLiteral("fieldProposal"))
        ->setText(tr("Proposed from your file: %1").arg(words));
    m_proposal->setVisible(!words.isEmpty());
}

void FieldDialog::offerFindBy()
{
    m_findBy = new QComboBox(this);
    m_findBy->setObjectName(QStringLiteral("constantFindBy"));
    m_findBy->setEditable(m_subject.field.dataType == QLatin1String("lookup"));
    m_findBy->setInsertPolicy(QComboBox::NoInsert);
    const crm::FieldName usual = mapping::defaultFindBy(m_subject.field);
    if (usual.text() == QLatin1String("email"))
        m_findBy->addItem(tr("an e-mail address (email)"), usual.text());
    m_findBy->addItem(tr("a record ID (id)"), QStringLiteral("id"));
    if (const crm::FieldName name = crm::duplicateField(m_subject.field.lookupModule);
        m_findBy->isEditable() && !name.isEmpty())
        m_findBy->addItem(name.text(), name.text());
    const QString present = m_subject.entry.findBy.isEmpty() ? usual.text() : m_subject.entry.findBy.text();
    if (m_findBy->findData(present) < 0)
        m_findBy->addItem(present, present);
    m_findBy->setCurrentIndex(m_findBy->findData(present));
}

void FieldDialog::addButtons(QVBoxLayout *column)
{
    auto *buttons = new QDialogButtonBox(this);
    buttons->setContentsMargins(space::xl, 0, space::xl, 0);
    QPushButton *use = buttons->addButton(tr("Use"), QDialogButtonBox::AcceptRole);
    use->setObjectName(QStringLiteral("useConstantButton"));
    use->setDefault(true);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    if (m_subject.entry.defaultValue) {
        QPushButton *remove = buttons->addButton(tr("Remove Constant"), QDialogButtonBox::ResetRole);
        remove->setObjectName(QStringLiteral("removeConstantButton"));
        connect(remove, &QPushButton::clicked, this, [this] {
            m_value->setCurrentIndex(m_value->isEditable() ? -1 : 0);
            m_value->clearEditText();
        });
    }
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
}

std::optional<QJsonValue> FieldDialog::constant() const
{
    const QString text = m_value->currentText();
    const int known = m_value->isEditable() ? m_value->findText(text, Qt::MatchExactly) : m_value->currentIndex();
    const QVariant actual = known >= 0 ? m_value->itemData(known) : QVariant();
    const QString meant = actual.isValid() ? actual.toString() : text;
    const auto &before = m_subject.entry.defaultValue;
    if (before && meant == before->toVariant().toString())
        return before;
    return meant.isEmpty() ? std::nullopt : std::optional(QJsonValue(meant));
}

crm::FieldMapping FieldDialog::entry() const
{
    crm::FieldMapping entry = m_subject.entry;
    entry.field = m_subject.field.name;
    entry.defaultValue = constant();
    if (m_findBy) {
        const int known = m_findBy->findText(m_findBy->currentText());
        entry.findBy =
            crm::FieldName(known >= 0 ? m_findBy->itemData(known).toString() : m_findBy->currentText().trimmed());
    }
    if (m_format)
        entry.format = m_format->carriage().format;
    return entry;
}

mapping::CellRule FieldDialog::rule() const
{
    mapping::CellRule rule = m_subject.rule;
    if (m_format)
        rule.sourcePattern = m_format->carriage().sourcePattern;
    if (m_values) {
        rule.sourcePattern = m_values->separator();
        rule.values = m_values->values();
    }
    return rule;
}

QStringList FieldDialog::tellingValues() const
{
    const auto &table = m_subject.table;
    const auto place = m_subject.entry.column ? static_cast<size_t>(m_subject.entry.column->value) : 0;
    if (!table || !m_subject.entry.column || place >= table->columns.size())
        return {};
    QStringList values = table->columns[place].samples;
    for (const auto &value : mapping::tallyOf(*table, *m_subject.entry.column).values)
        values << value.text;
    values.removeDuplicates();
    return values.mid(0, shownValues);
}

/// The day that the CRM will read, so that day and month cannot be mistaken for each other.
QString FieldDialog::meaningOf(const QString &sent) const
{
    if (!m_subject.field.isDateLike())
        return sent;
    const QString format = m_format ? m_format->carriage().format : m_subject.entry.format;
    const auto pattern = mapping::DatePattern::from(format.isEmpty() ? QStringLiteral("MM/dd/yyyy") : format);
    const auto shape = tabular::readDate(sent.trimmed().toStdString());
    if (!pattern || !shape || !pattern->fits(*shape))
        return format.isEmpty() ? sent : tr("%1 – not as %2, so it is refused").arg(sent, format);
    const tabular::DateShape::Parts parts = *pattern->read(*shape);
    return tr("%1 – %2").arg(sent, QLocale().toString(QDate(parts.year, parts.month, parts.day), tr("d MMMM yyyy")));
}

void FieldDialog::showArrivals()
{
    m_arrivals->setRowCount(0);
    const mapping::CellConversion conversion(rule(), entry().format);
    for (const QString &value : tellingValues()) {
        const mapping::ConvertedCell converted = conversion.convert(value);
        const bool fails = converted.problem != mapping::ConvertedCell::Problem::None;
        addRow(m_arrivals,
               {value,
                fails ? tr("%1 – cannot be converted, goes up as it stands").arg(value) : meaningOf(converted.text)});
    }
    const std::optional<QJsonValue> value = constant();
    if (value || m_arrivals->rowCount() == 0)
        addRow(m_arrivals,
               {m_subject.entry.column ? tr("(a blank cell)") : tr("(every row)"),
                value ? value->toVariant().toString() : tr("(nothing)")});
    fitRows(m_arrivals, shownValues + 1);
}

} // namespace ui
