#include "tests/gui/pages/FilePlace.h"
#include "tests/support/TestMain.h"
#include "tests/unit/tabular/Archives.h"
#include "ui/models/PreviewModel.h"
#include "ui/text/Translations.h"
#include "ui/wizard/TablePanel.h"

#include <QAbstractItemModelTester>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QPushButton>
#include <QSpinBox>
#include <QStringEncoder>
#include <QTableView>

using namespace ui;
using Place = pages::FilePlace;
using pages::manyRows;

namespace {

const QString people = QStringLiteral("Name;Ort\nMüller;Köln\nGroß;Düsseldorf\nJäger;Münster\n");

} // namespace

class TestFilePage final : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        installTranslations(*qApp);
        applyTheme(*qApp, Scheme::Light);
    }
    void init() { support::failOnWarnings(); }

    void eachKindOfTextIsReadAndSaysHow_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("encoding");
        QTest::addColumn<QByteArray>("delimiter");
        QTest::addColumn<QString>("second");
        QStringEncoder wide(QStringEncoder::Utf16LE, QStringEncoder::Flag::WriteBom);
        const QByteArray utf16 = wide(people);
        QTest::newRow("UTF-8") << people.toUtf8() << "UTF-8" << QByteArray(";") << "Müller";
        QTest::newRow("UTF-16") << utf16 << "UTF-16LE" << QByteArray(";") << "Müller";
        QTest::newRow("tabs") << QByteArray("a\tb\n1\t2\n3\t4\n") << "UTF-8" << QByteArray("\t") << "1";
        QTest::newRow("pipes") << QByteArray("a|b\n1|2\n3|4\n") << "UTF-8" << QByteArray("|") << "1";
    }
    void eachKindOfTextIsReadAndSaysHow()
    {
        QFETCH(QByteArray, bytes);
        Place place;
        place.open(place.write(QStringLiteral("people.csv"), bytes));
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QTEST(place.in<QComboBox>("encoding")->currentData().toString(), "encoding");
        QTEST(place.in<QComboBox>("delimiter")->currentData().toByteArray(), "delimiter");
        QTEST(place.rows()->index(0, 0).data().toString(), "second");
        for (const char *input : {"encoding", "delimiter", "headerRow"})
            QVERIFY2(!place.in<QWidget>(input)->accessibleDescription().isEmpty(), input);
        QVERIFY(place.in<QLabel>("fileFacts")->text().contains(QLatin1String("1 part, 500 API credits")));
        place.picture(qPrintable(QStringLiteral("file-") + QLatin1String(QTest::currentDataTag())));
    }

    void aGuessedEncodingShowsItsWordsAndCanBeChanged()
    {
        Place place;
        QStringEncoder narrow(QStringEncoder::Latin1);
        place.open(place.write(QStringLiteral("people.csv"), narrow(people)));
        auto *encoding = place.in<QComboBox>("encoding");
        place.picture("file-cp1252");
        QVERIFY2(encoding->currentText().contains(QString::fromUtf8("Müller")), qPrintable(encoding->currentText()));
        QVERIFY(encoding->count() > 30);
        const int greek = encoding->findData(QStringLiteral("windows-1253"));
        QVERIFY(greek > 0);
        encoding->setCurrentIndex(greek);
        Q_EMIT encoding->activated(greek);
        place.waitUntilRead();
        QCOMPARE(place.table().source.dialect.encoding, QStringLiteral("windows-1253"));
        QVERIFY(place.rows()->index(0, 0).data().toString() != QStringLiteral("Müller"));
    }

    void anyDelimiterCanBeTyped()
    {
        Place place;
        place.open(place.write(QStringLiteral("a.csv"), "a~b\n1~2\n"));
        auto *delimiter = place.in<QComboBox>("delimiter");
        const int other = delimiter->count() - 1;
        delimiter->setCurrentIndex(other);
        Q_EMIT delimiter->activated(other);
        auto *typed = place.in<QLineEdit>("otherDelimiter");
        QVERIFY(typed->isVisible());
        QTest::keyClicks(typed, QStringLiteral("~"));
        QTest::keyClick(typed, Qt::Key_Return);
        place.waitUntilRead();
        QCOMPARE(place.rows()->columnCount(), 2);
    }

    void aSheetIsPicked()
    {
        Place place;
        place.open(QStringLiteral(WIZARD_TEST_DATA "/workbooks/xlsxwriter-3.0.2.xlsx"));
        auto *sheet = place.in<QComboBox>("sheet");
        QVERIFY(sheet->isVisible());
        QCOMPARE(sheet->count(), 2);
        QCOMPARE(sheet->itemText(1), QStringLiteral("Hidden (hidden)"));
        QVERIFY(!place.in<QComboBox>("encoding")->isVisible());
        QVERIFY(place.words("fileNotes").contains(QLatin1String("hidden")));
        place.picture("file-xlsx");
        sheet->setCurrentIndex(1);
        Q_EMIT sheet->activated(1);
        place.waitUntilRead();
        QCOMPARE(place.table().source.sheet, QStringLiteral("Hidden"));
    }

    void aPressOnARowsNumberMakesItTheHeader()
    {
        Place place;
        place.open(
            place.write(QStringLiteral("a.csv"), "Report,,\nof 2024,,\nName,City,Sum\nWong,London,1\nDiaz,Rome,2\n"));
        auto *spin = place.in<QSpinBox>("headerRow");
        spin->setValue(1);
        QTRY_COMPARE(place.table().source.dialect.headerRow, 1);
        place.waitUntilRead();
        auto *numbers = place.in<QTableView>("preview")->verticalHeader();
        const int third = numbers->sectionViewportPosition(1) + numbers->sectionSize(1) / 2; // row 2 is shown first
        QTest::mouseClick(numbers->viewport(), Qt::LeftButton, {}, {numbers->width() / 2, third});
        QTRY_COMPARE(place.table().source.dialect.headerRow, 3);
        place.waitUntilRead();
        QCOMPARE(spin->value(), 3);
        QCOMPARE(place.table().columns.front().header, QStringLiteral("Name"));
        QCOMPARE(place.rows()->rowCount(), 5); // what stands above can be chosen again
        QCOMPARE(place.table().rows, 2);
        place.picture("file-header-3");
        spin->setValue(0);
        QTRY_COMPARE(place.table().rows, 5);
        QCOMPARE(spin->text(), QStringLiteral("No header row"));
    }

    void aTableIsPasted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("columns");
        QTest::newRow("from a spreadsheet program") << "Name\tCity\nWong\tLondon\nDiaz\tRome\n" << 2;
        QTest::newRow("commas") << "Name,City,Sum\nWong,London,1\n" << 3;
    }
    void aTableIsPasted()
    {
        QFETCH(QString, text);
        Place place;
        place.page.show();
        place.page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&place.page));
        auto *content = new QMimeData;
        content->setText(text);
        content->setHtml(QStringLiteral("<table><tr><td>Name</td></tr></table>"));
        QGuiApplication::clipboard()->setMimeData(content);
        QTest::keySequence(place.in<QPushButton>("chooseFileButton"), QKeySequence::Paste);
        QTRY_VERIFY(place.session.file().table.has_value());
        QTEST(static_cast<int>(place.table().columns.size()), "columns");
        // Rows do not end up in the line that a path belongs into.
        place.in<QLineEdit>("filePath")->setFocus();
        const QString before = place.in<QLineEdit>("filePath")->text();
        QTest::keySequence(place.in<QLineEdit>("filePath"), QKeySequence::Paste);
        QTRY_VERIFY(place.opener.path() != before);
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        const auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser;
        QCOMPARE(QFile::permissions(place.opener.path()) & ~owner, QFile::Permissions());
    }

    void nothingToPasteIsSaid()
    {
        Place place;
        QGuiApplication::clipboard()->clear();
        place.in<QPushButton>("pasteTableButton")->click();
        QTRY_VERIFY(!place.words("filePathFaults").isEmpty());
    }

    void invalidBytesWaitForADecision()
    {
        Place place;
        QByteArray bytes = people.toUtf8();
        bytes += "Stra\xDF"
                 "e;X\n";
        for (int i = 0; i < 40; ++i)
            bytes += "Müller;Köln\n";
        place.open(place.write(QStringLiteral("mixed.csv"), bytes));
        auto *encoding = place.in<QComboBox>("encoding");
        const int utf8 = encoding->findData(QStringLiteral("UTF-8"));
        encoding->setCurrentIndex(utf8);
        Q_EMIT encoding->activated(utf8);
        place.waitUntilRead();
        QVERIFY(place.in<QWidget>("invalidBytes")->isVisible());
        QVERIFY(place.words("invalidBytes").contains(QLatin1String("row 5")));
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        QCOMPARE(place.page.firstProblem(), place.in<QWidget>("replaceBytesButton"));
        place.picture("file-invalid");
        place.in<QPushButton>("replaceBytesButton")->click();
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QVERIFY(!place.in<QWidget>("invalidBytes")->isVisible());
        QVERIFY(place.words("fileNotes").contains(QLatin1String("as you chose")));
        QTRY_COMPARE(place.rows()->index(3, 0).data().toString(), QStringLiteral("Stra\uFFFDe"));
    }

    void theRowsBelowALongOneKeepTheirNumbers()
    {
        Place place;
        QByteArray bytes("Name,City\nAda,London\nSmith, John,Ulm\nGr\0ce,York\n", 48);
        place.open(place.write(QStringLiteral("both.csv"), bytes));
        for (int question = 0; question < 2; ++question) {
            place.in<QPushButton>("replaceBytesButton")->click();
            place.waitUntilRead();
        }
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QTRY_COMPARE(place.rows()->index(2, 0).data().toString(), QStringLiteral("Grce"));
        QCOMPARE(place.rows()->index(1, 0).data().toString(), QStringLiteral("Smith"));
        QCOMPARE(place.rows()->headerData(2, Qt::Vertical).toInt(), 4);
    }

    void longRowsWaitForADecision()
    {
        Place place;
        place.open(place.write(QStringLiteral("long.csv"), "Name,City\nAda,London\nSmith, John,Ulm\nGrace,York\n"));
        QVERIFY(place.in<QWidget>("invalidBytes")->isVisible());
        QVERIFY(place.words("invalidBytes").contains(QLatin1String("ow 3")));
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        QCOMPARE(place.page.firstProblem(), place.in<QWidget>("replaceBytesButton"));
        QCOMPARE(place.rows()->columnCount(), 2);
        QCOMPARE(place.rows()->rowCount(), 3);      // it can be looked at
        const auto placeOfRow = [&place](int row) { // the view's
            return static_cast<PreviewModel::Place>(place.rows()->index(row, 0).data(PreviewModel::PlaceRole).toInt());
        };
        QCOMPARE(placeOfRow(0), PreviewModel::Place::Data);
        QCOMPARE(placeOfRow(1), PreviewModel::Place::InDoubt);
        QCOMPARE(place.in<QTableView>("preview")->currentIndex().row(), 1);
        place.picture("file-long-rows");
        place.in<QPushButton>("replaceBytesButton")->click();
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QVERIFY(!place.in<QWidget>("invalidBytes")->isVisible());
        QCOMPARE(place.table().rows, 2);
        QCOMPARE(placeOfRow(1), PreviewModel::Place::LeftOut);
        QVERIFY(place.words("fileNotes").contains(QLatin1String("as you chose")));
        // Another way of reading the file asks anew.
        auto *header = place.in<QSpinBox>("headerRow");
        for (const int row : {2, 1}) {
            header->setValue(row);
            QTRY_COMPARE(place.table().source.dialect.headerRow, row);
            place.waitUntilRead();
            QVERIFY(place.in<QWidget>("invalidBytes")->isVisible());
        }
        place.in<QPushButton>("otherEncodingButton")->click();
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QCOMPARE(place.table().rows, 3);
        QCOMPARE(placeOfRow(1), PreviewModel::Place::Data);
        QCOMPARE(place.rows()->columnCount(), 3);
    }

    void linesInAnotherEncodingWaitForADecision()
    {
        Place place;
        QByteArray bytes("Name,City\n");
        for (int row = 2; row <= 60; ++row)
            bytes += row == 7 || row == 9 ? "J\xC3\xBCrgen,K\xC3\xB6ln\n" : "J\xFCrgen,K\xF6ln\n";
        place.open(place.write(QStringLiteral("mirror.csv"), bytes));
        QVERIFY(place.words("invalidBytes").contains(QLatin1String("lines 7, 9")));
        QCOMPARE(place.in<QTableView>("preview")->currentIndex().row(), 5); // what they look like now
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        place.picture("file-mixed-lines");
        place.in<QPushButton>("replaceBytesButton")->click();
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QCOMPARE(place.table().firstRows.at(5).first(), QStringLiteral("Jürgen"));
        QTRY_COMPARE(place.rows()->index(5, 0).data().toString(), QStringLiteral("Jürgen")); // it is seen at once
    }

    void zeroBytesWaitForADecision()
    {
        Place place;
        QByteArray bytes = people.toUtf8();
        bytes += QByteArray("Nul\0;X\n", 7);
        place.open(place.write(QStringLiteral("zeros.csv"), bytes));
        place.waitUntilRead();
        QVERIFY(place.in<QWidget>("invalidBytes")->isVisible());
        QVERIFY(place.words("invalidBytes").contains(QLatin1String("zero byte")));
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        place.in<QPushButton>("replaceBytesButton")->click();
        place.waitUntilRead();
        QVERIFY(place.page.whatIsMissing().isEmpty());
        QVERIFY(!place.in<QWidget>("invalidBytes")->isVisible());
        QVERIFY(place.words("fileNotes").contains(QLatin1String("left out, as you chose")));
        QTRY_COMPARE(place.rows()->index(3, 0).data().toString(), QStringLiteral("Nul"));
    }

    void aFileThatCannotBeReadSaysWhatToDo_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("encrypted") << archives::ole({"Root Entry", "a", "b", "c", "EncryptionInfo", "EncryptedPackage"})
                                   << "password";
        QTest::newRow("XLS") << archives::ole({"Root Entry", "Workbook"}) << "XLS files are not read";
        QTest::newRow("XLSB") << archives::zip({{"[Content_Types].xml", "<Types/>"}, {"xl/workbook.bin", "x"}})
                              << "XLSB files are not read";
        QTest::newRow("archive of several")
            << archives::zip({{"a.csv", "a,b\n1,2\n"}, {"b.csv", "a,b\n1,2\n"}}) << "several spreadsheets";
        QTest::newRow("pdf") << QByteArray("%PDF-1.7\n%\xE2\xE3\xCF\xD3\n1 0 obj\n") << "PDF";
        QTest::newRow("empty") << QByteArray() << "empty";
    }
    void aFileThatCannotBeReadSaysWhatToDo()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        Place place;
        place.open(place.write(QStringLiteral("good.csv"), people.toUtf8()));
        place.open(place.write(QStringLiteral("bad.xlsx"), bytes));
        QVERIFY2(place.words("filePathFaults").contains(words), qPrintable(place.words("filePathFaults")));
        // The file before is not sent in its place.
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        place.picture(qPrintable(QStringLiteral("file-bad-") + QLatin1String(QTest::currentDataTag())));
    }

    void anArchiveShowsTheTableItHolds_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("zip") << "people.zip" << archives::zip({{"people.csv", people.toUtf8()}});
        QTest::newRow("gzip") << "people.csv.gz" << archives::gzip(people.toUtf8());
    }
    void anArchiveShowsTheTableItHolds()
    {
        QFETCH(QString, name);
        QFETCH(QByteArray, bytes);
        Place place;
        place.open(place.write(name, bytes));
        QCOMPARE(place.rows()->index(2, 1).data().toString(), QString::fromUtf8("Münster"));
        QCOMPARE(place.table().rows, 3);
        const QString facts = place.in<QLabel>("fileFacts")->text();
        QVERIFY2(facts.contains(QLatin1String("archive")), qPrintable(facts));
        QVERIFY(place.page.whatIsMissing().isEmpty());
    }

    void twoHeaderRowsAreOfferedAndReadTogether()
    {
        Place place;
        place.open(place.write(QStringLiteral("a.csv"),
                               "Person,,Address,\nFirst,Last,City,Zip\nAda,Wong,London,10115\nEli,Diaz,Rome,20095\n"));
        auto *together = place.in<QPushButton>("twoRowHeaderButton");
        QVERIFY(together->isVisible());
        QCOMPARE(together->text(), QStringLiteral("Read Rows 1 and 2 Together"));
        place.picture("file-two-rows-offered");
        together->click();
        place.waitUntilRead();
        QCOMPARE(place.table().source.dialect.headerRows, 2);
        QCOMPARE(place.table().rows, 2);
        const QString &first = place.table().columns.front().header;
        QVERIFY2(first.contains(QLatin1String("Person")) && first.contains(QLatin1String("First")), qPrintable(first));
        QVERIFY(!together->isVisible());
    }

    void moreReadingOptionsOpenAndAreFollowed()
    {
        Place place;
        place.open(place.write(QStringLiteral("a.csv"), "Name,Sum\n# a remark,0\n'Wong, Ada',1\n'Diaz, Eli',2\n"));
        auto *more = place.in<QPushButton>("moreReadingOptions");
        auto *quote = place.in<QComboBox>("quote");
        QVERIFY(quote->isVisible()); // these quotes are a guess
        more->click();
        QVERIFY(!quote->isVisible());
        more->click();
        QVERIFY(quote->isVisible());
        place.picture("file-more-options");
        quote->setCurrentIndex(quote->findData(int('\'')));
        Q_EMIT quote->activated(quote->currentIndex());
        QTRY_COMPARE(place.table().source.dialect.quote, '\'');
        place.waitUntilRead();
        auto *comment = place.in<QComboBox>("comment");
        comment->setCurrentIndex(comment->findData(int('#')));
        Q_EMIT comment->activated(comment->currentIndex());
        QTRY_COMPARE(place.table().source.dialect.comment, '#');
        place.waitUntilRead();
        QCOMPARE(place.rows()->index(0, 0).data().toString(), QStringLiteral("Wong, Ada"));
        QCOMPARE(place.table().rows, 2);
        more->click();
        QVERIFY(!quote->isVisible());
    }

    void aDoubtAboutQuotesIsNotHidden()
    {
        Place place;
        auto *more = place.in<QPushButton>("moreReadingOptions");
        place.open(place.write(QStringLiteral("plain.csv"), manyRows(5)));
        QVERIFY(!more->isChecked());
        place.open(place.write(QStringLiteral("a.csv"), "Part,No\n\"5\\\" pipe, long\",2\n\"6\\\" x\",3\n"));
        QVERIFY(place.table().source.dialect.backslashEscapes);
        QVERIFY(place.in<QWidget>("backslashEscapes")->isVisible());
        place.picture("file-backslash");
        more->click();
        place.in<QSpinBox>("headerRow")->setValue(0);
        QTRY_COMPARE(place.table().source.dialect.headerRow, 0);
        place.waitUntilRead();
        QVERIFY(!more->isChecked()); // it was seen
    }

    void allNotesShowWhenAskedFor()
    {
        Place place;
        place.open(QStringLiteral(WIZARD_TEST_DATA "/workbooks/xlsxwriter-3.0.2.xlsx"));
        auto *all = place.in<QPushButton>("showAllNotesButton");
        QVERIFY(all->isVisible());
        const auto shown = [&place] {
            return place.words("fileNotes").split(QLatin1Char('\n'), Qt::SkipEmptyParts).size();
        };
        QCOMPARE(shown(), 3);
        all->click();
        const qsizetype many = shown();
        QVERIFY(many > 3);
        QVERIFY(place.in<QPushButton>("toNotesButton")->text().startsWith(QString::number(many)));
        place.picture("file-all-notes");
        all->click();
        QCOMPARE(shown(), 3);
    }

    void eachWorkbookShowsItsSheets_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"libreoffice-7.4.7.ods", "gnumeric-1.12.55.ods", "libreoffice-7.4.7.xlsx"})
            QTest::newRow(name) << name;
    }
    void eachWorkbookShowsItsSheets()
    {
        QFETCH(QString, name);
        Place place;
        place.open(QStringLiteral(WIZARD_TEST_DATA "/workbooks/") + name);
        auto *sheet = place.in<QComboBox>("sheet");
        QVERIFY(sheet->isVisible());
        QVERIFY(sheet->count() > 1);
        const QString before = place.table().source.sheet;
        QTest::keyClick(sheet, Qt::Key_Down);
        place.waitUntilRead();
        QVERIFY(place.table().source.sheet != before);
        QCOMPARE(sheet->currentData().toString(), place.table().source.sheet);
    }

    void aFileThatIsReplacedMeanwhileIsSaid()
    {
        Place place;
        const QString path = place.write(QStringLiteral("many.csv"), manyRows(60'000));
        place.open(path);
        place.write(QStringLiteral("many.csv"), manyRows(50));
        place.in<QSpinBox>("goToRow")->setValue(40'000);
        QTRY_VERIFY(!place.words("previewFaults").isEmpty());
        place.picture("file-replaced");
        place.page.openDropped(path);
        place.waitUntilRead();
        QVERIFY(place.words("previewFaults").isEmpty());
        QCOMPARE(place.table().rows, 50);
    }

    void aFileThatVanishesMeanwhileIsSaid()
    {
        Place place;
        const QString path = place.write(QStringLiteral("a.csv"), manyRows(200));
        place.open(path);
        QVERIFY(QFile::remove(path));
        QCOMPARE(place.words("filePathFaults"), QString());
        place.in<QSpinBox>("headerRow")->setValue(2);
        QTRY_VERIFY(!place.words("filePathFaults").isEmpty());
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        place.picture("file-vanished");
    }

    void whatStandsAboveADeepHeaderIsShown()
    {
        Place place;
        tabular::SourceFile source;
        source.path = place.write(QStringLiteral("deep.csv"), manyRows(400));
        source.dialect.headerRow = 251;
        place.page.show();
        place.opener.openAs(source);
        place.waitUntilRead();
        QCOMPARE(place.table().columns.front().header, QStringLiteral("Lovelace 250"));
        for (const int number : {1, 99, 150, 250, 252}) {
            place.in<QSpinBox>("goToRow")->setValue(number);
            const QString wanted = number == 1 ? QStringLiteral("Name") : QStringLiteral("Lovelace %1").arg(number - 1);
            QTRY_COMPARE(place.rows()->index(number - 1, 0).data().toString(), wanted);
        }
    }

    void aRowFarDownIsReachedAndTheNumberIsTheFiles()
    {
        Place place;
        place.open(place.write(QStringLiteral("many.csv"), manyRows(60'000)));
        QCOMPARE(place.table().rows, 60'000);
        QVERIFY(place.in<QLabel>("fileFacts")->text().contains(QLatin1String("3 parts, 500 API credits each")));
        const QAbstractItemModelTester tester(place.rows(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        place.in<QSpinBox>("goToRow")->setValue(59'999);
        const QModelIndex current = place.in<QTableView>("preview")->currentIndex();
        QCOMPARE(place.rows()->headerData(current.row(), Qt::Vertical).toInt(), 59'999);
        QTRY_COMPARE(place.rows()->index(current.row(), 0).data().toString(), QStringLiteral("Lovelace 59998"));
        place.picture("file-many");
    }

    void thePreviewShowsSixRowsOnASmallScreen()
    {
        Place place;
        place.page.resize(850, 590); // of a window of 1024 by 700
        place.open(place.write(QStringLiteral("many.csv"), manyRows(100)));
        QCoreApplication::processEvents();
        auto *preview = place.in<QTableView>("preview");
        const int top = preview->viewport()->mapTo(&place.page, QPoint()).y();
        const int rows = (place.page.height() - top) / preview->verticalHeader()->defaultSectionSize();
        QVERIFY2(rows >= 6, qPrintable(QString::number(rows)));
        place.picture("file-small");
    }

    void readingIsStoppedAndTakenUpAgain()
    {
        Place place;
        place.page.show();
        place.page.openDropped(place.write(QStringLiteral("many.csv"), manyRows(200'000)));
        QTRY_VERIFY(place.opener.glance().has_value());
        QVERIFY(place.opener.busy());
        QVERIFY(place.rows()->rowCount() > 50);
        place.picture("file-reading");
        place.in<QPushButton>("stopReadingButton")->click();
        QVERIFY(!place.opener.busy());
        QVERIFY(!place.page.whatIsMissing().isEmpty());
        auto *again = place.in<QPushButton>("readAgainButton");
        QVERIFY(again->isVisible());
        place.picture("file-stopped");
        again->click();
        place.waitUntilRead();
        QCOMPARE(place.table().rows, 200'000);
    }

    void manyPartsAreAskedAbout()
    {
        Place place;
        tabular::TableSummary table;
        table.rows = 25'000 * 20 + 1;
        table.columns.push_back({QStringLiteral("Name"), {}, 1});
        place.session.setFile({table, {}, {}});
        place.dialogs.yes = false;
        QVERIFY(!place.page.goingOn());
        QVERIFY(place.dialogs.asked.last().contains(QLatin1String("21 parts")));
        place.dialogs.yes = true;
        QVERIFY(place.page.goingOn());
        place.dialogs.asked.clear();
        QVERIFY(place.page.goingOn());
        QVERIFY(place.dialogs.asked.isEmpty());
    }
};

WIZARD_TEST_MAIN(QApplication, TestFilePage)
#include "tst_file_page.moc"
