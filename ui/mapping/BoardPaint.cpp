#include "ui/mapping/BoardPaint.h"

#include <QCache>
#include <QFontMetrics>
#include <QPainter>
#include <QPalette>
#include <QStaticText>
#include <QStyle>

#include <cmath>

namespace ui::boardPaint {

void ground(QPainter &painter, const QRect &rect, const Colours &colours, Ground kind)
{
    // A rectangle, which costs next to nothing; a line that is smoothed took a tenth of each frame.
    painter.fillRect(QRect(rect.left() + space::s, rect.bottom(), rect.width() - 2 * space::s, 1), colours.separator);
    painter.save();
    if (kind != Ground::Plain) {
        painter.setRenderHint(QPainter::Antialiasing);
        const bool outlined = kind == Ground::Target || kind == Ground::Focused;
        painter.setPen(outlined ? QPen(colours.accent, kind == Ground::Target ? 2 : 1.5) : QPen(Qt::NoPen));
        painter.setBrush(kind == Ground::Hovered      ? colours.hover
                             : kind == Ground::Target ? colours.wash(Tone::Accent)
                                                      : colours.selection);
        painter.drawRoundedRect(QRectF(rect).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
    }
    painter.restore();
}

void badge(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text, bool on)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(on ? QPen(Qt::NoPen) : QPen(colours.border, 1));
    painter.setBrush(on ? colours.accent : colours.raised);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    QFont font = fontOf(TextRole::Caption);
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(on ? colours.onAccent : colours.text);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
}

QRect pill(QPainter &painter, const QRect &rect, const Colours &colours, Tone tone, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QFont font = fontOf(TextRole::Caption);
    const QFontMetrics metrics(font);
    const int width = std::min(metrics.horizontalAdvance(text) + 2 * space::s, rect.width());
    QRect box(rect.left(), 0, width, metrics.height() + 2);
    box.moveTop(rect.center().y() - box.height() / 2);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.wash(tone));
    painter.drawRoundedRect(box, box.height() / 2.0, box.height() / 2.0);
    painter.setFont(font);
    painter.setPen(colours.ink(tone));
    painter.drawText(box, Qt::AlignCenter, metrics.elidedText(text, Qt::ElideRight, width - space::s));
    painter.restore();
    return box;
}

void sign(QPainter &painter, const QRect &rect, const QString &iconName, Tone tone, Qt::LayoutDirection direction)
{
    const int size = captionHeight();
    const QRect place(rect.left(), rect.center().y() - size / 2, size, size);
    icon(iconName, tone).paint(&painter, QStyle::visualRect(direction, rect, place));
}

int pillWidth(const QString &text)
{
    return QFontMetrics(fontOf(TextRole::Caption)).horizontalAdvance(text) + 2 * space::s;
}

QSize buttonSize(const QString &text)
{
    const QFontMetrics metrics(fontOf(TextRole::Caption));
    return {metrics.horizontalAdvance(text) + 2 * space::m, std::max(24, metrics.height() + space::s)};
}

QRect button(QPainter &painter, const QRect &rect, const Colours &colours, const QString &text)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(colours.accent, 1));
    painter.setBrush(colours.surface);
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    painter.setFont(fontOf(TextRole::Caption));
    painter.setPen(colours.ink(Tone::Accent));
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return rect;
}

namespace {

/// Where the parts of a fault stand in a row, read from left to right.
struct FaultPlace final {
    QRect words;
    std::vector<QRect> buttons; ///< one a repair
    int bottom = 0;
};

/// Buttons stand behind the words where there is room, or else below them.
FaultPlace placeOf(const RowFault &fault, int width, int top)
{
    const int left = 2 * space::m + lineHeight() - space::xs;
    int wanted = 0;
    for (const Repair &repair : fault.repairs)
        wanted += buttonSize(repair.label).width() + space::s;
    const bool beside = wanted <= width / 3;
    const int room = std::max(width - left - space::m - (beside ? wanted : 0), 40);
    FaultPlace place;
    place.words = {left, top, room, 10000};
    place.words.setHeight(
        QFontMetrics(fontOf(TextRole::Body)).boundingRect(place.words, Qt::TextWordWrap, fault.words()).height());
    place.bottom = place.words.bottom() + 1;
    QPoint next = beside ? QPoint(left + room + space::s, top) : QPoint(left, place.bottom + 2);
    for (const Repair &repair : fault.repairs) {
        const QRect button(next, buttonSize(repair.label));
        place.buttons.push_back(button);
        place.bottom = std::max(place.bottom, button.bottom() + 1);
        next.rx() += button.width() + space::s;
    }
    return place;
}

std::vector<FaultPlace> placesOf(const std::vector<RowFault> &faults, int width)
{
    std::vector<FaultPlace> places;
    int top = 0;
    for (const RowFault &fault : faults) {
        places.push_back(placeOf(fault, width, top));
        top = places.back().bottom + space::xs;
    }
    return places;
}

} // namespace

