#include "cli/Interrupt.h"

#include <QSocketNotifier>

#ifdef Q_OS_UNIX
#include <csignal>
#include <unistd.h>
#endif

namespace cli {

#ifdef Q_OS_UNIX

namespace {

// A signal handler reaches nothing but what is static.
int pipeEnds[2] = {-1, -1};

void passOn(int signal)
{
    std::signal(signal, SIG_DFL);
    const char byte = 1;
    [[maybe_unused]] const ssize_t written = ::write(pipeEnds[1], &byte, 1);
}

} // namespace

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{
    if (::pipe(pipeEnds) != 0)
        return;
    auto *notifier = new QSocketNotifier(pipeEnds[0], QSocketNotifier::Read, this);
    connect(notifier, &QSocketNotifier::activated, this, [this] {
        char byte = 0;
        if (::read(pipeEnds[0], &byte, 1) == 1)
            Q_EMIT asked();
    });
    std::signal(SIGINT, passOn);
    std::signal(SIGTERM, passOn);
}

Interrupt::~Interrupt()
{
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    ::close(pipeEnds[0]);
    ::close(pipeEnds[1]);
}

#else

Interrupt::Interrupt(QObject *parent)
    : QObject(parent)
{ }

Interrupt::~Interrupt() = default;

#endif

} // namespace cli
