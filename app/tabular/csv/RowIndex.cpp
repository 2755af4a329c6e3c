#include "tabular/csv/RowIndex.h"

#include <algorithm>

namespace tabular::csv {

void RowIndex::add(const RecordPlace &place)
{
    if (place.offset > m_places.back().offset)
        m_places.push_back(place);
}

const RecordPlace &RowIndex::beforeRecord(qint64 number) const
{
    const auto behind =
        std::upper_bound(m_places.begin() + 1, m_places.end(), number - 1,
                         [](qint64 wanted, const RecordPlace &place) { return wanted < place.records; });
    return *(behind - 1);
}

const RecordPlace &RowIndex::beforeByte(qint64 offset) const
{
    const auto behind = std::upper_bound(m_places.begin() + 1, m_places.end(), offset,
                                         [](qint64 wanted, const RecordPlace &place) { return wanted < place.offset; });
    return *(behind - 1);
}

} // namespace tabular::csv
