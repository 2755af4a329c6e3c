#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace cli {

/// Rows of text whose columns stand under each other. Widths count characters as a terminal shows them: what is written
/// with several code points is one, Chinese and emoji are two wide.
class TextTable final {
public:
    enum class Side { Left, Right };

    explicit TextTable(std::vector<Side> sides)
        : m_sides(std::move(sides))
    { }

    void add(const QStringList &cells) { m_rows.push_back(cells); }
    /// Lines without line ends, each indented by two blanks; no blanks at their end.
    [[nodiscard]] QStringList lines() const;

private:
    std::vector<Side> m_sides;
    std::vector<QStringList> m_rows;
};

[[nodiscard]] int shownWidth(const QString &text);

/// One line of at most `width`, "…" where it was cut. What would move a terminal's cursor or turn its writing around
/// becomes "·".
[[nodiscard]] QString shownText(const QString &text, int width);

/// "1,234,567"
[[nodiscard]] QString grouped(qint64 number);

} // namespace cli
