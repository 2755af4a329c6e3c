#pragma once

#include "base/Secret.h"
#include "cli/Verbs.h"

#include <QUrl>

#include <optional>

namespace cli {

/// What `run` was told.
struct RunOptions final {
    QString plan; ///< empty: the built-in sample (practice only)
    QString file;
    QString account;
    QString script;
    QString apiVersion;
    QUrl apiDomain;
    QUrl uploadDomain;
    QString org;
    base::Secret token; ///< from the environment
    bool practice = false;
    bool json = false;
};

/// Reads what stands after `run`. On a wrong command line a sentence is printed and nothing is given.
[[nodiscard]] std::optional<RunOptions> readRunOptions(const QStringList &arguments);

/// Reads the file `path`, or prints why it cannot be read.
[[nodiscard]] std::optional<QByteArray> readInput(const QString &path);

int runImport(const QStringList &arguments);
int explain(const QStringList &arguments);
int servePractice(const QStringList &arguments);

} // namespace cli
