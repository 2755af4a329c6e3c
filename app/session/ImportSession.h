#pragma once

#include "checking/ValueCheck.h"
#include "crm/BulkWriteJob.h"
#include "crm/Field.h"
#include "importing/ImportPlan.h"
#include "session/AutomaticEntries.h"
#include "session/StepStates.h"
#include "tabular/TableSummary.h"

namespace session {

/// Who is signed in where. Filled by CrmConnection.
struct AccountState final {
    bool connected = false;
    bool practice = false;
    QString name;       ///< of the saved account; empty for practice and for a session-only token
    QString dataCentre; ///< id; empty for practice
    QUrl apiHost;
    QString apiVersion = QStringLiteral("v2.1");
    crm::Organisation organisation;
    crm::CrmUser user;
    std::vector<crm::Module> modules; ///< those that take bulk write, by label
};

/// Step 2. Nothing is chosen for the user: module and operation start absent.
struct ModuleChoice final {
    std::optional<crm::ModuleRef> module;
    std::optional<crm::Operation> operation;
    crm::FieldName findBy;
    bool ignoreEmpty = true;

    friend bool operator==(const ModuleChoice &a, const ModuleChoice &b) = default;
};

/// Step 3: a local spreadsheet (uploaded at Run when there is no fileId yet), an uploaded file ID, or both (the
/// spreadsheet then only gives the columns).
struct FileChoice final {
    std::optional<tabular::TableSummary> table;
    crm::FileId fileId;
    std::optional<crm::JobId> usedBy; ///< the job that has used up fileId, as far as this computer knows
    bool idIsOfTable = false;         ///< fileId was made from `table`, and can be made from it again

    /// An ID that the CRM can still be expected to take.
    [[nodiscard]] bool hasUsableId() const { return !fileId.isEmpty() && !usedBy; }

    friend bool operator==(const FileChoice &a, const FileChoice &b) = default;
};

/// The fields of the chosen module.
struct ModuleMetadata final {
    crm::ModuleName module;
    std::vector<crm::Field> fields;
    std::vector<crm::Layout> layouts;
};

/// Everything the user has decided so far, and what is wrong with it. Pages show and change it; no page reads another
/// page. Main thread. Setters compare, and emit only on a real change: changed(area) for each area first, then
/// faultsChanged() if the faults differ, then statusChanged() if a step's status differs; what the accessors give is
/// already complete when the first of them is emitted. Changing an input clears the CRM's refusal of exactly that input,
/// and any change clears a refusal of the job as a whole; local findings are made anew at each change.
class ImportSession final : public StepStates {
    Q_OBJECT
public:
    enum class Area { Account, Module, Metadata, File, Mapping, Callback, Matches };
    Q_ENUM(Area)

    explicit ImportSession(QObject *parent = nullptr);

    [[nodiscard]] const AccountState &account() const { return m_account; }
    void setAccount(const AccountState &account);
    [[nodiscard]] const ModuleChoice &module() const { return m_module; }
    /// Another module drops the metadata (CrmConnection loads the new ones).
    void setModule(const ModuleChoice &module);
    [[nodiscard]] const ModuleMetadata &metadata() const { return m_metadata; }
    /// Undecided columns whose header is exactly a field's name are matched, once for a module and a set of columns.
    /// Entries made that way and never touched since go with the columns or the module that gave them.
    void setMetadata(const ModuleMetadata &metadata);
    [[nodiscard]] const FileChoice &file() const { return m_file; }
    void setFile(const FileChoice &file); ///< other columns: matched as above
    [[nodiscard]] const mapping::ColumnMapping &mapping() const { return m_mapping; }
    /// What a person has made of it; `again`: fields whose entries, where they come back, count as made by themselves as before.
    void setMapping(const mapping::ColumnMapping &mapping, const std::set<crm::FieldName> &again = {});
    /// What ColumnMatching proposes, by column; empty until it has finished, and after another file or module.
    [[nodiscard]] const std::vector<mapping::ColumnMatch> &matches() const { return m_matches; }
    /// Keeps them and makes entries of those that are sure, where column and field are still free. Entries that were made
    /// by an earlier call or for exact names, and never touched since, make way for surer ones and go when the operation
    /// cannot write their field. A column that a person cleared stays cleared, and what a plan settled stays as it is.
    void takeMatches(std::vector<mapping::ColumnMatch> matches);
    /// The entries that nobody made by hand.
    [[nodiscard]] const AutomaticEntries &automatic() const { return m_automatic; }
    [[nodiscard]] const std::optional<crm::Callback> &callback() const { return m_callback; }
    void setCallback(const std::optional<crm::Callback> &callback);

    /// Takes over a plan or a bare request; the source file still has to be opened by the caller. What no step shows
    /// (character encoding, file names, parent columns) is kept and goes out again. An empty plan starts over.
    void adopt(const importing::ImportPlan &plan);
    /// The plan to save, with the request as it stands. It carries the adopted body's exact bytes as long as nothing
    /// of it was changed.
    [[nodiscard]] importing::ImportPlan plan() const;

    [[nodiscard]] const InputFaults &faults() const override { return m_faults; }
    /// Takes the place of the refusal before it; without inputs there is none any more.
    void showRefusal(const std::vector<crm::InputRef> &inputs, std::shared_ptr<const crm::ServerError> refusal);

Q_SIGNALS:
    void changed(session::ImportSession::Area area);
    void faultsChanged();

private:
    using Inputs = std::vector<crm::InputRef>;
    using Areas = std::vector<Area>;
    [[nodiscard]] crm::BulkWriteRequest request() const;
    void settle(const Areas &areas, const Inputs &inputs);
    void announce(const InputFaults &before);
    void check();
    [[nodiscard]] bool decided(WizardStep step) const override;
    void matchNames(Areas &areas, Inputs &inputs);
    [[nodiscard]] QStringList headers() const;
    [[nodiscard]] const tabular::TableProfile *profile() const;

    AccountState m_account;
    ModuleChoice m_module;
    ModuleMetadata m_metadata;
    FileChoice m_file;
    mapping::ColumnMapping m_mapping;
    std::optional<crm::Callback> m_callback;
    std::optional<importing::ImportPlan> m_adopted;
    std::vector<mapping::ColumnMatch> m_matches;
    AutomaticEntries m_automatic;
    std::pair<crm::ModuleName, QStringList> m_matched; ///< the module and columns that were matched last
    bool m_keepMapping = false; ///< a plan settled the mapping: its columns are not matched again
    InputFaults m_faults;
    checking::ValueCheck m_values;
};

/// What is proposed for an undecided column whose proposed field is still free; nullptr: nothing.
[[nodiscard]] const mapping::ColumnMatch *proposalFor(const ImportSession &session, crm::ColumnIndex column);

} // namespace session
