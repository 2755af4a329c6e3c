#include "tests/support/TestMain.h"
#include "ui/results/SumTiles.h"
#include "ui/text/RuleText.h"
#include "ui/text/Translations.h"
#include "ui/text/Wording.h"
#include "ui/wizard/FindingsList.h"
#include "ui/wizard/TableNotes.h"

#include <QApplication>
#include <QFile>
#include <QLabel>
#include <QTranslator>
#include <QXmlStreamReader>

using ui::Wording;

namespace {

struct Message final {
    QString context, source, comment;
    QStringList forms;
    bool finished = true;
};

void readInto(Message &message, QXmlStreamReader &xml)
{
    if (xml.name() == u"source")
        message.source = xml.readElementText();
    else if (xml.name() == u"comment")
        message.comment = xml.readElementText();
    else if (xml.name() == u"numerusform")
        message.forms << xml.readElementText();
    else if (xml.name() == u"translation")
        message.finished = !xml.attributes().hasAttribute(QStringLiteral("type"));
}

std::vector<Message> messages()
{
    QFile file(QStringLiteral(WIZARD_SOURCE_DIR "/translations/crm-import-wizard_en.ts"));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QXmlStreamReader xml(&file);
    QString context;
    std::vector<Message> found;
    while (!xml.atEnd()) {
        if (!xml.readNextStartElement() && !xml.isEndElement())
            continue;
        if (!xml.isStartElement())
            continue;
        if (xml.name() == u"name")
            context = xml.readElementText();
        else if (xml.name() == u"message")
            found.push_back({context, {}, {}, {}, true});
        else if (!found.empty())
            readInto(found.back(), xml);
    }
    return found;
}

QString textOf(const QWidget &widget)
{
    QStringList texts;
    for (const QLabel *label : widget.findChildren<QLabel *>())
        texts << label->text();
    return texts.join(u' ');
}

session::Fault missing(const QString &field)
{
    checking::Finding finding;
    finding.rule = checking::Rule::MandatoryFieldMissing;
    finding.input = {crm::InputRef::Kind::Mapping, crm::FieldName(field)};
    session::Fault fault;
    fault.input = finding.input;
    fault.finding = finding;
    return fault;
}

} // namespace

class TestTranslations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QStringLiteral("en_US")));
        ui::installTranslations(*QCoreApplication::instance());
    }
    void init() { support::failOnWarnings(); }

    void everyCountHasBothForms()
    {
        const std::vector<Message> all = messages();
        QVERIFY(all.size() > 20);
        for (const Message &message : all) {
            QVERIFY2(message.finished, qPrintable(message.source));
            QCOMPARE(message.forms.size(), 2);
            for (const QString &form : message.forms)
                QVERIFY2(!form.trimmed().isEmpty(), qPrintable(message.source));
            QVERIFY2(!message.forms.join(u' ').contains(QLatin1String("(s)")), qPrintable(message.source));
        }
    }

    /// A context that the program does not ask for would leave "2 row(s)" in the window.
    void contextsAreThoseOfTheClasses()
    {
        for (const Message &message : messages()) {
            const QString name = message.context.section(QStringLiteral("::"), -1);
            const bool isObject = message.context.startsWith(QLatin1String("ui::"));
            const QStringList rooms{QStringLiteral("text"),    QStringLiteral("wizard"), QStringLiteral("mapping"),
                                    QStringLiteral("results"), QStringLiteral("models"), QStringLiteral("accounts"),
                                    QStringLiteral("shell"),   QStringLiteral("widgets")};
            QString header;
            for (const QString &room : rooms) {
                QFile file(QStringLiteral(WIZARD_SOURCE_DIR "/ui/%1/%2.h").arg(room, name));
                if (file.open(QIODevice::ReadOnly))
                    header = QString::fromUtf8(file.readAll());
            }
            QVERIFY2(!header.isEmpty(), qPrintable(message.context));
            const QString wanted =
                isObject ? QStringLiteral("Q_OBJECT") : QStringLiteral("Q_DECLARE_TR_FUNCTIONS(%1)").arg(name);
            QVERIFY2(header.contains(wanted), qPrintable(message.context));
        }
    }

    void rowsAreCounted_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << QStringLiteral("0 rows");
        QTest::newRow("one") << qint64(1) << QStringLiteral("1 row");
        QTest::newRow("two") << qint64(2) << QStringLiteral("2 rows");
        QTest::newRow("the most there are") << qint64(25'000) << QStringLiteral("25,000 rows");
    }
    void rowsAreCounted()
    {
        QFETCH(qint64, count);
        QFETCH(QString, text);
        QCOMPARE(Wording::rows(count), text);
    }

    void notesOfATable_data()
    {
        using Kind = tabular::TableFinding::Kind;
        QTest::addColumn<tabular::TableFinding>("finding");
        QTest::addColumn<QString>("text");
        QTest::newRow("one short row") << tabular::TableFinding{
            Kind::ShortRow, 1, 3,
            -1} << QStringLiteral("Row 3 has fewer cells than the header row. The missing ones count as blank.");
        QTest::newRow("short rows") << tabular::TableFinding{Kind::ShortRow, 1'200, 3, -1}
                                    << QStringLiteral("1,200 rows have fewer cells than the header row, the first is "
                                                      "row 3. The missing ones count as blank.");
        QTest::newRow("one name missing")
            << tabular::TableFinding{Kind::HeaderMissing, 1, 1, 1}
            << QStringLiteral("Column 2 has no name in the header row. It is called by its number.");
        QTest::newRow("names missing")
            << tabular::TableFinding{Kind::HeaderMissing, 2, 1, 1}
            << QStringLiteral("2 columns have no name in the header row, the first is column 2. They are called by "
                              "their numbers.");
    }
    void notesOfATable()
    {
        QFETCH(tabular::TableFinding, finding);
        QFETCH(QString, text);
        QCOMPARE(ui::TableNotes::of(finding), text);
    }

    void headingsOfFindings()
    {
        ui::FindingsList list;
        list.setFaults({missing(QStringLiteral("Last_Name"))});
        QVERIFY(textOf(list).startsWith(QLatin1String("1 error that")));
        list.setFaults({missing(QStringLiteral("Last_Name")), missing(QStringLiteral("Owner"))});
        QTRY_VERIFY(textOf(list).contains(QLatin1String("2 errors that")));
    }

    void theSumSpeaksOfOneRow()
    {
        importing::RunResult result;
        result.counts.total = 1;
        result.counts.added = 1;
        ui::SumTiles tiles;
        tiles.show(result, 0);
        QVERIFY2(tiles.sentence().startsWith(QLatin1String("1 row =")), qPrintable(tiles.sentence()));
        QCOMPARE(ui::sumProblems(result, 0, 2),
                 QStringList(QStringLiteral("2 rows were sent, but the result file tells of 1 row.")));
    }
};

WIZARD_TEST_MAIN(QApplication, TestTranslations)
#include "tst_translations.moc"
