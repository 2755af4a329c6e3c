#include "ui/mapping/BoardBar.h"

#include "ui/models/MappingEditor.h"
#include "ui/widgets/Theme.h"

#include <QAccessible>
#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QUndoStack>

#include <algorithm>

namespace ui {

BoardBar::BoardBar(MappingEditor &editor, QUndoStack &undo, QWidget *parent)
    : QWidget(parent)
    , m_undo(undo)
    , m_row(new QHBoxLayout)
    , m_views(new QButtonGroup(this))
    , m_hint(new QLabel(this))
    , m_cancel(new QPushButton(tr("Cancel"), this))
    , m_acceptAll(new QPushButton(icon(QStringLiteral("check")), QString(), this))
    , m_undoButton(new QPushButton(icon(QStringLiteral("undo")), tr("Undo"), this))
    , m_redoButton(new QPushButton(icon(QStringLiteral("redo")), tr("Redo"), this))
{
    layOut();
    connect(m_views, &QButtonGroup::idClicked, this, &BoardBar::viewChosen);
    connect(m_cancel, &QPushButton::clicked, this, &BoardBar::cancelRequested);
    connect(m_acceptAll, &QPushButton::clicked, this, &BoardBar::acceptAllRequested);
    connect(m_undoButton, &QPushButton::clicked, &editor, &MappingEditor::undo);
    connect(m_redoButton, &QPushButton::clicked, &editor, &MappingEditor::redo);
    connect(&undo, &QUndoStack::indexChanged, this, &BoardBar::showUndo);
    hint({});
    showUndo();
}

void BoardBar::layOut()
{
    m_hint->setObjectName(QStringLiteral("mappingStatus"));
    m_hint->setWordWrap(true);
    m_hint->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_undoButton->setObjectName(QStringLiteral("undoButton"));
    m_redoButton->setObjectName(QStringLiteral("redoButton"));
    m_cancel->setObjectName(QStringLiteral("cancelPickButton"));
    m_cancel->hide();
    m_acceptAll->setObjectName(QStringLiteral("acceptAllButton"));
    m_acceptAll->hide();
    m_undoButton->setAccessibleName(tr("Undo"));
    m_redoButton->setAccessibleName(tr("Redo"));
    m_hint->setAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    m_row->setSpacing(space::s);
    const QStringList texts{tr("By Column"), tr("By Field")};
    const QStringList names{QStringLiteral("byColumnButton"), QStringLiteral("byFieldButton")};
    for (int i = 0; i < int(texts.size()); ++i) {
        auto *button = new QPushButton(texts[i], this);
        button->setCheckable(true);
        button->setObjectName(names[i]);
        m_views->addButton(button, i);
        m_row->addWidget(button);
    }
    m_row->addStretch();
    m_row->addWidget(m_acceptAll);
    m_row->addWidget(m_undoButton);
    m_row->addWidget(m_redoButton);
    auto *words = new QHBoxLayout;
    words->setSpacing(space::s);
    words->addWidget(m_hint, 1);
    words->addWidget(m_cancel);
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(space::xs);
    lines->addLayout(m_row);
    lines->addLayout(words);
}

QString BoardBar::whatToDo() const
{
    if (m_oneOnly)
        return tr("Choose in the list of each row.");
    return tr("Drag a column onto a field, or click a column and then a field, or choose in the list of each row.");
}

void BoardBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHint();
    fitButtons();
}

void BoardBar::fitHint()
{
    // Always as high as what to do next needs: nothing may move under the pointer when the words change.
    const int lines = m_hint->fontMetrics().boundingRect(0, 0, width(), 10000, Qt::TextWordWrap, whatToDo()).height();
    m_hint->setFixedHeight(std::max(lines, m_cancel->sizeHint().height()));
}

void BoardBar::fitButtons()
{
    for (Room room : {Room::Ample, Room::SignsToUndo, Room::ShortWords, Room::NoUndo}) {
        make(room);
        if (m_row->minimumSize().width() <= width())
            return;
    }
}

/// Undo and Redo are known by their signs, and are in the Edit menu too.
void BoardBar::make(Room room)
{
    m_room = room;
    m_undoButton->setText(room == Room::Ample ? tr("Undo") : QString());
    m_redoButton->setText(room == Room::Ample ? tr("Redo") : QString());
    m_undoButton->setVisible(room != Room::NoUndo);
    m_redoButton->setVisible(room != Room::NoUndo);
    const QString accept = tr("Accept %Ln Proposal(s)", nullptr, m_proposals);
    m_acceptAll->setText(room < Room::ShortWords ? accept : tr("Accept %Ln", nullptr, m_proposals));
    m_acceptAll->setAccessibleName(accept);
    m_acceptAll->setToolTip(accept);
    if (m_added)
        m_added->setText(room < Room::ShortWords ? m_addedText : QString());
    m_row->invalidate(); // a layout within a layout does not notice by itself
}

QSize BoardBar::minimumSizeHint() const
{
    int width = m_row->minimumSize().width();
    if (m_room != Room::NoUndo) {
        width = space::s;
        for (const QAbstractButton *button : m_views->buttons())
            width += button->sizeHint().width();
    }
    return {width, layout()->totalMinimumSize().height()};
}

void BoardBar::setProposals(int count)
{
    m_proposals = count;
    m_acceptAll->setVisible(count > 0);
    fitButtons();
}

void BoardBar::setOneOnly(bool oneOnly)
{
    m_oneOnly = oneOnly;
    hint({});
    fitHint();
}

void BoardBar::addButton(QPushButton *button)
{
    m_added = button;
    m_addedText = button->text();
    button->setAccessibleName(m_addedText);
    button->setToolTip(m_addedText);
    m_row->insertWidget(m_row->indexOf(m_undoButton), button);
}

void BoardBar::setViewIndex(int view)
{
    m_views->button(view)->setChecked(true);
}

void BoardBar::setWords(const QString &sentence)
{
    m_hint->setText(sentence);
    m_hint->setToolTip(sentence);
    m_hint->setAccessibleName(sentence);
}

void BoardBar::say(const QString &sentence)
{
    setWords(m_undo.canUndo() && m_cancel->isHidden() ? tr("%1 Undo: Ctrl+Z.").arg(sentence) : sentence);
    // The way to have something read out before Qt 6.8 brought announcements.
    QAccessibleEvent alert(m_hint, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BoardBar::hint(const QString &sentence)
{
    setWords(sentence.isEmpty() ? whatToDo() : sentence);
}

void BoardBar::setWaiting(const QString &words)
{
    const bool waits = !words.isEmpty();
    m_cancel->setVisible(waits);
    setMark(m_hint, "badge", waits);
    m_hint->setIndent(waits ? space::s : 0);
    setTone(m_hint, waits ? Tone::Accent : Tone::Neutral);
    waits ? say(words) : hint({});
}

void BoardBar::showUndo()
{
    m_undoButton->setEnabled(m_undo.canUndo());
    m_redoButton->setEnabled(m_undo.canRedo());
    m_undoButton->setToolTip(m_undo.canUndo() ? tr("Undo: %1 (Ctrl+Z)").arg(m_undo.undoText()) : QString());
    m_redoButton->setToolTip(m_undo.canRedo() ? tr("Redo: %1 (Ctrl+Shift+Z)").arg(m_undo.redoText()) : QString());
}

} // namespace ui
