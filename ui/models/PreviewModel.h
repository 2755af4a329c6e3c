#pragma once

#include "tabular/TableSummary.h"
#include "tabular/opening/Glance.h"
#include "ui/models/RowPages.h"

#include <QAbstractTableModel>

namespace ui {

/// A spreadsheet as it is read: its first records at once, all others as they are scrolled to. The row headers are the
/// rows of the file (of the sheet, in a workbook), the header row counted, so that a person finds them there again.
/// Records above the names of the columns are shown too, so that another header row can be chosen among them.
///
/// A view pays for each row it could show, so that it gets a window of at most `mostRows`; showRow() moves it.
class PreviewModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    static constexpr qint64 mostRows = 1'000'000;
    enum Role { PlaceRole = Qt::UserRole }; ///< int, a Place: of data(), and of the vertical header
    /// InDoubt: longer than the header row, and it is to be decided what becomes of it; LeftOut: that was decided. Of the
    /// first TableProfile::mostLongRows such rows.
    enum class Place { AboveHeader, Header, Data, InDoubt, LeftOut };

    explicit PreviewModel(QObject *parent = nullptr);

    /// `glance`, where it was taken as the table is read, gives the first records; a table without gives its own.
    void setTable(const std::optional<tabular::Glance> &glance, const std::optional<tabular::TableSummary> &table);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    /// Where the file's (or sheet's) row `number`, or the next one that there is, stands in the view; moves the window
    /// there first. -1 without rows.
    int showRow(qint64 number);
    [[nodiscard]] qint64 numberOf(int viewRow) const; ///< of the file's or sheet's row
    [[nodiscard]] int recordOf(int viewRow) const;    ///< for CsvDialect::headerRow; 0 when it is too far down for one
    [[nodiscard]] qint64 lastNumber() const;          ///< 0 without rows
    [[nodiscard]] bool showsAll() const { return m_shown <= mostRows; }

Q_SIGNALS:
    void failed(const base::Error &error); ///< rows could not be read again

private:
    void takeTop(const std::optional<tabular::Glance> &glance, const std::optional<tabular::TableSummary> &table);
    void takeLongRows(const std::optional<tabular::TableSummary> &table);
    void takeHeaders(const std::optional<tabular::TableSummary> &table);
    [[nodiscard]] qint64 recordAt(int viewRow) const { return m_firstShown + m_windowStart + viewRow; }
    [[nodiscard]] qint64 numberOfRecord(qint64 record) const;
    [[nodiscard]] Place placeOf(qint64 record) const;
    [[nodiscard]] const QStringList *cellsOf(qint64 record) const;
    void announce(qint64 first, qint64 count);

    tabular::CsvDialect m_dialect;
    QStringList m_headers;
    std::vector<qint64> m_longRows; ///< that are no data, ascending
    Place m_ofLongRows = Place::InDoubt;
    std::vector<tabular::TopRecord> m_top;
    std::shared_ptr<const tabular::OpenedTable> m_opened;
    RowPages *m_pages;
    qint64 m_headerEnd = 0;   ///< records above the first data row; records count from 0 here
    qint64 m_firstShown = 0;  ///< 0, or m_headerEnd where nothing stands above the header
    qint64 m_shown = 0;       ///< records from m_firstShown on
    qint64 m_windowStart = 0; ///< of them
};

} // namespace ui
