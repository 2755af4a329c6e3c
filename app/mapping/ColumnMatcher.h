#pragma once

#include "mapping/ColumnMapping.h"
#include "mapping/ValueFit.h"

#include <QHash>

namespace mapping {

/// How far a proposal can be trusted: applied by itself, proposed for one keypress, or not found.
enum class Band { NoIdea, Check, Sure };

/// Why a field was proposed, in one line of the window.
struct MatchReason final {
    enum class Name { None, History, ApiName, Label, Meaning, Part, Values };
    Name name = Name::None; ///< what led there
    QString words;          ///< of the header, that decided
    ValueFit values;        ///< what the values say to it
};

struct MatchCandidate final {
    crm::FieldName field;
    double score = 0; ///< 0 … 1, for putting in order; no probability
    MatchReason reason;
};

/// What is proposed for one column.
struct ColumnMatch final {
    Band band = Band::NoIdea;
    /// With an empty field where there is no idea; its reason is then History if a column of this name was ignored before.
    MatchCandidate best;
    /// The next best, at most three; fields that other columns got are among them.
    std::vector<MatchCandidate> runnersUp;
};

/// What the user chose before for headers of this module, by comparableName(); an empty field: the column was ignored.
using MatchHistory = QHash<QString, crm::FieldName>;

/// All that a proposal depends on; nothing else does, the language of the window least of all.
struct MatchInput final {
    QStringList headers;
    std::vector<ColumnValues> values; ///< in the order of the headers; may be shorter
    std::vector<crm::Field> fields;
    crm::ModuleName module;
    crm::Operation operation = crm::Operation::Insert;
    /// What is mapped or ignored in it is never proposed anew: leave out what was made by itself, and it is explained.
    ColumnMapping current;
    MatchHistory history;
};

/// Whether nothing in a header says what its column holds: "Column 3", "Feld", "2", a blank one.
[[nodiscard]] bool saysNothing(const QString &header);

/// Proposes a field for each undecided column, all columns together, so that no field is given twice. The same input gives
/// the same outcome. 200 columns and 1,000 fields take about a second; meant for a pool thread.
[[nodiscard]] std::vector<ColumnMatch> matchColumns(const MatchInput &input);

} // namespace mapping
