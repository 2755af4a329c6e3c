#pragma once

#include "base/Result.h"
#include "mapping/ColumnMatcher.h"

#include <QObject>

namespace session {

/// What was chosen for headers in the imports of this computer, so that the next spreadsheet with the same headers is
/// matched likewise. One JSON file in the program's data folder; it holds module, header and field, and no value of a cell.
class FieldChoices final : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype most = 5'000; ///< entries of all modules; the oldest go

    /// A file that cannot be read as one of these is moved aside, with a line in the log.
    explicit FieldChoices(QString path, QObject *parent = nullptr);

    [[nodiscard]] mapping::MatchHistory of(const crm::ModuleName &module) const;
    /// Notes for each header the first field that its column feeds, or that it was ignored on purpose; what is undecided
    /// leaves the earlier choice as it is, and so does a header that says nothing ("Column 3", "2"). Writes in the pool.
    void remember(const crm::ModuleName &module, const QStringList &headers, const mapping::ColumnMapping &mapping);
    /// The last write, once saved() has been emitted; the choices then live in memory only.
    [[nodiscard]] const base::Status &lastWrite() const { return m_lastWrite; }

Q_SIGNALS:
    void saved(); ///< all that was remembered is in the file, or lastWrite() says why not

private:
    struct Choice final {
        crm::ModuleName module;
        QString header;       ///< mapping::comparableName()
        crm::FieldName field; ///< empty: ignored
    };
    void save();
    [[nodiscard]] QByteArray asJson() const;

    QString m_path;
    std::vector<Choice> m_choices; ///< oldest first
    base::Status m_lastWrite = base::Done{};
    bool m_saving = false;
    bool m_saveAgain = false;
};

} // namespace session
