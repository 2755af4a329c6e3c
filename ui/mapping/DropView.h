#pragma once

#include <QAbstractItemView>
#include <QDrag>
#include <QDropEvent>
#include <QMimeData>
#include <QPersistentModelIndex>

namespace ui {

/// What both views of the board share: a drag that carries a chip with the item's name, a row that lights up while something
/// that it takes is held over it, and scrolling at the edges meanwhile. The model decides what may be dropped where.
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
    [[nodiscard]] virtual QPixmap chip(const QModelIndex &index) const = 0;
    virtual void targetChanged(const QModelIndex &index, const QMimeData *carried) = 0;

    void startDrag(Qt::DropActions) override
    {
        const QModelIndex index = this->currentIndex();
        QMimeData *carried = index.isValid() ? this->model()->mimeData({index}) : nullptr;
        if (!carried)
            return;
        auto *drag = new QDrag(this);
        drag->setMimeData(carried);
        const QPixmap picture = chip(index);
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
        setTarget({}, nullptr);
    }
    void dropEvent(QDropEvent *event) override
    {
        const QModelIndex index = this->indexAt(event->position().toPoint());
        setTarget({}, nullptr);
        this->stopAutoScroll();
        this->setState(QAbstractItemView::NoState);
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(this->model()->dropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, index));
    }

private:
    void offer(QDropEvent *event)
    {
        const QModelIndex index = this->indexAt(event->position().toPoint());
        const bool fits = this->model()->canDropMimeData(event->mimeData(), Qt::CopyAction, -1, -1, index);
        setTarget(fits ? index : QModelIndex(), event->mimeData());
        // Entering beside a row must be accepted, or no move would ever follow.
        const bool known = this->model()->mimeTypes().contains(event->mimeData()->formats().value(0));
        event->setDropAction(Qt::CopyAction);
        event->setAccepted(fits || (event->type() == QEvent::DragEnter && known));
    }
    void setTarget(const QModelIndex &index, const QMimeData *carried)
    {
        if (m_target == index)
            return;
        m_target = index;
        targetChanged(index, carried);
        this->viewport()->update();
    }

    QPersistentModelIndex m_target;
};

} // namespace ui
