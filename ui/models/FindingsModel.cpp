#include "ui/models/FindingsModel.h"

#include <algorithm>

namespace ui {

FindingsModel::FindingsModel(Words words, QObject *parent)
    : QAbstractListModel(parent)
    , m_words(std::move(words))
{ }

void FindingsModel::setFaults(const std::vector<session::Fault> &faults)
{
    beginResetModel();
    m_faults = faults;
    std::stable_sort(m_faults.begin(), m_faults.end(), [](const session::Fault &a, const session::Fault &b) {
        return std::pair(a.isWarning(), session::stepOf(a.input)) < std::pair(b.isWarning(), session::stepOf(b.input));
    });
    m_errors = static_cast<int>(std::count_if(m_faults.begin(), m_faults.end(),
                                              [](const session::Fault &fault) { return !fault.isWarning(); }));
    endResetModel();
}

const session::Fault *FindingsModel::faultAt(int row) const
{
    return row >= 0 && row < rowCount() ? &m_faults[static_cast<size_t>(row)] : nullptr;
}

int FindingsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_faults.size());
}

QVariant FindingsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const session::Fault &fault = *faultAt(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return m_words(fault);
    case WarningRole:
        return fault.isWarning();
    case StepRole:
        return static_cast<int>(session::stepOf(fault.input));
    default:
        return {};
    }
}

} // namespace ui
