#pragma once

#include "ui/mapping/ChooserDelegate.h"

namespace ui {

class CardTable;
class FieldsModel;

/// Paints the cells of a column row; in a compact view the first cell says all. The editor of the field cell offers None,
/// what is proposed, the mandatory fields that are missing, then all others; typing finds fields by label or API name.
class ColumnDelegate final : public ChooserDelegate {
    Q_OBJECT
public:
    ColumnDelegate(const FieldsModel &fields, CardTable &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void setModelData(QWidget *editor, QAbstractItemModel *model, const QModelIndex &index) const override;
    /// The API name that `text` means: a label, an API name, or a part of one; empty: none.
    [[nodiscard]] QString fieldFor(const QString &text) const;

Q_SIGNALS:
    void accepted(const QModelIndex &index); ///< the button of a proposal was clicked

protected:
    bool editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                     const QModelIndex &index) override;

private:
    const FieldsModel &m_fields;
    const CardTable &m_view;
};

} // namespace ui
