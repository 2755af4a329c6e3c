#pragma once

#include "ui/mapping/DriftWords.h"

#include <QAbstractTableModel>

namespace ui {

/// Differences and their answers: what was, what is, what is done about it. An answer is edited as the place of one of
/// options().
class DriftModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { WasColumn, IsColumn, AnswerColumn, ColumnCount };

    DriftModel(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene,
               std::vector<mapping::Drift> drifts, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<mapping::DriftAnswer> &answers() const { return m_answers; }
    [[nodiscard]] std::vector<DriftOption> optionsAt(int row) const;
    [[nodiscard]] bool canBeAnswered(int row) const;
    void setAnswer(int row, const mapping::DriftAnswer &answer); ///< of one that cannot be answered: nothing
    /// What the template gives with these answers.
    [[nodiscard]] mapping::AppliedTemplate applied() const;
    [[nodiscard]] const DriftWords &words() const { return m_words; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    [[nodiscard]] QVariant signAt(const QModelIndex &index) const;
    [[nodiscard]] QString textAt(int row, int column) const;

    mapping::MappingTemplate m_saved;
    mapping::TemplateScene m_scene;
    DriftWords m_words;
    std::vector<mapping::Drift> m_drifts;
    std::vector<mapping::DriftAnswer> m_answers;
};

} // namespace ui
