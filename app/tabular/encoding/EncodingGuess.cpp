#include "tabular/encoding/EncodingGuess.h"

#include "tabular/Utf8.h"
#include "tabular/encoding/Naturalness.h"
#include "tabular/encoding/NonAsciiSample.h"
#include "tabular/encoding/UnicodeSigns.h"
#include "tabular/encoding/Utf8Decoder.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace tabular {

namespace {

constexpr qsizetype mostCandidates = 6;
constexpr qsizetype tellingBytes = 100; ///< bytes of a sample from which character frequencies are to be trusted
constexpr qsizetype tooLittle = 16;
constexpr double acceptable = 0.7;

struct Trial final {
    const TextEncoding *encoding = nullptr;
    double natural = 0;
    QStringList words;
};

/// Nothing when the sample is no text in that encoding.
std::optional<Trial> trial(const TextEncoding *encoding, const QByteArray &sample)
{
    if (!isAvailable(*encoding))
        return {};
    const DecodedBytes decoded = decodeBytes(*encoding, sample);
    if (decoded.places.count > 0)
        return {};
    const QString text = QString::fromUtf8(decoded.utf8);
    return Trial{encoding, naturalness(text, encoding->script), tellingWords(text)};
}

std::vector<Trial> tryAll(const QByteArray &sample)
{
    std::vector<Trial> trials;
    for (const TextEncoding &encoding : textEncodings()) {
        if (encoding.family != EncodingFamily::SingleByte && encoding.family != EncodingFamily::MultiByte)
            continue;
        if (auto found = trial(&encoding, sample))
            trials.push_back(std::move(*found));
    }
    return trials;
}

const TextEncoding *askDetector(const QByteArray &sample)
{
    const std::unique_ptr<struct uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
    if (uchardet_handle_data(detector.get(), sample.constData(), static_cast<size_t>(sample.size())) != 0)
        return nullptr;
    uchardet_data_end(detector.get());
    return findEncoding(QString::fromLatin1(uchardet_get_charset(detector.get())));
}

/// Whether the detector's word counts: for Latin pages it does not, they are too much alike for it.
bool isTrusted(Script script)
{
    switch (script) {
    case Script::Cyrillic:
    case Script::Greek:
    case Script::Hebrew:
    case Script::Arabic:
    case Script::Thai:
    case Script::Japanese:
    case Script::Chinese:
    case Script::Korean:
        return true;
    default:
        return false;
    }
}

const Trial *find(const std::vector<Trial> &trials, const TextEncoding *encoding)
{
    const auto found =
        std::find_if(trials.begin(), trials.end(), [&](const Trial &t) { return t.encoding == encoding; });
    return found == trials.end() ? nullptr : &*found;
}

/// Pages of one script differ in few letters, and what the detector counts is often the same: the words decide, and the
/// Windows page where they are alike.
const Trial *mostNatural(const std::vector<Trial> &trials, const Trial *favourite)
{
    const Trial *best = favourite;
    for (const Trial &each : trials) {
        const bool windows = each.encoding->name.starts_with("windows-");
        if (best && each.encoding->script == best->encoding->script
            && each.natural > best->natural + (windows ? -0.001 : 0.02))
            best = &each;
    }
    return best;
}

struct Choice final {
    const Trial *trial = nullptr;
    EncodingReason reason = EncodingReason::DecodesToo;
    bool sure = false;
};

Choice choose(const std::vector<Trial> &trials, const QByteArray &sample, const TextEncoding *usual)
{
    const TextEncoding *detected = askDetector(sample);
    if (detected && isTrusted(detected->script)) {
        const Trial *found = find(trials, detected);
        if (found && detected->family == EncodingFamily::SingleByte)
            found = mostNatural(trials, found);
        if (found && found->natural >= acceptable)
            return {found, EncodingReason::CharacterFrequency, sample.size() >= tellingBytes && found->natural >= 0.9};
    }
    const Trial *common = find(trials, usual);
    const Trial *best = common;
    for (const Trial &each : trials) {
        // One or two words are too little to leave the usual page for another Latin one.
        if (!isTrusted(each.encoding->script) && sample.size() < tooLittle)
            continue;
        if (each.natural > (best ? best->natural + 0.15 : 0) && each.natural >= acceptable)
            best = &each;
    }
    if (best == common || (common && common->natural >= 0.85))
        return {common, EncodingReason::CommonHere, false};
    return {best, EncodingReason::LooksNatural, false};
}

EncodingGuess rank(const Choice &choice, std::vector<Trial> trials, const TextEncoding *usual)
{
    EncodingGuess guess{{}, choice.sure};
    const TextEncoding *first = choice.trial ? choice.trial->encoding : nullptr;
    if (choice.trial)
        guess.candidates.push_back({first, choice.reason, choice.trial->words});
    std::stable_sort(trials.begin(), trials.end(), [usual](const Trial &a, const Trial &b) {
        const bool aUsual = a.encoding == usual;
        const bool bUsual = b.encoding == usual;
        return aUsual != bUsual ? aUsual : a.natural > b.natural;
    });
    for (const Trial &each : trials) {
        // Two pages that show the same words need not be told apart by a person.
        const bool shown = std::any_of(guess.candidates.begin(), guess.candidates.end(), [&](const auto &candidate) {
            return candidate.encoding == each.encoding || candidate.words == each.words;
        });
        if (!shown && guess.candidates.size() < static_cast<size_t>(mostCandidates))
            guess.candidates.push_back({each.encoding, EncodingReason::DecodesToo, each.words});
    }
    return guess;
}

struct Utf8Look final {
    qsizetype characters = 0; ///< beyond ASCII
    qint64 invalid = 0;
};

void lookAsUtf8(QByteArrayView piece, bool startIsCut, bool endIsCut, Utf8Look &look)
{
    for (int i = 0; startIsCut && i < 3 && !piece.isEmpty() && (static_cast<uchar>(piece[0]) & 0xC0) == 0x80; ++i)
        piece = piece.sliced(1);
    const DecodedBytes decoded = decodeBytes(utf8Encoding(), piece, endIsCut);
    look.invalid += decoded.places.count;
    look.characters += std::count_if(piece.begin(), piece.end(), [](char c) { return static_cast<uchar>(c) >= 0xC2; });
}

Utf8Look lookAsUtf8(const FilePieces &pieces)
{
    Utf8Look look;
    lookAsUtf8(pieces.head, false, !pieces.headIsAll, look);
    for (const QByteArray &piece : pieces.between)
        lookAsUtf8(piece, true, true, look);
    if (!pieces.headIsAll)
        lookAsUtf8(pieces.tail, true, false, look);
    return look;
}

/// UTF-8 first, and behind it what else the bytes could be.
EncodingGuess guessUtf8(EncodingReason reason, const QByteArray &sample, const Utf8Look &look,
                        const TextEncoding *usual)
{
    std::vector<Trial> trials = tryAll(sample);
    const QString text = QString::fromUtf8(decodeBytes(utf8Encoding(), sample).utf8);
    const Trial own{&utf8Encoding(), 1, tellingWords(text)};
    // A handful of letters that read well in the usual page too: valid UTF-8 may be chance.
    const Trial *other = find(trials, usual);
    const bool chance = look.characters <= 3 && other && other->natural >= 0.9;
    return rank({&own, reason, look.invalid == 0 && !chance}, std::move(trials), usual);
}

EncodingGuess only(const TextEncoding *encoding, EncodingReason reason, bool sure, const FilePieces &pieces)
{
    const QByteArray utf8 = decodeBytes(*encoding, pieces.head, !pieces.headIsAll).utf8;
    return {{{encoding, reason, tellingWords(QString::fromUtf8(utf8))}}, sure};
}

/// A few cells of UTF-8 in another text tell nothing of what the others are in, and read as odd letters mislead.
QByteArray withoutUtf8(const QByteArray &sample)
{
    QByteArray rest;
    for (const QByteArray &cell : sample.split('\n')) {
        if (!cell.isEmpty() && firstNonUtf8(cell) >= 0)
            rest += cell + '\n';
    }
    return 4 * rest.size() > sample.size() ? rest : sample;
}

} // namespace

