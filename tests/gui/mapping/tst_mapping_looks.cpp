#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/PseudoTranslator.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/BoardBar.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldTableView.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>

using support::BoardFixture;

namespace {

QList<int> rowsOf(const QSignalSpy &dataChanged)
{
    QList<int> rows;
    for (const QList<QVariant> &change : dataChanged)
        for (int row = change[0].toModelIndex().row(); row <= change[1].toModelIndex().row(); ++row)
            rows << row;
    return rows;
}

/// Every button and every input that can be seen has the room that its words need, within the board.
void verifyNothingIsCut(const ui::MappingBoard &board)
{
    for (const QPushButton *button : board.findChildren<QPushButton *>()) {
        if (!button->isVisible())
            continue;
        const QRect place(button->mapTo(&board, QPoint()), button->size());
        // A splitter that is mirrored stands one pixel too far to the right.
        QVERIFY2(board.rect().adjusted(0, 0, 1, 0).contains(place),
                 qPrintable(QStringLiteral("%1 leaves the board: %2 to %3")
                                .arg(button->objectName())
                                .arg(place.left())
                                .arg(place.right())));
        QVERIFY2(button->width() >= button->sizeHint().width(),
                 qPrintable(button->objectName() + QLatin1String(" is cut")));
    }
}

} // namespace

/// Pictures of the board for people to look at, and what it looks like in little room.
class MappingLooks final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void cleanup();
    void picture_data();
    void picture();
    void oneChangeTouchesItsOwnRowsAlone();
    void aNarrowBoardShowsItsRowsAlone();
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
        QTest::addRow("%s-12-narrow", name) << 12 << ui::Scheme::Light << QSize(390, 300) << view;
        QTest::addRow("%s-12-mirrored", name) << 12 << ui::Scheme::Light << QSize(1100, 700) << view;
        QTest::addRow("%s-12-german", name) << 12 << ui::Scheme::Light << QSize(760, 460) << view;
        QTest::addRow("%s-12-german-narrow", name) << 12 << ui::Scheme::Light << QSize(390, 320) << view;
        QTest::addRow("%s-40-arabic", name) << 40 << ui::Scheme::Dark << QSize(1100, 700) << view;
    }
}

void MappingLooks::picture()
{
    QFETCH(int, columns);
    QFETCH(ui::Scheme, scheme);
    QFETCH(QSize, size);
    QFETCH(ui::MappingBoard::View, view);
    ui::applyTheme(*qApp, scheme);
    const QByteArray tag = QTest::currentDataTag();
    const bool arabic = tag.endsWith("arabic");
    QApplication::setLayoutDirection(arabic || tag.endsWith("mirrored") ? Qt::RightToLeft : Qt::LeftToRight);
    support::PseudoTranslator words(arabic ? support::PseudoTranslator::Script::Arabic
                                           : support::PseudoTranslator::Script::Longer);
    if (arabic || tag.contains("german"))
        QCoreApplication::installTranslator(&words);
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
    if (size.width() < 400)
        fixture.board.columns().select(4); // what is proposed is in sight

    QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); // a picture of what is there when all has settled
    fixture.board.resize(size);                                     // before, less was known of how small it can be
    const QPixmap picture = fixture.board.grab();
    QCOMPARE(fixture.board.width(), size.width());
    verifyNothingIsCut(fixture.board);
    QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT));
    QVERIFY(picture.save(
        QStringLiteral(WIZARD_TEST_OUTPUT "/mapping-%1-%2.png")
            .arg(QString::fromUtf8(QTest::currentDataTag()), QString::number(fixture.board.logicalDpiX()))));
}

void MappingLooks::cleanup()
{
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void MappingLooks::oneChangeTouchesItsOwnRowsAlone()
{
    BoardFixture fixture(support::table(200), 1000);
    QSignalSpy columnsReset(&fixture.board.columns().model(), &QAbstractItemModel::modelReset);
    QSignalSpy fieldsReset(&fixture.board.fields().model(), &QAbstractItemModel::modelReset);
    QSignalSpy columns(&fixture.board.columns().model(), &QAbstractItemModel::dataChanged);
    QSignalSpy fields(&fixture.board.fields().model(), &QAbstractItemModel::dataChanged);

    mapping::ColumnMapping mapping = fixture.session.mapping();
    mapping.mapColumn({7}, crm::FieldName(QStringLiteral("Extra_500")));
    fixture.session.setMapping(mapping);

    QCOMPARE(columnsReset.size() + fieldsReset.size(), 0);
    QCOMPARE(rowsOf(columns), QList<int>{7});
    QCOMPARE(rowsOf(fields).size(), 1);
    QCOMPARE(fixture.board.fields().model().rows()[size_t(rowsOf(fields).first())].name.text(),
             QStringLiteral("Extra_500"));
}

void MappingLooks::aNarrowBoardShowsItsRowsAlone()
{
    ui::applyTheme(*qApp, ui::Scheme::Light);
    BoardFixture fixture(support::people(12), 12);
    ui::MappingBoard &board = fixture.board;
    const auto settle = [] { QApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest); };
    const auto words = [&] { return board.findChild<QLabel *>(QStringLiteral("mappingStatus"))->text(); };
    board.resize(1100, 600);
    settle();
    QVERIFY(!board.columns().isHidden() && !board.fields().isHidden());
    const QString both = words();

    // What 1024x700 leaves at 200 % text.
    board.resize(364, 320);
    settle();
    QCOMPARE(board.width(), 364);
    QVERIFY(board.columns().isHidden() && !board.fields().isHidden());
    QVERIFY(words() != both);
    verifyNothingIsCut(board);

    board.setView(ui::MappingBoard::View::ByColumn);
    QVERIFY(!board.columns().isHidden() && board.fields().isHidden());
    // A click waits for no field that cannot be seen; the button opens the list of the row.
    QTest::mouseClick(board.columns().table()->viewport(), Qt::LeftButton, {}, fixture.columnPoint(1));
    QCOMPARE(board.columns().model().picked(), -1);
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support raise()");
    QTest::ignoreMessage(QtWarningMsg, "This plugin does not support grabbing the keyboard");
    board.columns().mapButton()->click();
    QVERIFY(board.columns().table()->findChild<QComboBox *>(QStringLiteral("fieldChooser")));

    QCOMPARE(board.showField(crm::FieldName(QStringLiteral("Company"))), board.fields().table());
    QVERIFY(!board.fields().isHidden());
    QCOMPARE(board.fields().selected()->name.text(), QStringLiteral("Company"));

    board.resize(1100, 600);
    settle();
    QVERIFY(!board.columns().isHidden() && !board.fields().isHidden());
    QCOMPARE(words(), both);
}

WIZARD_TEST_MAIN(QApplication, MappingLooks)
#include "tst_mapping_looks.moc"
