#pragma once

#include "session/ImportSession.h"
#include "tabular/opening/Glance.h"

namespace session {

/// Reads a spreadsheet in the pool and puts it into the session: first a glance, which comes at once for any size, then the
/// whole for its summary. One at a time: opening another drops the first.
class FileOpener final : public QObject {
    Q_OBJECT
public:
    explicit FileOpener(ImportSession &session, QObject *parent = nullptr);
    ~FileOpener() override;

    void open(const QString &path);                 ///< makes all choices itself; keeps no file ID
    void openAs(const tabular::SourceFile &source); ///< with sheet and dialect that the user chose
    /// The same, with U+FFFD for the bytes that are no text: the user agreed to it.
    void openReplacing(const tabular::SourceFile &source);
    void openForColumns(const tabular::SourceFile &source); ///< beside a file ID, which stays
    void stop();
    void close(); ///< stops, and forgets the file; what the session has stays

    [[nodiscard]] bool busy() const;
    [[nodiscard]] int percent() const;
    [[nodiscard]] const std::optional<base::Error> &error() const;
    [[nodiscard]] const QString &path() const; ///< being opened, or opened last
    /// Of the file at path(), also when reading the whole of it fails; of an earlier choice until the next glance is there.
    /// When all is read it has the names of all sheets.
    [[nodiscard]] const std::optional<tabular::Glance> &glance() const;

Q_SIGNALS:
    void changed(); ///< any of the five

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace session
