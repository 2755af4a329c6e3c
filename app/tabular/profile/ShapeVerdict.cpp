#include "tabular/profile/ShapeVerdict.h"

#include "tabular/profile/DateShape.h"
#include "tabular/profile/NumberShape.h"

#include <algorithm>
#include <functional>

namespace tabular {

namespace {

using Kind = CellShape::Kind;
using Test = std::function<bool(const ShapeTally &)>;

/// A way to read the column, and which values it reads.
struct Reading final {
    Shape shape = Shape::Text;
    Test fits;
    qint64 count = 0;
};

/// Decides between the readings of a column; `m_all` stands in the order of first rows.
class Judge final {
public:
    Judge(const std::vector<ShapeTally> &all, qint64 values)
        : m_all(all)
        , m_values(values)
    { }

    ShapeVerdict decide()
    {
        if (m_values == 0)
            return {};
        considerPlain();
        considerNumbers();
        considerDates();
        m_verdict.shape = Shape::Text;
        m_verdict.fitting = m_values;
        if (m_best.count * 4 >= m_values * 3) {
            m_verdict.shape = m_best.shape;
            m_verdict.fitting = m_best.count;
            if (m_finish)
                m_finish();
        }
        findOdd();
        return m_verdict;
    }

private:
    [[nodiscard]] qint64 countOf(const Test &test) const
    {
        qint64 count = 0;
        for (const ShapeTally &tally : m_all)
            count += tally.kind != Kind::Blank && test(tally) ? tally.count : 0;
        return count;
    }

    [[nodiscard]] const ShapeTally *first(const Test &test) const
    {
        const auto found = std::find_if(m_all.cbegin(), m_all.cend(), [&](const ShapeTally &tally) {
            return tally.kind != Kind::Blank && tally.count > 0 && test(tally);
        });
        return found == m_all.cend() ? nullptr : &*found;
    }

    void consider(Reading reading, const std::function<void()> &finish)
    {
        reading.count = countOf(reading.fits);
        if (reading.count <= m_best.count)
            return;
        m_best = std::move(reading);
        m_finish = finish;
    }

    void considerPlain()
    {
        const auto is = [](Kind kind) { return [kind](const ShapeTally &tally) { return tally.kind == kind; }; };
        consider({Shape::Email, is(Kind::Email)}, {});
        consider({Shape::Url, is(Kind::Url)}, {});
        for (quint32 pair = 0; *booleanWords(pair) != '\0'; ++pair) {
            const Test fits = [pair](const ShapeTally &tally) {
                return tally.kind == Kind::Boolean && tally.detail == pair;
            };
            consider({Shape::Boolean, fits}, [this, pair] { m_verdict.pattern = QLatin1String(booleanWords(pair)); });
        }
        // Digits alone are phone numbers too where others in the column are written as such.
        if (first(is(Kind::Phone)) == nullptr)
            return;
        const Test phone = [](const ShapeTally &tally) {
            return tally.kind == Kind::Phone
                || (tally.kind == Kind::Number && tally.detail != ShapeTallies::mixed
                    && (tally.detail & NumberShape::mayBePhone) != 0);
        };
        consider({Shape::Phone, phone}, {});
    }

    static Test numberFits(int reading)
    {
        return [reading](const ShapeTally &tally) {
            return tally.kind == Kind::Number && (tally.detail & (1U << reading)) != 0;
        };
    }

    /// What the CRM reads by itself comes first, so that it wins where several readings are open.
    void considerNumbers()
    {
        for (const int reading : {0, 1, 4, 5, 2, 6, 3, 7})
            consider({Shape::Integer, numberFits(reading)}, [this, reading] { finishNumber(reading); });
    }

