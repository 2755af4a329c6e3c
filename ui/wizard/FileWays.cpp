#include "ui/wizard/FileWays.h"

#include "ui/widgets/Card.h"
#include "ui/widgets/ChoiceCard.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/SideBySide.h"
#include "ui/widgets/Theme.h"
#include "ui/wizard/KnownFilesPanel.h"
#include "ui/wizard/LocalFilePanel.h"

#include <QButtonGroup>
#include <QLineEdit>
#include <QRadioButton>
#include <QVBoxLayout>

namespace ui {
namespace {

constexpr int cardLines = 12; ///< what a card wants, in heights of a line

} // namespace

FileWays::FileWays(QWidget *parent)
    : QWidget(parent)
    , m_choices(new QButtonGroup(this))
    , m_row(new SideBySide(space::s, cardLines, this))
    , m_cards(makeCards()) // before what they choose, for Tab goes in the order of making
    , m_chosen(new Card({}, {}, {}, this))
    , m_local(new LocalFilePanel(m_chosen))
    , m_known(new KnownFilesPanel(m_chosen))
    , m_typed(new QLineEdit(m_chosen))
    , m_typedBlock(new FieldBlock(tr("File ID"), m_typed, {}, m_chosen))
{
    m_typed->setObjectName(QStringLiteral("fileId"));
    for (QWidget *panel : std::initializer_list<QWidget *>{m_local, m_known, m_typedBlock})
        m_chosen->body()->addWidget(panel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    column->addWidget(m_row);
    column->addWidget(m_chosen);
    connect(m_choices, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (!on)
            return;
        showChosen();
        Q_EMIT sourceChanged();
    });
    m_choices->button(Local)->setChecked(true);
}

std::vector<ChoiceCard *> FileWays::makeCards()
{
    return {addCard(Local, QStringLiteral("sourceLocal"), tr("A spreadsheet"),
                    tr("On this computer, of any size; it is sent in parts of up to 25,000 rows.")),
            addCard(Known, QStringLiteral("sourceKnown"), tr("A file uploaded before"),
                    tr("The CRM keeps no list of uploaded files; this computer remembers its own.")),
            addCard(Typed, QStringLiteral("sourceTyped"), tr("A known file ID"),
                    tr("The number that the CRM gave when the file was uploaded. It is good for one job."))};
}

ChoiceCard *FileWays::addCard(Source source, const QString &name, const QString &choice, const QString &sentence)
{
    auto *card = new ChoiceCard(choice, sentence, {}, this);
    card->button()->setObjectName(name);
    m_choices->addButton(card->button(), source);
    m_row->add(card);
    return card;
}

FileWays::Source FileWays::source() const
{
    return static_cast<Source>(m_choices->checkedId());
}

void FileWays::setSource(Source source)
{
    m_choices->button(source)->setChecked(true);
}

void FileWays::setCompact(bool compact)
{
    for (ChoiceCard *card : m_cards)
        card->setCompact(compact);
}

void FileWays::showChosen()
{
    m_local->setVisible(source() == Local);
    m_known->setVisible(source() == Known);
    m_typedBlock->setVisible(source() == Typed);
}

void FileWays::showFaults(const std::vector<session::Fault> &faults)
{
    const std::vector<session::Fault> none;
    m_local->showFaults(source() == Local ? faults : none);
    m_known->showFaults(source() == Known ? faults : none);
    m_typedBlock->showFaults(source() == Typed ? faults : none);
}

QWidget *FileWays::input() const
{
    switch (source()) {
    case Known:
        return m_known->input();
    case Typed:
        return m_typed;
    case Local:
        break;
    }
    return m_local->input();
}

} // namespace ui
