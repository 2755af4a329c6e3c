// How long the mapping board takes for one frame with 200 columns and 1,000 fields: 16 ms is what a screen of 60 Hz allows.
#include "tests/gui/mapping/BoardFixture.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/models/MappingEditor.h"
#include "ui/models/MappingMime.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDragMoveEvent>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <ctime>
#include <functional>
#include <vector>

namespace {

constexpr double budget = 16;

/// Counts what is really painted: a frame that paints nothing would be fast and worthless.
class PaintCounter final : public QObject {
public:
    using QObject::QObject;
    int paints = 0;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        paints += event->type() == QEvent::Paint ? 1 : 0;
        return false;
    }
};

struct Scene final {
    const char *name;
    int frames;
    std::function<void(int)> step; ///< what the person does before the frame
};

struct Frame final {
    double whole; ///< ms that a person waits
    double work;  ///< ms of the processor's time in it: the same on a machine with other work
};

/// All that happens between an input and the finished picture, which is painted once, and whole: more than the parts that
/// a person's screen needs.
Frame frameOf(ui::MappingBoard &board, const std::function<void()> &step)
{
    QElapsedTimer timer;
    timer.start();
    const std::clock_t before = std::clock();
    board.setUpdatesEnabled(false);
    step();
    QApplication::sendPostedEvents();
    board.setUpdatesEnabled(true);
    board.repaint();
    return {double(timer.nsecsElapsed()) / 1e6, 1e3 * double(std::clock() - before) / CLOCKS_PER_SEC};
}

QByteArray wanted; ///< a part of the names of the scenes to run; empty: all

bool run(support::BoardFixture &fixture, const Scene &scene)
{
    if (!QByteArray(scene.name).contains(wanted))
        return true;
    PaintCounter counter;
    for (QWidget *view : {fixture.board.columns().table()->viewport(), fixture.board.fields().table()->viewport()})
        view->installEventFilter(&counter);
    std::vector<double> frames;
    std::vector<double> work;
    for (int i = 0; i < scene.frames; ++i) {
        const Frame frame = frameOf(fixture.board, [&] { scene.step(i); });
        frames.push_back(frame.whole);
        work.push_back(frame.work);
    }
    if (counter.paints < scene.frames / 2) {
        std::printf("| %s | painted only %d times: worth nothing\n", scene.name, counter.paints);
        return false;
    }
    std::sort(frames.begin(), frames.end());
    std::sort(work.begin(), work.end());
    const auto at = [](const std::vector<double> &sorted, double share) {
        return sorted[size_t(share * double(sorted.size() - 1))];
    };
    const bool met = at(frames, 0.95) <= budget;
    std::printf("| %-42s | %6d | %6.1f | %6.1f | %6.1f | %6.1f | %s |\n", scene.name, scene.frames, at(frames, 0.5),
                at(frames, 0.95), frames.back(), at(work, 0.95), met ? "met" : "short");
    return met;
}

void scrollBy(QAbstractItemView *view, int frame, int frames)
{
    QScrollBar *bar = view->verticalScrollBar();
    bar->setValue(bar->maximum() * (frame + 1) / frames);
}

void dragOver(QAbstractItemView *view, const QMimeData &carried, int frame)
{
    const QPoint pos(view->viewport()->width() / 3, 20 + (frame * 17) % std::max(view->viewport()->height() - 40, 1));
    QDragMoveEvent move(pos, Qt::CopyAction, &carried, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(view->viewport(), &move);
}

void type(support::BoardFixture &fixture, const char *input, int frame)
{
    static const QStringList texts{"e", "ex", "ext", "extr", "extra", "extra 0", "extra 09", "extra", "he", ""};
    fixture.board.findChild<QLineEdit *>(QLatin1String(input))->setText(texts[frame % texts.size()]);
}

} // namespace

int main(int argc, char **argv)
{
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    wanted = argc > 1 ? QByteArray(argv[1]) : QByteArray();
    ui::applyTheme(application, ui::Scheme::Light);
    support::BoardFixture fixture(support::people(200), 1000);
    ui::MappingBoard &board = fixture.board;
    board.resize(1600, 1000);
    if (!QTest::qWaitForWindowExposed(&board)) {
        std::printf("the window was not shown\n");
        return 1;
    }
    fixture.session.takeMatches(support::proposals(200));
    frameOf(board, [] {});
    QAbstractItemView *columns = board.columns().table();
    QAbstractItemView *fields = board.fields().table();
    const auto column = ui::mappingMime::ofColumns({{7}});
    const auto field = ui::mappingMime::ofField(crm::FieldName(QStringLiteral("Extra_7")), {});
    constexpr int many = 200;
    const auto inBoth = [&](const char *prefix) {
        std::printf("%s\n", prefix);
        bool met = run(fixture, {"scrolling the columns", many, [&](int i) { scrollBy(columns, i, many); }});
        met &= run(fixture, {"scrolling the fields", many, [&](int i) { scrollBy(fields, i, many); }});
        met &=
            run(fixture, {"typing into the search of columns", 40, [&](int i) { type(fixture, "columnSearch", i); }});
        met &= run(fixture, {"typing into the search of fields", 40, [&](int i) { type(fixture, "fieldSearch", i); }});
        met &= run(fixture, {"dragging a column over the fields", many, [&](int i) { dragOver(fields, *column, i); }});
        met &= run(fixture, {"dragging a field over the columns", many, [&](int i) { dragOver(columns, *field, i); }});
        met &= run(fixture, {"mapping a column", 40, [&](int i) {
                                 board.editor().mapColumn({i + 10}, crm::FieldName(QStringLiteral("Extra_%1").arg(i)));
                             }});
        met &= run(fixture, {"undoing it", 40, [&](int) { board.editor().undo(); }});
        return met;
    };
    std::printf(
        "200 columns, 1,000 fields, 1600x1000; milliseconds from the input to the finished picture; budget %.0f at "
        "the 95th percentile\n\n| scene | frames | median | 95 %% | worst | CPU 95 %% | |\n| --- | --- | --- | --- | "
        "--- | --- | --- |\n",
        budget);
    board.setView(ui::MappingBoard::View::ByColumn);
    bool met = inBoth("| **by column** | | | | | | |");
    board.setView(ui::MappingBoard::View::ByField);
    met &= inBoth("| **by field** | | | | | | |");
    return met ? 0 : 3;
}
