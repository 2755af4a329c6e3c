#pragma once

#include "session/ImportSession.h"

#include <QCoreApplication>

namespace ui {

/// One line of what will happen: an icon of the family, what it is about, and the sentence.
struct SummaryLine final {
    QString iconName;
    QString label;
    QString text;
};

/// What an import will do, in plain words and counts, from what the session holds.
class CheckSummary final {
    Q_DECLARE_TR_FUNCTIONS(CheckSummary)
public:
    [[nodiscard]] static QString headline(const session::ImportSession &session); ///< the one sentence above all
    [[nodiscard]] static std::vector<SummaryLine> lines(const session::ImportSession &session);

private:
    [[nodiscard]] static QString columns(const session::ImportSession &session);
    [[nodiscard]] static QString leftOut(const QStringList &headers);
    [[nodiscard]] static QString matching(const session::ImportSession &session);
    [[nodiscard]] static QString blanks(const session::ImportSession &session);
    [[nodiscard]] static QString file(const session::ImportSession &session);
    [[nodiscard]] static QString cost(const session::ImportSession &session);
    [[nodiscard]] static QString callback(const session::ImportSession &session);
};

} // namespace ui
