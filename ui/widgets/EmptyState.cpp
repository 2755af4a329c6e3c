#include "ui/widgets/EmptyState.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

EmptyState::EmptyState(const QString &iconName, const QString &sentence, const QString &action, QWidget *parent)
    : QWidget(parent)
    , m_icon(new IconLabel(iconName, Tone::Accent, 2.6, this))
    , m_sentence(new TextLabel(sentence, TextRole::Body, TextLabel::Use::Inert, this))
    , m_action(new QPushButton(this))
{
    m_sentence->setAlignment(Qt::AlignHCenter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::xl, space::xl, space::xl);
    column->setSpacing(space::m);
    column->addStretch(1);
    column->addWidget(m_icon, 0, Qt::AlignHCenter);
    column->addWidget(m_sentence);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(1);
    setAction(action);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionRequested);
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
}

void EmptyState::setIcon(const QString &iconName)
{
    m_icon->setIcon(iconName, Tone::Accent);
}

void EmptyState::setAction(const QString &action)
{
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
}

} // namespace ui
