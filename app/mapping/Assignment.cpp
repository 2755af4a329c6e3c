#include "mapping/Assignment.h"

#include <algorithm>
#include <limits>

namespace mapping {

namespace {

/// The Hungarian method with potentials: rows are taken in one by one, each along the cheapest path of changes. Every row
/// has a column of its own at no gain, behind the real ones, so that it may stay without.
class Assigner final {
public:
    explicit Assigner(const std::vector<std::vector<double>> &gains)
        : m_gains(gains)
        , m_rows(gains.size())
        , m_columns(gains.front().size() + gains.size())
        , m_rowPotential(m_rows + 1, 0)
        , m_columnPotential(m_columns + 1, 0)
        , m_rowOf(m_columns + 1, 0)
        , m_before(m_columns + 1, 0)
    { }

    std::vector<int> run()
    {
        for (std::size_t row = 1; row <= m_rows; ++row)
            takeIn(row);
        std::vector<int> chosen(m_rows, -1);
        const std::size_t real = m_gains.front().size();
        for (std::size_t column = 1; column <= real; ++column) {
            const std::size_t row = m_rowOf[column];
            if (row > 0 && m_gains[row - 1][column - 1] > 0)
                chosen[row - 1] = static_cast<int>(column) - 1;
        }
        return chosen;
    }

private:
    [[nodiscard]] double cost(std::size_t row, std::size_t column) const
    {
        const std::size_t real = m_gains.front().size();
        if (column <= real)
            return -std::max(0.0, m_gains[row - 1][column - 1]);
        return column - real == row ? 0 : 1'000;
    }

    void takeIn(std::size_t row)
    {
        constexpr double endless = std::numeric_limits<double>::infinity();
        m_rowOf[0] = row;
        std::size_t column = 0;
        std::vector<double> least(m_columns + 1, endless);
        std::vector<bool> done(m_columns + 1, false);
        do {
            done[column] = true;
            const std::size_t next = step(column, least, done);
            const double delta = least[next];
            for (std::size_t i = 0; i <= m_columns; ++i) {
                if (done[i]) {
                    m_rowPotential[m_rowOf[i]] += delta;
                    m_columnPotential[i] -= delta;
                } else {
                    least[i] -= delta;
                }
            }
            column = next;
        } while (m_rowOf[column] != 0);
        for (; column != 0; column = m_before[column])
            m_rowOf[column] = m_rowOf[m_before[column]];
    }

    /// The column that is cheapest to reach next.
    std::size_t step(std::size_t column, std::vector<double> &least, const std::vector<bool> &done)
    {
        const std::size_t row = m_rowOf[column];
        std::size_t next = 0;
        for (std::size_t i = 1; i <= m_columns; ++i) {
            if (done[i])
                continue;
            const double reached = cost(row, i) - m_rowPotential[row] - m_columnPotential[i];
            if (reached < least[i]) {
                least[i] = reached;
                m_before[i] = column;
            }
            if (next == 0 || least[i] < least[next])
                next = i;
        }
        return next;
    }

    const std::vector<std::vector<double>> &m_gains;
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<double> m_rowPotential;
    std::vector<double> m_columnPotential;
    std::vector<std::size_t> m_rowOf;
    std::vector<std::size_t> m_before;
};

} // namespace

std::vector<int> bestAssignment(const std::vector<std::vector<double>> &gains)
{
    if (gains.empty() || gains.front().empty())
        return std::vector<int>(gains.size(), -1);
    return Assigner(gains).run();
}

} // namespace mapping
