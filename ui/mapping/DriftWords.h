#pragma once

#include "mapping/TemplateUse.h"

#include <QCoreApplication>

namespace ui {

/// One answer that a difference can be given, in words.
struct DriftOption final {
    mapping::DriftAnswer answer;
    QString text;
};

/// The differences between a template and what it is to be applied to, in words for people.
class DriftWords final {
    Q_DECLARE_TR_FUNCTIONS(DriftWords)
public:
    DriftWords(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene);

    [[nodiscard]] QString was(const mapping::Drift &drift) const;
    [[nodiscard]] QString is(const mapping::Drift &drift) const;
    [[nodiscard]] QString answer(const mapping::Drift &drift, const mapping::DriftAnswer &answer) const;
    /// All of it in one sentence, for screen readers.
    [[nodiscard]] QString sentence(const mapping::Drift &drift, const mapping::DriftAnswer &answer) const;
    /// What can be answered: the proposal first, doing without at the end.
    [[nodiscard]] std::vector<DriftOption> options(const mapping::Drift &drift) const;
    [[nodiscard]] QString labelOf(const crm::FieldName &field) const;

private:
    [[nodiscard]] QString wasColumn(const mapping::Drift &drift) const;
    [[nodiscard]] QString wasField(const mapping::Drift &drift) const;
    [[nodiscard]] QString isField(const mapping::Drift &drift) const;
    [[nodiscard]] QString columnAnswer(const mapping::Drift &drift, const mapping::DriftTarget &target) const;
    [[nodiscard]] QString fieldAnswer(const mapping::Drift &drift, const mapping::DriftTarget &target) const;
    [[nodiscard]] QString valueAnswer(const mapping::Drift &drift, const mapping::DriftTarget &target) const;
    [[nodiscard]] QString mandatoryAnswer(const mapping::Drift &drift, const mapping::DriftTarget &target) const;
    [[nodiscard]] QString newColumnAnswer(const mapping::Drift &drift, const mapping::DriftAnswer &answer) const;
    [[nodiscard]] QString labelsOf(const std::vector<crm::FieldName> &fields) const;
    [[nodiscard]] QString oldHeader(int column) const;
    [[nodiscard]] QString newHeader(int column) const;

    mapping::MappingTemplate m_saved;
    mapping::TemplateScene m_scene;
};

} // namespace ui
