#include "cli/LocalWork.h"

#include "cli/Interrupt.h"
#include "cli/Output.h"
#include "cli/Sentences.h"

#include <QCoreApplication>
#include <QTimer>

#include <atomic>
#include <cstdlib>

namespace cli {

namespace {

using namespace std::chrono_literals;
constexpr auto patience = 100ms;

} // namespace

int runLocally(const std::function<ExitCode(const base::StopFlag &)> &work, const std::function<void()> &abandon)
{
    const base::StopFlag stop;
    Interrupt interrupt;
    QObject::connect(&interrupt, &Interrupt::asked, &interrupt, [&] {
        stop.raise();
        QTimer::singleShot(patience, &interrupt, [&abandon] {
            if (abandon)
                abandon();
            std::_Exit(fail({base::ErrorCode::Cancelled, {}, {}, {}}));
        });
    });
    base::observe(base::runInPool([work, stop] { return work(stop); }), &interrupt,
                  [](ExitCode code) { QCoreApplication::exit(code); });
    return QCoreApplication::exec();
}

ExitCode fail(const base::Error &error)
{
    // The work itself may say so just when patience with it ends.
    static std::atomic_flag stopIsTold;
    if (error.code == base::ErrorCode::Cancelled && stopIsTold.test_and_set())
        return exitCodeOf(error.code);
    const bool ownSentence = error.code == base::ErrorCode::UsageWrong && !error.detail.isEmpty();
    printTrouble(ownSentence ? error.detail : sentenceOf(error));
    return exitCodeOf(error.code);
}

} // namespace cli
