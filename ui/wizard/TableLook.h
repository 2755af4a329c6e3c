#pragma once

class QTableView;

namespace ui {

/// What every table of the pages has in common: rows of one height and columns of fixed sizes (measuring the cells of
/// 25,000 rows would stop the window), one row selected at a time (a screen reader makes Qt list all selected cells), and
/// Tab goes on to the next input.
void makeTable(QTableView *table);

/// Each column as wide as its header and what its first rows hold, within limits; the last one takes what is left.
void fitColumns(QTableView *table);

} // namespace ui
