#pragma once

#include <QJsonObject>
#include <QString>

namespace cli {

/// Standard output for results, standard error for sentences; both are written through at once, so that a script that
/// reads along sees each line when it happens.
void printLine(const QString &line);
void printEvent(const QJsonObject &event); ///< one JSON object a line
void printTrouble(const QString &sentence);
/// Overwrites itself, and is dropped where standard error is no terminal.
void printProgress(const QString &text);
void endProgress();

} // namespace cli
