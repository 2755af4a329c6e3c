#pragma once

#include "ui/models/FieldsModel.h"
#include "ui/widgets/Theme.h"

#include <QCoreApplication>
#include <QRect>

class QPainter;

namespace ui {

/// The parts of a field's row. Cells are two lines high.
struct FieldPaint final {
    Q_DECLARE_TR_FUNCTIONS(FieldPaint)
public:
    QPainter &painter;
    Colours colours;
    Qt::LayoutDirection direction;
    const FieldRow &field;

    /// Label, mark, API name and type; with `alone` also what feeds it.
    void name(const QRect &cell, bool alone) const;
    void words(const QRect &room) const; ///< in the box: the column that feeds it
    void findBy(const QRect &below) const;
    void constant(const QRect &cell) const;

private:
    [[nodiscard]] QRect shown(const QRect &within, const QRect &rect) const;
    void title(const QRect &line) const;
    void feeder(const QRect &line) const;
};

} // namespace ui
