#include "ui/models/ResultRowsModel.h"

#include <QHash>

#include <algorithm>

namespace ui {
namespace {

int echoedColumns(const crm::ResultFile &file)
{
    qsizetype most = 0;
    for (const crm::RowResult &row : file.rows)
        most = std::max(most, row.echoed.size());
    return static_cast<int>(most);
}

} // namespace

ResultRowsModel::ResultRowsModel(Words words, QObject *parent)
    : QAbstractTableModel(parent)
    , m_words(std::move(words))
{ }

void ResultRowsModel::setResult(std::shared_ptr<const crm::ResultFile> file, SourceRow sourceRow)
{
    beginResetModel();
    m_file = std::move(file);
    m_sourceRow = std::move(sourceRow);
    m_echoed = m_file ? echoedColumns(*m_file) : 0;
    select();
    endResetModel();
}

void ResultRowsModel::setFilter(const ResultFilter &filter)
{
    if (filter == m_filter)
        return;
    beginResetModel();
    m_filter = filter;
    select();
    endResetModel();
}

bool ResultRowsModel::matches(const crm::RowResult &row) const
{
    if (m_filter.state && row.state != *m_filter.state)
        return false;
    if (m_filter.onlyErrors && row.errors.empty())
        return false;
    return !m_filter.cause || std::find(row.errors.begin(), row.errors.end(), *m_filter.cause) != row.errors.end();
}

void ResultRowsModel::select()
{
    m_shown.clear();
    for (size_t i = 0; m_file && i < m_file->rows.size(); ++i)
        if (matches(m_file->rows[i]))
            m_shown.push_back(static_cast<int>(i));
}

int ResultRowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int ResultRowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_file ? 0 : m_echoed + 4;
}

QVariant ResultRowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int fileRow = m_shown[static_cast<size_t>(index.row())];
    switch (role) {
    case Qt::DisplayRole:
        return textOf(fileRow, index.column());
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return tipOf(fileRow, index.column());
    case StateRole:
        return index.column() == stateColumn() ? static_cast<int>(m_file->rows[static_cast<size_t>(fileRow)].state)
                                               : QVariant();
    case Qt::TextAlignmentRole:
        return QVariant::fromValue(Qt::Alignment(index.column() == 0 ? Qt::AlignTrailing | Qt::AlignVCenter
                                                                     : Qt::AlignLeading | Qt::AlignVCenter));
    default:
        return {};
    }
}

QString ResultRowsModel::textOf(int fileRow, int column) const
{
    const crm::RowResult &row = m_file->rows[static_cast<size_t>(fileRow)];
    if (column == 0)
        return QString::number(m_sourceRow(fileRow));
    if (column <= m_echoed)
        return row.echoed.value(column - 1).left(200).replace(QLatin1Char('\n'), QLatin1Char(' '));
    if (column == stateColumn())
        return row.state == crm::RowState::Unknown && !row.stateText.isEmpty() ? row.stateText
                                                                               : m_words.state(row.state);
    if (column == stateColumn() + 1)
        return row.recordId.text();
    QStringList sentences;
    for (const crm::RowError &error : row.errors)
        sentences << m_words.error(error);
    return sentences.join(QLatin1Char(' '));
}

QString ResultRowsModel::tipOf(int fileRow, int column) const
{
    const crm::RowResult &row = m_file->rows[static_cast<size_t>(fileRow)];
    const QString text = textOf(fileRow, column);
    if (column != errorColumn() || row.errorsText.isEmpty())
        return text;
    return tr("%1 (The CRM wrote: %2)").arg(text, row.errorsText);
}

QVariant ResultRowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(
            Qt::Alignment(section == 0 ? Qt::AlignTrailing | Qt::AlignVCenter : Qt::AlignLeading | Qt::AlignVCenter));
    if (section == 0 && role == Qt::ToolTipRole)
        return tr("Row of the spreadsheet, its header row counted");
    if (role != Qt::DisplayRole || !m_file)
        return {};
    if (section == 0)
        return tr("Row");
    if (section <= m_echoed)
        return m_file->header.value(section - 1);
    const QStringList names{tr("Result"), tr("Record ID"), tr("What is wrong")};
    return names.value(section - stateColumn());
}

std::vector<ResultCause> causesOf(const crm::ResultFile &file)
{
    QHash<QString, size_t> places;
    std::vector<ResultCause> causes;
    for (const crm::RowResult &row : file.rows) {
        for (const crm::RowError &error : row.errors) {
            const QString key = error.code + QLatin1Char('\n') + error.columns.join(QLatin1Char('\n'));
            const auto place = places.constFind(key);
            if (place != places.constEnd()) {
                ++causes[*place].rows;
            } else {
                places.insert(key, causes.size());
                causes.push_back({error, 1});
            }
        }
    }
    std::stable_sort(causes.begin(), causes.end(),
                     [](const ResultCause &a, const ResultCause &b) { return a.rows > b.rows; });
    return causes;
}

} // namespace ui
