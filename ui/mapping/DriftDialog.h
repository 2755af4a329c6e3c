#pragma once

#include "mapping/TemplateUse.h"

#include <QDialog>

class QPushButton;
class QTableView;

namespace ui {

class DriftModel;
class TextLabel;

/// Shows what differs between a template and the file and module at hand, one row a difference, and takes an answer to each:
/// accept what is proposed, choose something else, or do without. Enter applies; F2, the space bar or a click on an answer
/// offers the others.
class DriftDialog final : public QDialog {
    Q_OBJECT
public:
    DriftDialog(const mapping::MappingTemplate &saved, const mapping::TemplateScene &scene,
                std::vector<mapping::Drift> drifts, QWidget *parent = nullptr);

    /// The mapping with the answers as they stand; to be taken when the dialog was accepted.
    [[nodiscard]] mapping::ColumnMapping outcome() const;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void prepareTable();
    void layOut(const QString &name, int differences);
    QWidget *makeAnswers();
    QWidget *makeButtons();
    void connectAll();
    [[nodiscard]] QList<int> selectedRows() const;
    void answerSelected(mapping::DriftAnswer::Kind kind);
    void choose();
    void showState();

    DriftModel *m_model;
    QTableView *m_table;
    TextLabel *m_problem;
    QPushButton *m_accept;
    QPushButton *m_choose;
    QPushButton *m_leaveOut;
    QPushButton *m_apply = nullptr;
};

} // namespace ui
