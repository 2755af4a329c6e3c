#include "ui/mapping/ValueMapInput.h"

#include "ui/mapping/SmallTable.h"
#include "ui/widgets/ElidedComboBox.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLocale>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int mostRows = 100;
enum Column { InTheFile, Sent, Outcome };
/// Of a value's item: the value alone.
constexpr int textRole = Qt::UserRole;
/// Of a choice: the value that is likely meant, until a person has said something.
constexpr auto proposed = "proposed";
constexpr int mostNamed = 3;

} // namespace

ValueMapInput::ValueMapInput(const crm::Field &field, mapping::ValueTally tally, const mapping::CellRule &rule,
                             QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_tally(std::move(tally))
    , m_rule(rule)
    , m_table(smallTable({tr("Value in the file"), tr("Sent as"), tr("What happens")}, this))
    , m_sum(new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this))
{
    m_table->setObjectName(QStringLiteral("fieldValues"));
    m_table->verticalHeader()->setDefaultSectionSize(lineHeight() + space::xl);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    if (field.dataType == QLatin1String("multiselectpicklist")) {
        offerSeparators();
        column->addWidget(new FieldBlock(tr("&Mark between the values of a cell"), m_separator,
                                         tr("The CRM wants ; and gets it."), this));
    }
    column->addWidget(new FieldBlock(tr("&Values that the list lacks"), m_table, {}, this));
    column->addWidget(m_sum);
    fill();
}

void ValueMapInput::offerSeparators()
{
    m_separator = new QComboBox(this);
    m_separator->setObjectName(QStringLiteral("fieldSeparator"));
    for (const char *mark : {";", ",", "|", "/"})
        m_separator->addItem(QLatin1String(mark), QLatin1String(mark));
    m_separator->addItem(tr("line break"), QStringLiteral("\n"));
    if (!m_rule.sourcePattern.isEmpty() && m_separator->findData(m_rule.sourcePattern) < 0)
        m_separator->addItem(m_rule.sourcePattern, m_rule.sourcePattern);
    m_separator->setCurrentIndex(qMax(0, m_separator->findData(m_rule.sourcePattern)));
    connect(m_separator, &QComboBox::currentIndexChanged, this, [this] {
        m_rule.values = values();
        fill();
        Q_EMIT changed();
    });
}

void ValueMapInput::fill()
{
    m_table->setRowCount(0);
    const mapping::ValueTally tally =
        m_separator ? mapping::splitAt(m_tally, m_separator->currentData().toString()) : m_tally;
    int known = 0;
    int left = 0;
    for (const auto &value : tally.values) {
        const bool fixed = mapping::isFixedValue(m_field, value.text) && !m_rule.values.contains(value.text);
        known += fixed ? 1 : 0;
        if (!fixed && m_table->rowCount() < mostRows)
            addValue(value.text, value.count);
        else if (!fixed)
            ++left;
    }
    for (const auto &[from, to] : m_rule.values) {
        const bool there = std::any_of(tally.values.begin(), tally.values.end(),
                                       [&from = from](const auto &value) { return value.text == from; });
        if (!there)
            addValue(from, 0);
    }
    QStringList sum{tr("%Ln value(s) stand in the list already.", nullptr, known)};
    if (left > 0)
        sum << tr("%Ln more value(s) are not shown.", nullptr, left);
    if (!tally.everyRow)
        sum << tr("Counted in the first rows only.");
    m_sum->setText(sum.join(QLatin1Char(' ')));
    fitRows(m_table, 6);
    m_table->parentWidget()->setVisible(m_table->rowCount() > 0);
    QWidget *first = m_table->rowCount() > 0 ? choiceOf(0) : m_separator;
    setFocusProxy(first);
}

void ValueMapInput::addValue(const QString &text, qint64 count)
{
    const int row = addRow(m_table, {count > 0 ? tr("%1 (%2)").arg(text, QLocale().toString(count)) : text, {}, {}});
    m_table->item(row, InTheFile)->setData(textRole, text);
    auto *choice = new ElidedComboBox(m_table);
    choice->setAccessibleName(tr("What is sent for %1").arg(text));
    choice->addItem(tr("as it stands"));
    for (const crm::PicklistValue &value : mapping::fixedValues(m_field))
        choice->addItem(value.display, value.actual);
    const auto chosen = m_rule.values.find(text);
    const bool isChosen = chosen != m_rule.values.end();
    if (isChosen && choice->findData(chosen->second) < 0)
        choice->addItem(chosen->second, chosen->second);
    choice->setCurrentIndex(isChosen ? choice->findData(chosen->second) : 0);
    if (!isChosen)
        choice->setProperty(proposed, mapping::proposedValue(m_field, text));
    m_table->setCellWidget(row, Sent, choice);
    showState(row);
    connect(choice, &QComboBox::activated, this, [this, choice, row] {
        choice->setProperty(proposed, QString());
        showState(row);
        Q_EMIT changed();
    });
}

QComboBox *ValueMapInput::choiceOf(int row) const
{
    return qobject_cast<QComboBox *>(m_table->cellWidget(row, Sent));
}

QString ValueMapInput::textOf(int row) const
{
    return m_table->item(row, InTheFile)->data(textRole).toString();
}

int ValueMapInput::proposalOf(int row) const
{
    const QComboBox *choice = choiceOf(row);
    const QString likely = choice->property(proposed).toString();
    return likely.isEmpty() || choice->currentIndex() > 0 ? 0 : qMax(0, choice->findData(likely));
}

QString ValueMapInput::proposals() const
{
    QStringList named;
    int more = 0;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const int likely = proposalOf(row);
        if (likely > 0 && named.size() < mostNamed)
            named << tr("“%1” as %2").arg(textOf(row), choiceOf(row)->itemText(likely));
        else if (likely > 0)
            ++more;
    }
    const QString words = named.join(QStringLiteral(", "));
    return more > 0 ? tr("%1 and %Ln more", nullptr, more).arg(words) : words;
}

void ValueMapInput::takeProposals()
{
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const int likely = proposalOf(row);
        if (likely == 0)
            continue;
        choiceOf(row)->setCurrentIndex(likely);
        showState(row);
    }
    Q_EMIT changed();
}

void ValueMapInput::showState(int row)
{
    const QComboBox *choice = choiceOf(row);
    QString state;
    if (choice->currentIndex() > 0)
        state = tr("chosen");
    else if (const int likely = proposalOf(row); likely > 0)
        state = tr("proposed: %1").arg(choice->itemText(likely));
    else
        state = m_field.dataType == QLatin1String("boolean") ? tr("would be refused") : tr("would be added");
    m_table->item(row, Outcome)->setText(state);
}

std::map<QString, QString> ValueMapInput::values() const
{
    std::map<QString, QString> values;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QComboBox *choice = choiceOf(row);
        if (choice->currentIndex() > 0)
            values[textOf(row)] = choice->currentData().toString();
    }
    return values;
}

QString ValueMapInput::separator() const
{
    if (!m_separator)
        return {};
    const QString mark = m_separator->currentData().toString();
    return mark == QLatin1String(";") && values().empty() ? QString() : mark;
}

} // namespace ui
