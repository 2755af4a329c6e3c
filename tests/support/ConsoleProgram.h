#pragma once

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace support {

/// What a console verb wrote and how it ended. `exitCode` -1: it crashed or did not end in time.
struct ConsoleOutput final {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] static QList<QByteArray> lines(const QByteArray &text)
    {
        QList<QByteArray> lines = text.split('\n');
        if (lines.last().isEmpty())
            lines.removeLast();
        return lines;
    }
    /// Standard output as objects; an empty one stands for a line that is no JSON object.
    [[nodiscard]] QList<QJsonObject> events() const
    {
        QList<QJsonObject> events;
        for (const QByteArray &line : lines(out))
            events.append(QJsonDocument::fromJson(line).object());
        return events;
    }
    [[nodiscard]] QJsonObject event(const char *name) const
    {
        for (const QJsonObject &event : events()) {
            if (event.value(QLatin1String("event")) == QLatin1String(name))
                return event;
        }
        return {};
    }
    /// What standard error says beside the warnings of the local check.
    [[nodiscard]] QList<QByteArray> troubles() const
    {
        QList<QByteArray> troubles = lines(err);
        troubles.removeIf([](const QByteArray &line) { return line.startsWith("Warning: "); });
        return troubles;
    }
};

/// Starts the real program with folders of its own and no token in its environment.
class ConsoleProgram final {
public:
    explicit ConsoleProgram(const QString &path)
        : m_path(path)
        , m_environment(QProcessEnvironment::systemEnvironment())
    {
        for (const char *folder : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "TMPDIR"})
            m_environment.insert(QLatin1String(folder), m_home.path());
        m_environment.remove(QStringLiteral("CRM_ACCESS_TOKEN"));
    }

    void setToken(const QByteArray &token)
    {
        m_environment.insert(QStringLiteral("CRM_ACCESS_TOKEN"), QString::fromUtf8(token));
    }

    /// Runs in a folder that holds nothing of the project.
    void start(QProcess &process, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setWorkingDirectory(m_home.path());
        process.start(m_path, arguments);
    }
    [[nodiscard]] static ConsoleOutput end(QProcess &process)
    {
        const bool ended = process.state() == QProcess::NotRunning || process.waitForFinished(60'000);
        const bool orderly = ended && process.exitStatus() == QProcess::NormalExit;
        return {orderly ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError()};
    }
    [[nodiscard]] ConsoleOutput run(const QStringList &arguments) const
    {
        QProcess process;
        start(process, arguments);
        return end(process);
    }

    /// Whether a file that the program has left in its folders holds `text`.
    [[nodiscard]] bool leaves(const QByteArray &text) const
    {
        QDirIterator files(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext()) {
            QFile file(files.next());
            if (!file.open(QIODevice::ReadOnly) || file.readAll().contains(text))
                return true;
        }
        return false;
    }

private:
    QString m_path;
    QProcessEnvironment m_environment;
    QTemporaryDir m_home;
};

} // namespace support
