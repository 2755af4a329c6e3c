#include "ui/wizard/FileDigest.h"

#include "ui/widgets/TextLabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace ui {

FileDigest::FileDigest(QWidget *parent)
    : QFrame(parent)
    , m_file(new TextLabel({}, TextRole::Body, TextLabel::Use::Selectable, this))
    , m_reading(new TextLabel({}, TextRole::Caption, TextLabel::Use::Selectable, this))
    , m_choices(new QPushButton(this))
{
    setObjectName(QStringLiteral("fileDigest"));
    m_choices->setObjectName(QStringLiteral("fileChoicesButton"));
    m_choices->setCheckable(true);
    makeQuiet(m_choices);
    setMark(this, "card", true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(space::m, space::xs, space::m, space::xs);
    column->setSpacing(space::xs);
    column->addWidget(m_file);
    column->addWidget(m_reading);
    column->addWidget(m_choices, 0, Qt::AlignLeading);
    connect(m_choices, &QPushButton::toggled, this, [this] {
        showButton();
        Q_EMIT choicesToggled();
    });
    showButton();
}

void FileDigest::setWords(const QString &file, const QString &reading)
{
    m_file->setText(file);
    m_reading->setText(reading);
}

bool FileDigest::wantsChoices() const
{
    return m_choices->isChecked();
}

void FileDigest::setWantsChoices(bool wanted)
{
    m_choices->setChecked(wanted);
}

void FileDigest::showButton()
{
    const bool open = m_choices->isChecked();
    m_choices->setText(open ? tr("Fewer Choices") : tr("Change the File or How It Is Read"));
    m_choices->setIcon(icon(open ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down")));
}

} // namespace ui
