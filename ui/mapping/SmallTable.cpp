#include "ui/mapping/SmallTable.h"

#include "ui/widgets/Theme.h"
#include "ui/wizard/TableLook.h"

#include <QHeaderView>
#include <QTableWidget>

namespace ui {

namespace {

// The rest is in the tool tip.
constexpr int longestFirst = 40;
constexpr int longestOther = 200;

} // namespace

QTableWidget *smallTable(const QStringList &headers, QWidget *parent)
{
    auto *table = new QTableWidget(0, static_cast<int>(headers.size()), parent);
    table->setHorizontalHeaderLabels(headers);
    makeTable(table);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(lineHeight() + space::m);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    table->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return table;
}

int addRow(QTableWidget *table, const QStringList &texts)
{
    const int row = table->rowCount();
    table->insertRow(row);
    for (int column = 0; column < texts.size(); ++column) {
        auto *item = new QTableWidgetItem(texts.at(column).left(column == 0 ? longestFirst : longestOther));
        item->setToolTip(texts.at(column));
        table->setItem(row, column, item);
    }
    return row;
}

void fitRows(QTableWidget *table, int most)
{
    const int rows = qBound(1, table->rowCount(), most);
    table->ensurePolished();
    const int height = table->horizontalHeader()->sizeHint().height()
        + rows * table->verticalHeader()->defaultSectionSize() + 2 * table->frameWidth();
    table->setFixedHeight(height + space::s); // the style's border and rounding
}

} // namespace ui
