// Feeds a fuzzing program with changed copies of its kept inputs where libFuzzer is not: with any compiler, at the speed
// of the plain build too. It knows nothing of coverage; an input depends on the seed and its number alone.
//
//   NAME_run CORPUS DICTIONARY INPUTS [SEED [LONGEST [FIRST]]]
//
// Fails at an input of more than a second of processor time, and at 300 MB of memory. A broken input is named by its
// number (run it again with it as FIRST) and left in the file NAME_run-broken, for the corpus.

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#ifdef __linux__
#include <sys/resource.h>
#endif

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" const char *__asan_default_options();

/// An abort can be caught, so that the input is named; freed memory is not kept for longer than it helps.
extern "C" const char *__asan_default_options()
{
    return "abort_on_error=1:quarantine_size_mb=8:thread_local_quarantine_size_kb=64";
}

namespace {

constexpr long mostMegabytes = 300;
constexpr double mostSeconds = 1;

std::string input; // global: the handler of signals has to know
std::uint64_t number = 0;
std::string brokenFile;

void leaveInput(int signal)
{
    std::ofstream(brokenFile, std::ios::binary) << input;
    std::cerr << "\ninput " << number << " of " << input.size() << " bytes is left in " << brokenFile << std::endl;
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

/// Numbers that depend on the seed and on nothing else (splitmix64).
class Dice final {
public:
    Dice(std::uint64_t seed, std::uint64_t throwOf)
        : m_state(seed * 0x9E3779B97F4A7C15U + throwOf * 0xD1B54A32D192ED03U)
    { }
    /// From 0 to sides - 1; 0 if there are none.
    std::size_t operator()(std::size_t sides)
    {
        m_state += 0x9E3779B97F4A7C15U;
        std::uint64_t mixed = m_state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9U;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EBU;
        return sides == 0 ? 0 : static_cast<std::size_t>((mixed ^ (mixed >> 31)) % sides);
    }

private:
    std::uint64_t m_state;
};

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::vector<std::string> corpusIn(const std::filesystem::path &folder)
{
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(folder))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end()); // folders have an order of their own
    std::vector<std::string> contents;
    std::transform(paths.begin(), paths.end(), std::back_inserter(contents), contentOf);
    return contents;
}

std::string wordOf(const std::string &line)
{
    std::string word;
    for (std::size_t at = line.find('"') + 1; at < line.size() && line[at] != '"'; ++at) {
        if (line[at] != '\\') {
            word += line[at];
        } else if (line[++at] == 'x') {
            word += static_cast<char>(std::stoi(line.substr(at + 1, 2), nullptr, 16));
            at += 2;
        } else {
            word += line[at];
        }
    }
    return word;
}

std::vector<std::string> wordsIn(const std::filesystem::path &dictionary)
{
    std::vector<std::string> words;
    std::ifstream file(dictionary);
    for (std::string line; std::getline(file, line);) {
        if (!line.empty() && line.front() != '#')
            words.push_back(wordOf(line));
    }
    return words;
}

struct Stock final {
    std::vector<std::string> corpus;
    std::vector<std::string> words;
    std::size_t longest = 0;
};

void changeOnce(std::string &text, const Stock &stock, Dice &dice)
{
    const std::size_t at = dice(text.size() + 1);
    const std::size_t length = dice(std::min<std::size_t>(text.size() - at, 32) + 1);
    switch (dice(7)) {
    case 0:
        text.insert(at, stock.words[dice(stock.words.size())]);
        break;
    case 1:
        text.replace(at, length, stock.words[dice(stock.words.size())]);
        break;
    case 2:
        text.erase(at, length);
        break;
    case 3:
        text.insert(dice(text.size() + 1), text.substr(at, length));
        break;
    case 4:
        text.insert(at, 1, static_cast<char>(dice(256)));
        break;
    case 5: {
        const std::string &other = stock.corpus[dice(stock.corpus.size())];
        const std::size_t from = dice(other.size());
        text.insert(at, other, from, dice(other.size() - from + 1));
        break;
    }
    default:
        if (at < text.size())
            text[at] = static_cast<char>(static_cast<unsigned char>(text[at]) ^ (1U << dice(8)));
    }
}

void makeInput(const Stock &stock, std::uint64_t seed)
{
    Dice dice(seed, number);
    input = stock.corpus[dice(stock.corpus.size())];
    input.resize(std::min(input.size(), stock.longest));
    for (std::size_t changes = 1 + dice(1 + dice(12)); changes > 0; --changes)
        changeOnce(input, stock, dice);
    input.resize(std::min(input.size(), stock.longest));
}

/// Processor seconds that the input took.
double runInput()
{
    // A copy of its own size, so that a look behind its end is one behind the memory's.
    const std::vector<std::uint8_t> exact(input.begin(), input.end());
    const std::clock_t begin = std::clock();
    LLVMFuzzerTestOneInput(exact.data(), exact.size());
    return static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
}

long peakMegabytes()
{
#ifdef __linux__
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
#else
    return 0;
#endif
}

} // namespace

int main(int argc, char **argv)
{
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 3) {
        std::cerr << "usage: CORPUS DICTIONARY INPUTS [SEED [LONGEST [FIRST]]]\n";
        return EXIT_FAILURE;
    }
    const auto numberAt = [&](std::size_t place, std::uint64_t usual) {
        return arguments.size() > place ? std::stoull(arguments[place]) : usual;
    };
    brokenFile = std::filesystem::path(argv[0]).filename().string() + "-broken";
    for (const int signal : {SIGABRT, SIGSEGV, SIGFPE, SIGILL})
        std::signal(signal, leaveInput);
    const Stock stock{corpusIn(arguments[0]), wordsIn(arguments[1]), numberAt(4, 8192)};
    double slowest = 0;
    for (const std::string &kept : stock.corpus) {
        input = kept;
        slowest = std::max(slowest, runInput());
    }
    const std::uint64_t inputs = numberAt(2, 0);
    const std::uint64_t first = numberAt(5, 1);
    for (number = first; number < first + inputs; ++number) {
        makeInput(stock, numberAt(3, 1));
        slowest = std::max(slowest, runInput());
        if (slowest > mostSeconds || (number % 1024 == 0 && peakMegabytes() > mostMegabytes)) {
            std::cerr << "takes " << slowest << " s, " << peakMegabytes() << " MB\n";
            std::abort();
        }
    }
    std::cout << stock.corpus.size() << " kept inputs and " << inputs << " others, slowest " << slowest << " s, peak "
              << peakMegabytes() << " MB\n";
    return peakMegabytes() > mostMegabytes ? EXIT_FAILURE : EXIT_SUCCESS;
}
