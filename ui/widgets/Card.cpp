#include "ui/widgets/Card.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace ui {

Card::Card(const QString &heading, const QString &sentence, const QString &iconName, QWidget *parent)
    : QFrame(parent)
    , m_heading(new TextLabel({}, TextRole::Heading, TextLabel::Use::Inert, this))
    , m_sentence(new TextLabel({}, TextRole::Body, TextLabel::Use::Inert, this))
{
    setMark(this, "card", true);
    setTextRole(m_sentence, TextRole::Caption);
    auto *title = new QHBoxLayout;
    title->setSpacing(space::s);
    if (!iconName.isEmpty())
        title->addWidget(new IconLabel(iconName, Tone::Accent, 1.3, this), 0, Qt::AlignTop);
    title->addWidget(m_heading, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::l, space::m, space::l, space::l);
    column->setSpacing(space::xs);
    column->addLayout(title);
    column->addWidget(m_sentence);
    setHeading(heading);
    setSentence(sentence);
}

QVBoxLayout *Card::body()
{
    if (!m_body) {
        m_body = new QVBoxLayout;
        m_body->setSpacing(space::m);
        m_body->setContentsMargins(0, space::xs, 0, 0);
        static_cast<QVBoxLayout *>(layout())->addLayout(m_body, 1);
    }
    return m_body;
}

void Card::setHeading(const QString &heading)
{
    m_heading->setText(heading);
    m_heading->setVisible(!heading.isEmpty());
}

void Card::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_sentence->setVisible(!sentence.isEmpty());
}

} // namespace ui
