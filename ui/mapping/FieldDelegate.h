#pragma once

#include <QStyledItemDelegate>

#include <optional>

namespace ui {

class SourceColumnsModel;

/// Paints the cells of a field row in its upper part (cardHeight()); what stands below is the view's business. The editor
/// of the column cell is a combo box: None, then every column; typing finds columns by number or by any part of the header.
class FieldDelegate final : public QStyledItemDelegate {
    Q_OBJECT
public:
    FieldDelegate(const SourceColumnsModel &columns, QObject *parent);

    [[nodiscard]] static int cardHeight(); ///< two lines and the space around them
    /// The column that `text` means: a number, a header, or part of one. Any number counts while the headers are unknown.
    [[nodiscard]] std::optional<int> columnFor(const QString &text) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    bool eventFilter(QObject *object, QEvent *event) override;

private:
    void finish(QWidget *editor);
    const SourceColumnsModel &m_columns;
};

} // namespace ui
