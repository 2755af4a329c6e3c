#include "ui/wizard/SaveWithWords.h"

#include "session/Saving.h"
#include "ui/text/ErrorText.h"

#include <QLabel>

namespace ui {

void saveWithWords(const QString &path, const QByteArray &bytes, QLabel *words)
{
    if (path.isEmpty())
        return;
    base::observe(session::saveBytes(path, bytes), words, [path, words](const base::Status &saved) {
        words->setText(saved.ok() ? QCoreApplication::translate("SaveWithWords", "Saved as %1").arg(path)
                                  : ErrorText::of(saved.error()));
        words->show();
    });
}

} // namespace ui
