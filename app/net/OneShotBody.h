#pragma once

#include <QByteArray>
#include <QFile>
#include <QIODevice>

#include <memory>

namespace net {

/// A request body that can be read once and never rewound. QNetworkAccessManager repeats a request by itself, a POST too,
/// when the server drops the connection before it answers (measured with Qt 6.4: two to four identical POSTs); it can only
/// do so with a body that it can read again. With this one, an explicit Content-Length and
/// QNetworkRequest::DoNotBufferUploadDataAttribute exactly one leaves, and the loss is reported instead
/// (ContentReSendError).
class OneShotBody final : public QIODevice {
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes);
    /// `head`, then the content of the open `file` from its start, then `tail`.
    OneShotBody(QByteArray head, std::unique_ptr<QFile> file, QByteArray tail);

    [[nodiscard]] qint64 length() const { return m_length; }
    /// Whether a byte was handed over. Until then nobody can have acted on it.
    [[nodiscard]] bool begun() const { return m_given > 0; }
    [[nodiscard]] bool givenWhole() const { return m_given >= m_length; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return givenWhole(); }
    [[nodiscard]] qint64 bytesAvailable() const override;
    /// Refuses without the warning of the base class: Qt asks for it each time it would like to send again.
    bool seek(qint64 position) override;

Q_SIGNALS:
    void reading(); ///< the first byte is about to be handed over

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    qint64 take(char *data, qint64 size);
    QByteArray m_head;
    std::unique_ptr<QFile> m_file;
    QByteArray m_tail;
    qint64 m_length;
    qint64 m_given = 0;
};

} // namespace net
