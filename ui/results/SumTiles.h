#pragma once

#include "importing/ImportRun.h"
#include "ui/widgets/Theme.h"

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace ui {

/// The sum that must come out, written out: 40 = 37 added + 0 updated + 2 skipped + 1 not processed.
class SumTiles final : public QWidget {
    Q_OBJECT
public:
    explicit SumTiles(QWidget *parent = nullptr);

    void show(const importing::RunResult &result, qint64 unknown);
    [[nodiscard]] QString sentence() const { return m_sentence; } ///< the equation in one line, as it is read out
    /// Without the signs between the numbers, which are only there where there is room for them.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    [[nodiscard]] int leastWidth(bool withSigns) const;
    void showSigns();
    void addTile(qint64 count, const QString &word, Tone tone);
    void addSign(const QString &sign);

    QHBoxLayout *m_row;
    std::vector<QWidget *> m_tiles;
    std::vector<QWidget *> m_signs;
    QString m_sentence;
};

/// What does not add up in a result, as sentences; empty when all comes out. `sentRows` is what was uploaded, -1 when it is
/// not known; `unknown` counts rows whose state word this program does not know.
[[nodiscard]] QStringList sumProblems(const importing::RunResult &result, qint64 unknown, qint64 sentRows);

} // namespace ui
