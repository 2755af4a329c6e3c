#pragma once

#include <QComboBox>

namespace ui {

/// A combo box that ends what does not fit with an ellipsis: Qt cuts it in the middle of a letter. The list shows all of it.
class ElidedComboBox final : public QComboBox {
    Q_OBJECT
public:
    using QComboBox::QComboBox;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace ui
