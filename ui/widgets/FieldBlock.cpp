#include "ui/widgets/FieldBlock.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace ui {

namespace {

/// "&Format" is Format, "R && D" is R & D.
QString withoutMnemonic(const QString &label)
{
    QString plain;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (label.at(i) == u'&' && i + 1 < label.size())
            ++i;
        plain += label.at(i);
    }
    return plain;
}

} // namespace

FieldBlock::FieldBlock(const QString &label, QWidget *input, const QString &help, QWidget *parent)
    : QWidget(parent)
    , m_label(new TextLabel(label, TextRole::Body, TextLabel::Use::Inert, this))
    , m_input(input)
    , m_doubt(new IconLabel(QStringLiteral("warning"), Tone::Warning, 1.0, this))
    , m_help(new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this))
    , m_faults(new FaultLines(this))
{
    QFont font = fontOf(TextRole::Body);
    font.setWeight(QFont::Medium);
    m_label->setFont(font);
    m_label->setBuddy(input);
    m_label->setVisible(!label.isEmpty());
    if (!label.isEmpty())
        input->setAccessibleName(withoutMnemonic(label));
    m_faults->setObjectName(input->objectName() + QStringLiteral("Faults"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_label);
    column->addWidget(input);
    auto *line = new QHBoxLayout;
    line->setSpacing(space::xs);
    line->addWidget(m_doubt, 0, Qt::AlignTop);
    line->addWidget(m_help, 1);
    column->addLayout(line);
    column->addWidget(m_faults);
    m_doubt->hide();
    setHelp(help);
}

QWidget *FieldBlock::input() const
{
    return m_input;
}

void FieldBlock::setHelp(const QString &help)
{
    m_help->setText(help);
    m_help->setVisible(!help.isEmpty());
    describe();
}

void FieldBlock::setDoubtful(bool doubtful)
{
    m_doubt->setVisible(doubtful);
}

bool FieldBlock::isDoubtful() const
{
    return !m_doubt->isHidden();
}

void FieldBlock::showFaults(const std::vector<session::Fault> &faults)
{
    m_faults->setFaults(faults);
    describe();
}

void FieldBlock::showTrouble(const QString &sentence, const QString &details)
{
    m_faults->setTrouble(sentence, details);
    describe();
}

void FieldBlock::describe()
{
    // An input may get its objectName after it was put into the block.
    m_faults->setObjectName(m_input->objectName() + QStringLiteral("Faults"));
    QStringList parts{m_faults->text(), m_help->text()};
    parts.removeAll(QString());
    m_input->setAccessibleDescription(parts.join(QLatin1Char(' ')));
    setMark(m_input, "invalid", m_faults->hasErrors());
}

} // namespace ui
