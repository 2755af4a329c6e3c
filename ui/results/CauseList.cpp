#include "ui/results/CauseList.h"

#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {
namespace {

constexpr size_t shownAtMost = 6;

} // namespace

CauseList::CauseList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(space::xs);
    setObjectName(QStringLiteral("resultCauses"));
    setAccessibleName(tr("Errors by cause"));
    hide();
}

void CauseList::show(const std::vector<ResultCause> &causes)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (size_t i = 0; i < std::min(causes.size(), shownAtMost); ++i)
        addCause(causes[i]);
    if (causes.size() > shownAtMost)
        m_rows->addWidget(new TextLabel(tr("… and %Ln rarer cause(s), to be found in the table.", nullptr,
                                           static_cast<int>(causes.size() - shownAtMost)),
                                        TextRole::Caption));
    setVisible(!causes.empty());
}

void CauseList::addCause(const ResultCause &cause)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    auto *count = new TextLabel(Wording::rows(cause.rows), TextRole::Caption);
    count->setWordWrap(false);
    makeBadge(count, Tone::Error);
    const QString sentence = ErrorText::of(cause.error);
    auto *words = new TextLabel(sentence, TextRole::Body, TextLabel::Use::Selectable);
    words->setToolTip(cause.error.code);
    auto *rows = new QPushButton(tr("Show These Rows"));
    rows->setAccessibleDescription(sentence);
    makeQuiet(rows);
    connect(rows, &QPushButton::clicked, this, [this, error = cause.error] { Q_EMIT causeChosen(error); });
    row->addWidget(count, 0, Qt::AlignVCenter);
    row->addWidget(words, 1);
    row->addWidget(rows, 0, Qt::AlignVCenter);
    m_rows->addWidget(line);
}

} // namespace ui
