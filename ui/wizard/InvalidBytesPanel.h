#pragma once

#include "tabular/TableSummary.h"

#include <QFrame>

class QPushButton;

namespace ui {

class TextLabel;

/// Step File: what only the user can decide (bytes that are no text in the chosen encoding, rows that are longer than the
/// header row, lines in another encoding), one matter at a time. Nothing is sent before.
class InvalidBytesPanel final : public QFrame {
    Q_OBJECT
public:
    explicit InvalidBytesPanel(QWidget *parent = nullptr);
    /// `row`: of the first of `count` places; 0: not known yet. No places: it hides itself.
    void show(qint64 count, qint64 row, const QString &encoding);
    /// Zero bytes are in the way in every encoding, the first of them in `row`.
    void showZeroBytes(qint64 count, qint64 row);
    /// Rows that are longer than the header row.
    void showLongRows(const tabular::TableSummary &table, qint64 count);
    /// Lines that are UTF-8, where the others are not.
    void showUtf8Lines(const tabular::LineNumbers &lines, const QString &encoding);
    [[nodiscard]] QWidget *input() const;

Q_SIGNALS:
    void replaceWanted();
    void encodingWanted();
    void longRowsDecided(tabular::LongRows longRows);
    void utf8LinesDecided(tabular::Utf8Lines utf8Lines);
    void closeWanted();

private:
    enum class Matter { Bytes, LongRows, Utf8Lines };

    void ask(Matter matter, const QString &text, const QString &usual, const QString &other);
    void takeUsual();
    void takeOther();

    TextLabel *m_text;
    QPushButton *m_replace; ///< the usual way out
    QPushButton *m_other;
    Matter m_matter = Matter::Bytes;
};

} // namespace ui
