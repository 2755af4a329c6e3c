#pragma once

#include <QSortFilterProxyModel>

namespace ui {

/// The columns whose index, header, samples or fields hold the searched text.
class ColumnsFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    explicit ColumnsFilter(QObject *parent = nullptr);
    void setText(const QString &text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};

} // namespace ui
