#pragma once

#include <QSortFilterProxyModel>

namespace ui {

/// The fields of one kind whose label, API name, column or constant hold the searched text.
class FieldsFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    enum class Show { All, Mapped, MandatoryMissing, WithFaults };
    Q_ENUM(Show)

    explicit FieldsFilter(QObject *parent = nullptr);
    void setText(const QString &text);
    void setShow(Show show);
    [[nodiscard]] Show shown() const { return m_show; }

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
    Show m_show = Show::All;
};

} // namespace ui
