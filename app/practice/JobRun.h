#pragma once

#include "practice/RowRules.h"

#include "tabular/CsvReader.h"

#include <functional>

namespace practice {

struct RowCounts final {
    qint64 added = 0;
    qint64 updated = 0;
    qint64 skipped = 0; ///< with the unprocessed ones: total is what these three make
    [[nodiscard]] qint64 total() const { return added + updated + skipped; }
};

/// What a run changes; outlives it.
struct CrmData final {
    std::vector<PracticeModule> modules;
    std::vector<PracticeUser> users; ///< the first is the signed-in one
    Stores stores;
    qint64 recordLimit = 1'000'000; ///< in one module; beyond, rows get LIMIT_EXCEEDED
    std::function<QString()> nextRecordId;
};

/// Takes the rows of one job into the records, some at a time, and writes the result file as it goes: the first three
/// mapped columns, STATUS (added, updated, skipped, unprocessed), RECORD_ID, ERRORS.
class JobRun final {
public:
    JobRun(const JobOrder &order, const UploadedCsv &csv, CrmData &data, const QDateTime &now);

    /// False once all rows are done.
    bool step(int rows);
    [[nodiscard]] const RowCounts &counts() const { return m_counts; }
    [[nodiscard]] const QByteArray &resultCsv() const { return m_result; }

private:
    struct Change final {
        int field = -1;
        QString value;
    };
    using Errors = QMap<QString, QStringList>; ///< code → fields

    void takeRow(const QStringList &cells);
    void collect(const QStringList &cells, std::vector<Change> &changes, Errors &errors) const;
    void requireMandatory(const std::vector<Change> &changes, Errors &errors) const;
    void requireUnique(const std::vector<Change> &changes, std::optional<int> self, Errors &errors) const;
    void requireOpen(int position, Errors &errors) const;
    [[nodiscard]] std::optional<int> match(const std::vector<Change> &changes) const;
    [[nodiscard]] QString keyName() const;
    void insert(const QStringList &cells, const std::vector<Change> &changes, Errors errors);
    void update(const QStringList &cells, int position, const std::vector<Change> &changes, Errors errors);
    void extendPicklists(const std::vector<Change> &changes);
    void report(const QStringList &cells, const char *status, const QString &id, const Errors &errors);
    void writeHeader(const QStringList &header);

    JobOrder m_order;
    CrmData &m_data;
    PracticeModule *m_module = nullptr;
    RecordStore *m_store = nullptr;
    RowRules m_rules;
    QDateTime m_now;
    std::unique_ptr<tabular::CsvReader> m_reader;
    std::vector<int> m_echoed; ///< columns
    RowCounts m_counts;
    QByteArray m_result;
};

} // namespace practice
