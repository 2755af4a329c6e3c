#pragma once

#include "mapping/FormatChoice.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QTableWidget;

namespace ui {

/// How dates or numbers go up for one field: every way to read the column with how many values it fits and which row speaks
/// against it, the format that is announced, and whether cells are rewritten before.
class FormatInput final : public QWidget {
    Q_OBJECT
public:
    FormatInput(const crm::Field &field, mapping::FormatTable table, const mapping::Carriage &now,
                QWidget *parent = nullptr);

    [[nodiscard]] mapping::Carriage carriage() const;
    /// What the column itself says where nothing else is said, in words; empty: nothing.
    [[nodiscard]] QString proposal() const;
    void takeProposal();

Q_SIGNALS:
    void changed();

private:
    void fillTable();
    void showVerdict();
    void take(const mapping::Carriage &carriage);
    void takeRow(int row);
    void takeRewriting(bool rewrite);
    void showRewriting();
    [[nodiscard]] int rowOf(const mapping::Carriage &carriage) const;

    crm::Field m_field;
    mapping::FormatTable m_candidates;
    QString m_sourcePattern;
    QLabel *m_verdict;
    QTableWidget *m_table;
    QComboBox *m_format;
    QCheckBox *m_rewrite;
};

} // namespace ui
