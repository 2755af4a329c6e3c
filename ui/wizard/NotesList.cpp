#include "ui/wizard/NotesList.h"

#include "ui/widgets/IconLabel.h"
#include "ui/widgets/TabOrder.h"
#include "ui/widgets/TextLabel.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace ui {

NotesList::NotesList(QWidget *parent)
    : QWidget(parent)
    , m_lines(new QVBoxLayout)
    , m_all(new QPushButton(this))
{
    setObjectName(QStringLiteral("fileNotes"));
    m_all->setObjectName(QStringLiteral("showAllNotesButton"));
    m_all->setCheckable(true);
    makeQuiet(m_all);
    m_lines->setSpacing(space::xs);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::xs);
    column->addLayout(m_lines);
    column->addWidget(m_all, 0, Qt::AlignLeading);
    connect(m_all, &QPushButton::toggled, this, &NotesList::fill);
    hide();
}

void NotesList::setNotes(const std::vector<TableNote> &notes)
{
    if (notes == m_notes)
        return;
    m_notes = notes;
    setVisible(!notes.empty());
    fill();
}

void NotesList::fill()
{
    while (QLayoutItem *item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const bool all = m_all->isChecked();
    const size_t shown = all ? m_notes.size() : std::min(inSight, m_notes.size());
    QWidget *last = this;
    for (size_t i = 0; i < shown; ++i)
        last = insertIntoTabOrder(last, addLine(m_notes[i]));
    m_all->setVisible(m_notes.size() > inSight);
    m_all->setText(all ? tr("Show Fewer Notes")
                       : tr("Show All %Ln Note(s)", nullptr, static_cast<int>(m_notes.size())));
}

QWidget *NotesList::addLine(const TableNote &note)
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(new IconLabel(note.warns ? QStringLiteral("warning") : QStringLiteral("info"),
                                 note.warns ? Tone::Warning : Tone::Info),
                   0, Qt::AlignTop);
    row->addWidget(new TextLabel(note.text, TextRole::Body, TextLabel::Use::Selectable), 1);
    m_lines->addWidget(line);
    return line;
}

} // namespace ui