    void finishNumber(int reading)
    {
        const bool point = reading < 4;
        const quint32 fraction = point ? NumberShape::fractionIfPoint : NumberShape::fractionIfComma;
        const quint32 otherFraction = point ? NumberShape::fractionIfComma : NumberShape::fractionIfPoint;
        const bool mixed = first([](const ShapeTally &tally) {
                               return tally.kind == Kind::Number && tally.detail == ShapeTallies::mixed;
                           })
            != nullptr;
        const bool decimal =
            first([&](const ShapeTally &tally) { return m_best.fits(tally) && (tally.detail & fraction) != 0; })
            != nullptr;
        m_verdict.shape = decimal ? Shape::Decimal : Shape::Integer;
        if (mixed)
            return;
        m_verdict.pattern = NumberShape::pattern(reading, decimal);
        m_verdict.ordered = true;
        const bool marked = first([&](const ShapeTally &tally) {
                                return m_best.fits(tally) && (tally.detail & (fraction | otherFraction)) != 0;
                            })
            != nullptr;
        for (const ShapeTally &tally : m_all) {
            if (!m_best.fits(tally))
                continue;
            const bool byComma = !point && (tally.detail & (fraction | otherFraction)) != 0;
            m_verdict.extremes.merge(tally.order[byComma ? NumberShape::Comma : NumberShape::Point]);
        }
        if (!marked)
            return;
        addNumberFits(reading, otherFraction);
        compareNumbers(reading, fraction, otherFraction);
    }

    /// A way to read some of the values; nothing where it reads none.
    void addFit(const QString &pattern, const Test &fits)
    {
        PatternFit fit{pattern, countOf(fits), 0, {}};
        if (fit.fitting == 0)
            return;
        if (const ShapeTally *other = first([&](const ShapeTally &t) { return m_best.fits(t) && !fits(t); })) {
            fit.misfitRow = other->firstRow;
            fit.misfitText = QString::fromStdString(other->firstText);
        }
        m_verdict.patternFits.push_back(fit);
    }

    /// The number's own reading, and the best one with the other decimal mark.
    void addNumberFits(int reading, quint32 otherFraction)
    {
        addFit(m_verdict.pattern, m_best.fits);
        int best = -1;
        qint64 most = 0;
        for (const int other : reading < 4 ? std::array{4, 5, 6, 7} : std::array{0, 1, 2, 3}) {
            const qint64 count = countOf(numberFits(other));
            if (count > most) {
                best = other;
                most = count;
            }
        }
        if (best < 0)
            return;
        const Test fits = numberFits(best);
        const bool decimal =
            first([&](const ShapeTally &t) { return fits(t) && (t.detail & otherFraction) != 0; }) != nullptr;
        addFit(NumberShape::pattern(best, decimal), fits);
    }

    /// Is there as good a reading with the other decimal mark, and which row speaks against it?
    void compareNumbers(int reading, quint32 fraction, quint32 otherFraction)
    {
        const quint32 others = reading < 4 ? 0xF0 : 0x0F;
        for (const int other : {0, 4, 1, 5, 2, 6, 3, 7}) {
            if ((others & (1U << other)) != 0 && countOf(numberFits(other)) == m_best.count) {
                const bool decimal = first([&](const ShapeTally &tally) {
                                         return m_best.fits(tally) && (tally.detail & otherFraction) != 0;
                                     })
                    != nullptr;
                m_verdict.otherPatterns << NumberShape::pattern(other, decimal);
                return;
            }
        }
        decide([&](const ShapeTally &tally) {
            return m_best.fits(tally) && (tally.detail & (fraction | otherFraction)) != 0
                && (tally.detail & others) == 0;
        });
    }

    void decide(const Test &test)
    {
        if (const ShapeTally *tally = first(test)) {
            m_verdict.decisiveRow = tally->firstRow;
            m_verdict.decisiveText = tally->firstText;
        }
    }

    static Test dateFits(quint32 layout, quint32 bit)
    {
        return [layout, bit](const ShapeTally &tally) {
            return tally.kind == Kind::Date && tally.detail != ShapeTallies::mixed
                && (tally.detail & DateShape::layout) == layout && (tally.detail & bit) != 0;
        };
    }

    void considerDates()
    {
        for (const ShapeTally &tally : m_all) {
            if (tally.kind != Kind::Date || tally.detail == ShapeTallies::mixed)
                continue;
            const quint32 layout = tally.detail & DateShape::layout;
            const bool slash = layout >> DateShape::separatorShift == 0;
            const std::array<int, 3> byHabit{slash ? 1 : 0, slash ? 0 : 1, 2};
            for (const int form : {0, DateShape::longShift}) {
                for (const int order : byHabit)
                    considerDate(layout, order, form);
            }
        }
        const Test mixed = [](const ShapeTally &tally) {
            return tally.kind == Kind::Date && tally.detail == ShapeTallies::mixed;
        };
        consider({Shape::Date, mixed}, {});
    }

