#include "ui/wizard/TableLook.h"

#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QTableView>

namespace ui {

void makeTable(QTableView *table)
{
    table->setTabKeyNavigation(false);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    table->setWordWrap(false);
    table->setShowGrid(false);
    table->setAlternatingRowColors(true);
    table->setCornerButtonEnabled(false);
    table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table->verticalHeader()->setDefaultSectionSize(lineHeight() + space::m);
    table->horizontalHeader()->setHighlightSections(false);
    table->horizontalHeader()->setMinimumSectionSize(lineHeight() * 2);
    table->horizontalHeader()->setDefaultSectionSize(table->fontMetrics().averageCharWidth() * 20);
}

void setColumnWidths(QTableView *table, std::initializer_list<int> characters)
{
    int column = 0;
    for (const int count : characters)
        table->setColumnWidth(column++, table->fontMetrics().averageCharWidth() * count + space::l);
    table->horizontalHeader()->setStretchLastSection(true);
}

} // namespace ui
