#pragma once

#include "crm/BulkWriteRequest.h"

#include <QWidget>

class QRadioButton;

namespace ui {

/// What a blank cell does to a record that is there already: leave the field as it is, or empty it. Says so when it
/// changes nothing, because records are only added.
class BlankChooser final : public QWidget {
    Q_OBJECT
public:
    explicit BlankChooser(QWidget *parent = nullptr);
    void showChoice(const std::optional<crm::Operation> &operation, bool ignoreEmpty); ///< emits nothing

Q_SIGNALS:
    void chosen(bool ignoreEmpty);

private:
    QRadioButton *m_keep;
    QRadioButton *m_clear;
    class FieldBlock *m_block;
};

} // namespace ui
