#pragma once

#include "tabular/sniffing/FileDecoding.h"
#include "tabular/sniffing/PrivateFolder.h"

#include <optional>

namespace tabular {

/// A text file as UTF-8 that the engine can read for as long as this lives: the file itself where it is UTF-8 already,
/// else a copy in a private folder, which goes with this.
class WorkingText final {
public:
    enum class ZeroBytes { Keep, Drop };

    /// UTF-8 is copied only when invalid places are to be replaced; otherwise the engine finds them while it reads.
    /// `temporary`: where the copy's folder is made (empty: the system's folder for temporary files). Meant for a pool
    /// thread. Errors: those of decodeFile(), DiskFull ("needed" and "free", in bytes), FileUnwritable.
    [[nodiscard]] static base::Result<WorkingText>
    prepare(const QString &path, const TextEncoding &encoding, InvalidBytes policy, const base::StopFlag &stop,
            const std::function<void(int)> &progress = {}, const QString &temporary = {},
            ZeroBytes zeros = ZeroBytes::Keep, Utf8Lines lines = Utf8Lines::Keep);

    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] bool isCopy() const { return m_folder.has_value(); }
    /// Places of the original that are U+FFFD in the copy.
    [[nodiscard]] const InvalidPlaces &replacedPlaces() const { return m_replaced; }
    /// Lines of the original that are UTF-8 in another encoding.
    [[nodiscard]] const LineNumbers &utf8Lines() const { return m_utf8Lines; }
    /// How many zero bytes the copy has not.
    [[nodiscard]] qint64 droppedZeros() const { return m_droppedZeros; }

private:
    WorkingText() = default;

    QString m_path;
    std::optional<PrivateFolder> m_folder;
    InvalidPlaces m_replaced;
    LineNumbers m_utf8Lines;
    qint64 m_droppedZeros = 0;
};

} // namespace tabular
