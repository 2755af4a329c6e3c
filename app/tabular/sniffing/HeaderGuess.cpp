#include "tabular/sniffing/HeaderGuess.h"

#include "tabular/sniffing/CellLook.h"

#include <algorithm>
#include <map>

namespace tabular {

namespace {

size_t filledCells(const HeadRecord &record)
{
    return static_cast<size_t>(
        std::count_if(record.begin(), record.end(), [](const QByteArray &cell) { return !cell.trimmed().isEmpty(); }));
}

/// Narrower than the table, or as wide and nearly empty.
bool isTitle(const HeadRecord &record, size_t columns)
{
    return record.size() < columns || (columns >= 3 && filledCells(record) * 2 < columns);
}

/// Names of groups: as wide as the table, several words, gaps between.
bool isGroupRow(const HeadRecord &record, size_t columns)
{
    const size_t filled = filledCells(record);
    const bool words = std::all_of(record.begin(), record.end(), [](const QByteArray &cell) {
        const CellLook shape = lookOf(cell);
        return shape == CellLook::Text || shape == CellLook::Empty;
    });
    return columns >= 3 && record.size() == columns && filled >= 2 && filled < columns && words;
}

bool isNameRow(const HeadRecord &record, size_t columns)
{
    return record.size() == columns && std::all_of(record.begin(), record.end(), [](const QByteArray &cell) {
               return lookOf(cell) == CellLook::Text;
           });
}

/// The shape that nearly all values of a column have, or Text.
CellLook shapeOfColumn(const std::vector<HeadRecord> &records, size_t from, size_t column)
{
    std::map<CellLook, int> counts;
    int all = 0;
    for (size_t i = from; i < records.size(); ++i) {
        const CellLook shape = column < records[i].size() ? lookOf(records[i][column]) : CellLook::Empty;
        if (shape == CellLook::Empty)
            continue;
        ++counts[shape];
        ++all;
    }
    for (const auto &[shape, count] : counts) {
        if (count * 5 >= all * 4)
            return shape;
    }
    return CellLook::Text;
}

/// A year is a number and yet a name of a column.
bool isYear(const QByteArray &cell)
{
    bool number = false;
    const int year = cell.trimmed().toInt(&number);
    return number && year >= 1900 && year <= 2100;
}

struct Votes final {
    int names = 0;
    int data = 0;
};

Votes vote(const std::vector<HeadRecord> &records, size_t at)
{
    Votes votes;
    for (size_t column = 0; column < records[at].size(); ++column) {
        const QByteArray &cell = records[at][column];
        const CellLook own = lookOf(cell);
        if (own == CellLook::Empty || isYear(cell))
            continue;
        const CellLook below = shapeOfColumn(records, at + 1, column);
        if (below == CellLook::Text) {
            votes.data += own == CellLook::Text
                    && std::any_of(records.begin() + static_cast<std::ptrdiff_t>(at) + 1, records.end(),
                                   [&](const HeadRecord &r) { return column < r.size() && r[column] == cell; })
                ? 1
                : 0;
        } else if (own == below) {
            ++votes.data;
        } else if (own == CellLook::Text) {
            ++votes.names;
        }
    }
    return votes;
}

} // namespace

HeaderGuess guessHeader(const std::vector<HeadRecord> &records, int columns)
{
    const auto width = static_cast<size_t>(columns);
    size_t at = 0;
    while (at < records.size() && isTitle(records[at], width))
        ++at;
    if (at >= records.size())
        return {};
    HeaderGuess guess;
    // The row of names is the one that is read; the groups above it are for the user to add.
    const bool groupsHere =
        at + 2 < records.size() && isGroupRow(records[at], width) && isNameRow(records[at + 1], width);
    const bool groupsAbove = at > 0 && isGroupRow(records[at - 1], width) && isNameRow(records[at], width);
    at += groupsHere ? 1 : 0;
    guess.row = static_cast<int>(at) + 1;
    if (groupsHere || groupsAbove)
        guess.merged = HeaderGuess::Merged{guess.row - 1, 2};
    if (at + 1 >= records.size())
        return guess;
    const Votes votes = vote(records, at);
    if (at == 0 && votes.data > votes.names) {
        guess.row = 0;
        guess.reason = HeaderReason::FirstRecordIsData;
        guess.sure = votes.data >= 2 && votes.names == 0;
    } else if (votes.names > votes.data) {
        guess.reason = HeaderReason::NamesAboveValues;
        guess.sure = votes.data == 0 && !guess.merged;
    } else if (at > 0) {
        guess.reason = HeaderReason::FirstFullRecord;
    }
    return guess;
}

} // namespace tabular
