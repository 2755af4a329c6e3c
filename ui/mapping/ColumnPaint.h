#pragma once

#include "ui/models/SourceColumnsModel.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace ui {

/// The parts of a column's row. Cells are two lines high.
struct ColumnPaint final {
    Q_DECLARE_TR_FUNCTIONS(ColumnPaint)
public:
    QPainter &painter;
    Colours colours;
    Qt::LayoutDirection direction;
    const SourceColumn &column;
    bool picked = false;

    /// Number, header and telling values; with `alone` also where the column goes.
    void header(const QRect &cell, bool alone) const;
    void words(const QRect &room) const; ///< in the box: the fields that it feeds, or what is proposed
    void state(const QRect &cell) const; ///< how it stands, and why
    /// Where the button of a proposal stands in the state cell.
    [[nodiscard]] static QRect acceptButton(const QRect &cell, Qt::LayoutDirection direction);

private:
    [[nodiscard]] static int signWidth(const QString &text);
    void sign(const QRect &rect, const QString &text, const QString &iconName, Tone tone) const;
    void lines(const QRect &room, bool alone) const;
};

} // namespace ui
