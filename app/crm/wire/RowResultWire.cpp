#include "crm/NameScan.h"
#include "crm/wire/JobWire.h"

#include <QRegularExpression>

#include <algorithm>

namespace crm::wire {

using namespace Qt::StringLiterals;

namespace {

/// Every published row code holds an underscore; asking for one keeps a header such as "SKU:EAN" whole.
const QRegularExpression &groupStart()
{
    static const QRegularExpression pattern(QStringLiteral("\\G([A-Z]+(?:_[A-Z]+)+)(?=[-:]|$)"));
    return pattern;
}

bool groupStartsAt(const QString &cell, qsizetype position)
{
    return groupStart().match(cell, position).hasMatch();
}

bool groupEndsAt(const QString &cell, qsizetype position)
{
    return position == cell.size() || (cell[position] == u':' && groupStartsAt(cell, position + 1));
}

bool columnEndsAt(const QString &cell, qsizetype position)
{
    return groupEndsAt(cell, position) || cell[position] == u',';
}

/// Reads the column name at `position` and moves there where it ends.
QString takeColumn(const QString &cell, qsizetype &position, const QStringList &knownColumns)
{
    const qsizetype start = position;
    const QString known =
        longestNameAt(cell, start, knownColumns, [&cell](qsizetype end) { return columnEndsAt(cell, end); });
    position += known.size();
    while (!columnEndsAt(cell, position))
        ++position;
    return cell.mid(start, position - start);
}

/// Reads one group and moves `position` behind it.
RowError takeGroup(const QString &cell, qsizetype &position, const QStringList &knownColumns)
{
    RowError error;
    error.code = groupStart().match(cell, position).captured(1);
    position += error.code.size();
    bool more = position < cell.size() && cell[position] == u'-';
    while (more) {
        ++position;
        const QString column = takeColumn(cell, position, knownColumns);
        if (!column.isEmpty())
            error.columns.append(column);
        more = !groupEndsAt(cell, position);
    }
    return error;
}

/// "Record_Id", "RECORD ID" and "recordid" are one name.
QString plainName(const QString &header)
{
    QString name = header.toUpper();
    name.removeIf([](QChar c) { return !c.isLetterOrNumber(); });
    return name;
}

int lastIndexOf(const QStringList &names, std::initializer_list<QLatin1String> wanted)
{
    for (qsizetype i = names.size() - 1; i >= 0; --i) {
        if (std::find(wanted.begin(), wanted.end(), names[i]) != wanted.end())
            return int(i);
    }
    return -1;
}

RowState rowState(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (word == "added"_L1)
        return RowState::Added;
    if (word == "updated"_L1)
        return RowState::Updated;
    if (word == "skipped"_L1)
        return RowState::Skipped;
    return word == "unprocessed"_L1 ? RowState::Unprocessed : RowState::Unknown;
}

} // namespace

ResultColumns findResultColumns(const QStringList &header)
{
    QStringList names;
    std::transform(header.begin(), header.end(), std::back_inserter(names), plainName);
    // The CRM's own columns come last, and an uploaded column may bear the same name.
    ResultColumns columns;
    columns.status = lastIndexOf(names, {"STATUS"_L1});
    columns.errors = lastIndexOf(names, {"ERRORS"_L1, "ERROR"_L1});
    columns.recordId = lastIndexOf(names, {"RECORDID"_L1});
    if (columns.recordId < 0)
        columns.recordId = lastIndexOf(names, {"ID"_L1});
    columns.echoed = columns.status;
    for (const int own : {columns.errors, columns.recordId}) {
        if (own >= 0 && own < columns.echoed)
            columns.echoed = own;
    }
    columns.echoed = std::max(columns.echoed, 0);
    return columns;
}

RowResult decodeRowResult(const QStringList &cells, const ResultColumns &columns, const QStringList &knownColumns)
{
    RowResult row;
    row.echoed = cells.mid(0, columns.echoed);
    row.stateText = cells.value(columns.status);
    row.state = rowState(row.stateText);
    row.recordId = RecordId(cells.value(columns.recordId).trimmed());
    row.errorsText = cells.value(columns.errors);
    row.errors = decodeRowErrors(row.errorsText, knownColumns);
    return row;
}

std::vector<RowError> decodeRowErrors(const QString &cell, const QStringList &knownColumns)
{
    const QString text = cell.trimmed();
    if (text.isEmpty())
        return {};
    if (!groupStartsAt(text, 0))
        return {RowError{{}, {text}}};
    std::vector<RowError> errors;
    for (qsizetype position = 0; position < text.size(); ++position) {
        errors.push_back(takeGroup(text, position, knownColumns));
        if (position < text.size() && !groupEndsAt(text, position))
            return {RowError{{}, {text}}};
    }
    return errors;
}

} // namespace crm::wire
