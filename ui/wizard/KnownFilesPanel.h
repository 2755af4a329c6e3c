#pragma once

#include "importing/FileLedger.h"
#include "session/InputFaults.h"

#include <QWidget>

class QTableView;

namespace ui {

class EmptyState;
class FaultLines;
class IconLabel;
class KnownFilesModel;
class TextLabel;

/// Step File, second source: the uploaded files that this computer knows.
class KnownFilesPanel final : public QWidget {
    Q_OBJECT
public:
    explicit KnownFilesPanel(QWidget *parent = nullptr);

    void showFiles(const std::vector<importing::KnownFile> &files);
    void select(const crm::FileId &id);
    void showFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] QWidget *input() const;

Q_SIGNALS:
    void chosen(const crm::FileId &id);

private:
    void announce();
    void showSpent();

    KnownFilesModel *m_model;
    QTableView *m_table;
    EmptyState *m_empty;
    QWidget *m_spentLine;
    TextLabel *m_spent;
    FaultLines *m_faults;
    crm::FileId m_selected;
    bool m_filling = false;
};

} // namespace ui
