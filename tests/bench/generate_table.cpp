#include "bench/generator/TableGenerator.h"

#include <iostream>
#include <memory>

// Writes a test file and the true answers about it. See README.md.
int main(int count, char **arguments)
{
    std::string problem;
    const bench::GeneratorOptions options = bench::readOptions(count, arguments, problem);
    if (!problem.empty()) {
        std::cerr << problem << '\n' << bench::usage();
        return 2;
    }
    std::unique_ptr<std::FILE, int (*)(std::FILE *)> file(std::fopen(options.out.c_str(), "wb"), &std::fclose);
    if (!file) {
        std::cerr << "cannot write " << options.out << '\n';
        return 1;
    }
    bench::TableGenerator generator(options, file.get());
    const bool written = generator.run() && std::fflush(file.get()) == 0;
    if (!written || (!options.manifest.empty() && !bench::writeManifest(generator.facts(), options))) {
        std::cerr << "cannot write all of " << options.out << '\n';
        return 1;
    }
    return 0;
}
