#include "ui/models/KnownFilesModel.h"

#include <QLocale>

namespace ui {
namespace {

QString stateOf(const importing::KnownFile &file)
{
    return file.usedBy ? KnownFilesModel::tr("Used up by job %1").arg(file.usedBy->text())
                       : KnownFilesModel::tr("Ready to use");
}

QString textOf(const importing::KnownFile &file, int column)
{
    switch (column) {
    case KnownFilesModel::Name:
        return file.name.isEmpty() ? KnownFilesModel::tr("not known") : file.name;
    case KnownFilesModel::Rows:
        return file.rows < 0 ? KnownFilesModel::tr("not known") : QLocale().toString(file.rows);
    case KnownFilesModel::Uploaded:
        return QLocale().toString(file.uploaded.toLocalTime(), QLocale::ShortFormat);
    case KnownFilesModel::State:
        return stateOf(file);
    case KnownFilesModel::FileId:
        return file.id.text();
    default:
        return {};
    }
}

QString tipOf(const importing::KnownFile &file, int column)
{
    if (column == KnownFilesModel::Name && !file.path.isEmpty())
        return file.path;
    if (column == KnownFilesModel::State && file.usedBy)
        return KnownFilesModel::tr("The CRM takes a file ID for one job only.");
    return textOf(file, column);
}

} // namespace

KnownFilesModel::KnownFilesModel(QObject *parent)
    : QAbstractTableModel(parent)
{ }

void KnownFilesModel::setFiles(const std::vector<importing::KnownFile> &files)
{
    beginResetModel();
    m_files = files;
    endResetModel();
}

const importing::KnownFile *KnownFilesModel::fileAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_files[static_cast<size_t>(row)] : nullptr;
}

int KnownFilesModel::rowOf(const crm::FileId &id) const
{
    for (int row = 0; row < rowCount(); ++row)
        if (fileAt(row)->id == id)
            return row;
    return -1;
}

int KnownFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_files.size());
}

int KnownFilesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant KnownFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const importing::KnownFile &file = *fileAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textOf(file, index.column());
    case Qt::ToolTipRole:
        return tipOf(file, index.column());
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == Rows ? Qt::AlignTrailing | Qt::AlignVCenter
                                                                        : Qt::AlignLeading | Qt::AlignVCenter));
    case UsedRole:
        return file.usedBy.has_value();
    default:
        return {};
    }
}

QVariant KnownFilesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Horizontal && role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(section == Rows ? Qt::AlignTrailing | Qt::AlignVCenter
                                                                 : Qt::AlignLeading | Qt::AlignVCenter));
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    const QStringList names{tr("Spreadsheet"), tr("Rows"), tr("Uploaded"), tr("State"), tr("File ID")};
    return names.value(section);
}

} // namespace ui
