#include "tabular/profile/ColumnProfiler.h"
#include "tests/gui/mapping/BoardFixture.h"
#include "tests/support/TestMain.h"
#include "ui/mapping/ColumnTableView.h"
#include "ui/mapping/ColumnsPanel.h"
#include "ui/mapping/FieldDialog.h"
#include "ui/mapping/FieldsPanel.h"
#include "ui/models/MappingEditor.h"
#include "ui/widgets/Theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableWidget>

using ui::FieldDialog;
using ui::FieldSubject;

namespace {

/// A field that is fed by a column with these cells, in rows 2, 3…
FieldSubject fed(const char *type, const QStringList &cells)
{
    FieldSubject subject;
    subject.field.name = crm::FieldName(QStringLiteral("Lead_Source"));
    subject.field.label = QStringLiteral("Lead Source");
    subject.field.dataType = QLatin1String(type);
    if (subject.field.dataType.contains(QLatin1String("picklist")))
        for (const char *value : {"Advertisement", "Cold Call", "Partner", "Trade Show", "Web Download"})
            subject.field.picklist.push_back({QLatin1String(value), QLatin1String(value)});
    subject.entry.field = subject.field.name;
    subject.entry.column = crm::ColumnIndex{0};
    subject.column = QStringLiteral("column 0, Quelle");
    tabular::TableSummary table = support::table(1);
    table.columns[0].samples = cells.mid(0, 3);
    tabular::ColumnProfiler profiler;
    qint64 row = 1;
    for (const QString &cell : cells) {
        profiler.add(cell.toStdString(), ++row);
        table.firstRows.push_back({cell});
    }
    table.rows = row - 1;
    table.profile =
        std::make_shared<const tabular::TableProfile>(tabular::TableProfile{table.rows, {}, {profiler.profile()}, {}});
    subject.table = table;
    return subject;
}

template <class Widget>
Widget *part(const QDialog &dialog, const char *name)
{
    return dialog.findChild<Widget *>(QLatin1String(name));
}

QString arrival(const QDialog &dialog, int row)
{
    return part<QTableWidget>(dialog, "fieldArrivals")->item(row, 1)->text();
}

QComboBox *choice(const QDialog &dialog, int row)
{
    return qobject_cast<QComboBox *>(part<QTableWidget>(dialog, "fieldValues")->cellWidget(row, 1));
}

QStringList rowTexts(const QTableWidget *table, int row)
{
    QStringList texts;
    for (int column = 0; column < table->columnCount(); ++column)
        texts << (table->item(row, column) ? table->item(row, column)->text() : QString());
    return texts;
}

void choose(QComboBox *box, const QString &text)
{
    box->setCurrentIndex(box->findText(text));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class FieldDialogTest final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { support::failOnWarnings(); }
    void valuesAreProposedAndChosen();
    void severalValuesInACell();
    void aColumnThatDecidesShowsWhy();
    void aColumnThatDoesNotDecideAsks();
    void aFormatIsProposedAndTaken();
    void labelsWithAnAmpersand();
    void layoutsAreChosenByName();
    void cellsCanBeRewrittenInAnyCase();
    void aConstantKeepsItsType();
    void lookupsAreFoundByWhatIsTyped();
    void untouchedItChangesNothing_data();
    void untouchedItChangesNothing();
    void oneAcceptIsOneCommand();
    void everythingIsReachedByKeyboard();
    void aFaultOpensItAtItsPlace_data();
    void aFaultOpensItAtItsPlace();
    void theButtonOfAFaultRepairs();
    void picture_data();
    void picture();
};

void FieldDialogTest::valuesAreProposedAndChosen()
{
    FieldDialog dialog(fed("picklist", {"Messe", "trade-show", "Partner", "Messe", "Portal"}));
    const auto *values = part<QTableWidget>(dialog, "fieldValues");
    QCOMPARE(values->rowCount(), 3); // Partner needs nothing
    QCOMPARE(rowTexts(values, 0), (QStringList{"Messe (2)", "", "would be added"}));
    QCOMPARE(rowTexts(values, 1), (QStringList{"trade-show (1)", "", "proposed: Trade Show"}));
    QCOMPARE(choice(dialog, 1)->currentText(), QStringLiteral("as it stands"));
    const auto *proposal = part<QLabel>(dialog, "fieldProposal");
    QCOMPARE(proposal->text(), QStringLiteral("Proposed from your file: “trade-show” as Trade Show"));
    QCOMPARE(arrival(dialog, 0), QStringLiteral("Messe"));

    choose(choice(dialog, 0), QStringLiteral("Trade Show"));
    QCOMPARE(values->item(0, 2)->text(), QStringLiteral("chosen"));
    QCOMPARE(arrival(dialog, 0), QStringLiteral("Trade Show"));
    QVERIFY(dialog.rule() == (mapping::CellRule{{}, {{"Messe", "Trade Show"}}})); // nobody took the other
    part<QPushButton>(dialog, "useProposalButton")->click();
    QCOMPARE(values->item(1, 2)->text(), QStringLiteral("chosen"));
    QVERIFY(proposal->parentWidget()->isHidden());
    QVERIFY(dialog.rule() == (mapping::CellRule{{}, {{"Messe", "Trade Show"}, {"trade-show", "Trade Show"}}}));
    choose(choice(dialog, 1), QStringLiteral("as it stands"));
    QCOMPARE(dialog.rule().values.size(), size_t(1));
}

void FieldDialogTest::severalValuesInACell()
{
    FieldDialog dialog(fed("multiselectpicklist", {"Partner, Messe", "Messe"}));
    choose(part<QComboBox>(dialog, "fieldSeparator"), QStringLiteral(","));
    QCOMPARE(rowTexts(part<QTableWidget>(dialog, "fieldValues"), 0).first(), QStringLiteral("Messe (2)"));
    choose(choice(dialog, 0), QStringLiteral("Trade Show"));
    QCOMPARE(arrival(dialog, 0), QStringLiteral("Partner;Trade Show"));
    QVERIFY(dialog.rule() == (mapping::CellRule{",", {{"Messe", "Trade Show"}}}));
}

void FieldDialogTest::aColumnThatDecidesShowsWhy()
{
    FieldSubject subject = fed("date", {"01/02/2024", "31/01/2024", "03/03/2024"});
    subject.entry.format = QStringLiteral("dd/MM/yyyy");
    FieldDialog dialog(subject);
    const auto *table = part<QTableWidget>(dialog, "fieldFormats");
    QCOMPARE(rowTexts(table, 0), (QStringList{"dd/MM/yyyy", "3 of 3", ""}));
    QCOMPARE(rowTexts(table, 1), (QStringList{"MM/dd/yyyy", "2 of 3", "row 3: 31/01/2024"}));
    QCOMPARE(table->currentRow(), 0);
    QCOMPARE(part<QLabel>(dialog, "fieldFormatVerdict")->text(),
             QStringLiteral("Row 3 decides: 31/01/2024 can only be read as dd/MM/yyyy."));
    QVERIFY(arrival(dialog, 0).contains(QLatin1String("February")));
}

void FieldDialogTest::aColumnThatDoesNotDecideAsks()
{
    FieldDialog dialog(fed("date", {"01/02/2024", "03/03/2024"}));
    QVERIFY(part<QLabel>(dialog, "fieldFormatVerdict")->text().startsWith(QLatin1String("No row decides")));
    auto *table = part<QTableWidget>(dialog, "fieldFormats");
    QCOMPARE(table->currentRow(), -1);
    QVERIFY(dialog.entry().format.isEmpty());
    table->setCurrentCell(1, 0);
    QCOMPARE(dialog.entry().format, QStringLiteral("dd/MM/yyyy"));
    QVERIFY(dialog.rule().isEmpty());
    QVERIFY(arrival(dialog, 0).contains(QLatin1String("February")));
    table->setCurrentCell(0, 0);
    QCOMPARE(dialog.entry().format, QStringLiteral("MM/dd/yyyy"));
    QVERIFY(arrival(dialog, 0).contains(QLatin1String("January")));
}

void FieldDialogTest::aFormatIsProposedAndTaken()
{
    FieldDialog dialog(fed("date", {"01/02/2024", "31/01/2024"}));
    const auto *proposal = part<QLabel>(dialog, "fieldProposal");
    QCOMPARE(proposal->text(), QStringLiteral("Proposed from your file: dd/MM/yyyy, which fits 2 of 2 values."));
    QVERIFY(dialog.entry().format.isEmpty());
    part<QPushButton>(dialog, "useProposalButton")->click();
    QCOMPARE(dialog.entry().format, QStringLiteral("dd/MM/yyyy"));
    QVERIFY(proposal->parentWidget()->isHidden());
}

void FieldDialogTest::labelsWithAnAmpersand()
{
    FieldSubject subject = fed("text", {"a"});
    subject.field.label = QStringLiteral("R & D");
    FieldDialog dialog(subject);
    auto *value = part<QComboBox>(dialog, "constantValue");
    QCOMPARE(value->accessibleName(), QStringLiteral("Constant for R & D"));
    const QList<QLabel *> labels = dialog.findChildren<QLabel *>();
    const auto label =
        std::find_if(labels.begin(), labels.end(), [value](const QLabel *each) { return each->buddy() == value; });
    QVERIFY(label != labels.end());
    QCOMPARE((*label)->text(), QStringLiteral("&Constant for R && D"));
    QCOMPARE(dialog.windowTitle(), QStringLiteral("What R & D carries"));
}

void FieldDialogTest::layoutsAreChosenByName()
{
    const crm::FieldName name(QStringLiteral("Layout"));
    support::BoardFixture fixture(support::table(3));
    session::ModuleMetadata metadata = support::leads();
    crm::Field layout;
    layout.name = name;
    layout.dataType = QStringLiteral("layout");
    layout.apiCreate = layout.apiUpdate = false;
    metadata.fields.push_back(layout);
    metadata.layouts = {{crm::RecordId(QStringLiteral("71")), QStringLiteral("Standard"), true, {}},
                        {crm::RecordId(QStringLiteral("72")),
                         QStringLiteral("Partners"),
                         false,
                         {crm::FieldName(QStringLiteral("Mobile"))}}};
    fixture.session.setMetadata(metadata);
    ui::MappingEditor &editor = fixture.board.editor();
    const auto ask = [&] { return FieldSubject::of(name, fixture.session, editor, ui::FieldPlace::Constant); };
    QVERIFY(!fixture.board.content().missing.contains(QStringLiteral("Mobile")));
    {
        FieldDialog dialog(ask());
        auto *choice = part<QComboBox>(dialog, "constantValue");
        QVERIFY(!choice->isEditable());
        QCOMPARE(choice->currentText(), QStringLiteral("none: the standard layout"));
        QVERIFY(!dialog.entry().defaultValue);
        choice->setCurrentIndex(choice->findText(QStringLiteral("Partners")));
        QCOMPARE(*dialog.entry().defaultValue, QJsonValue(QStringLiteral("72")));
        editor.setCarried(dialog.entry(), dialog.rule());
    }
    // What the chosen layout requires is required.
    QVERIFY(fixture.board.content().missing.contains(QStringLiteral("Mobile")));
    QVERIFY(fixture.board.fields().select(name));
    QCOMPARE(*fixture.board.fields().selected()->constant, QStringLiteral("Partners"));
    QVERIFY(fixture.board.fields().selected()->faults.empty());

    crm::FieldMapping other = *fixture.session.mapping().find(name);
    other.defaultValue = QJsonValue(QStringLiteral("79"));
    editor.setCarried(other, {});
    const ui::FieldRow *row = fixture.board.fields().selected();
    QCOMPARE(row->faults.size(), size_t(1));
    QCOMPARE(row->faults[0].repairs.at(0).label, QStringLiteral("Choose a Layout…"));
    QCOMPARE(part<QComboBox>(FieldDialog(ask()), "constantValue")->currentText(),
             QStringLiteral("79 (no such layout)"));
}

void FieldDialogTest::cellsCanBeRewrittenInAnyCase()
{
    FieldSubject subject = fed("date", {"01/02/2024", "31/01/2024", "2024-03-03", "05/06/2024"});
    subject.entry.format = QStringLiteral("dd/MM/yyyy");
    FieldDialog dialog(subject);
    QVERIFY(arrival(dialog, 2).contains(QLatin1String("refused")));
    auto *rewrite = part<QCheckBox>(dialog, "fieldRewrite");
    QVERIFY(rewrite->isEnabled() && !rewrite->isChecked());
    rewrite->click();
    QCOMPARE(dialog.entry().format, QStringLiteral("yyyy-MM-dd"));
    QCOMPARE(dialog.rule().sourcePattern, QStringLiteral("dd/MM/yyyy"));
    QVERIFY(arrival(dialog, 2).startsWith(QLatin1String("2024-03-03")));
    rewrite->click();
    QCOMPARE(dialog.entry().format, QStringLiteral("dd/MM/yyyy"));
    QVERIFY(dialog.rule().isEmpty());
}

void FieldDialogTest::aConstantKeepsItsType()
{
    FieldSubject subject = fed("integer", {"1", "2"});
    subject.entry.defaultValue = QJsonValue(12);
    FieldDialog dialog(subject);
    QCOMPARE(*dialog.entry().defaultValue, QJsonValue(12));
    QCOMPARE(arrival(dialog, 2), QStringLiteral("12")); // of blank cells
    part<QComboBox>(dialog, "constantValue")->setEditText(QStringLiteral("13"));
    QCOMPARE(*dialog.entry().defaultValue, QJsonValue(QStringLiteral("13")));
    part<QPushButton>(dialog, "removeConstantButton")->click();
    QVERIFY(!dialog.entry().defaultValue);
    QVERIFY(dialog.entry().column);
}

void FieldDialogTest::lookupsAreFoundByWhatIsTyped()
{
    FieldSubject subject = fed("lookup", {"Acme"});
    subject.field.lookupModule = crm::ModuleName(QStringLiteral("Accounts"));
    FieldDialog dialog(subject);
    auto *findBy = part<QComboBox>(dialog, "constantFindBy");
    QCOMPARE(dialog.entry().findBy.text(), QStringLiteral("id"));
    findBy->setCurrentIndex(findBy->findData(QStringLiteral("Account_Name")));
    QCOMPARE(dialog.entry().findBy.text(), QStringLiteral("Account_Name"));
    findBy->setEditText(QStringLiteral("VAT_ID"));
    QCOMPARE(dialog.entry().findBy.text(), QStringLiteral("VAT_ID"));
}

void FieldDialogTest::untouchedItChangesNothing_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("cells");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("pattern");
    QTest::newRow("text") << "text" << QStringList{"a"} << ""
                          << "";
    QTest::newRow("picklist") << "picklist" << QStringList{"Partner", "Messe"} << ""
                              << "";
    QTest::newRow("picklist with a proposal") << "picklist" << QStringList{"trade show"} << ""
                                              << "";
    QTest::newRow("date with a proposal") << "date" << QStringList{"31/01/2024"} << ""
                                          << "";
    QTest::newRow("several") << "multiselectpicklist" << QStringList{"Partner"} << ""
                             << "";
    QTest::newRow("undecided date") << "date" << QStringList{"01/02/2024"} << ""
                                    << "";
    QTest::newRow("date") << "date" << QStringList{"31/01/2024"} << "dd/MM/yyyy"
                          << "";
    QTest::newRow("rewritten date") << "date" << QStringList{"31.1.2024"} << "yyyy-MM-dd"
                                    << "d.M.yyyy";
    QTest::newRow("date by another format") << "date" << QStringList{"31.1.2024"} << "yy/MM/dd"
                                            << "";
    QTest::newRow("number") << "currency" << QStringList{"1.234,5"} << ""
                            << "#.###,#";
    QTest::newRow("number as it stands") << "currency" << QStringList{"1.234,5"} << ""
                                         << "";
}