int faultsHeight(const std::vector<RowFault> &faults, int width)
{
    return faults.empty() ? 0 : placesOf(faults, width).back().bottom + space::xs + space::s;
}

void faults(QPainter &painter, const QRect &rect, const Colours &colours, const std::vector<RowFault> &faults,
            Qt::LayoutDirection direction)
{
    const int sign = lineHeight();
    const std::vector<FaultPlace> places = placesOf(faults, rect.width());
    const auto shown = [&](const QRect &place) {
        return QStyle::visualRect(direction, rect, place.translated(rect.topLeft()));
    };
    for (std::size_t i = 0; i < faults.size(); ++i) {
        const RowFault &fault = faults[i];
        const Tone tone = fault.warning ? Tone::Warning : Tone::Error;
        icon(fault.warning ? QStringLiteral("warning") : QStringLiteral("error"), tone)
            .paint(&painter, shown(QRect(space::m, places[i].words.top(), sign, sign)));
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(colours.ink(tone));
        painter.drawText(shown(places[i].words), Qt::TextWordWrap, fault.words());
        for (std::size_t j = 0; j < fault.repairs.size(); ++j)
            button(painter, shown(places[i].buttons[j]), colours, fault.repairs[j].label);
    }
}

const Repair *repairAt(const QPoint &pos, const QRect &rect, const std::vector<RowFault> &faults,
                       Qt::LayoutDirection direction)
{
    const std::vector<FaultPlace> places = placesOf(faults, rect.width());
    for (std::size_t i = 0; i < faults.size(); ++i) {
        for (std::size_t j = 0; j < faults[i].repairs.size(); ++j) {
            if (QStyle::visualRect(direction, rect, places[i].buttons[j].translated(rect.topLeft())).contains(pos))
                return &faults[i].repairs[j];
        }
    }
    return nullptr;
}

namespace {

struct LineKey final {
    QString text;
    QFont font;
    int width = 0;
    Qt::LayoutDirection direction = Qt::LeftToRight;

    friend bool operator==(const LineKey &a, const LineKey &b) = default;
    friend size_t qHash(const LineKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.text, key.font, key.width, int(key.direction));
    }
};

/// Shaping the letters of a line takes far longer than painting them, and the same lines are painted again and again.
const QStaticText &shapedLine(const LineKey &key)
{
    static QCache<LineKey, QStaticText> lines(4000);
    if (const QStaticText *known = lines.object(key))
        return *known;
    // Cells may hold line breaks, which would push the line out of its row.
    auto *line = new QStaticText(QFontMetrics(key.font).elidedText(key.text.simplified(), Qt::ElideRight, key.width));
    QTextOption option;
    option.setTextDirection(key.direction);
    option.setWrapMode(QTextOption::NoWrap);
    line->setTextFormat(Qt::PlainText);
    line->setTextOption(option);
    line->prepare({}, key.font);
    lines.insert(key, line);
    return *line;
}

} // namespace

int line(QPainter &painter, const QRect &rect, const QFont &font, const QColor &ink, const QString &text,
         Qt::Alignment alignment)
{
    const QStaticText &shaped = shapedLine({text, font, rect.width(), painter.layoutDirection()});
    const QSize size = shaped.size().toSize();
    const QRect place = QStyle::alignedRect(painter.layoutDirection(), alignment | Qt::AlignVCenter, size, rect);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawStaticText(place.topLeft(), shaped);
    return std::min(size.width(), rect.width());
}

int captionHeight()
{
    return QFontMetrics(fontOf(TextRole::Caption)).height();
}

QPixmap chip(const QString &text, const QPalette &palette, qreal pixelRatio)
{
    const Colours colours = coloursOf(palette);
    const QFont font = fontOf(TextRole::Body);
    const QFontMetrics metrics(font);
    const QString shown = metrics.elidedText(text.simplified(), Qt::ElideRight, metrics.averageCharWidth() * 32);
    const QSize size(metrics.horizontalAdvance(shown) + 2 * space::m, metrics.height() + 2 * space::s);
    QPixmap picture(QSize(int(std::ceil(size.width() * pixelRatio)), int(std::ceil(size.height() * pixelRatio))));
    picture.setDevicePixelRatio(pixelRatio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(QRect(QPoint(), size), 6, 6);
    painter.setFont(font);
    painter.setPen(colours.onAccent);
    painter.drawText(QRect(QPoint(), size), Qt::AlignCenter, shown);
    return picture;
}

} // namespace ui::boardPaint
