#include "ui/mapping/FieldPaint.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/models/SourceColumnsModel.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace ui {

namespace {

struct Mark final {
    QString text;
    QString icon;
    Tone tone = Tone::Neutral;
};

Mark markOf(const FieldRow &field)
{
    if (field.knowledge == FieldRow::Knowledge::Unknown)
        return {FieldPaint::tr("Unknown field"), QStringLiteral("error"), Tone::Error};
    if (field.mandatory)
        return {FieldPaint::tr("Mandatory"), QStringLiteral("mandatory"),
                field.isMissing() ? Tone::Warning : Tone::Neutral};
    return {};
}

QString constantText(const FieldRow &field)
{
    return field.constant->isEmpty() ? FieldPaint::tr("empty") : *field.constant;
}

int numberWidth(const QString &number)
{
    return std::max(QFontMetrics(fontOf(TextRole::Caption)).horizontalAdvance(number) + space::m, lineHeight() + 2);
}

} // namespace

QRect FieldPaint::shown(const QRect &within, const QRect &rect) const
{
    return QStyle::visualRect(direction, within, rect);
}

void FieldPaint::title(const QRect &line) const
{
    QFont strong = fontOf(TextRole::Body);
    strong.setWeight(QFont::DemiBold);
    const Mark mark = markOf(field);
    int markWidth = mark.text.isEmpty() ? 0 : boardPaint::pillWidth(mark.text) + space::s;
    // The name goes first: where both have no room, a sign stands for the words, which the tool tip has.
    const bool signOnly =
        markWidth > 0 && QFontMetrics(strong).horizontalAdvance(field.label) + markWidth > line.width();
    if (signOnly)
        markWidth = boardPaint::captionHeight() + space::s;
    const QRect name = line.adjusted(0, 0, -markWidth, 0);
    const int used = boardPaint::line(painter, shown(line, name), strong,
                                      field.writable ? colours.text : colours.mutedText, field.label);
    if (signOnly)
        boardPaint::sign(painter,
                         shown(line, QRect(line.left() + used + space::xs, line.top(), markWidth, line.height())),
                         mark.icon, mark.tone, direction);
    else if (!mark.text.isEmpty())
        boardPaint::pill(
            painter,
            shown(line,
                  QRect(line.left() + used + space::s, line.top(), boardPaint::pillWidth(mark.text), line.height())),
            colours, mark.tone, mark.text);
}

/// In the narrow form: the number of the column, or that there is a constant, at the end of the line.
void FieldPaint::feeder(const QRect &line) const
{
    if (field.column) {
        const QString number = QString::number(*field.column);
        const int width = numberWidth(number);
        boardPaint::badge(painter, shown(line, QRect(line.right() - width + 1, line.top(), width, line.height())),
                          colours, number, true);
    } else if (field.constant) {
        const int width = std::min(boardPaint::pillWidth(constantText(field)), line.width() / 2);
        boardPaint::pill(painter, shown(line, QRect(line.right() - width + 1, line.top(), width, line.height())),
                         colours, Tone::Info, constantText(field));
    }
}

void FieldPaint::name(const QRect &cell, bool alone) const
{
    const QRect inner(cell.left() + space::m, cell.top() + space::s, cell.width() - space::m - space::s, lineHeight());
    int end = 0;
    if (alone && field.column)
        end = numberWidth(QString::number(*field.column)) + space::s;
    else if (alone && field.constant)
        end = std::min(boardPaint::pillWidth(constantText(field)), inner.width() / 2) + space::s;
    title(shown(cell, inner.adjusted(0, 0, -end, 0)));
    if (alone)
        feeder(shown(cell, inner));
    const QRect second(inner.left(), inner.bottom() + 3, inner.width(), boardPaint::captionHeight());
    QFont code = fontOf(TextRole::Code);
    code.setPointSizeF(fontOf(TextRole::Caption).pointSizeF());
    const int used = boardPaint::line(painter, shown(cell, second), code, colours.mutedText, field.name.text());
    if (!field.typeText.isEmpty() && used + space::m < second.width())
        boardPaint::line(painter, shown(cell, second.adjusted(used + space::s, 0, 0, 0)), fontOf(TextRole::Caption),
                         colours.mutedText, QStringLiteral("·  ") + field.typeText);
}

void FieldPaint::words(const QRect &room) const
{
    QRect words = room;
    if (field.column) {
        const QString number = QString::number(*field.column);
        const QRect badge(room.left() - space::xs, room.center().y() - lineHeight() / 2 - 1, numberWidth(number),
                          lineHeight() + 2);
        boardPaint::badge(painter, shown(room, badge), colours, number, true);
        words = shown(
            room, QRect(badge.right() + space::s, room.top(), room.right() - badge.right() - space::s, room.height()));
    }
    QString text = field.column ? field.columnHeader : tr("None");
    if (field.column && text.isEmpty())
        text = columnTitle(*field.column, {});
    if (!field.claimants.empty())
        text = tr("%1 and %Ln more", nullptr, int(field.claimants.size())).arg(text);
    boardPaint::line(painter, words, fontOf(TextRole::Body), field.column ? colours.text : colours.mutedText, text);
}

void FieldPaint::findBy(const QRect &below) const
{
    boardPaint::line(painter, below, fontOf(TextRole::Caption), colours.mutedText,
                     field.findBy.isEmpty() ? tr("find by: not chosen") : tr("find by: %1").arg(field.findBy));
}

void FieldPaint::constant(const QRect &cell) const
{
    const QRect rect = cell.adjusted(space::s, 0, -space::xs, 0);
    if (!field.constant) {
        boardPaint::line(painter, rect, fontOf(TextRole::Body), colours.mutedText, QStringLiteral("–"));
        return;
    }
    const int width = std::min(boardPaint::pillWidth(constantText(field)), rect.width());
    boardPaint::pill(painter, shown(rect, QRect(rect.left(), rect.top(), width, rect.height())), colours, Tone::Info,
                     constantText(field));
}

} // namespace ui
