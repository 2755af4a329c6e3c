#include "tabular/CsvText.h"

namespace tabular {

namespace {

bool needsQuotes(const QString &cell)
{
    if (cell.startsWith(QChar(0xFEFF)) || cell.startsWith(QLatin1String("sep="), Qt::CaseInsensitive))
        return true;
    for (const QChar c : cell) {
        if (c == QLatin1Char('"') || c == QLatin1Char(',') || c == QLatin1Char('\r') || c == QLatin1Char('\n'))
            return true;
    }
    return false;
}

void appendCell(QByteArray &record, const QString &cell)
{
    QByteArray bytes = cell.toUtf8();
    if (!needsQuotes(cell)) {
        record += bytes;
        return;
    }
    record += '"';
    record += bytes.replace('"', "\"\"");
    record += '"';
}

} // namespace

QByteArray csvRecord(const QStringList &cells, qsizetype columns)
{
    QByteArray record;
    for (qsizetype column = 0; column < columns; ++column) {
        if (column > 0)
            record += ',';
        if (column < cells.size())
            appendCell(record, cells.at(column));
    }
    if (record.isEmpty())
        record = "\"\"";
    return record += "\r\n";
}

} // namespace tabular
