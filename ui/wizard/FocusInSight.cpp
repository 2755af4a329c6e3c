#include "ui/wizard/FocusInSight.h"

#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QScrollArea>

namespace ui {
namespace {

/// The top wins where there is no room for all of it.
void scrollTo(QScrollArea &area, const QWidget &part)
{
    const QRect place(part.mapTo(area.widget(), QPoint()), part.size());
    area.ensureVisible(place.center().x(), place.bottom(), 0, space::l);
    area.ensureVisible(place.center().x(), place.top(), 0, space::l);
}

bool isInSight(const QScrollArea &area, const QWidget &part)
{
    const int top = part.mapTo(area.viewport(), QPoint()).y();
    return top >= 0 && top + part.height() <= area.viewport()->height();
}

const QWidget *bannerAround(const QWidget *part, const QWidget *within)
{
    for (; part && part != within; part = part->parentWidget()) {
        if (part->property("banner").toBool())
            return part;
    }
    return nullptr;
}

/// Nothing moves under a mouse button that is held.
void show(QScrollArea &area, const QWidget *focused)
{
    const QWidget *sheet = area.widget();
    if (!focused || !sheet || !sheet->isAncestorOf(focused) || QGuiApplication::mouseButtons() != Qt::NoButton)
        return;
    const QWidget *banner = bannerAround(focused, sheet);
    if (banner)
        scrollTo(area, *banner);
    if (!banner || !isInSight(area, *focused))
        scrollTo(area, *focused);
}

} // namespace

void keepFocusInSight(QScrollArea *area)
{
    QObject::connect(qApp, &QApplication::focusChanged, area, [area](QWidget *, QWidget *now) { show(*area, now); });
}

void bringIntoSight(const QWidget *part)
{
    for (QWidget *above = part->parentWidget(); above; above = above->parentWidget()) {
        if (auto *area = qobject_cast<QScrollArea *>(above))
            scrollTo(*area, *part);
    }
}

} // namespace ui
