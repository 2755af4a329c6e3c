#pragma once

#include "checking/Finding.h"

#include <QCoreApplication>

namespace ui {

/// A sentence for each rule that is checked before anything is sent.
class RuleText final {
    Q_DECLARE_TR_FUNCTIONS(RuleText)
public:
    [[nodiscard]] static QString of(const checking::Finding &finding);

private:
    [[nodiscard]] static QString ofChoice(const checking::Finding &finding);
    [[nodiscard]] static QString ofFile(const checking::Finding &finding);
    [[nodiscard]] static QString ofQuestion(const checking::Finding &finding);
    [[nodiscard]] static QString ofSize(const checking::Finding &finding);
    [[nodiscard]] static QString ofMapping(const checking::Finding &finding);
    [[nodiscard]] static QString ofValues(const checking::Finding &finding);
    [[nodiscard]] static QString ofCells(const checking::Finding &finding);
    [[nodiscard]] static QString ofCallback(const checking::Finding &finding);
};

} // namespace ui
