#include "ui/text/ErrorText.h"
#include "ui/widgets/DetailsBox.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TabOrder.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>

namespace ui {
namespace {

/// Shown beside the sentence of a fault that the CRM reported.
QLabel *serverMark(QWidget *parent)
{
    auto *mark = new QLabel(FaultLines::tr("From Zoho CRM"), parent);
    mark->setObjectName(QStringLiteral("fromServer"));
    makeBadge(mark, Tone::Error);
    mark->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    return mark;
}

/// Below the sentence: who said so, and in which words.
QHBoxLayout *originOf(bool fromServer, const QString &details, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(space::s);
    if (fromServer)
        row->addWidget(serverMark(parent), 0, Qt::AlignTop);
    auto *box = new DetailsBox(parent);
    box->setText(details);
    row->addWidget(box, 1);
    return row;
}

} // namespace

FaultLines::FaultLines(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout(this))
{
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(space::xs);
    hide();
}

void FaultLines::setFaults(const std::vector<session::Fault> &faults)
{
    clearLines();
    for (const session::Fault &fault : faults)
        addLine(fault.isWarning(), fault.fromServer(), ErrorText::of(fault),
                fault.fromServer() ? ErrorText::details(fault) : QString());
    setVisible(!faults.empty());
}

void FaultLines::setTrouble(const QString &sentence, const QString &details)
{
    clearLines();
    if (!sentence.isEmpty())
        addLine(false, false, sentence, details);
    setVisible(!sentence.isEmpty());
}

QString FaultLines::text() const
{
    return m_sentences.join(QLatin1Char('\n'));
}

void FaultLines::clearLines()
{
    m_lastStop = nullptr;
    m_sentences.clear();
    m_errors = false;
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        // A line may be the one whose Details are being pressed.
        if (QWidget *line = item->widget()) {
            line->hide();
            line->setObjectName(QString());
            line->deleteLater();
        }
        delete item;
    }
}

void FaultLines::addLine(bool warning, bool fromServer, const QString &sentence, const QString &details)
{
    const Tone tone = warning ? Tone::Warning : Tone::Error;
    auto *line = new QWidget(this);
    line->setObjectName(QStringLiteral("faultLine"));
    auto *sign = new IconLabel(warning ? QStringLiteral("warning") : QStringLiteral("error"), tone, 1.05, line);
    auto *text = new TextLabel(sentence, TextRole::Body, TextLabel::Use::Selectable, line);
    setTone(text, tone);
    text->setObjectName(QStringLiteral("faultText"));
    text->setAccessibleName(sentence);
    auto *words = new QVBoxLayout;
    words->setSpacing(space::xs);
    words->addWidget(text);
    if (fromServer || !details.isEmpty())
        words->addLayout(originOf(fromServer, details, line));
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(sign, 0, Qt::AlignTop);
    row->addLayout(words, 1);
    m_lines->addWidget(line);
    m_lastStop = insertIntoTabOrder(m_lastStop ? m_lastStop : this, line);
    m_sentences.append(sentence);
    m_errors = m_errors || !warning;
}

} // namespace ui
