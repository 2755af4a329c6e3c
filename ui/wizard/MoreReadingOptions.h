#pragma once

#include "tabular/opening/Glance.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QSpinBox;

namespace ui {

class FieldBlock;
class SideBySide;
class TextLabel;

/// Step File: the choices on reading a spreadsheet that hardly anybody changes, and what else was found.
class MoreReadingOptions final : public QWidget {
    Q_OBJECT
public:
    static constexpr int blockLines = 9; ///< width that an input wants, here and above, in heights of a line

    explicit MoreReadingOptions(QWidget *parent = nullptr);
    void show(const tabular::CsvDialect &dialect, const std::optional<tabular::Glance> &glance);
    /// A choice that was made for the user may well be wrong: quotes with backslashes, or lines taken for comments.
    [[nodiscard]] bool isDoubtful() const;

Q_SIGNALS:
    void chosen(const tabular::CsvDialect &dialect);

private:
    void makeInputs();
    void announce();

    SideBySide *m_row;
    QComboBox *m_quote; ///< Tab goes through them in this order
    QComboBox *m_comment;
    QSpinBox *m_headerRows;
    QCheckBox *m_backslash;
    TextLabel *m_facts;
    FieldBlock *m_quoteBlock = nullptr;
    FieldBlock *m_commentBlock = nullptr;
    FieldBlock *m_headerRowsBlock = nullptr;
    tabular::CsvDialect m_dialect;
};

} // namespace ui
