#include "ui/wizard/PreviewPanel.h"

#include "ui/models/PreviewModel.h"
#include "ui/text/ErrorText.h"
#include "ui/text/Wording.h"
#include "ui/widgets/FieldBlock.h"
#include "ui/widgets/TextLabel.h"
#include "ui/wizard/TableLook.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStyledItemDelegate>
#include <QTableView>

#include <limits>

namespace ui {
namespace {

constexpr int hintLines = 28; ///< width of a panel with room for a hint, in heights of a line
constexpr int rowsInSight = 6;
constexpr int fewRowsInSight = 3;

/// The header's rows are bold, what stands above them is pale, rows that are left out are struck through as well, and those to
/// be decided on have the sign of the question.
class PlaceDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override
    {
        QStyledItemDelegate::initStyleOption(option, index);
        if (option->direction == Qt::RightToLeft)
            option->text = Wording::apart(option->text);
        const auto place = static_cast<PreviewModel::Place>(index.data(PreviewModel::PlaceRole).toInt());
        if (place == PreviewModel::Place::Header)
            option->font.setWeight(QFont::DemiBold);
        if (place == PreviewModel::Place::AboveHeader || place == PreviewModel::Place::LeftOut)
            option->palette.setColor(QPalette::Text, coloursOf(option->palette).mutedText);
        option->font.setStrikeOut(place == PreviewModel::Place::LeftOut);
        if (place == PreviewModel::Place::InDoubt)
            mark(*option, index.column() == 0);
    }

private:
    static void mark(QStyleOptionViewItem &option, bool begins)
    {
        option.palette.setColor(QPalette::Text, coloursOf(option.palette).ink(Tone::Warning));
        if (!begins)
            return;
        option.features |= QStyleOptionViewItem::HasDecoration;
        option.icon = icon(QStringLiteral("warning"), Tone::Warning);
        option.decorationSize = QSize(lineHeight(), lineHeight());
    }
};

} // namespace

PreviewPanel::PreviewPanel(QWidget *parent)
    : QWidget(parent)
    , m_view(new QTableView(this))
    , m_model(new PreviewModel(this))
    , m_foot(new QWidget(this))
    , m_goTo(new QSpinBox(this))
    , m_ofAll(new TextLabel({}, TextRole::Body, TextLabel::Use::Inert, this))
    , m_hint(new TextLabel(tr("Press a row's number to make it the header row."), TextRole::Caption,
                           TextLabel::Use::Inert, this))
    , m_window(new TextLabel({}, TextRole::Caption, TextLabel::Use::Inert, this))
    , m_trouble(new FaultLines(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::s);
    makeView();
    column->addWidget(m_view, 1);
    m_trouble->setObjectName(QStringLiteral("previewFaults"));
    column->addWidget(m_trouble);
    m_foot->setLayout(makeFoot());
    column->addWidget(m_foot);
    column->addWidget(m_window);
    connect(m_model, &PreviewModel::failed, this,
            [this](const base::Error &error) { m_trouble->setTrouble(ErrorText::of(error), error.detail); });
    connect(m_goTo, &QSpinBox::valueChanged, this, &PreviewPanel::goToRow);
}

void PreviewPanel::makeView()
{
    m_view->setObjectName(QStringLiteral("preview"));
    m_view->setAccessibleName(tr("Preview"));
    m_view->setModel(m_model);
    setFocusProxy(m_view);
    m_view->setItemDelegate(new PlaceDelegate(m_view));
    makeTable(m_view);
    setLow(false);
    m_view->verticalHeader()->setToolTip(tr("Press a row's number to make it the header row."));
    m_view->setAccessibleDescription(tr("Return makes the current row the header row."));
    connect(m_view->verticalHeader(), &QHeaderView::sectionClicked, this, &PreviewPanel::askForHeader);
    connect(m_view, &QTableView::activated, this, [this](const QModelIndex &index) { askForHeader(index.row()); });
}

void PreviewPanel::setLow(bool low)
{
    const int rows = low ? fewRowsInSight : rowsInSight;
    m_view->setMinimumHeight((lineHeight() + space::m) * (rows + 1) + lineHeight());
}

QLayout *PreviewPanel::makeFoot()
{
    m_goTo->setObjectName(QStringLiteral("goToRow"));
    m_goTo->setKeyboardTracking(false);
    m_goTo->setMinimumWidth(fontMetrics().averageCharWidth() * 13);
    m_goTo->setGroupSeparatorShown(true);
    auto *label = new QLabel(tr("Go to Row"), this);
    label->setBuddy(m_goTo);
    m_goTo->setAccessibleName(label->text());
    auto *row = new QHBoxLayout;
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(space::s);
    row->addWidget(label);
    row->addWidget(m_goTo);
    row->addWidget(m_ofAll);
    row->addSpacing(space::m);
    row->addWidget(m_hint, 1);
    return row;
}

/// In a narrow panel the hint is left to the tip on the numbers.
void PreviewPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_hint->setVisible(width() >= hintLines * lineHeight());
    settleFoot();
}

/// Layouts take note of what was shown, hidden or lengthened a moment later, and until then its parts would lie on each other.
void PreviewPanel::settleFoot()
{
    m_foot->layout()->activate();
    layout()->activate();
}

void PreviewPanel::setTable(const std::optional<tabular::Glance> &glance,
                            const std::optional<tabular::TableSummary> &table)
{
    m_trouble->setTrouble({}, {});
    m_model->setTable(glance, table);
    QStringList columns;
    for (int column = 0; column < m_model->columnCount(); ++column)
        columns << m_model->headerData(column, Qt::Horizontal).toString();
    // Widths that a person has set stay as long as the columns do.
    if (columns != m_fitted)
        fitColumns(m_view);
    m_fitted = columns;
    showPlaces();
}

void PreviewPanel::showPlaces()
{
    const QSignalBlocker quiet(m_goTo);
    const bool rows = m_model->rowCount() > 0;
    const qint64 last = std::min<qint64>(m_model->lastNumber(), std::numeric_limits<int>::max());
    m_goTo->setRange(rows ? static_cast<int>(m_model->numberOf(0)) : 0, static_cast<int>(last));
    m_goTo->setValue(m_goTo->minimum());
    m_ofAll->setText(tr("of %1", "go to row, of so many").arg(QLocale().toString(last)));
    m_foot->setVisible(rows);
    m_window->setVisible(!m_model->showsAll());
    m_window->setText(tr("The table scrolls over %1 rows at a time. Go to Row reaches all of them.")
                          .arg(QLocale().toString(PreviewModel::mostRows)));
    settleFoot();
}

void PreviewPanel::goTo(qint64 number)
{
    m_goTo->setValue(static_cast<int>(std::min<qint64>(number, m_goTo->maximum())));
}

void PreviewPanel::goToRow(int number)
{
    const int row = m_model->showRow(number);
    if (row < 0)
        return;
    const QModelIndex index = m_model->index(row, std::max(0, m_view->currentIndex().column()));
    m_view->scrollTo(index, QAbstractItemView::PositionAtCenter);
    m_view->setCurrentIndex(index);
}

void PreviewPanel::askForHeader(int viewRow)
{
    if (const int record = m_model->recordOf(viewRow); record > 0)
        Q_EMIT headerRowWanted(record);
}

} // namespace ui
