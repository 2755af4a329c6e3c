#pragma once

#include "session/InputFaults.h"

#include <QWidget>

class QButtonGroup;
class QLineEdit;

namespace ui {

class Card;
class ChoiceCard;
class FieldBlock;
class KnownFilesPanel;
class LocalFilePanel;
class SideBySide;

/// Step File: the three ways to a file beside each other, and what belongs to the one that is taken.
class FileWays final : public QWidget {
    Q_OBJECT
public:
    enum Source { Local, Known, Typed };

    explicit FileWays(QWidget *parent = nullptr);

    [[nodiscard]] Source source() const;
    void setSource(Source source);
    void setCompact(bool compact); ///< once something is chosen its contents count, not the ways to it
    /// Under the input of the way that is taken.
    void showFaults(const std::vector<session::Fault> &faults);
    [[nodiscard]] QWidget *input() const; ///< of that way

    [[nodiscard]] LocalFilePanel *local() const { return m_local; }
    [[nodiscard]] KnownFilesPanel *known() const { return m_known; }
    [[nodiscard]] QLineEdit *typed() const { return m_typed; }

Q_SIGNALS:
    void sourceChanged();

private:
    [[nodiscard]] std::vector<ChoiceCard *> makeCards();
    [[nodiscard]] ChoiceCard *addCard(Source source, const QString &name, const QString &choice,
                                      const QString &sentence);
    void showChosen();

    QButtonGroup *m_choices;
    SideBySide *m_row;
    std::vector<ChoiceCard *> m_cards;
    Card *m_chosen;
    LocalFilePanel *m_local;
    KnownFilesPanel *m_known;
    QLineEdit *m_typed;
    FieldBlock *m_typedBlock;
};

} // namespace ui
