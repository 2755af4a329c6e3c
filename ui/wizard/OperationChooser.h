#pragma once

#include "crm/BulkWriteRequest.h"

#include <QWidget>

#include <array>

class QButtonGroup;
class QRadioButton;

namespace ui {

class ChoiceCard;

/// Insert, update or upsert in plain words. Nothing is chosen for the user.
class OperationChooser final : public QWidget {
    Q_OBJECT
public:
    explicit OperationChooser(QWidget *parent = nullptr);
    void choose(const std::optional<crm::Operation> &operation); ///< emits nothing
    [[nodiscard]] QRadioButton *button() const;                  ///< the chosen one, else the first

Q_SIGNALS:
    void chosen(crm::Operation operation);

private:
    void add(crm::Operation operation, const char *objectName, const QString &sentence);

    QButtonGroup *m_group;
    std::array<ChoiceCard *, 3> m_cards{};
};

} // namespace ui