void FieldDialogTest::untouchedItChangesNothing()
{
    QFETCH(QString, type);
    QFETCH(QStringList, cells);
    QFETCH(QString, format);
    QFETCH(QString, pattern);
    FieldSubject subject = fed(type.toLatin1().constData(), cells);
    subject.entry.format = format;
    subject.rule.sourcePattern = pattern;
    const FieldDialog dialog(subject);
    QVERIFY(dialog.entry() == subject.entry);
    QVERIFY(dialog.rule() == subject.rule);
}

void FieldDialogTest::oneAcceptIsOneCommand()
{
    const crm::FieldName source(QStringLiteral("Lead_Source"));
    session::ImportSession session;
    session.setModule({crm::ModuleRef{crm::ModuleName(QStringLiteral("Leads")), {}}, {}, {}});
    session.setMetadata(support::leads());
    mapping::ColumnMapping mapping;
    mapping.mapColumn({3}, source);
    session.setMapping(mapping);
    QUndoStack undo;
    ui::MappingEditor editor(session, undo);
    crm::FieldMapping entry = *mapping.find(source);
    entry.defaultValue = QJsonValue(QStringLiteral("Trade Show"));
    const mapping::CellRule rule{{}, {{"Messe", "Trade Show"}}};

    editor.setCarried(entry, rule);

    QCOMPARE(undo.count(), 1);
    QCOMPARE(undo.undoText(), QStringLiteral("Set what Lead Source carries"));
    QVERIFY(*session.mapping().find(source) == entry);
    QVERIFY(*session.mapping().ruleOf(source) == rule);
    editor.setCarried(entry, rule);
    QCOMPARE(undo.count(), 1); // nothing would change
    undo.undo();
    QVERIFY(session.mapping() == mapping);
}

