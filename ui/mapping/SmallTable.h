#pragma once

#include <QStringList>

class QTableWidget;
class QWidget;

namespace ui {

/// A read-only table of a few rows inside a form: Tab leaves it, arrows move in it, nothing is cut.
[[nodiscard]] QTableWidget *smallTable(const QStringList &headers, QWidget *parent);
int addRow(QTableWidget *table, const QStringList &texts); ///< its number
/// As high as its rows, or as `most` of them; it scrolls then.
void fitRows(QTableWidget *table, int most);

} // namespace ui
