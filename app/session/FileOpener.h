#pragma once

#include "session/ImportSession.h"

namespace session {

/// Reads a spreadsheet in the pool and puts it into the session. One at a time: opening another drops the first.
class FileOpener final : public QObject {
    Q_OBJECT
public:
    explicit FileOpener(ImportSession &session, QObject *parent = nullptr);
    ~FileOpener() override;

    void open(const QString &path);                         ///< detects the dialect first; keeps no file ID
    void openAs(const tabular::SourceFile &source);         ///< with a dialect that the user chose
    void openForColumns(const tabular::SourceFile &source); ///< beside a file ID, which stays
    void stop();

    [[nodiscard]] bool busy() const;
    [[nodiscard]] int percent() const;
    [[nodiscard]] const std::optional<base::Error> &error() const;
    [[nodiscard]] const QString &path() const; ///< being opened, or opened last

Q_SIGNALS:
    void changed(); ///< any of the four

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session
