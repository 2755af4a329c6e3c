#pragma once

#include "ui/mapping/ChooserDelegate.h"

#include <optional>

namespace ui {

class CardTable;
class SourceColumnsModel;

/// Paints the cells of a field row; in a compact view the first cell says all. The editor of the column cell offers None,
/// then every column; typing finds columns by number or by any part of the header.
class FieldDelegate final : public ChooserDelegate {
    Q_OBJECT
public:
    FieldDelegate(const SourceColumnsModel &columns, CardTable &view);

    /// The column that `text` means: a number, a header, or part of one. Any number counts while the headers are unknown.
    [[nodiscard]] std::optional<int> columnFor(const QString &text) const;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;

private:
    const SourceColumnsModel &m_columns;
    const CardTable &m_view;
};

} // namespace ui
