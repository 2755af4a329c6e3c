#pragma once

#include "base/Result.h"

#include <QIODevice>

#include <memory>

namespace tabular {

/// Reads a gzip file block by block; members that follow each other are one text, zeros behind them are padding.
class GzipStream final {
public:
    /// `source` is open, at its start, and outlives this.
    explicit GzipStream(QIODevice &source);
    ~GzipStream();
    Q_DISABLE_COPY_MOVE(GzipStream)

    /// Fills at most `room` bytes at `to` and gives how many; 0 at the end. Errors: ZipUnreadable when the data is
    /// damaged, cut off, has a wrong check sum, or is followed by something else; FileUnreadable.
    [[nodiscard]] base::Result<qint64> read(char *to, qint64 room);
    [[nodiscard]] qint64 bytesTaken() const { return m_taken; }

private:
    enum class Between { More, End, Broken };

    bool refill();
    Between afterMember();

    struct State;
    QIODevice &m_source;
    std::unique_ptr<State> m_state; ///< of zlib, which stays out of this header
    QByteArray m_block;
    qint64 m_taken = 0;
    bool m_ended = false;
};

} // namespace tabular
