#pragma once

#include <QStackedLayout>
#include <QWidget>

namespace ui {

/// One of several widgets in one place, as small as the one that is shown can be: a page that is low is not held up by what
/// nobody sees.
class OneAtATime final : public QStackedLayout {
public:
    OneAtATime()
    {
        connect(this, &QStackedLayout::currentChanged, this, [this] {
            invalidate();
            if (parentWidget())
                parentWidget()->updateGeometry();
        });
    }

    [[nodiscard]] QSize minimumSize() const override
    {
        const QLayoutItem *shown = itemAt(currentIndex());
        return shown ? shown->minimumSize() : QSize();
    }

    [[nodiscard]] bool hasHeightForWidth() const override
    {
        const QLayoutItem *shown = itemAt(currentIndex());
        return shown && shown->hasHeightForWidth();
    }

    [[nodiscard]] int heightForWidth(int width) const override
    {
        return hasHeightForWidth() ? itemAt(currentIndex())->heightForWidth(width) : -1;
    }
};

} // namespace ui
