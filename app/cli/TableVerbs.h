#pragma once

#include "cli/TableOptions.h"

#include <QStringList>

namespace cli {

/// Reads the words after `verb`, which takes one file. Gives the sentence that says what is wrong, else nothing.
[[nodiscard]] QString readTableCommand(QCommandLineParser &parser, const QStringList &arguments, const char *verb,
                                       TableOptions &options);

int inspect(const QStringList &arguments);
int split(const QStringList &arguments);
int printCells(const QStringList &arguments);

} // namespace cli
