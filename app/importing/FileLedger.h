#pragma once

#include "base/Result.h"
#include "crm/BulkWriteJob.h"

#include <QObject>

namespace importing {

/// A column that an uploaded file holds: where it stands in the spreadsheet (from 0), what it is called there and what
/// became of its cells.
struct HeldColumn final {
    int source = 0;
    QString name;
    QString cells = {}; ///< mapping::fingerprintOf() what they were changed by; empty: they are as they stand

    friend bool operator==(const HeldColumn &a, const HeldColumn &b) = default;
};

/// An uploaded file that this computer knows. The CRM has no list of them and takes each for one created job only.
struct KnownFile final {
    crm::FileId id;
    QString name;        ///< of the spreadsheet
    QString path;        ///< where it was, for its columns; may be gone
    qint64 rows = -1;    ///< -1: not known
    QStringList columns; ///< as its header row names them
    QDateTime uploaded;  ///< UTC
    crm::OrgId org;
    std::optional<crm::JobId> usedBy;
    /// Of a file with some of the spreadsheet's columns only, in the order of `columns`; empty: it holds them all.
    std::vector<HeldColumn> held = {};

    friend bool operator==(const KnownFile &a, const KnownFile &b) = default;
};

/// The known files, newest first, in one JSON file of the program's data folder; written at each change.
class FileLedger final : public QObject {
    Q_OBJECT
public:
    explicit FileLedger(QString path, QObject *parent = nullptr);

    [[nodiscard]] std::vector<KnownFile> filesOf(const crm::OrgId &org) const;
    [[nodiscard]] const KnownFile *find(const crm::FileId &id) const;
    void add(const KnownFile &file); ///< replaces one of the same id
    void markUsed(const crm::FileId &id, const crm::JobId &job);
    void forget(const crm::FileId &id);
    /// The last write, for a warning: the list then lives in memory only.
    [[nodiscard]] const base::Status &lastWrite() const { return m_lastWrite; }

Q_SIGNALS:
    void changed();

private:
    void save();
    QString m_path;
    std::vector<KnownFile> m_files;
    base::Status m_lastWrite = base::Done{};
};

} // namespace importing
