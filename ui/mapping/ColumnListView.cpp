#include "ui/mapping/ColumnListView.h"

#include "ui/mapping/BoardPaint.h"
#include "ui/models/MappingMime.h"
#include "ui/models/SourceColumnsModel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QPainter>

namespace ui {

namespace {

using boardPaint::Ground;

struct StateLook final {
    QString text;
    QString icon;
    Tone tone = Tone::Neutral;
};

StateLook lookOf(const QModelIndex &index)
{
    const auto state = mapping::ColumnState(index.data(SourceColumnsModel::StateRole).toInt());
    if (index.data(SourceColumnsModel::PickedRole).toBool())
        return {ColumnDelegate::tr("choose a field"), QStringLiteral("mapping"), Tone::Accent};
    if (state == mapping::ColumnState::Ignored)
        return {ColumnDelegate::tr("Ignored"), QStringLiteral("close"), Tone::Neutral};
    if (state == mapping::ColumnState::Undecided)
        return {ColumnDelegate::tr("Undecided"), {}, Tone::Neutral};
    const QString fields = QLocale().createSeparatedList(index.data(SourceColumnsModel::FeedsRole).toStringList());
    if (index.data(SourceColumnsModel::ProblemsRole).toInt() > 0)
        return {fields, QStringLiteral("error"), Tone::Error};
    return {fields, QStringLiteral("success"), Tone::Success};
}

void paintState(QPainter &painter, const QRect &rect, const Colours &colours, const StateLook &look)
{
    const QFont font = fontOf(TextRole::Caption);
    const int sign = look.icon.isEmpty() ? 0 : boardPaint::captionHeight();
    const int width = std::min(QFontMetrics(font).horizontalAdvance(look.text) + 1, rect.width() - sign - space::xs);
    const QRect words(rect.right() - width + 1, rect.top(), width, rect.height());
    const QColor ink = look.tone == Tone::Neutral ? colours.mutedText : colours.ink(look.tone);
    boardPaint::line(painter, words, font, ink, look.text);
    if (sign > 0)
        icon(look.icon, look.tone)
            .paint(&painter, words.left() - sign - space::xs, rect.center().y() - sign / 2, sign, sign);
}

void paintWords(QPainter &painter, const QRect &rect, const Colours &colours, const QModelIndex &index)
{
    const bool ignored = index.data(SourceColumnsModel::StateRole).toInt() == int(mapping::ColumnState::Ignored);
    const int body = lineHeight();
    const int stateWidth = rect.width() * 9 / 20;
    QFont strong = fontOf(TextRole::Body);
    strong.setWeight(QFont::DemiBold);
    boardPaint::line(painter, QRect(rect.left(), rect.top(), rect.width() - stateWidth - space::s, body), strong,
                     ignored ? colours.mutedText : colours.text, index.data(Qt::DisplayRole).toString());
    paintState(painter, QRect(rect.right() - stateWidth + 1, rect.top(), stateWidth, body), colours, lookOf(index));
    const QString samples = index.data(SourceColumnsModel::SamplesRole).toStringList().join(QStringLiteral("  ·  "));
    boardPaint::line(painter, QRect(rect.left(), rect.top() + body + 2, rect.width(), boardPaint::captionHeight()),
                     fontOf(TextRole::Caption), colours.mutedText,
                     samples.isEmpty() ? ColumnDelegate::tr("no sample values") : samples);
}

} // namespace

void ColumnDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Colours colours = coloursOf(option.palette);
    painter->save();
    const bool picked = index.data(SourceColumnsModel::PickedRole).toBool();
    const bool selected = option.state & QStyle::State_Selected;
    const bool focused = selected && (option.state & QStyle::State_HasFocus);
    boardPaint::ground(*painter, option.rect, colours,
                       picked                                       ? Ground::Target
                           : focused                                ? Ground::Focused
                           : selected                               ? Ground::Selected
                           : option.state & QStyle::State_MouseOver ? Ground::Hovered
                                                                    : Ground::Plain);
    const QRect inner = option.rect.adjusted(space::m, space::s, -space::m, -space::s);
    const int side = lineHeight() + space::s;
    const QRect badge(inner.left(), inner.center().y() - side / 2, side + space::s, side);
    boardPaint::badge(*painter, QStyle::visualRect(option.direction, option.rect, badge), colours,
                      index.data(SourceColumnsModel::IndexRole).toString(), picked);
    const QRect words = inner.adjusted(badge.width() + space::m, 0, 0, 0);
    paintWords(*painter, QStyle::visualRect(option.direction, option.rect, words), colours, index);
    painter->restore();
}

QSize ColumnDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {lineHeight() * 12, lineHeight() + boardPaint::captionHeight() + 2 + 2 * space::s};
}

ColumnListView::ColumnListView(QWidget *parent)
    : DropView<QListView>(parent)
{
    setItemDelegate(new ColumnDelegate(this));
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setContextMenuPolicy(Qt::CustomContextMenu);
    prepareDrops();
}

void ColumnListView::keyPressEvent(QKeyEvent *event)
{
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_F2;
    if (enters && currentIndex().isValid())
        Q_EMIT chosen(currentIndex());
    else
        DropView<QListView>::keyPressEvent(event);
}

void ColumnListView::paintEvent(QPaintEvent *event)
{
    DropView<QListView>::paintEvent(event);
    if (!target().isValid())
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(coloursOf(palette()).accent, 2));
    painter.drawRoundedRect(QRectF(visualRect(target())).adjusted(1.5, 1.5, -1.5, -1.5), 6, 6);
}

QPixmap ColumnListView::chip(const QModelIndex &index) const
{
    return boardPaint::chip(columnTitle(index.data(SourceColumnsModel::IndexRole).toInt(),
                                        index.data(SourceColumnsModel::HeaderRole).toString()),
                            palette(), devicePixelRatioF());
}

void ColumnListView::targetChanged(const QModelIndex &index, const QMimeData *carried)
{
    const auto field = mappingMime::fieldIn(carried);
    Q_EMIT dropHint(field && index.isValid()
                        ? tr("Let go to map column %1 to %2.")
                              .arg(index.data(SourceColumnsModel::IndexRole).toString(), field->text())
                        : QString());
}

} // namespace ui
