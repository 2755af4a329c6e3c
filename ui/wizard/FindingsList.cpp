#include "ui/wizard/FindingsList.h"

#include "ui/models/FindingsModel.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/DetailsBox.h"
#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

// Nobody reads more; correcting the first ones brings up the rest.
constexpr int shownAtMost = 40;

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        // A button of a row may be the one whose press is being handled.
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent)
    , m_model(new FindingsModel([](const session::Fault &fault) { return ErrorText::of(fault); }, this))
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::s);
    setFaults({});
}

void FindingsList::setFaults(const std::vector<session::Fault> &faults)
{
    m_model->setFaults(faults);
    empty(m_rows);
    const int count = std::min(m_model->rowCount(), shownAtMost);
    for (int row = 0; row < count; ++row) {
        if (row == 0 || row == m_model->errors())
            addHeading(headingOf(row));
        addRow(row);
    }
    if (m_model->rowCount() > count)
        m_rows->addWidget(new TextLabel(tr("… and %Ln more.", nullptr, m_model->rowCount() - count)));
    QStringList sentences;
    for (int row = 0; row < count; ++row)
        sentences << m_model->index(row).data().toString();
    setAccessibleDescription(sentences.join(QLatin1Char(' ')));
}

QString FindingsList::headingOf(int row) const
{
    const bool warnings = row == m_model->errors();
    const int count = warnings ? m_model->warnings() : m_model->errors();
    if (warnings)
        return tr("%Ln warning(s)", nullptr, count);
    return tr("%Ln error(s) that stand in the way", nullptr, count);
}

void FindingsList::addHeading(const QString &text)
{
    m_rows->addWidget(new TextLabel(text, TextRole::Caption));
}

void FindingsList::addRow(int row)
{
    const session::Fault fault = *m_model->faultAt(row);
    const QString sentence = m_model->index(row).data().toString();
    auto *line = new QWidget(this);
    auto *columns = new QHBoxLayout(line);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(space::s);
    columns->addWidget(fault.isWarning() ? new IconLabel(QStringLiteral("warning"), Tone::Warning)
                                         : new IconLabel(QStringLiteral("error"), Tone::Error),
                       0, Qt::AlignTop);
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new TextLabel(sentence, TextRole::Body, TextLabel::Use::Selectable));
    if (fault.fromServer()) {
        auto *details = new DetailsBox;
        details->setText(ErrorText::details(fault));
        words->addWidget(details);
    }
    columns->addLayout(words, 1);
    auto *go = new QPushButton(tr("Go to %1").arg(Wording::of(session::stepOf(fault.input))));
    makeQuiet(go);
    go->setObjectName(QStringLiteral("findingGo_%1").arg(fault.input.toText()));
    go->setAccessibleDescription(sentence);
    connect(go, &QPushButton::clicked, this, [this, input = fault.input] { Q_EMIT inputWanted(input); });
    columns->addWidget(go, 0, Qt::AlignTop);
    m_rows->addWidget(line);
}

QWidget *FindingsList::firstButton() const
{
    for (QPushButton *button : findChildren<QPushButton *>())
        if (button->objectName().startsWith(QLatin1String("findingGo_")) && !button->isHidden())
            return button;
    return nullptr;
}

} // namespace ui
