#include "cli/Output.h"

#include <QJsonDocument>

#include <cstdio>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace cli {

namespace {

void write(std::FILE *stream, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fflush(stream);
}

bool watchedByAPerson()
{
#ifdef Q_OS_UNIX
    return ::isatty(STDERR_FILENO) == 1;
#else
    return false;
#endif
}

} // namespace

void printLine(const QString &line)
{
    write(stdout, line.toUtf8() + '\n');
}

void printEvent(const QJsonObject &event)
{
    write(stdout, QJsonDocument(event).toJson(QJsonDocument::Compact) + '\n');
}

void printTrouble(const QString &sentence)
{
    endProgress();
    write(stderr, sentence.toUtf8() + '\n');
}

void printProgress(const QString &text)
{
    if (watchedByAPerson())
        write(stderr, "\r\033[K" + text.toUtf8());
}

void endProgress()
{
    if (watchedByAPerson())
        write(stderr, "\r\033[K");
}

} // namespace cli
