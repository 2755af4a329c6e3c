#pragma once

#include "tabular/encoding/InvalidPlaces.h"

#include <QByteArrayView>

namespace tabular {

/// Where decoders put their UTF-8: drops a leading byte-order mark, counts lines, lists what is no text.
class DecodedText final {
public:
    explicit DecodedText(InvalidBytes policy)
        : m_policy(policy)
    { }

    /// Everything up to the next call goes to the end of `out`, which outlives it.
    void writeTo(QByteArray *out);
    /// A leading mark must come in one piece.
    void append(QByteArrayView utf8);
    /// Room for `bytes` more at the end of the text, to be filled at once; then commit() says how many were.
    [[nodiscard]] char *room(qsizetype bytes);
    void commit(qsizetype used);
    void invalid(qint64 offset, QByteArrayView bytes);
    /// Counts the lines of what was written; called at the end of each step.
    void settle();

    /// True once a place was met that may not be replaced.
    [[nodiscard]] bool refused() const { return m_policy == InvalidBytes::Refuse && m_places.count > 0; }
    [[nodiscard]] const InvalidPlaces &places() const { return m_places; }

private:
    void countLines();

    InvalidBytes m_policy;
    InvalidPlaces m_places;
    QByteArray *m_out = nullptr;
    qsizetype m_counted = 0; ///< so much of m_out was looked at for line ends
    qsizetype m_roomAt = 0;
    qint64 m_line = 1;
    bool m_afterCr = false;
    bool m_started = false;
};

} // namespace tabular
