#include "bench/generator/GeneratorOptions.h"

#include <cstdlib>
#include <map>

namespace bench {

namespace {

const std::map<std::string, double GeneratorOptions::*> &rates()
{
    static const std::map<std::string, double GeneratorOptions::*> table = {
        {"--quote-rate", &GeneratorOptions::quoteRate},
        {"--delimiter-rate", &GeneratorOptions::delimiterRate},
        {"--doubled-quote-rate", &GeneratorOptions::doubledQuoteRate},
        {"--break-rate", &GeneratorOptions::breakRate},
        {"--foreign-rate", &GeneratorOptions::foreignRate},
        {"--empty-rate", &GeneratorOptions::emptyRate},
        {"--ragged-rate", &GeneratorOptions::raggedRate},
        {"--fault-rate", &GeneratorOptions::faultRate},
        {"--duplicate-rate", &GeneratorOptions::duplicateRate},
        {"--lone-quote-rate", &GeneratorOptions::loneQuoteRate},
    };
    return table;
}

bool readNumber(const std::string &text, std::uint64_t &number)
{
    char *end = nullptr;
    number = std::strtoull(text.c_str(), &end, 10);
    return !text.empty() && text.front() != '-' && *end == '\0';
}

bool readCount(const std::string &name, const std::string &text, GeneratorOptions &options)
{
    std::uint64_t number = 0;
    if (!readNumber(text, number))
        return false;
    if (name == "--rows")
        options.rows = number;
    else if (name == "--bytes")
        options.bytes = number;
    else if (name == "--seed")
        options.seed = number;
    else if (name == "--columns" && number >= 1 && number <= 5000)
        options.columns = static_cast<std::uint32_t>(number);
    else
        return false;
    return true;
}

bool readWord(const std::string &name, const std::string &word, GeneratorOptions &options)
{
    static const std::map<std::string, char> delimiters = {
        {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}, {"colon", ':'}};
    static const std::map<std::string, std::string> lineEnds = {{"lf", "\n"}, {"crlf", "\r\n"}, {"cr", "\r"}};
    static const std::map<std::string, Encoding> encodings = {
        {"utf-8", Encoding::Utf8}, {"utf-16le", Encoding::Utf16Le}, {"cp1252", Encoding::Cp1252}};
    if (name == "--delimiter" && delimiters.contains(word))
        options.delimiter = delimiters.at(word);
    else if (name == "--line-end" && lineEnds.contains(word))
        options.lineEnd = lineEnds.at(word);
    else if (name == "--encoding" && encodings.contains(word))
        options.encoding = encodings.at(word);
    else
        return false;
    options.byteOrderMark = options.encoding == Encoding::Utf16Le;
    return true;
}

bool readOption(const std::string &name, const std::string &value, GeneratorOptions &options)
{
    if (name == "--out" || name == "--manifest") {
        (name == "--out" ? options.out : options.manifest) = value;
        return true;
    }
    if (const auto rate = rates().find(name); rate != rates().end()) {
        char *end = nullptr;
        const double share = std::strtod(value.c_str(), &end);
        options.*(rate->second) = share;
        return !value.empty() && *end == '\0' && share >= 0 && share <= 1;
    }
    return readCount(name, value, options) || readWord(name, value, options);
}

} // namespace

GeneratorOptions readOptions(int count, char **arguments, std::string &problem)
{
    GeneratorOptions options;
    bool noMark = false;
    for (int at = 1; at < count && problem.empty(); ++at) {
        const std::string name = arguments[at];
        if (name == "--no-bom")
            noMark = true;
        else if (at + 1 >= count || !readOption(name, arguments[++at], options))
            problem = std::string("not understood: ").append(name);
    }
    if (noMark)
        options.byteOrderMark = false;
    if (problem.empty() && options.out.empty())
        problem = "--out is needed";
    if (problem.empty() && options.rows == 0 && options.bytes == 0)
        options.rows = 1000;
    return options;
}

std::string usage()
{
    std::string text = "generate_table --out FILE [--manifest FILE] [--rows N | --bytes N] [--columns 20] [--seed 1]\n"
                       "  [--encoding utf-8|utf-16le|cp1252] [--no-bom] [--delimiter comma|semicolon|tab|pipe|colon]\n"
                       "  [--line-end lf|crlf|cr], and rates from 0 to 1:\n ";
    for (const auto &rate : rates())
        text += " " + rate.first;
    return text + "\n";
}

} // namespace bench