void FieldDialogTest::everythingIsReachedByKeyboard()
{
    FieldDialog dialog(fed("picklist", {"Messe", "Portal", "Kino"}));
    dialog.show();
    QVERIFY(QTest::qWaitForWindowExposed(&dialog));
    QSet<QWidget *> reached;
    for (int i = 0; i < 20; ++i) {
        reached << dialog.focusWidget();
        QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
    }
    for (const char *name : {"constantValue", "fieldValues", "fieldArrivals", "useConstantButton"})
        QVERIFY2(reached.contains(part<QWidget>(dialog, name)), name);
    for (int row = 0; row < 3; ++row)
        QVERIFY(reached.contains(choice(dialog, row)));
    for (const QWidget *widget : reached) {
        const auto *button = qobject_cast<const QPushButton *>(widget);
        const auto *label = qobject_cast<const QLabel *>(widget);
        QVERIFY2(button || label || !widget->accessibleName().isEmpty(), widget->metaObject()->className());
    }
}

void FieldDialogTest::aFaultOpensItAtItsPlace_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<ui::FieldPlace>("place");
    QTest::addColumn<QString>("input");
    using ui::FieldPlace;
    QTest::newRow("constant") << "text" << FieldPlace::Constant << "constantValue";
    QTest::newRow("find by") << "lookup" << FieldPlace::FindBy << "constantFindBy";
    QTest::newRow("format") << "date" << FieldPlace::Format << "fieldFormats";
    QTest::newRow("values") << "picklist" << FieldPlace::Values << "fieldValues";
    QTest::newRow("what it does not have") << "text" << FieldPlace::Format << "constantValue";
}

