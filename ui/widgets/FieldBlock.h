#pragma once

#include "session/InputFaults.h"

#include <QStringList>
#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace ui {

/// A labelled input: label (its buddy), the input, an optional help line, and below it one line a fault with icon, words
/// and a Details toggle that opens the server's raw answer. Sets the input's accessible name to the label and its accessible
/// description to the faults. The fault area has the objectName "<input's objectName>Faults".
class FieldBlock final : public QWidget {
    Q_OBJECT
public:
    FieldBlock(const QString &label, QWidget *input, const QString &help = {}, QWidget *parent = nullptr);

    [[nodiscard]] QWidget *input() const;
    void setHelp(const QString &help);
    /// What the help line says is not certain: a warning sign stands before it.
    void setDoubtful(bool doubtful);
    [[nodiscard]] bool isDoubtful() const;
    void showFaults(const std::vector<session::Fault> &faults);
    /// The one fault line of trouble that is no Fault of the session (a sign-in that failed); empty: none.
    void showTrouble(const QString &sentence, const QString &details = {});

private:
    void describe();

    QLabel *m_label;
    QWidget *m_input;
    class IconLabel *m_doubt;
    QLabel *m_help;
    class FaultLines *m_faults;
};

/// The fault lines alone, for inputs that are not in a block (mapping cards, lists).
class FaultLines final : public QWidget {
    Q_OBJECT
public:
    explicit FaultLines(QWidget *parent = nullptr);
    void setFaults(const std::vector<session::Fault> &faults);
    void setTrouble(const QString &sentence, const QString &details);
    [[nodiscard]] bool hasErrors() const { return m_errors; }
    [[nodiscard]] QString text() const; ///< all sentences, for accessible descriptions and tests

private:
    void addLine(bool warning, bool fromServer, const QString &sentence, const QString &details);
    void clearLines();

    QVBoxLayout *m_lines;
    QStringList m_sentences;
    QWidget *m_lastStop = nullptr; ///< of Tab within the lines
    bool m_errors = false;
};

} // namespace ui
