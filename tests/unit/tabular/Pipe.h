#pragma once

#include <QByteArray>
#include <QIODevice>

#include <cstring>

/// Hands out a text like a pipe: of unknown length, a few bytes at a time, once.
class Pipe final : public QIODevice {
public:
    explicit Pipe(QByteArray text)
        : m_text(std::move(text))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_at == m_text.size(); }

protected:
    qint64 readData(char *into, qint64 most) override
    {
        const qint64 bytes = qMin<qint64>(qMin<qint64>(most, 7), m_text.size() - m_at);
        std::memcpy(into, m_text.constData() + m_at, static_cast<size_t>(bytes));
        m_at += bytes;
        return bytes;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_text;
    qint64 m_at = 0;
};