void FieldDialogTest::aFaultOpensItAtItsPlace()
{
    QFETCH(QString, type);
    QFETCH(ui::FieldPlace, place);
    QFETCH(QString, input);
    FieldSubject subject = fed(qPrintable(type), {"01/02/2020", "02/03/2021"});
    subject.place = place;
    FieldDialog dialog(subject);
    dialog.show();
    QApplication::setActiveWindow(&dialog);
    const auto *wanted = dialog.findChild<QWidget *>(input);
    QVERIFY(wanted);
    QTRY_VERIFY(QApplication::focusWidget());
    QVERIFY2(wanted == QApplication::focusWidget() || wanted->isAncestorOf(QApplication::focusWidget()),
             qPrintable(QApplication::focusWidget()->objectName()));
}

/// By the button on the card, which is painted, by the key, and by the button that a screen reader finds.
void FieldDialogTest::theButtonOfAFaultRepairs()
{
    support::BoardFixture fixture(support::table(4));
    fixture.board.setView(ui::MappingBoard::View::ByColumn);
    fixture.board.editor().mapColumn({1}, crm::FieldName(QStringLiteral("Mobile")));
    fixture.board.editor().mapColumn({3}, crm::FieldName(QStringLiteral("Mobile")));
    const crm::FieldName mobile(QStringLiteral("Mobile"));
    const auto feeders = [&] { return fixture.session.mapping().columnsOf(mobile); };
    auto *table = fixture.board.columns().table();
    const QRect row = table->visualRect(table->model()->index(3, 2));
    QCOMPARE(feeders().size(), size_t(2));
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, QPoint(row.right() - 40, row.bottom() - 24));
    QCOMPARE(feeders(), std::vector<crm::ColumnIndex>{{3}});
    QCOMPARE(fixture.board.columns().current()->index, 3);
    fixture.undo.undo();
    QApplication::setActiveWindow(&fixture.board);
    fixture.board.columns().select(1);
    QCOMPARE(fixture.board.columns().repairButton()->text(), QStringLiteral("Keep This Column"));
    QVERIFY(!fixture.board.columns().repairButton()->isHidden());
    table->setFocus();
    QTest::keyClick(table, Qt::Key_R, Qt::ControlModifier);
    QCOMPARE(feeders(), std::vector<crm::ColumnIndex>{{1}});
    QVERIFY(fixture.board.columns().repairButton()->isHidden());
    fixture.undo.undo();
    fixture.board.columns().select(3);
    fixture.board.columns().repairButton()->click();
    QCOMPARE(feeders(), std::vector<crm::ColumnIndex>{{3}});
}

