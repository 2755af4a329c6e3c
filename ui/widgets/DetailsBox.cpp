#include "ui/widgets/DetailsBox.h"

#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>

namespace ui {

DetailsBox::DetailsBox(QWidget *parent)
    : QWidget(parent)
    , m_toggle(new QPushButton(tr("Show Details"), this))
    , m_text(new QPlainTextEdit(this))
    , m_copy(new QPushButton(icon(QStringLiteral("copy"), Tone::Accent), tr("Copy"), this))
{
    m_toggle->setObjectName(QStringLiteral("detailsButton"));
    m_toggle->setCheckable(true);
    makeQuiet(m_toggle);
    makeQuiet(m_copy);
    m_copy->setAccessibleName(tr("Copy Details"));
    m_text->setObjectName(QStringLiteral("detailsText"));
    m_text->setAccessibleName(tr("Details"));
    m_text->setReadOnly(true);
    m_text->setTabChangesFocus(true);
    m_text->setFont(fontOf(TextRole::Code));
    m_text->setMinimumHeight(lineHeight() * 7);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(space::xs);
    buttons->addWidget(m_toggle);
    buttons->addWidget(m_copy);
    buttons->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(buttons);
    column->addWidget(m_text);
    connect(m_toggle, &QPushButton::toggled, this, &DetailsBox::showText);
    connect(m_copy, &QPushButton::clicked, this, &DetailsBox::copyText);
    showText(false);
    hide();
}

void DetailsBox::setText(const QString &text)
{
    if (text != m_text->toPlainText()) {
        m_text->setPlainText(text);
        m_toggle->setChecked(false);
    }
    setVisible(!text.isEmpty());
}

void DetailsBox::showText(bool shown)
{
    m_toggle->setText(shown ? tr("Hide Details") : tr("Show Details"));
    m_text->setVisible(shown);
    m_copy->setVisible(shown);
}

void DetailsBox::copyText() const
{
    QApplication::clipboard()->setText(m_text->toPlainText());
}

QString rawText(const crm::ServerAnswer &answer)
{
    QStringList lines;
    if (!answer.url.isEmpty())
        lines.append(answer.url.toString(QUrl::RemoveUserInfo));
    if (answer.httpStatus > 0)
        lines.append(QStringLiteral("HTTP %1").arg(answer.httpStatus));
    for (const auto &[name, value] : answer.headers)
        lines.append(QString::fromLatin1(name) + QStringLiteral(": ") + QString::fromLatin1(value));
    lines.append(QString());
    lines.append(QString::fromUtf8(answer.body));
    return lines.join(QLatin1Char('\n'));
}

} // namespace ui
