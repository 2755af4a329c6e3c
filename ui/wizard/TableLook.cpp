#include "ui/wizard/TableLook.h"

#include "ui/widgets/Theme.h"

#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace ui {

namespace {

constexpr int fittedRows = 50;

} // namespace

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

void fitColumns(QTableView *table)
{
    const int character = table->fontMetrics().averageCharWidth();
    QHeaderView *header = table->horizontalHeader();
    header->setResizeContentsPrecision(fittedRows);
    header->setStretchLastSection(true);
    table->resizeColumnsToContents();
    for (int column = 0; column < header->count(); ++column)
        header->resizeSection(column,
                              std::clamp(header->sectionSize(column) + space::s, 6 * character, 40 * character));
}

} // namespace ui
