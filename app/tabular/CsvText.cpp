#include "tabular/CsvText.h"

#include "tabular/parts/CsvEncoder.h"

namespace tabular {

QByteArray csvRecord(const QStringList &cells, qsizetype columns)
{
    QByteArray record;
    for (qsizetype column = 0; column < columns; ++column) {
        if (column > 0)
            record += ',';
        if (column >= cells.size())
            continue;
        const QByteArray cell = cells.at(column).toUtf8();
        appendCsvCell(record, {cell.constData(), static_cast<size_t>(cell.size())});
    }
    endCsvRecord(record, 0);
    return record;
}

} // namespace tabular
