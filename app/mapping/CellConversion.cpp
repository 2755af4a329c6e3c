#include "mapping/CellConversion.h"

#include <QCryptographicHash>

namespace mapping {

namespace {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view blanks = " \t\r\n\f\v";
    const size_t first = text.find_first_not_of(blanks);
    return first == std::string_view::npos ? std::string_view()
                                           : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

QString textOf(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string folded(const QString &text)
{
    return text.trimmed().toCaseFolded().toStdString();
}

/// A date that nothing is said of goes up in ISO 8601, which the CRM reads beside its own default.
QString usualPattern(const DatePattern &source)
{
    QString pattern = QStringLiteral("yyyy-MM-dd");
    if (source.hasTime())
        pattern += QLatin1String("THH:mm:ss");
    if (source.hasZone())
        pattern += QString(3, QLatin1Char('X'));
    return pattern;
}

} // namespace

CellConversion::CellConversion(const CellRule &rule, const QString &format)
    : m_date(DatePattern::from(rule.sourcePattern))
    , m_number(NumberPattern::from(rule.sourcePattern))
{
    for (const auto &[from, to] : rule.values) {
        m_values[from.trimmed().toStdString()] = to.toStdString();
        m_folded.try_emplace(folded(from), to.toStdString());
    }
    if (m_date)
        m_wanted = DatePattern::from(format.isEmpty() ? usualPattern(*m_date) : format);
    else if (!m_number)
        m_separator = rule.sourcePattern.toStdString();
}

ConvertedCell CellConversion::convert(const QString &cell) const
{
    std::string changed;
    Problem problem = Problem::None;
    if (changeInto(cell.toStdString(), changed, problem))
        return {QString::fromStdString(changed), problem};
    return {cell, problem};
}

bool CellConversion::change(std::string_view cell, std::string &changed) const
{
    Problem problem = Problem::None;
    return changeInto(cell, changed, problem);
}

bool CellConversion::changeInto(std::string_view cell, std::string &changed, Problem &problem) const
{
    const std::string_view text = trimmed(cell);
    if (text.empty())
        return false;
    if (const std::string *value = valueOf(text)) {
        changed = *value;
        return true;
    }
    if (m_date && !changeDate(text, changed)) {
        problem = Problem::NoDate;
        return false;
    }
    if (m_number && !changeNumber(text, changed)) {
        problem = Problem::NoNumber;
        return false;
    }
    if (!m_separator.empty())
        changeEach(text, changed);
    return m_date || m_number || !m_separator.empty();
}

const std::string *CellConversion::valueOf(std::string_view text) const
{
    if (m_values.empty())
        return nullptr;
    const auto exact = m_values.find(std::string(text));
    if (exact != m_values.end())
        return &exact->second;
    const auto found = m_folded.find(folded(textOf(text)));
    return found == m_folded.end() ? nullptr : &found->second;
}

bool CellConversion::changeDate(std::string_view text, std::string &changed) const
{
    const std::optional<tabular::DateShape> shape = tabular::readDate(text);
    if (!shape || !m_wanted)
        return false;
    // Without its zone a time is another one; a day has none.
    const bool zoned = (shape->detail & tabular::DateShape::zone) != 0;
    if (m_wanted->hasTime() && zoned != m_wanted->hasZone())
        return false;
    const std::optional<tabular::DateShape::Parts> parts = m_date->read(*shape);
    if (!parts)
        return false;
    changed.clear();
    m_wanted->write(changed, *parts, shape->zoneMinutes);
    return true;
}

bool CellConversion::changeNumber(std::string_view text, std::string &changed) const
{
    const std::optional<tabular::NumberShape> shape = tabular::readNumber(text);
    if (!shape || !m_number->fits(*shape))
        return false;
    changed.clear();
    m_number->writePlain(changed, text);
    return true;
}

void CellConversion::changeEach(std::string_view text, std::string &changed) const
{
    changed.clear();
    for (size_t at = 0; at <= text.size();) {
        const size_t end = std::min(text.find(m_separator, at), text.size());
        const std::string_view one = trimmed(text.substr(at, end - at));
        at = end + m_separator.size();
        if (one.empty())
            continue;
        if (!changed.empty())
            changed += ';';
        const std::string *value = valueOf(one);
        changed += value ? std::string_view(*value) : one;
    }
}

QString fingerprintOf(const CellRule *rule, const QString &format)
{
    if (!rule || rule->isEmpty())
        return {};
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const auto add = [&hash](const QString &text) {
        const QByteArray bytes = text.toUtf8();
        hash.addData(QByteArray::number(bytes.size()) + ':' + bytes);
    };
    add(format);
    add(rule->sourcePattern);
    for (const auto &[from, to] : rule->values) {
        add(from);
        add(to);
    }
    return QString::fromLatin1(hash.result().toHex());
}

} // namespace mapping
