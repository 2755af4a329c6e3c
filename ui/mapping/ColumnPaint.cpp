#include "ui/mapping/ColumnPaint.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/text/Wording.h"

#include <QLocale>
#include <QPainter>
#include <QStyle>

namespace ui {

using mapping::ColumnState;

namespace {

struct Look final {
    QString text;
    QString icon;
    Tone tone = Tone::Neutral;
};

Look lookOf(const SourceColumn &column, bool picked)
{
    if (picked)
        return {ColumnPaint::tr("Choose a field"), QStringLiteral("mapping"), Tone::Accent};
    if (column.state == ColumnState::Ignored)
        return {ColumnPaint::tr("Ignored"), QStringLiteral("close"), Tone::Neutral};
    if (column.state == ColumnState::Mapped && column.problems > 0)
        return column.onlyWarnings() ? Look{ColumnPaint::tr("Needs a look"), QStringLiteral("warning"), Tone::Warning}
                                     : Look{ColumnPaint::tr("Has a problem"), QStringLiteral("error"), Tone::Error};
    if (column.state == ColumnState::Mapped)
        return {ColumnPaint::tr("Mapped"), QStringLiteral("success"), Tone::Success};
    return column.proposal ? Look{ColumnPaint::tr("Check"), QStringLiteral("info"), Tone::Accent}
                           : Look{ColumnPaint::tr("Undecided"), {}, Tone::Neutral};
}

/// In the narrow form the fields stand where else the state stands.
Look shortLookOf(const SourceColumn &column, bool picked)
{
    Look look = lookOf(column, picked);
    if (!picked && column.state == ColumnState::Mapped)
        look.text = QLocale().createSeparatedList(column.feeds);
    else if (!picked && column.proposal)
        look.text = ColumnPaint::tr("%1?").arg(column.proposal->label);
    return look;
}

} // namespace

int ColumnPaint::signWidth(const QString &text)
{
    const int words = QFontMetrics(fontOf(TextRole::Caption)).horizontalAdvance(text);
    return boardPaint::captionHeight() + space::xs + words;
}

void ColumnPaint::sign(const QRect &rect, const QString &text, const QString &iconName, Tone tone) const
{
    const int size = iconName.isEmpty() ? 0 : boardPaint::captionHeight();
    if (size > 0)
        boardPaint::sign(painter, rect, iconName, tone, direction);
    const QRect words = rect.adjusted(size > 0 ? size + space::xs : 0, 0, 0, 0);
    boardPaint::line(painter, QStyle::visualRect(direction, rect, words), fontOf(TextRole::Caption),
                     tone == Tone::Neutral ? colours.mutedText : colours.ink(tone), text);
}

void ColumnPaint::lines(const QRect &room, bool alone) const
{
    const int body = lineHeight();
    const bool ignored = column.state == ColumnState::Ignored;
    const QRect first(room.left(), room.top(), room.width(), body);
    QRect title = first;
    if (alone) {
        const Look look = shortLookOf(column, picked);
        const int wanted =
            signWidth(look.text) - (look.icon.isEmpty() ? boardPaint::captionHeight() + space::xs : 0) + 2;
        const int width = std::min(wanted, room.width() * 9 / 20);
        title.setWidth(room.width() - width - space::s);
        this->sign(QStyle::visualRect(direction, first, QRect(first.right() - width + 1, first.top(), width, body)),
                   look.text, look.icon, look.tone);
    }
    QFont strong = fontOf(TextRole::Body);
    strong.setWeight(QFont::DemiBold);
    boardPaint::line(painter, QStyle::visualRect(direction, first, title), strong,
                     ignored ? colours.mutedText : colours.text,
                     column.header.isEmpty() ? columnTitle(column.index, {}) : column.header);
    QStringList shown;
    for (const QString &sample : column.samples)
        shown << Wording::apart(sample);
    const QString samples = shown.join(QStringLiteral("  ·  "));
    boardPaint::line(painter, QRect(room.left(), room.top() + body + 2, room.width(), boardPaint::captionHeight()),
                     fontOf(TextRole::Caption), colours.mutedText,
                     samples.isEmpty() ? tr("no sample values") : samples);
}

void ColumnPaint::header(const QRect &cell, bool alone) const
{
    const QRect inner = cell.adjusted(space::m, space::s, -space::m, -space::s);
    const int side = lineHeight() + space::s;
    const QRect badge(inner.left(), inner.center().y() - side / 2, side + space::s, side);
    boardPaint::badge(painter, QStyle::visualRect(direction, cell, badge), colours, QString::number(column.index),
                      picked);
    lines(QStyle::visualRect(direction, cell, inner.adjusted(badge.width() + space::m, 0, 0, 0)), alone);
}

void ColumnPaint::words(const QRect &room) const
{
    QString text = QLocale().createSeparatedList(column.feeds);
    if (column.proposal)
        text = column.proposal->label;
    else if (column.state == ColumnState::Ignored)
        text = tr("Not imported");
    else if (text.isEmpty())
        text = tr("Choose a field");
    boardPaint::line(painter, room, fontOf(TextRole::Body),
                     column.proposal                           ? colours.ink(Tone::Accent)
                         : column.state == ColumnState::Mapped ? colours.text
                                                               : colours.mutedText,
                     text);
}

QRect ColumnPaint::acceptButton(const QRect &cell, Qt::LayoutDirection direction)
{
    // Above the reason, which has the whole width; the word "Check" gives way where there is no room beside the button.
    const QSize size = boardPaint::buttonSize(tr("Accept"));
    const QRect inner = cell.adjusted(space::s, space::xs, -space::s, -space::xs);
    const int left = std::max(inner.left(), inner.right() + 1 - size.width());
    const bool alone = left - inner.left() < signWidth(tr("Check")) + space::s;
    return QStyle::visualRect(direction, cell, {QPoint(alone ? inner.left() : left, inner.top()), size});
}

void ColumnPaint::state(const QRect &cell) const
{
    const QRect inner = cell.adjusted(space::s, space::s, -space::s, -space::s);
    const Look look = lookOf(column, picked);
    const QString reason = column.proposal ? column.proposal->reason : column.reason;
    const bool second = !reason.isEmpty() || !column.facts.isEmpty();
    QRect first(inner.left(), inner.top(), inner.width(), second ? lineHeight() : inner.height());
    QRect below(inner.left(), inner.top() + lineHeight() + 2, inner.width(), boardPaint::captionHeight());
    if (column.proposal) {
        const QRect accept = QStyle::visualRect(direction, cell, acceptButton(cell, direction));
        boardPaint::button(painter, acceptButton(cell, direction), colours, tr("Accept"));
        first = QRect(first.left(), accept.top(), accept.left() - space::s - first.left(), accept.height());
        below.moveTop(accept.bottom() + 2);
    }
    if (first.width() > 0)
        sign(QStyle::visualRect(direction, cell, first), look.text, look.icon, look.tone);
    boardPaint::line(painter, QStyle::visualRect(direction, cell, below), fontOf(TextRole::Caption), colours.mutedText,
                     reason.isEmpty() ? column.facts : reason);
}

} // namespace ui
