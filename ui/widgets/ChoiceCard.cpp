#include "ui/widgets/ChoiceCard.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QMouseEvent>
#include <QRadioButton>

namespace ui {
namespace {

/// As far in as the words of the choice; margins are not mirrored by themselves.
QMargins indented(const QWidget &card, int top)
{
    const int indent = lineHeight() + space::m;
    return card.isRightToLeft() ? QMargins(0, top, indent, 0) : QMargins(indent, top, 0, 0);
}

} // namespace

ChoiceCard::ChoiceCard(const QString &choice, const QString &sentence, const QString &iconName, QWidget *parent)
    : QFrame(parent)
    , m_button(new QRadioButton(choice, this))
    , m_words(new TextLabel(sentence, TextRole::Caption, TextLabel::Use::Inert, this))
{
    setMark(this, "card", true);
    setMark(this, "choosable", true);
    QFont font = fontOf(TextRole::Body);
    font.setWeight(QFont::DemiBold);
    m_button->setFont(font);
    m_button->setAccessibleName(QString(choice).remove(QLatin1Char('&')));
    m_button->setAccessibleDescription(sentence);
    auto *top = new QHBoxLayout;
    top->addWidget(m_button, 1);
    if (!iconName.isEmpty())
        top->addWidget(new IconLabel(iconName, Tone::Accent, 1.3, this));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::s, space::m, space::m);
    column->setSpacing(space::xs);
    column->addLayout(top);
    m_words->setContentsMargins(indented(*this, 0));
    m_words->setVisible(!sentence.isEmpty());
    column->addWidget(m_words);
    connect(m_button, &QRadioButton::toggled, this, &ChoiceCard::showChosen);
}

QVBoxLayout *ChoiceCard::body()
{
    if (!m_bodyHolder) {
        m_bodyHolder = new QWidget(this);
        auto *inner = new QVBoxLayout(m_bodyHolder);
        inner->setContentsMargins(indented(*this, space::s));
        inner->setSpacing(space::m);
        static_cast<QVBoxLayout *>(layout())->addWidget(m_bodyHolder, 1);
        m_bodyHolder->setVisible(m_button->isChecked());
    }
    return static_cast<QVBoxLayout *>(m_bodyHolder->layout());
}

void ChoiceCard::setCompact(bool compact)
{
    m_words->setVisible(!compact && !m_words->text().isEmpty());
    layout()->setContentsMargins(space::m, space::s, space::m, compact ? space::s : space::m);
    setToolTip(compact ? m_words->text() : QString());
}

void ChoiceCard::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_button->isEnabled()) {
        QFrame::mousePressEvent(event);
        return;
    }
    m_button->setFocus(Qt::MouseFocusReason);
    m_button->click();
}

void ChoiceCard::showChosen(bool chosen)
{
    setMark(this, "chosen", chosen);
    if (m_bodyHolder)
        m_bodyHolder->setVisible(chosen);
}

} // namespace ui
