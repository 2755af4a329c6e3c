#pragma once

#include <QDirIterator>
#include <QTemporaryDir>

#include <array>

namespace support {

/// Where the program puts its temporary files for as long as this lives, so that a test can count them.
class TemporaryPlace final {
public:
    TemporaryPlace()
    {
        for (size_t i = 0; i < variables.size(); ++i) {
            m_before[i] = qgetenv(variables[i]);
            qputenv(variables[i], m_folder.path().toLocal8Bit());
        }
    }
    ~TemporaryPlace()
    {
        for (size_t i = 0; i < variables.size(); ++i) {
            if (m_before[i].isNull())
                qunsetenv(variables[i]);
            else
                qputenv(variables[i], m_before[i]);
        }
    }
    Q_DISABLE_COPY_MOVE(TemporaryPlace)

    /// `pattern` as in "sheet-*"; in folders within folders too.
    [[nodiscard]] int filesNamed(const QString &pattern) const
    {
        int count = 0;
        for (QDirIterator at(m_folder.path(), {pattern}, QDir::Files, QDirIterator::Subdirectories); at.hasNext();
             at.next())
            ++count;
        return count;
    }

private:
    static constexpr std::array variables{"TMPDIR", "TMP", "TEMP"};
    QTemporaryDir m_folder;
    std::array<QByteArray, variables.size()> m_before;
};

} // namespace support
