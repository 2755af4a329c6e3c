#include "tabular/workbook/OdsValues.h"

#include "tabular/workbook/NumberText.h"
#include "tabular/workbook/SerialDate.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace tabular {

namespace {

constexpr double daySeconds = 86'400;

/// One field of a duration, up to its letter.
bool takeField(std::string_view &text, char letter, double &value)
{
    const size_t end = text.find(letter);
    if (end == std::string_view::npos)
        return true;
    const auto number = parseNumber(text.substr(0, end));
    text.remove_prefix(end + 1);
    value = number.value_or(-1);
    return value >= 0;
}

} // namespace

void appendOdsDate(std::string &out, std::string_view stored)
{
    const size_t point = stored.find_first_of(".,");
    const auto fraction =
        point == std::string_view::npos ? std::nullopt : parseNumber("0." + std::string(stored.substr(point + 1)));
    const QString whole = QString::fromLatin1(stored.data(), static_cast<qsizetype>(std::min(point, stored.size())));
    const QDateTime moment = fraction ? QDateTime::fromString(whole + QLatin1Char('Z'), Qt::ISODate) : QDateTime();
    if (!moment.isValid()) {
        out += stored;
        return;
    }
    const QDateTime rounded = moment.addMSecs(std::llround(*fraction * 1'000));
    const bool even = rounded.time().msec() == 0;
    out += rounded.toString(even ? QStringLiteral("yyyy-MM-ddTHH:mm:ss") : QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz"))
               .toStdString();
}

bool appendOdsTime(std::string &out, std::string_view stored)
{
    if (stored.empty() || stored.front() != 'P')
        return false;
    double days = 0;
    double hours = 0;
    double minutes = 0;
    double seconds = 0;
    std::string_view rest = stored.substr(1);
    const size_t clock = rest.find('T');
    std::string_view before = rest.substr(0, clock);
    rest = clock == std::string_view::npos ? std::string_view() : rest.substr(clock + 1);
    if (!takeField(before, 'D', days) || !before.empty() || !takeField(rest, 'H', hours)
        || !takeField(rest, 'M', minutes) || !takeField(rest, 'S', seconds) || !rest.empty())
        return false;
    const double total = days * daySeconds + hours * 3'600 + minutes * 60 + seconds;
    return appendSerialDate(out, total / daySeconds, {NumberShape::Elapsed, true}, DateSystem::From1900);
}

bool isOdsError(std::string_view text)
{
    static constexpr std::array<std::string_view, 7> errors{"#N/A",  "#VALUE!", "#REF!", "#DIV/0!",
                                                            "#NUM!", "#NAME?",  "#NULL!"};
    return std::find(errors.begin(), errors.end(), text) != errors.end() || text.substr(0, 4) == "Err:";
}

} // namespace tabular
