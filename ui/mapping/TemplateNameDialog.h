#pragma once

#include <QDialog>
#include <QStringList>

class QLineEdit;
class QPushButton;

namespace ui {

class FieldBlock;

/// Asks for the name of a template, and says at once when it is taken.
class TemplateNameDialog final : public QDialog {
    Q_OBJECT
public:
    /// `action` names the button. `taken`: names that other templates have.
    TemplateNameDialog(const QString &title, const QString &action, const QString &proposed, const QStringList &taken,
                       QWidget *parent = nullptr);

    [[nodiscard]] QString name() const; ///< without surplus spaces

private:
    void layOut(const QString &action);
    void check();

    QStringList m_taken;
    QLineEdit *m_name;
    FieldBlock *m_block;
    QPushButton *m_use = nullptr;
};

} // namespace ui
