#include "ui/wizard/Page.h"

#include "ui/widgets/TextLabel.h"
#include "ui/wizard/FocusInSight.h"

#include <QAbstractScrollArea>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int tightLines = 24; ///< of text: a page that is lower has no room to spare

/// Longer lines are hard to read; tables, which scroll by themselves, take all there is.
int readableWidth()
{
    return std::max(860, lineHeight() * 46);
}

} // namespace

Page::Page(session::WizardStep step, const QString &title, const QString &purpose, Scrolling scrolling, QWidget *parent)
    : QWidget(parent)
    , m_step(step)
{
    build(title, purpose, scrolling);
}

void Page::build(const QString &title, const QString &purpose, Scrolling scrolling)
{
    m_title = new TextLabel(title, TextRole::Title, TextLabel::Use::Inert, this);
    m_title->setObjectName(QStringLiteral("pageTitle"));
    m_purpose = new TextLabel(purpose, TextRole::Body, TextLabel::Use::Inert, this);
    m_purpose->setProperty("textRole", QStringLiteral("purpose"));
    m_messages = new MessageBanner(this);
    m_messages->setObjectName(QStringLiteral("pageMessages"));
    setAccessibleName(title);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::xl, space::l, space::xl, 0);
    column->setSpacing(space::xs);
    column->addWidget(m_title);
    column->addWidget(m_purpose);
    column->addSpacing(space::s);
    column->addWidget(m_messages);
    column->addSpacing(space::xs);

    m_content = new QVBoxLayout;
    m_content->setSpacing(space::l);
    if (scrolling == Scrolling::ByItself) {
        m_content->setContentsMargins(0, 0, 0, space::l);
        column->addLayout(m_content, 1);
        return;
    }
    // Room for the scroll bar. Margins are not mirrored by themselves.
    const bool mirrored = isRightToLeft();
    m_content->setContentsMargins(mirrored ? space::m : 0, 0, mirrored ? 0 : space::m, space::xl);
    auto *sheet = new QWidget;
    sheet->setMaximumWidth(readableWidth());
    sheet->setLayout(m_content);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(sheet);
    keepFocusInSight(m_scroll);
    // Lets the page's own ground show through.
    m_scroll->viewport()->setAutoFillBackground(false);
    sheet->setAutoFillBackground(false);
    column->addWidget(m_scroll, 1);
}

void Page::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    if (scrolling() == Scrolling::Outer)
        setRoom(height());
}

void Page::setRoom(int height)
{
    const bool tight = height < tightLines * lineHeight();
    if (tight == m_tight)
        return;
    m_tight = tight;
    m_purpose->setVisible(!tight);
    layout()->setContentsMargins(space::xl, tight ? space::s : space::l, space::xl, 0);
    Q_EMIT tightChanged();
}

void Page::takeAllWidth()
{
    if (m_scroll)
        m_scroll->widget()->setMaximumWidth(QWIDGETSIZE_MAX);
}

QString Page::whatIsMissing() const
{
    return {};
}

QWidget *Page::firstProblem()
{
    return nullptr;
}

QWidget *Page::widgetOf(const crm::InputRef &)
{
    return nullptr;
}

void Page::entered() { }

QString Page::nextText() const
{
    return {};
}

bool Page::goingOn()
{
    return true;
}

void Page::focusTitle(const QString &spoken)
{
    m_title->setAccessibleName(spoken);
    m_title->setFocus(Qt::OtherFocusReason);
}

void Page::focusInput(const crm::InputRef &input)
{
    if (QWidget *widget = widgetOf(input))
        focusWidget(widget);
}

void Page::focusWidget(QWidget *widget)
{
    if (m_scroll)
        m_scroll->ensureWidgetVisible(widget, space::xl, space::xxl * 3);
    widget->setFocus(Qt::OtherFocusReason);
}

} // namespace ui
