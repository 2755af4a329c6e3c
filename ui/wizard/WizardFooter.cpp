#include "ui/wizard/WizardFooter.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

WizardFooter::WizardFooter(QWidget *parent)
    : QWidget(parent)
    , m_sign(new IconLabel(QStringLiteral("info"), Tone::Neutral, 1.1, this))
    , m_message(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_back(new QPushButton(tr("&Back"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("footer"));
    setAttribute(Qt::WA_StyledBackground);
    m_message->setObjectName(QStringLiteral("footerMessage"));
    m_cancel->setObjectName(QStringLiteral("cancelButton"));
    m_back->setObjectName(QStringLiteral("backButton"));
    m_next->setObjectName(QStringLiteral("nextButton"));
    m_back->setToolTip(tr("Alt+Left"));
    m_next->setToolTip(tr("Alt+Right"));
    setTone(m_next, Tone::Accent);
    for (QPushButton *button : {m_cancel, m_back, m_next})
        button->setAutoDefault(true); // outside of a dialog a button takes Enter only then
    makeQuiet(m_cancel);
    layOut();
    connect(m_cancel, &QPushButton::clicked, this, &WizardFooter::cancelPressed);
    connect(m_back, &QPushButton::clicked, this, &WizardFooter::backPressed);
    connect(m_next, &QPushButton::clicked, this, &WizardFooter::nextPressed);
}

void WizardFooter::layOut()
{
    const int width = QFontMetrics(font()).horizontalAdvance(tr("&Back")) * 2;
    m_back->setMinimumWidth(width);
    m_next->setMinimumWidth(width);
    auto *words = new QHBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(m_sign);
    words->addWidget(m_message, 1);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::s);
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    m_place = new QBoxLayout(QBoxLayout::LeftToRight, this);
    m_place->setContentsMargins(space::xl, space::m, space::xl, space::m);
    m_place->setSpacing(space::s);
    m_place->addLayout(words, 1);
    m_place->addLayout(buttons);
    setTabOrder(m_message, m_next);
    setTabOrder(m_next, m_back);
    setTabOrder(m_back, m_cancel);
}

/// A small window or large text leaves no room for the words beside the buttons.
void WizardFooter::resizeEvent(QResizeEvent *event)
{
    const bool wide = width() >= lineHeight() * 40;
    m_place->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_place->setContentsMargins(space::xl, wide ? space::m : space::xs, space::xl, wide ? space::m : space::s);
    QWidget::resizeEvent(event);
}

void WizardFooter::setNext(const QString &text)
{
    const QString shown = text.isEmpty() ? tr("&Next") : text;
    m_next->setText(shown);
    m_next->setAccessibleName(QString(shown).remove(QLatin1Char('&')));
}

void WizardFooter::setBackEnabled(bool enabled)
{
    m_back->setEnabled(enabled);
}

void WizardFooter::setMessage(const QString &sentence, bool urgent)
{
    const Tone tone = urgent ? Tone::Warning : Tone::Neutral;
    m_sign->setIcon(urgent ? QStringLiteral("warning") : QStringLiteral("info"), tone);
    m_sign->setVisible(!sentence.isEmpty());
    setTone(m_message, tone);
    m_message->setText(sentence);
    m_message->setAccessibleName(sentence);
    m_message->setVisible(!sentence.isEmpty());
    m_message->setFocusPolicy(sentence.isEmpty() ? Qt::NoFocus : Qt::StrongFocus);
    m_next->setAccessibleDescription(sentence);
}

} // namespace ui
