#pragma once

#include "fuzz/Expect.h"

#include <QByteArrayView>
#include <QFile>
#include <QTemporaryFile>

#ifdef __linux__
#include <sys/mman.h>
#include <unistd.h>
#endif

namespace fuzz {

/// A file for readers that want a path. On Linux it is in memory; it is used again for each input.
class InputFile final {
public:
    InputFile()
    {
#ifdef __linux__
        const int handle = ::memfd_create("fuzz", MFD_CLOEXEC);
        expect(handle >= 0 && m_file.open(handle, QIODevice::ReadWrite | QIODevice::Unbuffered, QFile::AutoCloseHandle),
               "the input file can be made");
        m_path = QStringLiteral("/proc/self/fd/%1").arg(handle);
#else
        expect(m_temporary.open(), "the input file can be made");
        m_path = m_temporary.fileName();
        m_file.setFileName(m_path);
        expect(m_file.open(QIODevice::ReadWrite | QIODevice::Unbuffered), "the input file can be opened");
#endif
    }

    const QString &put(QByteArrayView content)
    {
        const bool put =
            m_file.resize(0) && m_file.seek(0) && m_file.write(content.data(), content.size()) == content.size();
        expect(put, "the input file can be written");
        return m_path;
    }
    [[nodiscard]] QFile &file()
    {
        return m_file;
    }
    [[nodiscard]] const QString &path() const
    {
        return m_path;
    }

private:
#ifndef __linux__
    QTemporaryFile m_temporary;
#endif
    QFile m_file;
    QString m_path;
};

} // namespace fuzz
