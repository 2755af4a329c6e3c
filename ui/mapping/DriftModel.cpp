#include "ui/mapping/DriftModel.h"

#include "ui/widgets/Theme.h"

namespace ui {
namespace {

using mapping::Drift;

/// What would be lost is marked apart from what is merely new.
QIcon signOf(const Drift &drift)
{
    if (drift.kind <= Drift::Kind::MandatoryField)
        return icon(QStringLiteral("warning"), Tone::Warning);
    if (drift.kind == Drift::Kind::NewColumn)
        return icon(QStringLiteral("add"), Tone::Neutral);
    return icon(QStringLiteral("info"), Tone::Info);
}

} // namespace

DriftModel::DriftModel(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene,
                       std::vector<Drift> drifts, QObject *parent)
    : QAbstractTableModel(parent)
    , m_saved(saved)
    , m_scene(scene)
    , m_words(saved, scene)
    , m_drifts(std::move(drifts))
    , m_answers(m_drifts.size())
{ }

std::vector<DriftOption> DriftModel::optionsAt(int row) const
{
    return m_words.options(m_drifts[static_cast<size_t>(row)]);
}

bool DriftModel::canBeAnswered(int row) const
{
    return !mapping::isNotice(m_drifts[static_cast<size_t>(row)]);
}

void DriftModel::setAnswer(int row, const mapping::DriftAnswer &answer)
{
    mapping::DriftAnswer &given = m_answers[static_cast<size_t>(row)];
    if (!canBeAnswered(row) || given == answer)
        return;
    given = answer;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

mapping::AppliedTemplate DriftModel::applied() const
{
    return mapping::applyTemplate(m_saved, m_scene, m_drifts, m_answers);
}

int DriftModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_drifts.size());
}

int DriftModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DriftModel::textAt(int row, int column) const
{
    const Drift &drift = m_drifts[static_cast<size_t>(row)];
    switch (column) {
    case WasColumn:
        return m_words.was(drift);
    case IsColumn:
        return m_words.is(drift);
    default:
        return m_words.answer(drift, m_answers[static_cast<size_t>(row)]);
    }
}

QVariant DriftModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto row = static_cast<size_t>(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return textAt(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return m_words.sentence(m_drifts[row], m_answers[row]);
    case Qt::DecorationRole:
        return signAt(index);
    default:
        return {};
    }
}

QVariant DriftModel::signAt(const QModelIndex &index) const
{
    if (index.column() == WasColumn)
        return signOf(m_drifts[static_cast<size_t>(index.row())]);
    // An answer drops down.
    return index.column() == AnswerColumn && canBeAnswered(index.row()) ? icon(QStringLiteral("chevron-down"))
                                                                        : QVariant();
}

QVariant DriftModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignLeading | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    const QStringList titles{tr("In the template"), tr("Now"), tr("Answer")};
    return titles.value(section);
}

Qt::ItemFlags DriftModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags usual = QAbstractTableModel::flags(index);
    const bool edits = index.isValid() && index.column() == AnswerColumn && canBeAnswered(index.row());
    return edits ? usual | Qt::ItemIsEditable : usual;
}

} // namespace ui
