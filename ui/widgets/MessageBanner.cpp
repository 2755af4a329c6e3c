#include "ui/widgets/MessageBanner.h"

#include "ui/widgets/DetailsBox.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success:
        return QStringLiteral("success");
    case Tone::Warning:
        return QStringLiteral("warning");
    case Tone::Error:
        return QStringLiteral("error");
    case Tone::Practice:
        return QStringLiteral("practice");
    case Tone::Neutral:
    case Tone::Accent:
    case Tone::Info:
        break;
    }
    return QStringLiteral("info");
}

} // namespace

MessageBanner::MessageBanner(QWidget *parent)
    : QFrame(parent)
    , m_icon(new IconLabel(QStringLiteral("info"), Tone::Info, 1.25, this))
    , m_text(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_action(new QPushButton(this))
    , m_details(new DetailsBox(this))
{
    setMark(this, "banner", true);
    m_action->hide();
    auto *column = new QVBoxLayout;
    column->setSpacing(space::xs);
    column->addWidget(m_text);
    column->addWidget(m_details);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(space::m, space::s, space::m, space::s);
    row->setSpacing(space::s);
    row->addWidget(m_icon, 0, Qt::AlignTop);
    row->addLayout(column, 1);
    row->addWidget(m_action, 0, Qt::AlignTop);
    connect(m_action, &QPushButton::clicked, this, &MessageBanner::actionRequested);
    hide();
}

void MessageBanner::say(Tone tone, const QString &text, const QString &details)
{
    setTone(this, tone);
    m_icon->setIcon(iconOf(tone), tone);
    m_text->setText(text);
    m_text->setAccessibleName(text);
    m_details->setText(details);
    m_action->hide();
    show();
}

void MessageBanner::offer(const QString &actionText)
{
    m_action->setText(actionText);
    m_action->setVisible(!actionText.isEmpty());
}

void MessageBanner::clear()
{
    m_text->clear();
    m_details->setText({});
    m_action->hide();
    hide();
}

QString MessageBanner::text() const
{
    return m_text->text();
}

} // namespace ui
