#include "bench/tasks/BenchTask.h"
#include "bench/tasks/Timings.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <iostream>

namespace {

using Task = bench::Answer (*)(const bench::Job &);

Task taskNamed(const QString &name)
{
    static const QHash<QString, Task> tasks = {
        {QStringLiteral("count"), &bench::countRecords}, {QStringLiteral("cells"), &bench::readCells},
        {QStringLiteral("wide"), &bench::readCells},     {QStringLiteral("profile"), &bench::profileColumns},
        {QStringLiteral("split"), &bench::splitParts},   {QStringLiteral("split-zip"), &bench::splitAndZip},
        {QStringLiteral("xlsx"), &bench::readWorkbook},  {QStringLiteral("ods"), &bench::readWorkbook},
        {QStringLiteral("preview"), &bench::preview},    {QStringLiteral("cancel"), &bench::cancel},
    };
    return tasks.value(name, nullptr);
}

/// Takes the number given as option `name`; false: it is no number of 1 or more.
bool takeNumber(const QCommandLineParser &line, const QString &name, int &number)
{
    if (!line.isSet(name))
        return true;
    bool ok = false;
    number = line.value(name).toInt(&ok);
    return ok && number >= 1;
}

int run(Task task, const bench::Job &job)
{
    const auto start = bench::SteadyClock::now();
    const bench::Answer answer = task(job);
    const std::chrono::duration<double> taken = bench::SteadyClock::now() - start;
    if (!answer) {
        std::cerr << base::name(answer.error().code) << ' ' << answer.error().detail.toStdString() << '\n';
        return 1;
    }
    nlohmann::ordered_json line = *answer;
    line["seconds"] = taken.count();
    std::cout << line.dump() << std::endl;
    return 0;
}

} // namespace

// wizard_bench TASK FILE [--threads N] …: does one thing with the engine and prints one line of JSON.
int main(int count, char **arguments)
{
    const QCoreApplication application(count, arguments);
    QCommandLineParser line;
    for (const char *name : {"threads", "rounds", "after", "level", "out"})
        line.addOption({QLatin1String(name), {}, QStringLiteral("value")});
    line.addOption({QStringLiteral("check"), {}});
    line.addPositionalArgument(QStringLiteral("TASK"), {});
    line.addPositionalArgument(QStringLiteral("FILE"), {});
    bench::Job job;
    const bool parsed = line.parse(QCoreApplication::arguments()) && line.positionalArguments().size() == 2
        && takeNumber(line, QStringLiteral("threads"), job.threads)
        && takeNumber(line, QStringLiteral("rounds"), job.rounds)
        && takeNumber(line, QStringLiteral("after"), job.afterMs)
        && takeNumber(line, QStringLiteral("level"), job.level);
    const Task task = parsed ? taskNamed(line.positionalArguments().constFirst()) : nullptr;
    if (!task) {
        std::cerr << "wizard_bench count|cells|wide|profile|split|split-zip|xlsx|ods|preview|cancel FILE [--threads N] "
                     "[--check] [--out FOLDER] [--rounds N] [--after MS] [--level N]\n";
        return 2;
    }
    job.file = line.positionalArguments().constLast();
    job.out = line.value(QStringLiteral("out"));
    job.check = line.isSet(QStringLiteral("check"));
    return run(task, job);
}
