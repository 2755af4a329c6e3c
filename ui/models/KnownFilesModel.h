#pragma once

#include "importing/FileLedger.h"

#include <QAbstractTableModel>

namespace ui {

/// The uploaded files that this computer knows of one organisation, newest first.
class KnownFilesModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, Rows, Uploaded, State, FileId, ColumnCount };
    enum Role { UsedRole = Qt::UserRole }; ///< bool: a job has used it up

    explicit KnownFilesModel(QObject *parent = nullptr);

    void setFiles(const std::vector<importing::KnownFile> &files);
    [[nodiscard]] const importing::KnownFile *fileAt(int row) const; ///< nullptr outside
    [[nodiscard]] int rowOf(const crm::FileId &id) const;            ///< -1 when it is not there

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    std::vector<importing::KnownFile> m_files;
};

} // namespace ui
