#include "ui/models/MappingMime.h"

#include <QMimeData>
#include <QStringList>

namespace ui::mappingMime {

namespace {

std::optional<crm::ColumnIndex> columnOf(const QByteArray &text)
{
    bool isNumber = false;
    const int index = text.toInt(&isNumber);
    return isNumber && index >= 0 ? std::optional(crm::ColumnIndex{index}) : std::nullopt;
}

/// API name, label, column it was taken from.
QStringList partsOf(const QMimeData *data)
{
    return data && data->hasFormat(QLatin1String(fieldType))
        ? QString::fromUtf8(data->data(QLatin1String(fieldType))).split(u'\n')
        : QStringList();
}

} // namespace

std::unique_ptr<QMimeData> ofColumns(const std::vector<crm::ColumnIndex> &columns)
{
    QByteArrayList texts;
    for (const crm::ColumnIndex column : columns)
        texts << QByteArray::number(column.value);
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(columnType), texts.join(','));
    return data;
}

std::unique_ptr<QMimeData> ofField(const crm::FieldName &field, std::optional<crm::ColumnIndex> origin,
                                   const QString &label)
{
    const QStringList parts{field.text(), label, origin ? QString::number(origin->value) : QString()};
    auto data = std::make_unique<QMimeData>();
    data->setData(QLatin1String(fieldType), parts.join(u'\n').toUtf8());
    return data;
}

std::vector<crm::ColumnIndex> columnsIn(const QMimeData *data)
{
    std::vector<crm::ColumnIndex> columns;
    if (!data || !data->hasFormat(QLatin1String(columnType)))
        return columns;
    for (const QByteArray &text : data->data(QLatin1String(columnType)).split(',')) {
        const auto column = columnOf(text);
        if (!column)
            return {};
        columns.push_back(*column);
    }
    return columns;
}

std::optional<crm::FieldName> fieldIn(const QMimeData *data)
{
    const QString name = partsOf(data).value(0);
    return name.isEmpty() ? std::nullopt : std::optional(crm::FieldName(name));
}

QString labelIn(const QMimeData *data)
{
    const QStringList parts = partsOf(data);
    return parts.value(1).isEmpty() ? parts.value(0) : parts.at(1);
}

std::optional<crm::ColumnIndex> originIn(const QMimeData *data)
{
    return columnOf(partsOf(data).value(2).toLatin1());
}

} // namespace ui::mappingMime
