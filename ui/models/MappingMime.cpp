#include "ui/models/MappingMime.h"

#include <QMimeData>

namespace ui::mappingMime {

std::unique_ptr<QMimeData> ofColumn(crm::ColumnIndex column)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(columnType), QByteArray::number(column.value));
    return data;
}

std::unique_ptr<QMimeData> ofField(const crm::FieldName &field)
{
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(fieldType), field.text().toUtf8());
    return data;
}

std::optional<crm::ColumnIndex> columnIn(const QMimeData *data)
{
    if (!data || !data->hasFormat(QLatin1String(columnType)))
        return {};
    bool isNumber = false;
    const int index = data->data(QLatin1String(columnType)).toInt(&isNumber);
    return isNumber && index >= 0 ? std::optional(crm::ColumnIndex{index}) : std::nullopt;
}

std::optional<crm::FieldName> fieldIn(const QMimeData *data)
{
    if (!data || !data->hasFormat(QLatin1String(fieldType)))
        return {};
    const crm::FieldName field(QString::fromUtf8(data->data(QLatin1String(fieldType))));
    return field.isEmpty() ? std::nullopt : std::optional(field);
}

} // namespace ui::mappingMime