void FieldDialogTest::picture_data()
{
    QTest::addColumn<ui::Scheme>("scheme");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("percent");
    for (const int percent : {100, 200}) {
        for (const char *type : {"picklist", "date", "lookup"}) {
            QTest::addRow("%s-light-%d", type, percent) << ui::Scheme::Light << QString(type) << percent;
            QTest::addRow("%s-dark-%d", type, percent) << ui::Scheme::Dark << QString(type) << percent;
        }
    }
}

void FieldDialogTest::picture()
{
    QFETCH(ui::Scheme, scheme);
    QFETCH(QString, type);
    QFETCH(int, percent);
    const QFont usual = QApplication::font();
    QFont large = usual;
    large.setPointSizeF(usual.pointSizeF() * percent / 100);
    QApplication::setFont(large);
    ui::applyTheme(*qApp, scheme);
    const QStringList cells = type == QLatin1String("date")
        ? QStringList{"01/02/2024", "31/01/2024", "2024-03-03", "05/06/2024"}
        : QStringList{"Messe", "trade-show", "Partner", "Messe", "Portal"};
    FieldSubject subject = fed(type.toLatin1().constData(), cells);
    if (type == QLatin1String("date"))
        subject.entry.format = QStringLiteral("dd/MM/yyyy");
    else
        subject.entry.defaultValue = QJsonValue(QStringLiteral("Partner"));
    FieldDialog dialog(subject);
    dialog.show();

    QVERIFY2(dialog.width() <= 1024 && dialog.height() <= 700, "fits a small screen");
    const auto *scroll = dialog.findChild<QScrollArea *>();
    QVERIFY(scroll->widget()->minimumSizeHint().width() <= scroll->viewport()->width());
    const QPixmap picture = dialog.grab();
    QDir().mkpath(QStringLiteral(WIZARD_TEST_OUTPUT));
    QVERIFY(picture.save(QStringLiteral(WIZARD_TEST_OUTPUT "/field-dialog-%1.png").arg(QTest::currentDataTag())));
    QApplication::setFont(usual);
}

WIZARD_TEST_MAIN(QApplication, FieldDialogTest)
#include "tst_field_dialog.moc"
