#pragma once

#include <QByteArray>
#include <QString>

class QLabel;

namespace ui {

/// Saves `bytes` in the pool and says in `words` (shown then) that it was done, or why not. An empty path does nothing:
/// the user changed his mind.
void saveWithWords(const QString &path, const QByteArray &bytes, QLabel *words);

} // namespace ui
