#pragma once

#include "ui/models/RowFault.h"

#include <QAbstractItemView>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QPersistentModelIndex>

namespace ui {

/// What both views of the board share: a drag that carries a chip with the items' name, a row that lights up while something
/// that it takes is held over it, words that say what letting go would do or why it cannot be, and scrolling at the edges
/// meanwhile. The model decides what may be dropped where.
template <class View>
class DropView : public View {
public:
    using View::View;

protected:
    void prepareDrops()
    {
        this->setDragDropMode(QAbstractItemView::DragDrop);
        this->setDefaultDropAction(Qt::CopyAction);
        this->setDropIndicatorShown(false);
        this->setAutoScroll(true);
        this->setAutoScrollMargin(32);
    }
    [[nodiscard]] QModelIndex target() const { return m_target; }
    /// The cells that a drag from the current one takes along.
    [[nodiscard]] virtual QModelIndexList dragged() const = 0;
    [[nodiscard]] virtual QPixmap chip(const QModelIndexList &dragged) const = 0;
    [[nodiscard]] virtual DropHint hintFor(const QMimeData *carried, const QModelIndex &index) const = 0;
    virtual void hintChanged(const QString &sentence) = 0; ///< empty: nothing is held over the view any more

    void startDrag(Qt::DropActions) override
    {
        const QModelIndexList indexes = dragged();
        QMimeData *carried = indexes.isEmpty() ? nullptr : this->model()->mimeData(indexes);
        if (!carried)
            return;
        auto *drag = new QDrag(this);
        drag->setMimeData(carried);
        const QPixmap picture = chip(indexes);
        drag->setPixmap(picture);
        drag->setHotSpot(QPoint(12, int(picture.height() / picture.devicePixelRatio()) + 2));
        drag->exec(Qt::CopyAction, Qt::CopyAction);
    }
    void dragEnterEvent(QDragEnterEvent *event) override
    {
        View::dragEnterEvent(event);
        offer(event);
    }
    void dragMoveEvent(QDragMoveEvent *event) override
    {
        View::dragMoveEvent(event);
        offer(event);
    }
    void dragLeaveEvent(QDragLeaveEvent *event) override
    {
        View::dragLeaveEvent(event);
        show({}, {});
    }
    void dropEvent(QDropEvent *event) override
    {
        const QModelIndex index = this->indexAt(event->position().toPoint());
        show({}, {});
        this->stopAutoScroll();
        this->setState(QAbstractItemView::NoState);
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(this->model()->dropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, index));
    }

private:
    void offer(QDropEvent *event)
    {
        const QModelIndex index = this->indexAt(event->position().toPoint());
        const DropHint hint = hintFor(event->mimeData(), index);
        show(hint.fits ? index : QModelIndex(), hint.sentence);
        // Entering beside a row must be accepted, or no move would ever follow.
        const bool entersWithOurs = event->type() == QEvent::DragEnter && !hint.sentence.isEmpty();
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(hint.fits || entersWithOurs);
    }
    void show(const QModelIndex &index, const QString &sentence)
    {
        if (m_hint != sentence) {
            m_hint = sentence;
            hintChanged(sentence);
        }
        if (m_target == index)
            return;
        m_target = index;
        this->viewport()->update();
    }

    QPersistentModelIndex m_target;
    QString m_hint;
};

} // namespace ui
