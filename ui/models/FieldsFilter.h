#pragma once

#include "crm/Ids.h"
#include "ui/models/RowFault.h"

#include <QSortFilterProxyModel>

#include <vector>

namespace ui {

/// The fields of one kind whose label, API name, column or constant hold the searched text. Several columns that are
/// dropped on one go to that field and the next free ones below it, as they are shown.
class FieldsFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Mapped, NotMapped, MandatoryMissing, WithFaults };
    Q_ENUM(Show)

    explicit FieldsFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    void setShow(Show show);
    [[nodiscard]] Show shown() const { return m_show; }

    [[nodiscard]] DropHint dropHint(const QMimeData *data, const QModelIndex &target) const;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

    /// `target` and the free fields below it; fewer than `count` where there are not as many.
    [[nodiscard]] std::vector<crm::FieldName> freeFrom(const QModelIndex &target, size_t count) const;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Show m_show = Show::All;
};

} // namespace ui
