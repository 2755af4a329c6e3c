#include "ui/widgets/SearchInput.h"

#include "ui/widgets/Theme.h"

#include <QAction>
#include <QLineEdit>
#include <QToolButton>

namespace ui {

void SearchInput::prepare(QLineEdit *input)
{
    input->setClearButtonEnabled(true);
    // Qt gives the button a picture only.
    for (QToolButton *clear : input->findChildren<QToolButton *>())
        clear->setAccessibleName(tr("Clear"));
    input->addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition)->setText(tr("Search"));
}

} // namespace ui
