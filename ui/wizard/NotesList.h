#pragma once

#include "ui/wizard/TableNotes.h"

#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace ui {

/// Step File: the notes on a spreadsheet, at most three in sight until all are asked for.
class NotesList final : public QWidget {
    Q_OBJECT
public:
    static constexpr size_t inSight = 3;

    explicit NotesList(QWidget *parent = nullptr);
    void setNotes(const std::vector<TableNote> &notes);

private:
    void fill();
    QWidget *addLine(const TableNote &note);

    QVBoxLayout *m_lines;
    QPushButton *m_all;
    std::vector<TableNote> m_notes;
};

} // namespace ui
