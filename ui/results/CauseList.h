#pragma once

#include "ui/models/ResultRowsModel.h"

#include <QWidget>

class QVBoxLayout;

namespace ui {

/// The errors of a result by cause, most frequent first; a cause can be pressed to see its rows alone.
class CauseList final : public QWidget {
    Q_OBJECT
public:
    explicit CauseList(QWidget *parent = nullptr);
    void show(const std::vector<ResultCause> &causes);

Q_SIGNALS:
    void causeChosen(const crm::RowError &cause);

private:
    void addCause(const ResultCause &cause);
    QVBoxLayout *m_rows;
};

} // namespace ui