    void considerDate(quint32 layout, int order, int form)
    {
        const Shape shape = (layout & DateShape::time) != 0 ? Shape::DateTime : Shape::Date;
        consider({shape, dateFits(layout, 1U << (order + form))},
                 [this, layout, order, form] { finishDate(layout, order, form); });
    }

    void finishDate(quint32 layout, int order, int form)
    {
        m_verdict.ordered = true;
        const bool unpadded = first([this](const ShapeTally &tally) {
                                  return m_best.fits(tally) && (tally.detail & DateShape::unpadded) != 0;
                              })
            != nullptr;
        const auto pattern = [&](int which) {
            return DateShape::pattern(layout, static_cast<DateShape::Order>(which), form != 0, unpadded);
        };
        m_verdict.pattern = pattern(order);
        for (const ShapeTally &tally : m_all) {
            if (m_best.fits(tally))
                m_verdict.extremes.merge(tally.order[static_cast<size_t>(order)]);
        }
        addFit(m_verdict.pattern, m_best.fits);
        qint64 runnerUpCount = 0;
        quint32 runnerUp = 0;
        for (int other = 0; other < DateShape::orderCount; ++other) {
            const quint32 bit = 1U << (other + form);
            const qint64 count = other == order ? 0 : countOf(dateFits(layout, bit));
            if (count == m_best.count)
                m_verdict.otherPatterns << pattern(other);
            if (count > 0)
                addFit(pattern(other), dateFits(layout, bit));
            if (count > runnerUpCount) {
                runnerUpCount = count;
                runnerUp = bit;
            }
        }
        if (m_verdict.otherPatterns.isEmpty())
            decide([&](const ShapeTally &tally) { return m_best.fits(tally) && (tally.detail & runnerUp) == 0; });
        addOtherLayouts(layout);
    }

    /// One fit a layout that other values have, by the order that reads the most of them.
    void addOtherLayouts(quint32 own)
    {
        std::vector<quint32> seen{own};
        for (const ShapeTally &tally : m_all) {
            const quint32 layout = tally.detail & DateShape::layout;
            if (tally.kind != Kind::Date || tally.detail == ShapeTallies::mixed
                || std::find(seen.begin(), seen.end(), layout) != seen.end())
                continue;
            seen.push_back(layout);
            addBestOrder(layout);
        }
    }

    void addBestOrder(quint32 layout)
    {
        int best = 0;
        qint64 most = 0;
        for (int bit = 0; bit < 2 * DateShape::orderCount; ++bit) {
            const qint64 count = countOf(dateFits(layout, 1U << bit));
            if (count > most) {
                best = bit;
                most = count;
            }
        }
        const bool longName = best >= DateShape::longShift;
        const Test fits = dateFits(layout, 1U << best);
        const bool unpadded =
            first([&](const ShapeTally &t) { return fits(t) && (t.detail & DateShape::unpadded) != 0; }) != nullptr;
        const auto order = static_cast<DateShape::Order>(best % DateShape::longShift);
        addFit(DateShape::pattern(layout, order, longName, unpadded), fits);
    }

    void findOdd()
    {
        const bool text = m_verdict.shape == Shape::Text;
        const ShapeTally *odd =
            first([&](const ShapeTally &tally) { return text ? tally.kind != Kind::Text : !m_best.fits(tally); });
        if (odd == nullptr)
            return;
        m_verdict.oddRow = odd->firstRow;
        m_verdict.oddText = odd->firstText;
        if (!text)
            m_verdict.firstMisfitRow = odd->firstRow;
    }

    const std::vector<ShapeTally> &m_all;
    qint64 m_values;
    Reading m_best;
    std::function<void()> m_finish;
    ShapeVerdict m_verdict;
};

} // namespace

ShapeVerdict judge(const ShapeTallies &tallies, qint64 values)
{
    return Judge(tallies.all(), values).decide();
}

} // namespace tabular
