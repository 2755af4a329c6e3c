#include "ui/wizard/StepDelegate.h"

#include "ui/text/Wording.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QPainter>

namespace ui {
namespace {

using session::StepStatus;

StepStatus statusOf(const QModelIndex &index)
{
    return index.data(StepDelegate::Status).value<StepStatus>();
}

Tone toneOf(StepStatus status)
{
    switch (status) {
    case StepStatus::Done:
        return Tone::Success;
    case StepStatus::NeedsLook:
        return Tone::Warning;
    case StepStatus::Error:
        return Tone::Error;
    case StepStatus::ToDo:
        break;
    }
    return Tone::Neutral;
}

QFont nameFont(bool current)
{
    QFont font = fontOf(TextRole::Body);
    font.setWeight(current ? QFont::DemiBold : QFont::Normal);
    return font;
}

void paintGround(QPainter &painter, const QRect &rect, const Colours &colours, bool current, bool hovered, bool focused)
{
    if (!current && !hovered)
        return;
    const QRectF ground = QRectF(rect).adjusted(1, 1, -1, -1);
    painter.setPen(focused ? QPen(colours.accent, 2) : QPen(Qt::NoPen));
    painter.setBrush(current ? colours.selection : colours.hover);
    painter.drawRoundedRect(ground, 6, 6);
}

void paintSign(QPainter &painter, const QRect &rect, const Colours &colours, const QModelIndex &index, bool current)
{
    const StepStatus status = statusOf(index);
    if (status == StepStatus::ToDo) {
        painter.setPen(QPen(current ? colours.accent : colours.border, 1.5));
        painter.setBrush(current ? QBrush(colours.accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(rect).adjusted(1, 1, -1, -1));
        painter.setPen(current ? colours.onAccent : colours.mutedText);
        painter.setFont(fontOf(TextRole::Caption));
        painter.drawText(rect, Qt::AlignCenter, QLocale().toString(index.row() + 1));
        return;
    }
    const QString sign = status == StepStatus::Done ? QStringLiteral("success")
        : status == StepStatus::Error               ? QStringLiteral("error")
                                                    : QStringLiteral("warning");
    icon(sign, toneOf(status)).paint(&painter, rect);
}

} // namespace

void StepDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours colours = coloursOf(option.palette);
    const bool current = option.state & QStyle::State_Selected;
    const bool focused = current && (option.state & QStyle::State_HasFocus);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter, option.rect, colours, current, option.state & QStyle::State_MouseOver, focused);

    const int side = qRound(lineHeight() * 1.4);
    const QRect inner = option.rect.adjusted(space::m, space::s, -space::s, -space::s);
    const QRect sign(inner.left(), inner.center().y() - side / 2, side, side);
    paintSign(*painter, QStyle::visualRect(option.direction, option.rect, sign), colours, index, current);
    if (!m_compact)
        paintWords(*painter, option, index, inner.adjusted(side + space::m, 0, 0, 0));
    painter->restore();
}

void StepDelegate::paintWords(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                              const QRect &words)
{
    const Colours colours = coloursOf(option.palette);
    const QRect shown = QStyle::visualRect(option.direction, option.rect, words);
    const int align = Qt::AlignLeading | Qt::TextSingleLine;
    painter.setPen(colours.text);
    painter.setFont(nameFont(option.state & QStyle::State_Selected));
    painter.drawText(shown,
                     static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)) | Qt::AlignTop
                         | Qt::TextSingleLine,
                     index.data().toString());
    const StepStatus status = statusOf(index);
    painter.setPen(status == StepStatus::ToDo ? colours.mutedText : colours.ink(toneOf(status)));
    painter.setFont(fontOf(TextRole::Caption));
    painter.drawText(shown,
                     (align & ~Qt::AlignLeading) | Qt::AlignBottom
                         | static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
                     Wording::of(status));
}

QSize StepDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const QFontMetrics name(nameFont(true));
    const QFontMetrics state(fontOf(TextRole::Caption));
    if (m_compact)
        return {qRound(lineHeight() * 1.4) + space::m + space::s, name.height() + 2 * space::s};
    int words = name.horizontalAdvance(index.data().toString());
    for (const auto status : {StepStatus::ToDo, StepStatus::Done, StepStatus::NeedsLook, StepStatus::Error})
        words = std::max(words, state.horizontalAdvance(Wording::of(status)));
    const int width = words + qRound(lineHeight() * 1.4) + 3 * space::m + space::s;
    return {width, name.height() + state.height() + 2 * space::s};
}

} // namespace ui
