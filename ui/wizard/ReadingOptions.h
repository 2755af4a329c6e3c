#pragma once

#include "tabular/opening/Glance.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;
class QSpinBox;
class QTimer;

namespace ui {

class FieldBlock;
class MoreReadingOptions;
class SideBySide;

/// Step File: how the spreadsheet is read (sheet, encoding, delimiter, header row; the rest behind a button), each choice
/// with what speaks for it.
class ReadingOptions final : public QWidget {
    Q_OBJECT
public:
    explicit ReadingOptions(QWidget *parent = nullptr);

    /// `source`: how it is read now. Without a glance only the choices that need none are there.
    void show(const tabular::SourceFile &source, const std::optional<tabular::Glance> &glance);
    /// A row was picked by other means.
    void chooseHeaderRow(int record);
    void openEncodings(); ///< focuses the list and opens it
    /// Opens and closes rest(), what is rarely needed; where the two stand is the caller's business.
    [[nodiscard]] QPushButton *moreButton() const { return m_more; }
    [[nodiscard]] QWidget *rest() const;

    /// How the spreadsheet is read, in one line.
    [[nodiscard]] QString digest() const;
    /// A choice that was made for the user may well be wrong.
    [[nodiscard]] bool isDoubtful() const;

Q_SIGNALS:
    void chosen(const tabular::SourceFile &source);

private:
    void makeInputs();
    void connectInputs();
    void showSheets();
    void showEncodings();
    void showDelimiters();
    void showHeader();
    void takeDelimiter();
    void takeHeader(int shown);
    void takeMerged();
    void announce();
    [[nodiscard]] int shownRow(int record) const;

    SideBySide *m_row;
    QComboBox *m_sheet;
    QComboBox *m_encoding;
    QComboBox *m_delimiter;
    QLineEdit *m_other;
    QSpinBox *m_header;
    QPushButton *m_merged;
    QPushButton *m_more;
    MoreReadingOptions *m_rest;
    QTimer *m_patience;
    FieldBlock *m_sheetBlock = nullptr;
    FieldBlock *m_encodingBlock = nullptr;
    FieldBlock *m_delimiterBlock = nullptr;
    FieldBlock *m_headerBlock = nullptr;
    tabular::SourceFile m_source;
    std::optional<tabular::Glance> m_glance;
};

} // namespace ui
