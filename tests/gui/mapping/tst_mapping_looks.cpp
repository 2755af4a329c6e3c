#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QScrollBar>

using support::BoardFixture;

/// Pictures of the board for people to look at, and the time it takes with the largest file.
class MappingLooks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void cleanup();
    void picture_data();
    void picture();
    void twoHundredColumnsAndAThousandFieldsStayFluid();
};

void MappingLooks::picture_data()
{
    QTest::addColumn<int>("columns");
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<ui::MappingBoard::View>("view");
    using View = ui::MappingBoard::View;
    for (const auto &[name, view] : {std::pair("columns", View::ByColumn), std::pair("fields", View::ByField)}) {
        QTest::addRow("%s-8-light", name) << 8 << ui::Scheme::Light << QSize(760, 460) << view;
        QTest::addRow("%s-10-dark", name) << 10 << ui::Scheme::Dark << QSize(760, 460) << view;
        QTest::addRow("%s-40-light", name) << 40 << ui::Scheme::Light << QSize(1100, 700) << view;
        QTest::addRow("%s-200-dark", name) << 200 << ui::Scheme::Dark << QSize(1100, 700) << view;
        QTest::addRow("%s-12-mirrored", name) << 12 << ui::Scheme::Light << QSize(1100, 700) << view;
    }
}

void MappingLooks::picture()
{
    QFETCH(int, columns);
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(ui::MappingBoard::View, view);
    ui::applyTheme(*qApp, scheme);
    const bool mirrored = QByteArray(QTest::currentDataTag()).endsWith("mirrored");
    QApplication::setLayoutDirection(mirrored ? Qt::RightToLeft : Qt::LeftToRight);
    BoardFixture fixture(support::people(columns), columns);
    fixture.board.resize(size);
    fixture.board.setView(view);
    fixture.session.takeMatches(support::proposals(columns));

    mapping::ColumnMapping mapping = fixture.session.mapping();
    mapping.mapColumn({1}, crm::FieldName(QStringLiteral("Mobile")));
    mapping.setEntry({crm::FieldName(QStringLiteral("Last Name")), crm::ColumnIndex{0}, {}, {}, {}, {}});
    mapping.setConstant(crm::FieldName(QStringLiteral("Extra_1")), QJsonValue(QStringLiteral("Trade Show")));
    if (columns > 4) {
        mapping.setEntry({crm::FieldName(QStringLiteral("Owner")),
                          crm::ColumnIndex{4},
                          crm::FieldName(QStringLiteral("email")),
                          {},
                          {},
                          {}});
        mapping.setIgnored({5}, true);
    }
    fixture.session.setMapping(mapping);
    fixture.board.sortAnew();
    fixture.board.fields().select(crm::FieldName(QStringLiteral("Last Name")));
    if (columns == 10)
        fixture.board.pick(6);

    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a picture of what is there when all has settled
    const QPixmap picture = fixture.board.grab();
    QVERIFY(picture.width() >= size.width());
    QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT));
    QVERIFY(picture.save(
        QStringLiteral(WIZARD_TEST_OUTPUT "/mapping-%1-%2.png")
            .arg(QString::fromUtf8(QTest::currentDataTag()), QString::number(fixture.board.logicalDpiX()))));
}

void MappingLooks::cleanup()
{
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void MappingLooks::twoHundredColumnsAndAThousandFieldsStayFluid()
{
    ui::applyTheme(*qApp, ui::Scheme::Light);
    BoardFixture fixture(support::table(200), 1000);
    fixture.board.grab();
    QElapsedTimer timer;

    timer.start();
    mapping::ColumnMapping mapping = fixture.session.mapping();
    mapping.mapColumn({7}, crm::FieldName(QStringLiteral("Extra_500")));
    fixture.session.setMapping(mapping);
    const qint64 changed = timer.restart();
    QScrollBar *bar = fixture.board.fields().table()->verticalScrollBar();
    for (int i = 0; i < 20; ++i) {
        bar->setValue(bar->maximum() * i / 20);
        fixture.board.fields().table()->grab();
    }
    const qint64 page = timer.elapsed() / 20;
    qInfo("one change: %lld ms, one page: %lld ms", changed, page);

    QVERIFY2(changed < 500, "a change must not be felt");
    QVERIFY2(page < 200, "scrolling must not be felt");
}

WIZARD_TEST_MAIN(QApplication, MappingLooks)
#include "tst_mapping_looks.moc"