EncodingGuess guessEncoding(const FilePieces &pieces, QStringView usualPage)
{
    if (const TextEncoding *marked = markedEncoding(pieces.head))
        return only(marked, EncodingReason::ByteOrderMark, true, pieces);
    if (const TextEncoding *zeros = zeroPatternEncoding(pieces.head)) {
        return only(zeros, EncodingReason::ZeroBytes, false, pieces);
    }
    const TextEncoding *const western = findEncoding(u"windows-1252");
    const TextEncoding *usual = findEncoding(usualPage);
    if (!usual || (usual->family != EncodingFamily::SingleByte && usual->family != EncodingFamily::MultiByte))
        usual = western;
    const Utf8Look look = lookAsUtf8(pieces);
    if (look.characters == 0 && look.invalid == 0)
        return only(&utf8Encoding(), EncodingReason::OnlyAscii, true, pieces);
    const QByteArray sample = nonAsciiCells(pieces);
    if (look.invalid == 0)
        return guessUtf8(EncodingReason::ValidUtf8, sample, look, usual);
    if (look.characters > 10 * look.invalid)
        return guessUtf8(EncodingReason::MostlyUtf8, sample, look, usual);
    const QByteArray telling = withoutUtf8(sample);
    std::vector<Trial> trials = tryAll(telling);
    if (!find(trials, usual))
        usual = western;
    const Choice choice = choose(trials, telling, usual);
    EncodingGuess guess = rank(choice, trials, usual);
    // No page has a character for each byte: the usual one it is, with its invalid places.
    if (guess.candidates.empty())
        guess.candidates.push_back(
            {usual, EncodingReason::CommonHere, only(usual, {}, false, pieces).candidates[0].words});
    return guess;
}

} // namespace tabular
