#include "fuzz/Expect.h"
#include "fuzz/InputFile.h"
#include "tabular/Utf8.h"
#include "tabular/csv/RecordReader.h"
#include "tabular/encoding/EncodingGuess.h"
#include "tabular/encoding/Utf8Decoder.h"
#include "tabular/sniffing/DialectGuess.h"
#include "tabular/sniffing/FileDecoding.h"
#include "tabular/sniffing/FileKind.h"

#include <cstdint>

using fuzz::expect;
using namespace tabular;

namespace {

constexpr std::size_t settingBytes = 2;

struct Decoded final {
    QByteArray text;
    InvalidPlaces places;
    friend bool operator==(const Decoded &a, const Decoded &b) = default;
};

/// Decodes `bytes`, whose first part ends at `cut`.
Decoded decode(const TextEncoding &encoding, QByteArrayView bytes, qsizetype cut)
{
    Decoded decoded;
    DecodedText out(InvalidBytes::Replace);
    out.writeTo(&decoded.text);
    const auto decoder = makeDecoder(encoding);
    const qsizetype used = decoder->decode(bytes.first(cut), 0, false, out);
    expect(used <= cut && cut - used < ByteDecoder::longestCharacter, "all but the beginning of a character is used");
    out.settle();
    const qsizetype rest = decoder->decode(bytes.sliced(used), used, true, out);
    expect(rest == bytes.size() - used, "at the end all is used");
    out.settle();
    decoded.places = out.places();
    return decoded;
}

QByteArray tryEncoding(const TextEncoding &encoding, QByteArrayView bytes, qsizetype cut)
{
    const Decoded decoded = decode(encoding, bytes, cut);
    expect(decoded == decode(encoding, bytes, 0), "where the text is cut makes no difference");
    expect(firstNonUtf8(decoded.text) < 0, "what comes out is UTF-8");
    if (encoding.family == EncodingFamily::Utf8)
        expect((firstNonUtf8(bytes) < 0) == (decoded.places.count == 0), "UTF-8 is told from what is none");
    return decoded.text;
}

class Counter final : public RecordSink {
public:
    bool take(const RecordView &record) override { return ++records < 1'000 && !record.cells.empty(); }
    int records = 0;
};

void tryDialect(const QByteArray &text, bool isAll)
{
    const DialectGuess guess = guessDialect(text, isAll);
    const CsvDialect &dialect = guess.dialect;
    expect(dialect.delimiter.size() == 1 || dialect.delimiter.size() == 2, "a delimiter has one or two characters");
    expect(dialect.quote == 0 || !dialect.delimiter.contains(dialect.quote), "a quote is no delimiter");
    expect(dialect.headerRow >= 0 && dialect.headerRow == guess.header.row, "the header row is the guessed one");
    for (const DelimiterCandidate &candidate : guess.delimiters)
        expect(candidate.evenness >= 0 && candidate.evenness <= 1, "evenness is a share");
    csv::RecordReader reader(std::make_shared<csv::MemorySource>(text), dialect);
    Counter counter;
    (void)reader.readAll(counter).ok();
}

} // namespace

// Whatever a file holds, looking at it ends, and what is guessed can be used for reading it.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < settingBytes)
        return 0;
    const QByteArray bytes(reinterpret_cast<const char *>(data + settingBytes),
                           static_cast<qsizetype>(size - settingBytes));
    const auto encodings = textEncodings();
    const qsizetype cut = data[0] * bytes.size() / 255;
    const TextEncoding &chosen = encodings[data[1] % encodings.size()];
    if (isAvailable(chosen))
        tryEncoding(chosen, bytes, cut);

    static fuzz::InputFile file;
    const auto look = lookAt(file.put(bytes));
    expect(look.ok() || look.error().code == base::ErrorCode::ZipTooLarge, "a file can always be looked at");
    const FilePieces pieces = look.ok() ? look->pieces : FilePieces{bytes, {}, {}, true};
    const EncodingGuess guess = guessEncoding(pieces);
    expect(!guess.candidates.empty(), "there is always a candidate");
    for (const EncodingCandidate &candidate : guess.candidates)
        expect(candidate.words.size() <= 3 && isAvailable(*candidate.encoding), "a candidate can be used");
    (void)guessEncoding({bytes.left(cut), {bytes.mid(cut / 2, 16)}, bytes.mid(cut), false}, u"windows-1250");
    const QByteArray text = tryEncoding(*guess.candidates.front().encoding, bytes, cut);
    tryDialect(text, true);
    tryDialect(text.left(cut), false);
    return 0;
}
