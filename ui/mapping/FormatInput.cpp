#include "ui/mapping/FormatInput.h"

#include "mapping/CellPattern.h"
#include "ui/mapping/SmallTable.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/widgets/Theme.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ui {

FormatInput::FormatInput(const crm::Field &field, mapping::FormatTable table, const mapping::Carriage &now,
                         QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_candidates(std::move(table))
    , m_verdict(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_table(smallTable({tr("Written as"), tr("Fits"), tr("Speaks against it")}, this))
    , m_format(new QComboBox(this))
    , m_rewrite(new QCheckBox(tr("Re&write the cells before they go up"), this))
{
    m_verdict->setObjectName(QStringLiteral("fieldFormatVerdict"));
    m_table->setObjectName(QStringLiteral("fieldFormats"));
    m_format->setObjectName(QStringLiteral("fieldFormat"));
    m_format->setEditable(true);
    m_format->setInsertPolicy(QComboBox::NoInsert);
    m_format->lineEdit()->setPlaceholderText(tr("not said"));
    m_rewrite->setObjectName(QStringLiteral("fieldRewrite"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_verdict);
    column->addWidget(new FieldBlock(tr("&Ways to read the column"), m_table, {}, this));
    column->addWidget(m_rewrite);
    column->addWidget(new FieldBlock(tr("&Format that the request announces"), m_format, {}, this));
    fillTable();
    showVerdict();
    take(now);
    setFocusProxy(m_candidates.candidates.empty() ? static_cast<QWidget *>(m_format) : m_table);
    connect(m_table, &QTableWidget::currentCellChanged, this, [this](int row) { takeRow(row); });
    connect(m_rewrite, &QCheckBox::clicked, this, &FormatInput::takeRewriting);
    connect(m_format, &QComboBox::currentTextChanged, this, &FormatInput::changed);
}

void FormatInput::fillTable()
{
    const QLocale locale;
    for (const mapping::FormatCandidate &candidate : m_candidates.candidates) {
        const tabular::PatternFit &fit = candidate.fit;
        const QString fits = tr("%1 of %2").arg(locale.toString(fit.fitting), locale.toString(m_candidates.values));
        const QString against =
            fit.misfitRow > 0 ? tr("row %1: %2").arg(locale.toString(fit.misfitRow), fit.misfitText) : QString();
        addRow(m_table, {fit.pattern, fits, against});
        if (m_field.isDateLike())
            m_format->addItem(candidate.carriage.format);
    }
    for (const char *usual : {"yyyy-MM-dd", "dd/MM/yyyy", "MM/dd/yyyy", "dd.MM.yyyy"}) {
        const QString format = QLatin1String(usual)
            + (m_field.dataType == QLatin1String("datetime") ? QStringLiteral(" HH:mm:ss") : QString());
        if (m_field.isDateLike() && m_format->findText(format) < 0)
            m_format->addItem(format);
    }
    fitRows(m_table, 4);
    m_table->parentWidget()->setVisible(!m_candidates.candidates.empty());
    m_rewrite->setVisible(!m_candidates.candidates.empty());
}

void FormatInput::showVerdict()
{
    const auto &candidates = m_candidates.candidates;
    m_verdict->setVisible(candidates.size() > 1);
    if (candidates.size() < 2)
        return;
    if (!m_candidates.decided)
        m_verdict->setText(tr("No row decides between %1 and %2. Choose the one that is meant.")
                               .arg(candidates[0].fit.pattern, candidates[1].fit.pattern));
    else if (m_candidates.decisiveRow > 0)
        m_verdict->setText(tr("Row %1 decides: %2 can only be read as %3.")
                               .arg(QLocale().toString(m_candidates.decisiveRow), m_candidates.decisiveText,
                                    candidates[0].fit.pattern));
    else
        m_verdict->setText(tr("%1 fits the most values.").arg(candidates[0].fit.pattern));
}

mapping::Carriage FormatInput::carriage() const
{
    return {m_format->currentText().trimmed(), m_sourcePattern};
}

QString FormatInput::proposal() const
{
    if (carriage() != mapping::Carriage{} || m_candidates.candidates.empty() || !m_candidates.decided)
        return {};
    const mapping::FormatCandidate &first = m_candidates.candidates.front();
    if (first.carriage == mapping::Carriage{})
        return {};
    const QLocale locale;
    return tr("%1, which fits %2 of %3 values.")
        .arg(first.fit.pattern, locale.toString(first.fit.fitting), locale.toString(m_candidates.values));
}

void FormatInput::takeProposal()
{
    takeRow(0);
}

int FormatInput::rowOf(const mapping::Carriage &carriage) const
{
    for (size_t i = 0; i < m_candidates.candidates.size(); ++i) {
        const mapping::FormatCandidate &candidate = m_candidates.candidates[i];
        if (candidate.carriage == carriage || mapping::rewritten(m_field, candidate.fit.pattern) == carriage)
            return static_cast<int>(i);
    }
    return -1;
}

void FormatInput::take(const mapping::Carriage &carriage)
{
    {
        const QSignalBlocker quietTable(m_table);
        const QSignalBlocker quietFormat(m_format);
        m_sourcePattern = carriage.sourcePattern;
        m_format->setCurrentIndex(m_format->findText(carriage.format));
        m_format->setEditText(carriage.format);
        const bool saysNothing = carriage == mapping::Carriage{} && m_field.isDateLike();
        const int row = saysNothing ? -1 : rowOf(carriage);
        m_table->setCurrentCell(row, row < 0 ? -1 : 0);
    }
    showRewriting();
    Q_EMIT changed();
}

void FormatInput::takeRow(int row)
{
    if (row >= 0)
        take(m_candidates.candidates.at(static_cast<size_t>(row)).carriage);
}

void FormatInput::takeRewriting(bool rewrite)
{
    const int row = m_table->currentRow();
    if (row < 0)
        return take({m_format->currentText(), {}});
    const mapping::FormatCandidate &candidate = m_candidates.candidates.at(static_cast<size_t>(row));
    take(rewrite ? mapping::rewritten(m_field, candidate.fit.pattern) : candidate.carriage);
}

void FormatInput::showRewriting()
{
    const int row = m_table->currentRow();
    m_rewrite->setChecked(!m_sourcePattern.isEmpty());
    const bool choice =
        row >= 0 && m_candidates.candidates.at(static_cast<size_t>(row)).carriage.sourcePattern.isEmpty();
    // Without a row a rule from elsewhere can only be dropped.
    m_rewrite->setEnabled(choice || (row < 0 && !m_sourcePattern.isEmpty()));
    m_rewrite->setToolTip(row >= 0 && !choice ? tr("The CRM does not read this pattern, so the cells are rewritten.")
                                              : QString());
    m_rewrite->setAccessibleDescription(m_rewrite->toolTip());
}

} // namespace ui
