#pragma once

#include "crm/RowResult.h"

#include <QAbstractTableModel>

#include <functional>
#include <memory>
#include <optional>

namespace ui {

/// Which rows of a result are shown. All set conditions must hold.
struct ResultFilter final {
    std::optional<crm::RowState> state;
    std::optional<crm::RowError> cause; ///< rows that carry exactly this error
    bool onlyErrors = false;            ///< rows with any error

    friend bool operator==(const ResultFilter &a, const ResultFilter &b) = default;
};

/// The rows of a result file: row number, the cells that the CRM repeats, what became of the row, its record, and why. Texts are
/// made when they are shown, so many rows cost nothing but their filter.
class ResultRowsModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Role { StateRole = Qt::UserRole }; ///< crm::RowState as int
    /// Words that are not this room's business.
    struct Words final {
        std::function<QString(crm::RowState)> state;
        std::function<QString(const crm::RowError &)> error;
    };

    explicit ResultRowsModel(Words words, QObject *parent = nullptr);

    /// Gives the row of the spreadsheet, the header row counted, that row `fileRow` (from 0) of the result tells of.
    using SourceRow = std::function<qint64(qint64 fileRow)>;
    void setResult(std::shared_ptr<const crm::ResultFile> file, SourceRow sourceRow);
    void setFilter(const ResultFilter &filter);
    [[nodiscard]] int stateColumn() const { return m_echoed + 1; }
    [[nodiscard]] int errorColumn() const { return m_echoed + 3; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] QString textOf(int fileRow, int column) const;
    [[nodiscard]] QString tipOf(int fileRow, int column) const;
    [[nodiscard]] bool matches(const crm::RowResult &row) const;
    void select();

    Words m_words;
    std::shared_ptr<const crm::ResultFile> m_file;
    std::vector<int> m_shown; ///< rows of the file
    ResultFilter m_filter;
    int m_echoed = 0;
    SourceRow m_sourceRow;
};

/// How often one and the same error came up.
struct ResultCause final {
    crm::RowError error;
    qint64 rows = 0;
};
/// The causes of a result, most frequent first. A pure function of its argument; meant for the pool.
[[nodiscard]] std::vector<ResultCause> causesOf(const crm::ResultFile &file);

} // namespace ui
