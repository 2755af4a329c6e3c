#pragma once

#include "ui/models/RowFault.h"

#include <QSortFilterProxyModel>

namespace ui {

struct SourceColumn;

/// The columns of one kind whose index, header, samples or fields hold the searched text.
class ColumnsFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, NeedsLook, Undecided, Mapped, Ignored };
    Q_ENUM(Show)

    explicit ColumnsFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    void setShow(Show show);
    [[nodiscard]] static bool isOfKind(const SourceColumn &column, Show show);
    [[nodiscard]] DropHint dropHint(const QMimeData *data, const QModelIndex &target) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Show m_show = Show::All;
};

} // namespace ui
